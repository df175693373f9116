"""Choosing finds the questions of a quiz: those that fit the blueprint, the first by priority that go together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from rb_quiz.chance import digest
from rb_quiz.draw.leaks import clue_of
from rb_quiz.draw.search import Limits, find_set
from rb_quiz.item import Difficulty
from rb_quiz.problem import CallError
from rb_quiz.quiz.model import RISING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rb_quiz.bank import Bank, Question, Template
    from rb_quiz.bank.templates.maker import Unit
    from rb_quiz.draw.leaks import Clue
    from rb_quiz.draw.search import Found
    from rb_quiz.quiz import Blueprint

_MOST_OF_ONE_KEY: Final = 2
_SPARE: Final = 2


class TooFewError(CallError):
    """The bank has fewer questions than were asked for; `possible` would do."""

    def __init__(self, message: str, possible: int) -> None:
        super().__init__(message)
        self.possible = possible


@dataclass(frozen=True, slots=True)
class Past:
    """What the players had before: for each id a rank, the later it should come back the greater.

    With `barred` none of it comes back at all.
    """

    ranks: Mapping[str, int]
    barred: bool = False


NO_PAST: Final = Past({})


def choose(bank: Bank, blueprint: Blueprint, seed: str, past: Past = NO_PAST) -> tuple[Question, ...]:
    """Return the questions of a quiz in the order they are asked.

    Every question has a priority, the hash of seed and id; the result is the first set by priority in which nothing
    gives anything else away. So a question added to the bank displaces at most those it goes before. No template and
    no key comes up too often where that can be helped. Raise TooFewError when the blueprint can't be met, saying
    which demand fails and how far it can go.
    """
    most = _most_of_one(blueprint.questions)
    for limits in (Limits(most, _MOST_OF_ONE_KEY), Limits(most)):
        try:
            return _choose(bank, blueprint, seed, limits, past)
        except TooFewError:
            continue
    return _choose(bank, blueprint, seed, Limits(), past)


def _choose(bank: Bank, blueprint: Blueprint, seed: str, limits: Limits, past: Past) -> tuple[Question, ...]:
    offered = (limits.template or blueprint.questions) + _SPARE
    slots = _unseen_first(_slots(bank, blueprint, seed, offered + len(past.ranks)), past)
    if blueprint.difficulty != RISING:
        found = find_set(slots, blueprint.questions, (), limits)
        return _asked(found, blueprint.questions, _described(blueprint))
    chosen: tuple[Question, ...] = ()
    clues: tuple[Clue, ...] = ()
    everything = list(slots)
    for difficulty, count in _thirds(blueprint.questions):
        band = (clue for clue in everything if clue.question.difficulty is difficulty)
        found = find_set(band, count, clues, limits)
        chosen += _asked(found, count, f"{difficulty} questions {_described(blueprint)}".strip())
        clues += found.clues
    return chosen


def offers(bank: Bank, blueprint: Blueprint, seed: str) -> Iterator[Clue]:
    """Yield what a blueprint allows by priority, whether it goes together or not."""
    return _slots(bank, blueprint, seed, blueprint.questions + _SPARE)


def _asked(found: Found, count: int, demand: str) -> tuple[Question, ...]:
    """Return the questions found, no template twice in a row where that can be helped."""
    if len(found.clues) < count:
        raise _too_few(count, found.there, len(found.clues), demand)
    left = [clue.question for clue in found.clues]
    ordered: list[Question] = []
    while left:
        last = ordered[-1].template if ordered else ""
        other = next((place for place, question in enumerate(left) if not last or question.template != last), 0)
        ordered.append(left.pop(other))
    return tuple(ordered)


def _most_of_one(count: int) -> int:
    return -(-count // 3)


def _thirds(count: int) -> list[tuple[Difficulty, int]]:
    """Return how many items of each difficulty a rising quiz has: a third, the middle and start first."""
    third, rest = divmod(count, 3)
    return [
        (Difficulty.EASY, third + (rest == 2)),  # noqa: PLR2004 - two are left over
        (Difficulty.MEDIUM, third + (rest > 0)),
        (Difficulty.HARD, third),
    ]


def _slots(bank: Bank, blueprint: Blueprint, seed: str, offered: int) -> Iterator[Clue]:
    """Yield what a blueprint allows by priority; a template has so many slots as are offered, filled when reached."""
    topics = {bank.topic(topic) for topic in blueprint.topics}

    def about(topic: str) -> bool:
        return not topics or topic in topics

    templates = [
        template
        for template in bank.templates
        if about(template.common.topic) and (not blueprint.kinds or template.common.kind in blueprint.kinds)
    ]
    drawn: dict[str, tuple[Unit, ...]] = {}

    def fill(template: Template, slot: int) -> Question | None:
        if template.common.id not in drawn:
            drawn[template.common.id] = template.units(seed, offered)
        units = drawn[template.common.id]
        return template.question(units[slot], seed) if slot < len(units) else None

    queue: list[tuple[str, Callable[[], Question | None]]] = [
        *((question.id, partial(_itself, question)) for question in bank.questions if about(question.topic)),
        *(
            (f"{template.common.id}/{slot}", partial(fill, template, slot))
            for template in templates
            for slot in range(min(offered, template.maker.most()))
        ),
    ]
    for _, write in sorted(queue, key=lambda each: (digest(seed, each[0], "draw"), each[0])):
        question = write()
        if question is not None and blueprint.allows(question):
            yield clue_of(question, bank.names)


def _unseen_first(slots: Iterator[Clue], past: Past) -> Iterator[Clue]:
    """Yield what is new by priority, and then, unless it is barred, what comes back by rank."""
    if not past.ranks:
        yield from slots
        return
    seen: list[Clue] = []
    for clue in slots:
        if clue.question.id in past.ranks:
            seen.append(clue)
        else:
            yield clue
    if not past.barred:
        yield from sorted(seen, key=lambda clue: past.ranks[clue.question.id])


def _itself(question: Question) -> Question:
    return question


def _too_few(count: int, there: int, together: int, demand: str) -> TooFewError:
    asked = f"expected {count} questions{_gap(demand)}"
    if together == 0:
        return TooFewError(
            f"{asked}, found none; ask for other topics, kinds or difficulties, or allow more spoilers", 0
        )
    which = (
        f"{there}" if together == there else f"{there}, of which {together} go together without giving one another away"
    )
    return TooFewError(
        f"{asked}, found {which}; ask for {together} or fewer, or for more topics, kinds or spoilers", together
    )


def _gap(demand: str) -> str:
    return f" ({demand})" if demand else ""


def _described(blueprint: Blueprint) -> str:
    parts = [
        f"topic {' or '.join(blueprint.topics)}" if blueprint.topics else "",
        f"kind {' or '.join(blueprint.kinds)}" if blueprint.kinds else "",
        f"difficulty {blueprint.difficulty}" if blueprint.difficulty not in (None, RISING) else "",
        f"spoilers up to {blueprint.spoilers}" if blueprint.spoilers is not list(type(blueprint.spoilers))[-1] else "",
    ]
    return ", ".join(part for part in parts if part)
