"""Choosing finds the questions of a quiz: those that fit the blueprint, the first by priority that go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.chance import digest
from rb_quiz.draw.leaks import clue_of
from rb_quiz.draw.search import Limits, find_set
from rb_quiz.item import Difficulty
from rb_quiz.problem import CallError, did_you_mean
from rb_quiz.quiz.model import RISING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank import Bank, Question
    from rb_quiz.bank.question import Common
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


def choose(bank: Bank, blueprint: Blueprint, seed: str) -> tuple[Question, ...]:
    """Return the questions of a quiz in the order they are asked.

    Every question has a priority, the hash of seed and id; the result is the first set by priority in which nothing
    gives anything else away. So a question added to the bank displaces at most those it goes before. No template and
    no key comes up too often where that can be helped. Raise TooFewError when the blueprint can't be met, saying
    which demand fails and how far it can go.
    """
    try:
        return _choose(bank, blueprint, seed, caps=True)
    except TooFewError:
        return _choose(bank, blueprint, seed, caps=False)


def _choose(bank: Bank, blueprint: Blueprint, seed: str, *, caps: bool) -> tuple[Question, ...]:
    offered = _most_of_one(blueprint.questions) if caps else blueprint.questions
    fitting = [clue_of(question, bank.names) for question in _fitting(bank, blueprint, seed, offered + _SPARE)]
    fitting.sort(key=lambda clue: (digest(seed, clue.question.id, "draw"), clue.question.id))
    limits = Limits(_most_of_one(blueprint.questions), _MOST_OF_ONE_KEY) if caps else Limits()
    if blueprint.difficulty != RISING:
        return _asked(find_set(fitting, blueprint.questions, (), limits), blueprint.questions, _described(blueprint))
    chosen: tuple[Question, ...] = ()
    clues: tuple[Clue, ...] = ()
    for difficulty, count in _thirds(blueprint.questions):
        band = [clue for clue in fitting if clue.question.difficulty is difficulty]
        found = find_set(band, count, clues, limits)
        chosen += _asked(found, count, f"{difficulty} questions {_described(blueprint)}".strip())
        clues += found.clues
    return chosen


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


def _fitting(bank: Bank, blueprint: Blueprint, seed: str, offered: int) -> Iterator[Question]:
    """Yield the questions that a blueprint allows; of each template, as many as are offered."""
    topics = {_known(topic, bank.topics, "topic").casefold() for topic in blueprint.topics}

    def fits(asked: Question | Common) -> bool:
        return (
            (not topics or asked.topic.casefold() in topics)
            and (not blueprint.kinds or asked.kind in blueprint.kinds)
            and asked.spoiler.within(blueprint.spoilers)
        )

    def hard_enough(question: Question) -> bool:
        return blueprint.difficulty in (None, RISING, question.difficulty)

    for question in bank.questions:
        if fits(question) and hard_enough(question):
            yield question
    for template in bank.templates:
        if fits(template.common):
            for question in template.questions(seed, offered, blueprint):
                if hard_enough(question):
                    yield question


def _known(word: str, known: Sequence[str], what: str) -> str:
    if word.casefold() not in {name.casefold() for name in known}:
        mend = did_you_mean(word, known) or f"; this bank has {', '.join(known) or 'none'}"
        raise CallError(f"expected a {what} of this bank, found {word!r}{mend}")
    return word


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
