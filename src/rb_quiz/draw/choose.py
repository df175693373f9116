"""Choosing finds the questions of a quiz: those that fit the blueprint, the first by priority that go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.chance import digest
from rb_quiz.item import Difficulty
from rb_quiz.problem import CallError, did_you_mean
from rb_quiz.quiz.model import RISING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.bank import Bank, Question
    from rb_quiz.quiz import Blueprint

_MOST_STEPS: Final = 200_000


class TooFewError(CallError):
    """The bank has fewer questions than were asked for; `possible` would do."""

    def __init__(self, message: str, possible: int) -> None:
        super().__init__(message)
        self.possible = possible


def choose(bank: Bank, blueprint: Blueprint, seed: str) -> tuple[Question, ...]:
    """Return the questions of a quiz in the order they are asked.

    Every question has a priority, the hash of seed and id; the result is the first set by priority in which no fact
    is asked twice. So a question added to the bank displaces at most those it goes before. Raise CallError when the
    blueprint can't be met, saying which demand fails and how far it can go.
    """
    fitting = sorted(_fitting(bank, blueprint), key=lambda question: (digest(seed, question.id, "draw"), question.id))
    if blueprint.difficulty != RISING:
        return _compatible(fitting, blueprint.questions, (), _described(blueprint))
    chosen: tuple[Question, ...] = ()
    for difficulty, count in _thirds(blueprint.questions):
        band = [question for question in fitting if question.difficulty is difficulty]
        chosen += _compatible(band, count, chosen, f"{difficulty} questions {_described(blueprint)}".strip())
    return chosen


def _thirds(count: int) -> list[tuple[Difficulty, int]]:
    """Return how many items of each difficulty a rising quiz has: a third, the middle and start first."""
    third, rest = divmod(count, 3)
    return [
        (Difficulty.EASY, third + (rest == 2)),  # noqa: PLR2004 - two are left over
        (Difficulty.MEDIUM, third + (rest > 0)),
        (Difficulty.HARD, third),
    ]


def _fitting(bank: Bank, blueprint: Blueprint) -> Iterable[Question]:
    topics = {_known(topic, bank.topics, "topic").casefold() for topic in blueprint.topics}
    for question in bank.questions:
        if (
            (not topics or question.topic.casefold() in topics)
            and (not blueprint.kinds or question.kind in blueprint.kinds)
            and blueprint.difficulty in (None, RISING, question.difficulty)
            and question.spoiler.within(blueprint.spoilers)
        ):
            yield question


def _known(word: str, known: Sequence[str], what: str) -> str:
    if word.casefold() not in {name.casefold() for name in known}:
        mend = did_you_mean(word, known) or f"; this bank has {', '.join(known) or 'none'}"
        raise CallError(f"expected a {what} of this bank, found {word!r}{mend}")
    return word


def _compatible(
    fitting: Sequence[Question], count: int, before: Sequence[Question], demand: str
) -> tuple[Question, ...]:
    """Return the first `count` by priority that share no fact with one another or those before, by backtracking."""
    asked = {fact for question in before for fact in question.facts}
    chosen: list[int] = []
    best = 0
    at = 0
    for _ in range(_MOST_STEPS + len(fitting)):
        if len(chosen) == count:
            return tuple(fitting[index] for index in chosen)
        if at < len(fitting) and len(chosen) + len(fitting) - at >= count:
            if asked.isdisjoint(fitting[at].facts):
                chosen.append(at)
                asked.update(fitting[at].facts)
                best = max(best, len(chosen))
            at += 1
            continue
        if not chosen or count > len(fitting):
            break
        at = chosen.pop()
        asked.difference_update(fitting[at].facts)
        at += 1
    raise _too_few(count, len(fitting), _most_together(fitting, before, best), demand)


def _most_together(fitting: Sequence[Question], before: Sequence[Question], best: int) -> int:
    asked = {fact for question in before for fact in question.facts}
    taken = 0
    for question in fitting:
        if asked.isdisjoint(question.facts):
            asked.update(question.facts)
            taken += 1
    return max(taken, best)


def _too_few(count: int, there: int, together: int, demand: str) -> TooFewError:
    asked = f"expected {count} questions{_gap(demand)}"
    if together == 0:
        return TooFewError(
            f"{asked}, found none; ask for other topics, kinds or difficulties, or allow more spoilers", 0
        )
    which = f"{there}" if together == there else f"{there}, of which {together} go together without asking a fact twice"
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
