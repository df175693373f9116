"""The scheme `ladder`: fifteen steps to a million, two havens, and the freedom to walk away.

The points of a response are what it adds to the prize, so that their sum is the prize: up one step, or down to the
last haven and out. Source: the rules of Who Wants to Be a Millionaire? in the United Kingdom (uk.wwbm.com/rules,
SCIENCE 3.6).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rb_quiz.play.scoring.credited import Outcome
from rb_quiz.play.scoring.scheme import Scheme, between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.play.scoring.credited import Credited

STEPS: Final = (
    *(100, 200, 300, 500, 1_000),
    *(2_000, 4_000, 8_000, 16_000, 32_000),
    *(64_000, 125_000, 250_000, 500_000, 1_000_000),
)
HAVENS: Final = (5, 10)
"""The steps below which nobody falls any more."""


def _points(responses: Sequence[Credited]) -> tuple[Fraction, ...]:
    step, climbing, points = 0, True, []
    for response in responses:
        before = _prize(step)
        if not climbing or response.outcome is Outcome.SKIPPED:
            points.append(Fraction(0))
        elif response.credit == 1:
            step = min(step + 1, len(STEPS))
            points.append(Fraction(_prize(step) - before))
        else:
            climbing = False
            points.append(Fraction(_haven(step) - before))
    return tuple(points)


def _stakes(responses: Sequence[Credited]) -> str:
    climbed = [response for response in responses if response.outcome is not Outcome.SKIPPED]
    step = len(climbed)
    if step >= len(STEPS) or any(response.credit < 1 for response in climbed):
        return ""
    return f"For {STEPS[step]:,}. You have {_prize(step):,}; a wrong answer leaves {_haven(step):,}."


def _most(count: int) -> Fraction:
    return Fraction(_prize(count))


def _prize(step: int) -> int:
    return STEPS[min(step, len(STEPS)) - 1] if step else 0


def _haven(step: int) -> int:
    """Return the prize that is safe after so many right answers."""
    if step >= len(STEPS):
        return STEPS[-1]
    return max((_prize(haven) for haven in HAVENS if haven <= step), default=0)


_DEEPEST_FALL: Final = _haven(len(STEPS) - 1) - STEPS[-2]
_HIGHEST_STEP: Final = STEPS[-1] - STEPS[-2]

LADDER = Scheme(
    name="ladder",
    rules=(
        "Fifteen right answers climb from 100 to a million. A wrong or partly right answer ends the climb: you fall to "
        "the last haven you reached, 1,000 or 32,000, or to nothing. You may walk away before any answer with what you "
        "have."
    ),
    points=_points,
    bounds=between(_DEEPEST_FALL, _HIGHEST_STEP),
    most=_most,
    stakes=_stakes,
    in_order=True,
)
