"""The scheme `casual`: a point for each right answer, a share of it for a partly right one, never less than nothing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rb_quiz.play.session import Mark


@dataclass(frozen=True, slots=True)
class Casual:
    """Points are the credit, which is floored at 0 for each item."""

    rules: str = (
        "A right answer earns one point. Where several things are asked, a partly right answer earns a share of it; "
        "wrong ticks take away from right ones. Nothing is ever taken away for a wrong answer or a skipped question."
    )
    most: Fraction = Fraction(1)

    def points(self, mark: Mark) -> Fraction:
        """Return the credit of the response, 0..1."""
        return mark.credit
