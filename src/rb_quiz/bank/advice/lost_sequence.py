"""The check `lost-sequence`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.measures import is_ascending, measured
from rb_quiz.bank.advice.shown import drawn
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.multiple import Multiple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_MEND: Final = "begin each with its number in digits and give all the same unit"
_SEEDS: Final = ("first", "second", "third", "fourth")


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose options are values of one scale and are not shown from least to greatest."""
    for question in bank.everything:
        form = question.form
        if not isinstance(form, Choice | Multiple) or measured((*form.right, *form.wrong)) is None:
            continue
        for seed in _SEEDS:
            options = drawn(bank, question, seed).options
            values = measured(options)
            if values is not None and not is_ascending(values):
                mend = "ask for the year, or the day of one month" if isinstance(values[0], tuple) else _MEND
                yield Flaw(
                    f"expected options that go up from first to last, found that they may be shown as "
                    f"{', '.join(options)}; {mend}, as plain numbers are sorted when shown",
                    question,
                )
                break


CHECK: Final = Check(
    name="lost-sequence",
    level=Level.NOTE,
    rule="The options are dates, amounts or numbers in words, which are shown in any order; plain numbers are sorted.",
    why="Players have to sort them in their heads before they can choose.",
    bad="""\
questions:
  - {ask: How long is a lunar month?, answer: four weeks, distractors: [two weeks, three weeks, six weeks]}
""",
    mended="""\
questions:
  - {ask: How long is a lunar month?, answer: 4 weeks, distractors: [2 weeks, 3 weeks, 6 weeks]}
""",
    look=_look,
)
