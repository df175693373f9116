"""The typed questions of a bank, as the judge sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.bank.kinds import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.answers import Expected
    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question


def typed(bank: Bank) -> Iterator[tuple[Question, Text, Expected]]:
    """Yield the questions whose answer is a typed text, with what the judge will be told of each."""
    for question in bank.questions:
        if isinstance(question.form, Text):
            yield question, question.form, question.form.expected(question.ask, bank.names)
