"""What is listed as too broad must not be accepted all the same, by another name or by a rule of the judge.

Bad:     {kind: text, expects: person, ask: Who directed it?, answer: Jacques Audiard, too-broad: [Audiard]} where
         `names` lists Audiard as another name of his.
Mended:  without one of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.answers import Verdict, judge
from rb_quiz.bank.advice.finding import finding, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.problem import Problem


def check(bank: Bank) -> Iterator[Problem]:
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
                    yield finding(question, "broad-answer", message)
