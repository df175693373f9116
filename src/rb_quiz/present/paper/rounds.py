"""Rounds split a quiz for an evening, by topic or by difficulty."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rb_quiz.item import Difficulty
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.item import Item
    from rb_quiz.quiz import Quiz

MOST_ROUNDS: Final = 12
TOPIC, DIFFICULTY = "topic", "difficulty"
LETTERS: Final = {TOPIC: "R", DIFFICULTY: "D"}
"""The ways to split a quiz, each with what labels begin with, so that a mark sheet says which it was."""
_USUAL_SIZE: Final = 10
_LEVELS: Final = list(Difficulty)


@dataclass(frozen=True, slots=True)
class Round:
    """Items that are asked together, with what they have in common; the letter tells by what the quiz was split."""

    title: str
    items: tuple[Item, ...]
    letter: str = "R"


def usual_rounds(quiz: Quiz) -> int:
    """Return how many rounds there are where nobody says: one for about ten questions."""
    return min(MOST_ROUNDS, max(1, round(len(quiz.items) / _USUAL_SIZE)))


def split(quiz: Quiz, count: int, way: str = TOPIC) -> tuple[Round, ...]:
    """Return so many rounds of about the same size; a single one keeps the order of the quiz.

    By topic each topic stays whole where there are as many topics as rounds; by difficulty the rounds go from easy to
    hard. Raise CallError when there are fewer questions than rounds.
    """
    items = quiz.items
    if count > len(items):
        raise CallError(f"expected at most as many rounds as questions, {len(items)}, found {count}")
    if count == 1:
        return (Round("", items),)
    groups = _by_difficulty(items, count) if way == DIFFICULTY else _by_topic(items, count)
    name = (lambda item: item.difficulty.value.capitalize()) if way == DIFFICULTY else (lambda item: item.topic)
    return tuple(Round(_joined(map(name, group)), group, LETTERS[way]) for group in groups)


def labels(rounds: Sequence[Round]) -> tuple[tuple[str, Item], ...]:
    """Return each item with what it is called on a mark sheet: 7, or R2.3 for the third of round 2 by topic.

    By difficulty it is D2.3. Without a letter a spreadsheet would take 1.10 for 1.1.
    """
    if len(rounds) == 1:
        return tuple((str(place), item) for place, item in enumerate(rounds[0].items, start=1))
    return tuple(
        (f"{each.letter}{number}.{place}", item)
        for number, each in enumerate(rounds, start=1)
        for place, item in enumerate(each.items, start=1)
    )


def _by_difficulty(items: Sequence[Item], count: int) -> list[tuple[Item, ...]]:
    rising = sorted(items, key=lambda item: _LEVELS.index(item.difficulty))
    ends = [len(items) * place // count for place in range(count + 1)]
    return [tuple(rising[start:end]) for start, end in pairwise(ends)]


def _by_topic(items: Sequence[Item], count: int) -> list[tuple[Item, ...]]:
    """Return the topics dealt out, the largest first, each to the smallest round so far."""
    topics: dict[str, list[Item]] = {}
    for item in items:
        topics.setdefault(item.topic, []).append(item)
    groups = list(topics.values())
    while len(groups) < count:
        largest = max(groups, key=len)
        groups.remove(largest)
        groups += [largest[: len(largest) // 2], largest[len(largest) // 2 :]]
    place = {item.id: number for number, item in enumerate(items)}
    rounds: list[list[Item]] = [[] for _ in range(count)]
    for group in sorted(groups, key=lambda group: (-len(group), place[group[0].id])):
        min(rounds, key=len).extend(group)
    in_order = [sorted(each, key=lambda item: place[item.id]) for each in rounds]
    return [tuple(each) for each in sorted(in_order, key=lambda each: place[each[0].id])]


def _joined(names: Iterable[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last
