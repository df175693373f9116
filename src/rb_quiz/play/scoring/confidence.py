"""The schemes `confidence` and `confidence-net`: who says how sure they are earns more when right, and loses more.

Certainty-based marking: right earns r, partly right its share of r, wrong w, blank 0 (SCIENCE 3.5). The table is that
of Moodle's `question_cbm`, so that level 2 pays from p = 2/3 on and level 3 from 4/5. There a blind guess at level 1
earns 1/k. In `confidence-net` level 1 pays the credit corrected for chance instead, -1/(k-1) for a wrong one of k
options: a blind guess earns 0, and a truthful player skips below 1/k.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rb_quiz.play.scoring.scheme import Scheme, between, each

if TYPE_CHECKING:
    from rb_quiz.play.scoring.credited import Credited

LEVELS: Final[dict[int, tuple[int, int]]] = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""For each certainty the points of a right answer and of a wrong one."""
_RIGHT, _WRONG = LEVELS[max(LEVELS)]
_RULES: Final = (
    "After each answer you say how sure you are. Not sure: a right answer earns 1 point, a wrong one {wrong}. Fairly "
    "sure: 2 points, or 2 off. Certain: 3 points, or 6 off. A partly right answer earns its share and costs nothing. "
    "A skipped question earns nothing. It pays to be honest: say 'fairly sure' from about two in three chances on, and "
    "'certain' from four in five."
)


def _at_level(response: Credited) -> Fraction:
    if response.blank:
        return Fraction(0)
    right, wrong = LEVELS[response.certainty or 1]
    return right * response.credit if response.credit else Fraction(wrong)


def _at_level_net(response: Credited) -> Fraction:
    return response.net if response.certainty in (None, 1) else _at_level(response)


def _most(count: int) -> Fraction:
    return Fraction(_RIGHT * count)


CONFIDENCE = Scheme(
    name="confidence",
    rules=_RULES.format(wrong="costs nothing"),
    points=each(_at_level),
    bounds=between(_WRONG, _RIGHT),
    most=_most,
    asks_certainty=True,
)
CONFIDENCE_NET = Scheme(
    name="confidence-net",
    rules=_RULES.format(wrong="costs what blind guessing would gain"),
    points=each(_at_level_net),
    bounds=between(_WRONG, _RIGHT),
    most=_most,
    asks_certainty=True,
)
