"""Measures are options that all stand on one scale: numbers with one unit, lengths of time, amounts, dates, ranges."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from rb_quiz.answers import Expects, normal, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Measure: TypeAlias = Fraction | tuple[int, int, int]
"""What is compared; the measures of one question are always of one type."""

_MOST_KNOWN: Final = 1 << 14
_LONGEST: Final = 80
_RANGE: Final = re.compile(r"(?P<from>\d[\d,.]*)\s*(?:-|\u2013|to)\s*\d[\d,.]*(?!\d)")
_PER_CENT: Final = re.compile(r"\bper ?cent\b")
_JOINS: Final = frozenset({"and", "-", "."})


def measured(texts: Sequence[str]) -> tuple[Measure, ...] | None:
    """Return the measures of options that stand on one scale, None where they don't."""
    if len(texts) < 2 or any(len(text) > _LONGEST for text in texts):  # noqa: PLR2004 - one alone has no order
        return None
    for read in (_length, _day, _number, _range, _year):
        found = _on_one_scale(texts, read)
        if found is not None:
            return found
    return None


def is_ascending(values: Sequence[Measure] | None) -> bool:
    """Return whether there are measures, from the least to the greatest."""
    return values is not None and all(values[place] <= values[place + 1] for place in range(len(values) - 1))  # type: ignore[operator]


def rank(values: Sequence[Measure], place: int) -> int:
    """Return how many measures are less than the one at a place."""
    return sum(value < values[place] for value in values)  # type: ignore[operator]


def _on_one_scale(
    texts: Sequence[str], read: Callable[[str], tuple[object, Measure] | None]
) -> tuple[Measure, ...] | None:
    found: list[Measure] = []
    scale: object = None
    for text in texts:
        one = read(text)
        if one is None or (found and one[0] != scale):
            return None
        scale = one[0]
        found.append(one[1])
    return tuple(found)


@lru_cache(_MOST_KNOWN)
def _length(text: str) -> tuple[object, Measure] | None:
    value = value_of(Expects.DURATION, text)
    return ("seconds", value) if isinstance(value, Fraction) else None


@lru_cache(_MOST_KNOWN)
def _day(text: str) -> tuple[object, Measure] | None:
    """Return a date; its scale is what it says: year, month and day, or less."""
    value = value_of(Expects.DATE, text)
    if not isinstance(value, tuple) or len(value) != 3 or not value[1]:  # noqa: PLR2004 - year, month, day
        return None
    return tuple(map(bool, value)), value


@lru_cache(_MOST_KNOWN)
def _number(text: str) -> tuple[object, Measure] | None:
    """Return a number; its scale is all that stands beside it."""
    value = value_of(Expects.NUMBER, text)
    if not isinstance(value, Fraction):
        return None
    plain = _PER_CENT.sub("%", normal(text))
    beside = [word for word in plain.split() if word not in _JOINS and not _is_number(word)]
    return " ".join(word.removesuffix("s") for word in beside), value


@lru_cache(_MOST_KNOWN)
def _is_number(word: str) -> bool:
    """Return whether a word is a number, in digits or spelt out; A1 and M25 are names."""
    return (word.isalpha() or not word[0].isalpha()) and value_of(Expects.NUMBER, word) is not None


@lru_cache(_MOST_KNOWN)
def _range(text: str) -> tuple[object, Measure] | None:
    """Return where a range such as 10-20 km begins; its scale is what stands beside it."""
    found = _RANGE.search(text)
    value = value_of(Expects.NUMBER, found["from"]) if found else None
    if found is None or not isinstance(value, Fraction):
        return None
    return ("range", normal(text[: found.start()]), normal(text[found.end() :])), value


@lru_cache(_MOST_KNOWN)
def _year(text: str) -> tuple[object, Measure] | None:
    value = value_of(Expects.YEAR, text)
    return ("year", value) if isinstance(value, Fraction) else None
