"""Typography sets plain text as a printer would: real quotes and dashes, numbers kept with their units."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NO_BREAK: Final = "\u00a0"
_MAY_BREAK: Final = "\u200b"
_SPACES: Final = re.compile(r"\s+")
_OPENING_DOUBLE: Final = re.compile(r'(?<![^\s(\[{\u2013\u2014/\u201c\u2018\'])"(?=\S)')
_OPENING_SINGLE: Final = re.compile(r"(?<![^\s(\[{\u2013\u2014/\u201c\"])'(?=\S)")
_DASH: Final = re.compile(r"(?<=\S) -{1,2} (?=\S)")
_UNIT: Final = re.compile(r"(?<=\d) (?=(?:%|€|£|million|billion|minutes?|min|hours?|km|cm|mm|kg|m)\b|[%€£])")
_CURRENCY: Final = re.compile(r"(?<=[€£$]) (?=\d)")
_LONG_WORD: Final = re.compile(r"[^\s\u200b]{36,}")
_PIECE: Final = 18
_HIDDEN: Final = ("Cc", "Cf", "Cs", "Co", "Cn")
_JOINERS: Final = "\u200c\u200d"
"""Hidden characters that some scripts are written with."""


def typographic(text: str) -> str:
    """Return a text as it is set on paper, on one line.

    Quotes become curly, three dots an ellipsis, a lone hyphen a dash; a number keeps its unit beside it; characters
    that nobody sees are dropped.
    """
    seen = (mark for mark in _SPACES.sub(" ", text) if mark in _JOINERS or unicodedata.category(mark) not in _HIDDEN)
    text = _SPACES.sub(" ", "".join(seen)).strip()
    text = _OPENING_DOUBLE.sub("\u201c", text).replace('"', "\u201d")
    text = _OPENING_SINGLE.sub("\u2018", text).replace("'", "\u2019")
    text = _DASH.sub(" \u2013 ", text.replace("...", "…"))
    return _CURRENCY.sub(_NO_BREAK, _UNIT.sub(_NO_BREAK, text))


def breakable(text: str) -> str:
    """Return a text in which words too long for any line may break."""
    return _LONG_WORD.sub(_broken, text)


def _broken(word: re.Match[str]) -> str:
    letters = word.group()
    return _MAY_BREAK.join(letters[start : start + _PIECE] for start in range(0, len(letters), _PIECE))
