"""The check `two-answers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import every, offers
from rb_quiz.bank.advice.sameness import same
from rb_quiz.bank.kinds.match import Match
from rb_quiz.bank.kinds.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.advice.offered import Offer
    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question
    from rb_quiz.bank.tables import Table


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each pair of options that say the same, and each distractor that a source of the same fact attests."""
    for question, texts in _columns(bank):
        for one, other in same(texts, bank.names):
            message = (
                f"expected options that differ in what they say, found {one!r} and {other!r}, which are the same; "
                "change or remove one"
            )
            yield Flaw(message, question)
    tables = {id(template.frame.table): template.frame.table for template in bank.templates}
    for offer in offers(bank):
        for table in () if offer.question.template or offer.question.kind == "odd-one-out" else tables.values():
            yield from _attested(offer, table)


def _columns(bank: Bank) -> Iterator[tuple[Question, tuple[str, ...]]]:
    """Yield the texts of each question that stand beside each other and have to differ."""
    for offer in offers(bank):
        yield offer.question, offer.options
    for question in every(bank):
        if isinstance(question.form, Order):
            yield question, question.form.order
        elif isinstance(question.form, Match):
            yield question, tuple(left for left, _ in question.form.pairs)
            yield question, (*(right for _, right in question.form.pairs), *question.form.distractors)


def _attested(offer: Offer, table: Table) -> Iterator[Flaw]:
    """Yield each distractor that stands in a table as another value of the very cell that holds the answer."""
    for row, extra in table.extras.items():
        if not extra.alternatives or not set(extra.facts) & set(offer.question.facts):
            continue
        for column in extra.alternatives:
            values = table.attested(row, column)
            if not any(table.value(column, text) in values for text in offer.right):
                continue
            for text in offer.wrong:
                if table.value(column, text) in values:
                    message = (
                        f"expected distractors that no source gives, found {text!r}, which stands in the table "
                        f"{table.name!r} (line {table.lines[row]}) beside {table.cells[row][column]!r}; "
                        "take another distractor"
                    )
                    yield Flaw(message, offer.question)


CHECK: Final = Check(
    name="two-answers",
    level=Level.ERROR,
    rule="Two options are the same value, or two names of the same thing, or a table attests a distractor too.",
    why="Who picks the other one is as right, and who sees that two are the same rules both out.",
    bad="""\
questions:
  - {ask: How many people live in the village?, answer: "1,000", distractors: ["700", one thousand, "1,300"]}
""",
    mended="""\
questions:
  - {ask: How many people live in the village?, answer: "1,000", distractors: ["700", "400", "1,300"]}
""",
    look=_look,
)
