"""The schemes `speed` and `speed-streak`: quick right answers earn more.

A right answer earns (1 - (t/T)/2) of 1000 points, all of them for t < 0.5 s, rounded half up. Source: Kahoot's help
page 115002303908 on points, in its newer version; the bonus for s right answers in a row, min(100 (s - 1), 500), is
from its older one (SCIENCE 3.6).
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Final

from rb_quiz.play.scoring.credited import Outcome
from rb_quiz.play.scoring.scheme import Scheme, between, each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.play.scoring.credited import Credited

_MOST: Final = 1000
_AT_ONCE: Final = Fraction(1, 2)
_BONUS_STEP: Final = 100
_BONUS_MOST: Final = 500
_SECONDS: Final = 20.0
_RULES: Final = (
    "A right answer earns up to 1000 points: all of them within half a second, half of them as the time runs out, "
    "evenly less in between, rounded to the nearest point. A partly right answer earns its share of that. A wrong, "
    "skipped or late answer earns nothing, never less. Without a clock every right answer earns 1000."
)
_STREAK_RULES: Final = (
    " From the second fully right answer in a row on, each earns 100 points more than the one before, at most 500 more;"
    " anything else ends the run."
)


def half_up(value: Fraction) -> Fraction:
    """Return the nearest whole number, and the greater one of two that are as near."""
    return Fraction(floor(value + Fraction(1, 2)))


def _for_speed(response: Credited) -> Fraction:
    slowness = Fraction(0)
    if response.limit and response.seconds >= _AT_ONCE:
        slowness = min(Fraction(1), response.seconds / response.limit) / 2
    return half_up(response.credit * (1 - slowness) * _MOST)


def _bonus(run: int) -> int:
    return min(_BONUS_STEP * (run - 1), _BONUS_MOST) if run else 0


def _with_bonus(responses: Sequence[Credited]) -> tuple[Fraction, ...]:
    run, points = 0, []
    for response in responses:
        run = run + 1 if response.outcome is Outcome.RIGHT else 0
        points.append(_for_speed(response) + _bonus(run))
    return tuple(points)


def _most(count: int) -> Fraction:
    return Fraction(_MOST * count)


def _most_with_bonus(count: int) -> Fraction:
    return _most(count) + sum(map(_bonus, range(1, count + 1)))


SPEED = Scheme(
    name="speed", rules=_RULES, points=each(_for_speed), bounds=between(0, _MOST), most=_most, seconds=_SECONDS
)
SPEED_STREAK = Scheme(
    name="speed-streak",
    rules=_RULES + _STREAK_RULES,
    points=_with_bonus,
    bounds=between(0, _MOST + _BONUS_MOST),
    most=_most_with_bonus,
    in_order=True,
    seconds=_SECONDS,
)
