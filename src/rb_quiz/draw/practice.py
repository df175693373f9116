"""A practice quiz asks given facts again, each in another wording or kind where the bank has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.chance import digest
from rb_quiz.draw.leaks import clue_of, leak
from rb_quiz.draw.quiz import draw_item
from rb_quiz.quiz import Blueprint, Quiz, Recipe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rb_quiz.bank import Bank, Question
    from rb_quiz.draw.leaks import Clue


def practice(bank: Bank, facts: Mapping[str, str], seed: str, count: int) -> Quiz | None:
    """Return a quiz of up to so many items on the facts, in their order; None where the bank asks none of them.

    `facts` gives for each the item that asked it last, which comes again only where there is no other. No item gives
    another away, so that some facts may have to wait. The quiz has no code.
    """
    asking = _by_fact(bank, set(facts))
    kinds = {question.id: question.kind for found in asking.values() for question in found}
    chosen: list[Clue] = []
    for fact, last in facts.items():
        if len(chosen) == count:
            break

        def wish(question: Question, last: str = last) -> tuple[bool, bool, bytes]:
            return question.id == last, question.kind == kinds.get(last), digest(seed, question.id, "practice")

        clues = (clue_of(question, bank.names) for question in sorted(asking.get(fact, ()), key=wish))
        fitting = next((clue for clue in clues if not any(leak(clue, other) for other in chosen)), None)
        if fitting is not None:
            chosen.append(fitting)
    if not chosen:
        return None
    items = tuple(draw_item(bank, clue.question, seed) for clue in chosen)
    return Quiz("", Recipe(Blueprint(len(items)), seed, bank.edition), items)


def _by_fact(bank: Bank, facts: set[str]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in bank.every():
        for fact in facts.intersection(question.facts):
            found.setdefault(fact, []).append(question)
    return found
