"""Spares are further items that go with a quiz without giving anything of it away, for a tie-breaker say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rb_quiz.bank import Template
from rb_quiz.draw.choose import offers
from rb_quiz.draw.leaks import clue_of, leak
from rb_quiz.draw.quiz import draw_item
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank import Bank
    from rb_quiz.draw.leaks import Clue
    from rb_quiz.item import Item
    from rb_quiz.quiz import Quiz


def spares(bank: Bank, quiz: Quiz, kind: str, count: int) -> tuple[Item, ...]:
    """Return up to so many items of a kind that leak nothing of the quiz nor of one another; the same each time."""
    recipe = quiz.recipe
    blueprint = replace(recipe.blueprint, questions=count, topics=(), kinds=(kind,), difficulty=None)
    taken = list(_clues(bank, quiz))
    found: list[Item] = []
    for clue in offers(bank, blueprint, recipe.seed):
        if len(found) == count:
            break
        if not any(leak(clue, other) for other in taken):
            taken.append(clue)
            found.append(draw_item(bank, clue.question, recipe.seed))
    return tuple(found)


def _clues(bank: Bank, quiz: Quiz) -> Iterator[Clue]:
    """Yield what the questions of a quiz show, as far as the bank still has them."""
    for item in quiz.items:
        try:
            question = bank.question(item.id)
        except CallError:
            continue
        if not isinstance(question, Template):
            yield clue_of(question, bank.names)
