"""What players are shown of the questions with one right option: a sample of them, drawn with fixed seeds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.true_false import TrueFalse
from rb_quiz.chance import Stream
from rb_quiz.item import Choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

SEED: Final = "advice"
_MOST_PLACES: Final = 3
_MOST_ANSWERS: Final = 200
"""How many answers of one template are looked at; of large tables that says enough."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as it is shown: its options in their order, and the place of the right one, from 0."""

    question: Question
    options: tuple[str, ...]
    key: int


def shown(bank: Bank, seed: str = SEED) -> Iterator[Shown]:
    """Yield the questions with one right option, those of one template once for each answer.

    Templates make as many questions of an answer as there are rows with it; draws give each answer the same weight.
    """
    spent: dict[str, set[str]] = {}
    for question in bank.everything:
        if not isinstance(question.form, Choice):
            continue
        if question.template:
            answers = spent.setdefault(question.template, set())
            if question.form.answer in answers or len(answers) >= _MOST_ANSWERS:
                continue
            answers.add(question.form.answer)
        yield drawn(bank, question, seed)


def statements(bank: Bank) -> Iterator[Shown]:
    """Yield the statements that authors wrote; of the generated ones chance decides whether they are true."""
    for question in bank.questions:
        if isinstance(question.form, TrueFalse):
            yield drawn(bank, question, SEED)


def drawn(bank: Bank, question: Question, seed: str) -> Shown:
    """Return what a question with one right option shows for a seed."""
    interaction, _ = question.form.draw(question.ask, partial(Stream, seed, question.id), bank.names)
    options = tuple(option.text for option in interaction.options) if isinstance(interaction, Choose) else ()
    return Shown(question, options, options.index(question.form.right[0]))


def places(questions: Iterable[Question]) -> str:
    """Return where the first few questions stand."""
    found = [f"{question.file}:{question.line}" for question in questions]
    more = len(found) - _MOST_PLACES
    return ", ".join(found[:_MOST_PLACES]) + (f" and {more} more" if more > 0 else "")
