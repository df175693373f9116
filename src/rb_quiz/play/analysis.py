"""Analysis of questions: how good the responses to each were, and how well it tells the strong from the weak."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.item import Choose, EnterKey
from rb_quiz.play.scoring import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from rb_quiz.item import Item
    from rb_quiz.play.mark import Mark
    from rb_quiz.play.scorecard import Scorecard

ENOUGH: Final = 20
"""From so many answers on, a question's figures are measured; before they are predicted."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How one item of a quiz did.

    Attributes:
        item: what was asked.
        asked: how many responded or left it blank.
        right: the mean credit, 0..1.
        discrimination: the correlation of its credit with the rest of the quiz, None before there is enough.
        outcomes: how often each came about.
        picks: for chosen options, how often each was chosen, in the order in which they stand.
        misses: the typed answers that earned nothing, the commonest first.

    """

    item: Item
    asked: int
    right: float
    discrimination: float | None
    outcomes: tuple[tuple[Outcome, int], ...]
    picks: tuple[tuple[str, int], ...]
    misses: tuple[tuple[str, int], ...]


def analysed(cards: Sequence[Scorecard]) -> tuple[Figures, ...]:
    """Return how each item did on cards that all have a mark for every item; nothing where there is no card."""
    credits_ = [[mark.credit for mark in card.marks] for card in cards]
    totals = [float(sum(paper)) for paper in credits_]
    return tuple(
        _figures(marks, list(own), totals)
        for marks, own in zip(
            zip(*(card.marks for card in cards), strict=True), zip(*credits_, strict=True), strict=True
        )
    )


def _figures(marks: Sequence[Mark], own: Sequence[Fraction], totals: Sequence[float]) -> Figures:
    item, asked = marks[0].item, len(marks)
    pairs = [(float(credit), total - float(credit)) for credit, total in zip(own, totals, strict=True)]
    outcomes = Counter(mark.outcome for mark in marks)
    return Figures(
        item=item,
        asked=asked,
        right=float(sum(own)) / asked,
        discrimination=correlation(pairs) if asked >= ENOUGH else None,
        outcomes=tuple((outcome, outcomes[outcome]) for outcome in Outcome if outcome in outcomes),
        picks=_picks(item, marks),
        misses=_misses(item, marks),
    )


def _picks(item: Item, marks: Sequence[Mark]) -> tuple[tuple[str, int], ...]:
    if not isinstance(item.interaction, Choose):
        return ()
    chosen = Counter(option for mark in marks for option in set(mark.response))
    return tuple((option.id, chosen[option.id]) for option in item.interaction.options)


def _misses(item: Item, marks: Sequence[Mark]) -> tuple[tuple[str, int], ...]:
    """Return typed answers that are wrong; those that differ in case only are one, as it was first typed."""
    if not isinstance(item.key, EnterKey):
        return ()
    typed = [mark.response[0] for mark in marks if mark.outcome is Outcome.WRONG]
    first: dict[str, str] = {}
    for text in typed:
        first.setdefault(text.casefold(), text)
    return tuple((first[fold], times) for fold, times in Counter(text.casefold() for text in typed).most_common())


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's r, None where one side never varies."""
    if not pairs:
        return None
    n = len(pairs)
    mean_x, mean_y = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    across = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    spread = sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs)
    return across / spread**0.5 if spread > 0 else None
