"""A page is lines with a tone each; the screen folds and colours them, the plain mode prints them as they are."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS: Final = re.compile(r"[^\S ]+")
_HIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NARROWEST: Final = 20
_ADDRESS: Final = "://"


class Tone(StrEnum):
    """How a line sounds."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class Line(NamedTuple):
    """One line of a page.

    Attributes:
        text: as a screen shows it.
        tone: how it sounds.
        hang: how many columns further in it goes on when it is folded.
        spoken: the same without drawing, where the text has any.

    """

    text: str = ""
    tone: Tone = Tone.PLAIN
    hang: int = 0
    spoken: str | None = None


def clean(text: str) -> str:
    """Return a text as it may be shown: on one line, and without characters that a terminal would obey."""
    return _HIDDEN.sub("\ufffd", _BREAKS.sub(" ", text))


def folded(line: Line, width: int) -> Iterator[Line]:
    """Yield the line in pieces that fit the width, in columns; an address is never broken."""
    if columns(line.text) <= width:
        yield line
        return
    text = line.text.lstrip()
    indent = " " * (len(line.text) - len(text))
    room = max(width, _NARROWEST) - len(indent)
    piece = ""
    for word in text.split():
        longer = f"{piece} {word}" if piece else word
        if columns(longer) <= room:
            piece = longer
            continue
        if piece:
            yield Line(indent + piece, line.tone)
            indent, room = (
                " " * (len(line.text) - len(text) + line.hang),
                max(width, _NARROWEST) - len(indent) - line.hang,
            )
        *full, piece = [word] if _ADDRESS in word else _broken(word, room)
        for part in full:
            yield Line(indent + part, line.tone)
    yield Line(indent + piece if piece else "", line.tone)


def columns(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for marks on the one before."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _broken(word: str, room: int) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and columns(parts[-1] + character) > room:
            parts.append("")
        parts[-1] += character
    return parts
