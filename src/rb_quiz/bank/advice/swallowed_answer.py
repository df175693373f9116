"""The check `swallowed-answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Verdict, judge, normal
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.typed import typed
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each name of the bank that the judge would take for the answer to a question about something else."""
    for question, form, expected in typed(bank):
        if form.expects not in NAMED:
            continue
        called = (form.answer, *(name for sort in NAMED for name in bank.names.aliases(sort, form.answer)))
        own = {normal(name) for name in called}
        others = {normal(name): name for name in bank.names.known(form.expects)}
        for plain, name in others.items():
            judged = judge(expected, name)
            if plain not in own and judged.verdict is Verdict.ACCEPT:
                message = (
                    f"expected only {form.answer!r} to be right, found that {name!r} is accepted too "
                    f"(as {judged.matched!r}) and is known in this bank by its own name; "
                    "take it out of 'accept', or name it under 'also' if it is the same"
                )
                yield Flaw(message, question)


CHECK: Final = Check(
    name="swallowed-answer",
    level=Level.ERROR,
    rule="A typed answer accepts the name of something else that the bank knows.",
    why="Who names the other thing is told that it is right.",
    bad="""\
names: {place: [Antibes, Cannes]}
questions:
  - {kind: text, expects: place, ask: Where is it set?, answer: Antibes, accept: [Cannes]}
""",
    mended="""\
names: {place: [{name: Antibes, also: [Antibes-les-Pins]}, Cannes]}
questions:
  - {kind: text, expects: place, ask: Where is it set?, answer: Antibes}
""",
    look=_look,
)
