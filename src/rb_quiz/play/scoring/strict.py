"""The scheme `strict`: all or nothing, a point where the credit is full (SCIENCE 3.2)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rb_quiz.play.scoring.scheme import Scheme, between, each

if TYPE_CHECKING:
    from rb_quiz.play.scoring.credited import Credited


def _all_or_nothing(response: Credited) -> Fraction:
    return Fraction(response.credit == 1)


STRICT = Scheme(
    name="strict",
    rules=(
        "A fully right answer earns one point, and anything less earns nothing: all that apply and no other, "
        "everything in its order, every pair. Nothing is taken away for a wrong answer."
    ),
    points=each(_all_or_nothing),
    bounds=between(0, 1),
)
