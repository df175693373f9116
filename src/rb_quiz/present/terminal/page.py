"""A page is lines with a tone each; the screen folds and colours them, the plain mode prints them as they are."""

from __future__ import annotations

import re
import textwrap
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

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
    """Yield the line in pieces that fit the width, in columns."""
    indent = " " * (len(line.text) - len(line.text.lstrip()))
    pieces = textwrap.wrap(
        line.text.lstrip(),
        max(width, _NARROWEST),
        initial_indent=indent,
        subsequent_indent=indent + " " * line.hang,
        break_on_hyphens=False,
        break_long_words=_ADDRESS not in line.text,  # a broken address can't be followed
    )
    for piece in pieces or [""]:
        yield Line(piece, line.tone)


def number(value: Fraction) -> str:
    """Return a number as people write it: whole, or with at most two decimals."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def duration(seconds: float) -> str:
    """Return seconds as minutes and seconds, such as 2:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
