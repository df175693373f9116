"""A typed answer must not be right for one question and be something else in the same bank.

Bad:     {kind: text, expects: place, ask: Where is it set?, answer: Antibes, accept: [Cannes]} beside a table that
         lists Cannes as another town.
Mended:  without Cannes, or, where two names mean one thing, with both under one entry of `names`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.answers import Verdict, judge, normal
from rb_quiz.bank.advice.finding import finding, typed
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.problem import Problem


def check(bank: Bank) -> Iterator[Problem]:
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
                yield finding(question, "swallowed-answer", message)
