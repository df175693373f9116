"""The check `broad-answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Verdict, judge
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.typed import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each text that is listed as too broad, or as wrong, and accepted all the same."""
    for question, form, expected in typed(bank):
        for field, texts in {"too-broad": form.too_broad, "reject": form.reject}.items():
            for text in texts:
                judged = judge(expected, text)
                if judged.verdict is Verdict.ACCEPT:
                    message = (
                        f"expected {text!r} not to be accepted, as it is listed under '{field}', found that it is "
                        f"(rule {judged.rule}, as {judged.matched!r}); take it out here or where it is a name"
                    )
                    yield Flaw(message, question)


CHECK: Final = Check(
    name="broad-answer",
    level=Level.ERROR,
    rule="A text that is listed as too broad, or as wrong, is accepted all the same.",
    why="By another name, or by a rule of the judge, players get it marked as right against the author's will.",
    bad="""\
names: {person: [{name: Jacques Audiard, also: [Audiard]}]}
questions:
  - {kind: text, expects: person, ask: Who directed it?, answer: Jacques Audiard, too-broad: [Audiard]}
""",
    mended="""\
names: {person: [{name: Jacques Audiard, also: [Audiard]}]}
questions:
  - {kind: text, expects: person, ask: Who directed it?, answer: Jacques Audiard, too-broad: [the director]}
""",
    look=_look,
)
