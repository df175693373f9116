"""A mark is what became of one item: the response that counts, its credit, and how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rb_quiz.answers import Verdict
from rb_quiz.item import EnterKey
from rb_quiz.play.scoring import Credited, Outcome

if TYPE_CHECKING:
    from rb_quiz.answers import Judgement
    from rb_quiz.item import Item, Response
    from rb_quiz.play.events import Responded

_MILLI = 1000


@dataclass(frozen=True, slots=True)
class Mark:
    """One item that is done.

    Attributes:
        item: what was asked.
        attempts: what was given, at least one; a typed answer may be tried again when it was not precise.
        limit: the seconds that all attempts might take, None for as long as one likes.
        late: whether time ran out before there was a response.
        protested: whether the player protests the verdict.

    """

    item: Item
    attempts: tuple[Responded, ...]
    limit: float | None = None
    late: bool = False
    protested: bool = False

    @property
    def counted(self) -> Responded:
        """Return the attempt that counts: the first that is right, else the last."""
        right = (each for each in self.attempts if self.item.key.credit(each.response) == 1)
        return next(right, self.attempts[-1])

    @property
    def response(self) -> Response:
        """Return the response that counts."""
        return self.counted.response

    @property
    def seconds(self) -> float:
        """Return how long all attempts took."""
        return total_seconds(self.attempts)

    @property
    def credit(self) -> Fraction:
        """Return the credit of the response, 0..1; a late one has none."""
        return Fraction(0) if self.late else self.item.key.credit(self.response)

    @property
    def judgement(self) -> Judgement | None:
        """Return how a typed response was judged, None for any other."""
        return judgement(self.item, self.response)

    @property
    def outcome(self) -> Outcome:
        """Return what became of the item."""
        if self.late:
            return Outcome.LATE
        if not self.response:
            return Outcome.SKIPPED
        if self.credit == 1:
            return Outcome.RIGHT
        return Outcome.PARTLY if self.credit > 0 else Outcome.WRONG

    @property
    def open_to_protest(self) -> bool:
        """Return whether the verdict can be protested: a typed answer that was not taken as right."""
        return not self.protested and self.judgement is not None and self.outcome in (Outcome.WRONG, Outcome.PARTLY)

    @property
    def credited(self) -> Credited:
        """Return what a scheme is told of it."""
        key = self.item.key
        return Credited(
            outcome=self.outcome,
            credit=self.credit,
            net=Fraction(0) if self.late else key.net(self.response),
            worst=key.worst,
            seconds=_exactly(self.seconds),
            limit=None if self.limit is None else _exactly(self.limit),
            certainty=self.counted.certainty,
        )


def judgement(item: Item, response: Response) -> Judgement | None:
    """Return how a typed response is judged, None for no response and for any other interaction."""
    return item.key.judgement(response) if isinstance(item.key, EnterKey) and response else None


def is_imprecise(item: Item, response: Response) -> bool:
    """Return whether a response deserves a second try."""
    judged = judgement(item, response)
    return judged is not None and judged.verdict is Verdict.PROMPT


def total_seconds(attempts: tuple[Responded, ...]) -> float:
    """Return the sum of the seconds, to the millisecond."""
    return round(sum(attempt.seconds for attempt in attempts), 3)


def _exactly(seconds: float) -> Fraction:
    """Return seconds as the decimal they are written as: 1.02 s is 1.02 s, not the binary number beside it."""
    return Fraction(round(seconds * _MILLI), _MILLI)
