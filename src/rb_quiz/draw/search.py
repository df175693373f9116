"""The search finds the first set of questions by priority in which no two give one another away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.draw.leaks import hint, leak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.draw.leaks import Clue

_MOST_STEPS: Final = 5_000
_MOST_COMPARED: Final = 800


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


def find_set(slots: Iterable[Clue], count: int, before: Sequence[Clue], limits: Limits) -> Found:
    """Return the first `count` by priority that go together and with those before, or the most that were found.

    Those that only hint at one chosen serve where nothing better does. No more is looked at than is needed.
    """
    chosen = _Set(before, limits)
    fitting: list[Clue] = []
    hinting: list[int] = []
    for place, clue in enumerate(slots):
        fitting.append(clue)
        if not chosen.admits(clue):
            continue
        if any(hint(clue, other) for other in chosen.clues):
            hinting.append(place)
            continue
        chosen.add(place, clue)
        if len(chosen.places) == count:
            return Found(tuple(fitting[place] for place in chosen.places), len(fitting))
    for place in hinting:
        if len(chosen.places) < count and chosen.admits(fitting[place]):
            chosen.add(place, fitting[place])
    places = chosen.places
    if len(places) < count <= len(fitting):
        places = _look_back(fitting, range(len(fitting)), count, _Set(before, limits)) or max(
            places, _least_leaking(fitting, count, _Set(before, limits)), key=len
        )
    return Found(tuple(fitting[place] for place in sorted(places)), len(fitting))


def _least_leaking(fitting: Sequence[Clue], count: int, chosen: _Set) -> list[int]:
    """Return the places of up to `count` that go together, those first that go with most others."""
    if len(fitting) > _MOST_COMPARED:
        return []
    leaks = [sum(leak(clue, other) for other in fitting) for clue in fitting]
    for place in sorted(range(len(fitting)), key=lambda place: (leaks[place], place)):
        if len(chosen.places) < count and chosen.admits(fitting[place]):
            chosen.add(place, fitting[place])
    return chosen.places


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
