"""Cells are the pieces of a CSV file, each with where it stands, so that what is wrong in one can be shown there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rb_quiz.present.terminal.page import clean
from rb_quiz.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS: Final = ",;\t"
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_HEAD: Final = 1_000_000
_MOST: Final = 10_000
_SHOWN: Final = 4000
"""A line that is longer than so many characters is not shown below a problem."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two delimiters, without quotes and the space around it, and where it begins."""

    text: str
    start: int


@dataclass(slots=True)
class Cells:
    """The text of a CSV file, and the problems that were found in it."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    _lines: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find out where the lines begin."""
        self._lines = [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def rows(self) -> Iterator[list[Cell]]:
        """Yield the rows, blank ones too; a quoted cell may hold delimiters and line breaks.

        A quote that is never closed, or has more text behind it, is a character like any other. A row that is longer
        than any quiz is a problem, at which reading ends.
        """
        delimiter = self._delimiter()
        quoted = re.compile(rf' *+"([^"]*+(?:""[^"]*+)*+)" *+(?=[{delimiter}\r\n]|\Z)')
        plain = re.compile(rf"[^{delimiter}\r\n]*+")
        end = re.compile(rf"{delimiter}|{_BREAK.pattern}")
        place, row = 0, list[Cell]()
        while place < len(self.text) or row:
            found = quoted.match(self.text, place)
            inner = found[1].replace('""', '"') if found else None
            found = found or plain.match(self.text, place)
            assert found is not None  # noqa: S101 - a plain cell may be empty; this tells the type checker
            row.append(Cell((found[0] if inner is None else inner).strip(), place))
            if len(row) > _MOST:
                self.report(place, "too-large", f"expected at most {_MOST:,} cells in a row, found more; split it")
                return
            stop = end.match(self.text, found.end())
            place = stop.end() if stop else found.end()
            if stop is None or stop[0] != delimiter:
                yield row
                row = []

    def report(self, start: int, name: str, message: str) -> None:
        """Note a problem at a place of the text."""
        line = self.line(start)
        first = self._lines[line - 1]
        last = self._lines[line] if line < len(self._lines) else len(self.text)
        excerpt = self.text[first:last].rstrip("\r\n") if last - first <= _SHOWN else ""
        self.problems.append(
            Problem(self.file, line, start - first + 1, name, message, "".join(map(clean, excerpt)).rstrip())
        )

    def line(self, start: int) -> int:
        """Return the line of a place, from 1, as an editor counts them."""
        return bisect_right(self._lines, start)

    def _delimiter(self) -> str:
        """Return what stands most often in the first line that is not blank, outside quotes."""
        head = next((line for line in _BREAK.split(self.text[:_HEAD]) if line.strip()), "")
        bare = re.sub(r'"[^"]*"', "", head)
        return max(DELIMITERS, key=bare.count)
