"""Likeness orders distractors: the more features two things share, and the rarer these are, the more alike they are.

Weighted Jaccard, sim(a, b) = sum of the weights of what they share / sum of the weights of what either has, with the
weight -ln(share of all that have the feature) of each (Alsubait et al. 2014; Resnik's information content).
"""

from __future__ import annotations

from collections import Counter
from math import ceil, log
from typing import TYPE_CHECKING, Final

from rb_quiz.item import Difficulty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.tables import Table
    from rb_quiz.chance import Stream

_MOST_ROWS: Final = 8
_DIGITS: Final = 9
_BAND: Final = 3
_FEWEST_TO_DRAW_FROM: Final = 6


def features(table: Table, column: int, hidden: frozenset[int], text: str) -> frozenset[object]:
    """Return what is known of a value: its author's `like`, and the other cells of its rows but the hidden columns."""
    known = table.features.setdefault((column, hidden), {})
    if text not in known:
        known[text] = frozenset(_features(table, column, hidden, text))
    return known[text]


def _features(table: Table, column: int, hidden: frozenset[int], text: str) -> Iterator[object]:
    entry = table.names.entry(table.columns[column].expects, text)
    yield from entry.like if entry else ()
    for row in table.index((column,)).get((table.value(column, text),), ())[:_MOST_ROWS]:
        for other in range(len(table.columns)):
            if other != column and other not in hidden and table.cells[row][other]:
                yield other, table.value(other, table.cells[row][other])


def ranked(key: frozenset[object], others: Sequence[frozenset[object]]) -> list[float]:
    """Return how alike each of the others is to the key, 0..1, rounded so that every machine agrees."""
    having = Counter(feature for found in (key, *others) for feature in found)
    total = len(others) + 1
    weight = {feature: -log(count / total) for feature, count in having.items()}

    def similarity(other: frozenset[object]) -> float:
        either = sum(sorted(weight[feature] for feature in key | other))
        return round(sum(sorted(weight[feature] for feature in key & other)) / either, _DIGITS) if either else 0.0

    return [similarity(other) for other in others]


def band(alike: Sequence[float], difficulty: Difficulty, count: int, stream: Stream) -> list[int]:
    """Return the places of those that a difficulty draws from: the third most alike, in between, or least alike.

    Chance breaks ties. There are at least `count`, and six, where there are as many: of fewer, the same would come up
    again and again, and who comes up seldom would be the key.
    """
    order = sorted(stream.shuffled(range(len(alike))), key=lambda place: -alike[place])
    size = max(count, _FEWEST_TO_DRAW_FROM, ceil(len(order) / _BAND))
    start = {
        Difficulty.HARD: 0,
        Difficulty.MEDIUM: max(0, (len(order) - size) // 2),
        Difficulty.EASY: max(0, len(order) - size),
    }[difficulty]
    return order[start : start + size]
