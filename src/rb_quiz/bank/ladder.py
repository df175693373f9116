"""The ladder makes wrong numbers and dates: the key's rank among the options is drawn first, then the steps outward.

With "key plus or minus noise" who picks the middle option wins 36 % of four; with a uniform rank, a quarter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects
from rb_quiz.item import Difficulty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rb_quiz.chance import Stream

_NUMBER: Final = re.compile(r"\d+(?:[,\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?")
_MONTHS: Final = "January February March April May June July August September October November December".split()
_LATEST_YEAR: Final = 2026
_PERCENT: Final = 100
_FARTHEST_STEP: Final = {Difficulty.HARD: 2, Difficulty.MEDIUM: 4, Difficulty.EASY: 7}
_DAYS: Final = {Difficulty.HARD: 5, Difficulty.MEDIUM: 21, Difficulty.EASY: 60}
_SMALL: Final = 20
_STEPS_WANTED: Final = 3
_SHARE: Final = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """A key as a whole number of steps, the steps there can be, and how a place on it is written."""

    key: int
    lowest: int
    highest: int | None
    farthest: int
    write: Callable[[int], str]


def rungs(text: str, expects: Expects, difficulty: Difficulty, count: int, stream: Stream) -> Iterator[str]:
    """Yield `count` wrong values for a key in its own form, or nothing when its form can't be imitated.

    The rank is uniform among those that the limits of the scale allow; steps are uniform too.
    """
    scale = _scale(text, expects, difficulty)
    if scale is None:
        return
    room_below = scale.key - scale.lowest
    room_above = count if scale.highest is None else scale.highest - scale.key
    ranks = [below for below in range(count + 1) if below <= room_below and count - below <= room_above]
    if not ranks:
        return
    below = ranks[stream.below(len(ranks))]
    place = scale.key
    for left in range(below, 0, -1):
        place -= 1 + stream.below(max(1, min(scale.farthest, place - scale.lowest - left + 1)))
        yield scale.write(place)
    place = scale.key
    for left in range(count - below, 0, -1):
        room = scale.farthest if scale.highest is None else scale.highest - place - left + 1
        place += 1 + stream.below(max(1, min(scale.farthest, room)))
        yield scale.write(place)


def _scale(text: str, expects: Expects, difficulty: Difficulty) -> Scale | None:
    if expects is Expects.DATE:
        return _date_scale(text, difficulty)
    found = _NUMBER.findall(text)
    number = found[0] if len(found) == 1 else ""
    if not number or ":" in text or (number[0] == "0" and number[1:2].isdigit()):
        return None  # a time, a code or more than one number
    before, after = text.split(number, 1)
    grouped = re.sub(r"[,\u202f ]", "", number)
    decimals = len(grouped.partition(".")[2])
    whole = int(grouped.replace(".", ""))
    if expects is Expects.YEAR:
        return Scale(whole, 1, max(_LATEST_YEAR, whole), _FARTHEST_STEP[difficulty], str)
    step = _step(whole, difficulty)
    if expects is Expects.PERCENT:
        room = min(whole, _PERCENT * 10**decimals - whole)
        step = max(1, min(step, room // _STEPS_WANTED))

    def write(place: int) -> str:
        value = Fraction(whole + (place - key) * step, 10**decimals)
        written = f"{value.numerator // value.denominator:,}" if number != grouped else str(int(value))
        if decimals:
            written = f"{int(value)}.{int(value * 10**decimals) % 10**decimals:0{decimals}d}"
        separator = next((character for character in number if character in ",\u202f "), ",")
        return before + written.replace(",", separator) + after

    lowest_value = 0 if expects in (Expects.PERCENT, Expects.NUMBER) and whole == 0 else 1
    plural = 2 if after.strip() and whole > 1 and not decimals and expects is not Expects.PERCENT else lowest_value
    key = (whole - plural) // step + 1 if whole >= plural else 1
    highest = (_PERCENT * 10**decimals - whole) // step + key if expects is Expects.PERCENT else None
    return Scale(key, 1, highest, _FARTHEST_STEP[difficulty], write)


def _step(whole: int, difficulty: Difficulty) -> int:
    """Return the step of a number: 1 when small, else as round as the number itself and a fair share of it."""
    if whole < _SMALL:
        return 1
    round_to = 1
    while whole % (round_to * 10) == 0:
        round_to *= 10
    share = max(1, whole // (_SHARE * _FARTHEST_STEP[difficulty]))
    return max(round_to, share - share % round_to) if share >= round_to else round_to


def _date_scale(text: str, difficulty: Difficulty) -> Scale | None:
    for pattern, write in _DATE_FORMS:
        found = re.fullmatch(pattern, text.strip())
        if found is None:
            continue
        parts = found.groupdict()
        month = _MONTHS.index(parts["month"]) + 1 if parts["month"] in _MONTHS else None
        try:
            key = date(int(parts["year"]), month or int(parts["month"]), int(parts["day"]))
        except ValueError:
            return None
        highest = max(date(_LATEST_YEAR, 12, 31), key).toordinal()
        return Scale(key.toordinal(), 1, highest, _DAYS[difficulty], lambda place, write=write: write(_day(place)))  # type: ignore[misc]
    return None


def _day(place: int) -> date:
    return date(1, 1, 1) + timedelta(days=place - 1)


_DATE_FORMS: Final[tuple[tuple[str, Callable[[date], str]], ...]] = (
    (
        r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})",
        lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year:04d}",
    ),
    (
        r"(?P<month>[A-Z][a-z]+) (?P<day>\d{1,2}), (?P<year>\d{4})",
        lambda d: f"{_MONTHS[d.month - 1]} {d.day}, {d.year:04d}",
    ),
    (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", lambda d: d.isoformat()),
)
