"""The search finds the first set of questions by priority in which no two give one another away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.draw.leaks import hint, leak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.draw.leaks import Clue

_MOST_STEPS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How often one template, and one key, may come up; None for no limit."""

    template: int | None = None
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The clues of the set, in order of priority, and how many there were to choose from."""

    clues: tuple[Clue, ...]
    there: int


class _Set:
    """A set that grows and shrinks, and knows what goes with it."""

    def __init__(self, before: Sequence[Clue], limits: Limits) -> None:
        self.before = before
        self.limits = limits
        self.places: list[int] = []
        self.clues: list[Clue] = list(before)
        self.templates = Counter(clue.question.template for clue in before)
        self.entities = Counter(clue.entity for clue in before)

    def admits(self, clue: Clue) -> bool:
        template, entity = clue.question.template, clue.entity
        if template and self.limits.template is not None and self.templates[template] >= self.limits.template:
            return False
        if entity and self.limits.entity is not None and self.entities[entity] >= self.limits.entity:
            return False
        return not any(leak(clue, other) for other in self.clues)

    def add(self, place: int, clue: Clue) -> None:
        self.places.append(place)
        self.clues.append(clue)
        self.templates[clue.question.template] += 1
        self.entities[clue.entity] += 1

    def drop(self) -> int:
        clue = self.clues.pop()
        self.templates[clue.question.template] -= 1
        self.entities[clue.entity] -= 1
        return self.places.pop()


def find_set(fitting: Sequence[Clue], count: int, before: Sequence[Clue], limits: Limits) -> Found:
    """Return the first `count` by priority that go together and with those before, or the most that were found.

    Those that only hint at one chosen come last, so that they serve where nothing better does.
    """
    order = _hinting_last(fitting, count, before, limits)
    greedy = _Set(before, limits)
    for place in order:
        if len(greedy.places) < count and greedy.admits(fitting[place]):
            greedy.add(place, fitting[place])
    places = greedy.places
    if len(places) < count <= len(order):
        places = _look_back(fitting, order, count, _Set(before, limits)) or places
    return Found(tuple(fitting[place] for place in sorted(places)), len(fitting))


def _look_back(fitting: Sequence[Clue], order: Sequence[int], count: int, chosen: _Set) -> list[int]:
    """Return the places of a set found depth first, going back where a choice leads nowhere; none after many steps."""
    at = 0
    for _ in range(_MOST_STEPS):
        if len(chosen.places) == count:
            return [order[place] for place in chosen.places]
        if len(chosen.places) + len(order) - at >= count:
            if chosen.admits(fitting[order[at]]):
                chosen.add(at, fitting[order[at]])
            at += 1
        elif chosen.places:
            at = chosen.drop() + 1
        else:
            break
    return []


def _hinting_last(fitting: Sequence[Clue], count: int, before: Sequence[Clue], limits: Limits) -> list[int]:
    """Return the places in order, those last that hint at, or are hinted at by, what comes before them."""
    clean = _Set(before, limits)
    first: list[int] = []
    last: list[int] = []
    for place, clue in enumerate(fitting):
        if len(clean.places) < count and clean.admits(clue):
            if any(hint(clue, other) for other in clean.clues):
                last.append(place)
                continue
            clean.add(place, clue)
        first.append(place)
    return first + last
