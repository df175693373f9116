"""The check `unread-answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.answers import readable
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.typed import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each listed answer that the judge can't read; an answer itself that it can't read is an error at load."""
    for question, form, _ in typed(bank):
        listed = {"accept": form.accept, "too-broad": form.too_broad, "reject": form.reject}
        for field, texts in listed.items():
            for text in texts:
                if not readable(form.expects, text):
                    message = (
                        f"expected each text under '{field}' to be a {form.expects}, found {text!r}, which matches "
                        "only as it stands; write it as one, or take it out"
                    )
                    yield Flaw(message, question)


CHECK: Final = Check(
    name="unread-answer",
    level=Level.WARNING,
    rule="A listed answer can't be read as what the question expects.",
    why="It is right, or wrong, only as it stands, letter by letter: any other way to write it is not recognised.",
    bad="""\
questions:
  - {kind: text, expects: date, ask: When was it shown?, answer: 17 May 2012, accept: [the Thursday]}
""",
    mended="""\
questions:
  - {kind: text, expects: date, ask: When was it shown?, answer: 17 May 2012, accept: ["Thursday, 17/05/2012"]}
""",
    look=_look,
)
