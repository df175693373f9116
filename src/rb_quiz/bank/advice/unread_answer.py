"""A listed answer that can't be read as what the question expects is right only as it stands, letter by letter.

Bad:     {kind: text, expects: date, ask: When was it shown?, answer: 17 May 2012, accept: [the Thursday]}
Mended:  accept: [the 17th of May, 2012]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.answers import readable
from rb_quiz.bank.advice.finding import finding, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.problem import Problem


def check(bank: Bank) -> Iterator[Problem]:
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
                    yield finding(question, "unread-answer", message)
