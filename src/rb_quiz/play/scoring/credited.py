"""What a scheme knows of one response: how good it was and how long it took, never what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

_NOTHING = Fraction(0)


class Outcome(StrEnum):
    """What became of one item."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    SKIPPED = "skipped"
    LATE = "too late"


@dataclass(frozen=True, slots=True)
class Credited:
    """One response as a scheme sees it.

    Attributes:
        outcome: what became of the item; skipped and late ones count as blank.
        credit: 0..1.
        net: the credit corrected for chance, whose mean over blind responses is 0; never above the credit.
        worst: the least net credit that a response to this item can have.
        seconds: how long it took, to the millisecond.
        limit: how long it was allowed to take, None for as long as one likes.
        certainty: how sure the player was, 1..3; None where nobody asked.

    """

    outcome: Outcome
    credit: Fraction = _NOTHING
    net: Fraction = _NOTHING
    worst: Fraction = _NOTHING
    seconds: Fraction = _NOTHING
    limit: Fraction | None = None
    certainty: int | None = None

    @property
    def blank(self) -> bool:
        """Return whether there is no response that counts."""
        return self.outcome in (Outcome.SKIPPED, Outcome.LATE)
