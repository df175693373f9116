"""A scheme is a house rule for points; it sees how good a response was, never a question's kind."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rb_quiz.play.scoring.credited import Credited


def a_point_each(count: int) -> Fraction:
    """Return a point for each of so many responses."""
    return Fraction(count)


def no_stakes(responses: Sequence[Credited]) -> str:  # noqa: ARG001
    """Return nothing: all questions are worth the same."""
    return ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One house rule.

    Attributes:
        name: what it is chosen by.
        rules: a paragraph that a host can read out.
        points: the points of each response, in the order they were given.
        bounds: the least and the most points that a response to an item can bring, each of which some response does.
        most: the points that so many fully right responses can earn.
        stakes: what the next answer is worth, in words, where that changes.
        in_order: whether the points of a response hang on those before it.
        floored: whether a total below 0 counts as 0.
        asks_certainty: whether players say how sure they are.
        seconds: how long a response may take where the mode doesn't say, None for as long as one likes.

    """

    name: str
    rules: str
    points: Callable[[Sequence[Credited]], tuple[Fraction, ...]]
    bounds: Callable[[Credited], tuple[Fraction, Fraction]]
    most: Callable[[int], Fraction] = a_point_each
    stakes: Callable[[Sequence[Credited]], str] = no_stakes
    in_order: bool = False
    floored: bool = False
    asks_certainty: bool = False
    seconds: float | None = None

    @property
    def on_paper(self) -> bool:
        """Return whether a paper can be marked by it: it needs no clock, no order of events and no certainty."""
        return self.seconds is None and not self.in_order and not self.asks_certainty

    def total(self, points: Sequence[Fraction]) -> Fraction:
        """Return the score that the points of a whole paper make."""
        whole = sum(points, Fraction(0))
        return max(Fraction(0), whole) if self.floored else whole


def each(rule: Callable[[Credited], Fraction]) -> Callable[[Sequence[Credited]], tuple[Fraction, ...]]:
    """Return the points of a scheme that looks at every response by itself."""
    return lambda responses: tuple(map(rule, responses))


def between(least: int, most: int) -> Callable[[Credited], tuple[Fraction, Fraction]]:
    """Return the bounds of a scheme in which they are the same for every item."""
    return lambda _: (Fraction(least), Fraction(most))
