"""Options that are ranges of numbers: "10 to 20", "more than 10", and the single number that may lie in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import inf
from typing import Final, TypeAlias

from rb_quiz.answers import Expects, value_of

End: TypeAlias = tuple[Fraction | float, int]
_NUMBER: Final = r"(\d{1,15}(?:[.,]\d{1,9})*(?: (?:hundred|thousand|million|billion))?)"
_UNIT: Final = r"( %|%| [^\W\d]+(?: [^\W\d]+)?)?"
_BETWEEN: Final = re.compile(rf"(?:between |from )?{_NUMBER} ?(?:-|\u2013|\u2014|to|and) ?{_NUMBER}{_UNIT}")
_ABOVE: Final = re.compile(rf"(more than|over|above|at least|greater than){' '}{_NUMBER}{_UNIT}")
_BELOW: Final = re.compile(rf"(less than|fewer than|under|below|at most|up to){' '}{_NUMBER}{_UNIT}")
_OR: Final = re.compile(rf"{_NUMBER}{_UNIT} or (more|less|fewer)")
_POINT: Final = re.compile(rf"{_NUMBER}{_UNIT}")
_WITH_ITS_END: Final = frozenset({"at least", "at most", "up to", "more", "less", "fewer"})


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers with a unit; an end is a number, and ±1 where the number itself is left out."""

    low: End
    high: End
    unit: str

    def holds(self, other: Interval) -> bool:
        """Return whether all of another range lies within this one, which is larger."""
        within = self.low <= other.low and other.high <= self.high
        return within and self.unit == other.unit and (self.low, self.high) != (other.low, other.high)

    @property
    def empty(self) -> bool:
        """Return whether nothing lies in it, as in the score 3-1."""
        return self.low > self.high


@lru_cache(maxsize=1 << 14)
def interval(text: str) -> Interval | None:
    """Return the range that a text is, None when it is something else."""
    text = " ".join(text.casefold().split())
    if found := _BETWEEN.fullmatch(text):
        return _interval((found[1], 0), (found[2], 0), found[3])
    if found := _ABOVE.fullmatch(text):
        return _interval((found[2], int(found[1] not in _WITH_ITS_END)), None, found[3])
    if found := _BELOW.fullmatch(text):
        return _interval(None, (found[2], -int(found[1] not in _WITH_ITS_END)), found[3])
    if found := _OR.fullmatch(text):
        more = found[3] == "more"
        return _interval((found[1], 0) if more else None, None if more else (found[1], 0), found[2])
    if found := _POINT.fullmatch(text):
        return _interval((found[1], 0), (found[1], 0), found[2])
    return None


def _interval(low: tuple[str, int] | None, high: tuple[str, int] | None, unit: str | None) -> Interval | None:
    ends: list[End] = []
    for end, bound in ((low, -inf), (high, inf)):
        value = value_of(Expects.NUMBER, end[0]) if end else None
        if end and not isinstance(value, Fraction):
            return None
        ends.append((value, end[1]) if end and isinstance(value, Fraction) else (bound, 0))
    return Interval(ends[0], ends[1], (unit or "").strip())
