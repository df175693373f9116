"""The check `vague-term`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import every, names
from rb_quiz.bank.advice.sayings import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_VAGUE: Final = frozenset("often usually sometimes may generally frequently many".split())
_HARMLESS: Final = ("how many", "as many", "how often", "as often", "that many", "so many", "too many", "many happy")


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question that says in a vague way how often or how much, in its stem or an option."""
    for question in every(bank):
        for text in (question.ask, *question.form.right, *question.form.wrong):
            text_said = text.replace("May", "_") if "May" in text else text  # the month
            for word in said(text_said, _VAGUE, _HARMLESS, names(bank))[:1]:
                message = (
                    f"expected words that settle what is true, found {word!r} in {text!r:.80}; "
                    "say how often or how many, or by whose account"
                )
                yield Flaw(message, question)


CHECK: Final = Check(
    name="vague-term",
    level=Level.WARNING,
    rule="The stem or an option has often, usually, sometimes, may, generally, frequently or many.",
    why="Readers differ in what these words mean, so that two options can be defended.",
    bad="""\
questions:
  - {ask: Where does she often swim?, answer: In the sea, distractors: [In a pool, In a lake, In a river]}
""",
    mended="""\
questions:
  - {ask: Where does she swim each morning?, answer: In the sea, distractors: [In a pool, In a lake, In a river]}
""",
    look=_look,
)
