"""The check `lost-sequence`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.measures import is_ascending, measured, rank
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.multiple import Multiple
from rb_quiz.bank.kinds.options import in_order
from rb_quiz.chance import Stream, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.bank import Bank

_MEND: Final = "begin each with its number in digits and give all the same unit"


class _Still(Stream):
    """A stream that leaves things where they are, so that what is in order was put in order."""

    def shuffled(self, things: Sequence[Thing]) -> tuple[Thing, ...]:
        """Return the things as they came."""
        return tuple(things)


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose options are values of one scale and are not shown from least to greatest."""
    for question in bank.everything:
        form = question.form
        texts = (*form.right, *form.wrong)
        values = measured(texts) if isinstance(form, Choice | Multiple) else None
        if values is None:
            continue
        falling = sorted(texts, key=lambda text: -rank(values, texts.index(text)))
        if not is_ascending(measured(in_order(falling, _Still("still")))):
            mend = "ask for the year, or the day of one month" if isinstance(values[0], tuple) else _MEND
            message = (
                f"expected options that go up from first to last, found that they may be shown as "
                f"{', '.join(falling)}; {mend}, as plain numbers are sorted when shown"
            )
            yield Flaw(message, question)


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
