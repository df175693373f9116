"""Drawing a quiz: choose its questions, then give each its options from a stream of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rb_quiz.chance import Stream
from rb_quiz.draw.choose import NO_PAST, Past, choose
from rb_quiz.draw.code import code_of
from rb_quiz.item import Item
from rb_quiz.quiz import Quiz, Recipe

if TYPE_CHECKING:
    from rb_quiz.bank import Bank, Question
    from rb_quiz.quiz import Blueprint


def draw(bank: Bank, blueprint: Blueprint, seed: str, past: Past = NO_PAST) -> Quiz:
    """Return the quiz of this blueprint and seed; the same on every machine for the same edition of the bank.

    One that keeps clear of a past has no code, as no code could bring it back for others.
    Raise CallError when the bank can't meet the blueprint.
    """
    recipe = Recipe(blueprint, seed, bank.edition)
    items = tuple(draw_item(bank, question, seed) for question in choose(bank, blueprint, seed, past))
    return Quiz("" if past.ranks else code_of(recipe, bank.topics), recipe, items)


def draw_item(bank: Bank, question: Question, seed: str) -> Item:
    """Return one concrete item of a question; its options depend on seed and id alone, not on its place in a quiz."""
    interaction, key = question.form.draw(question.ask, partial(Stream, seed, question.id), bank.names)
    return Item(
        id=question.id,
        topic=question.topic,
        kind=question.kind,
        stem=question.ask,
        interaction=interaction,
        key=key,
        difficulty=question.difficulty,
        spoiler=question.spoiler,
        feedback=question.feedback,
        source=bank.citation(question.sources),
        facts=question.facts,
        proof=question.proofs,
    )
