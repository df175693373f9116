"""The check `middle-value`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.measures import measured, rank
from rb_quiz.bank.advice.odds import uneven
from rb_quiz.bank.advice.shown import places, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each number of options for which the right value has a favourite rank."""
    by_options: dict[int, list[list[Question]]] = {}
    for item in shown(bank):
        values = measured(item.options)
        if values is None:
            continue
        ranks = by_options.setdefault(len(values), [[] for _ in values])
        ranks[rank(values, item.key)].append(item.question)
    for options, ranks in sorted(by_options.items()):
        counts = [len(questions) for questions in ranks]
        if uneven(counts):
            often = ranks[counts.index(max(counts))]
            message = (
                f"expected the right number to be the least, the greatest or in between alike among {options} options, "
                f"found ranks {counts} from least to greatest; take other wrong numbers, as at {places(often)}"
            )
            yield Flaw(message)


CHECK: Final = Check(
    name="middle-value",
    level=Level.ERROR,
    rule=(
        "Over the bank, the ranks of the right values among options that are numbers, dates or amounts are uneven "
        "(chi-square, p < 0.001; exact where there are few)."
    ),
    why="Wrong numbers are often made around the right one, and who picks the middle wins without knowing.",
    bad="""\
questions:
  - {ask: How many legs has a fly?, answer: "6", distractors: ["4", "8", "10"]}
  - {ask: How many strings has a violin?, answer: "4", distractors: ["3", "5", "6"]}
  - {ask: How many days has a week?, answer: "7", distractors: ["6", "8", "9"]}
  - {ask: How many planets circle the sun?, answer: "8", distractors: ["7", "9", "10"]}
  - {ask: How many players are in a rugby union side?, answer: "15", distractors: ["13", "17", "19"]}
  - {ask: How many squares has a chess board?, answer: "64", distractors: ["49", "81", "100"]}
""",
    mended="""\
questions:
  - {ask: How many legs has a fly?, answer: "6", distractors: ["4", "8", "10"]}
  - {ask: How many strings has a violin?, answer: "4", distractors: ["5", "6", "8"]}
  - {ask: How many days has a week?, answer: "7", distractors: ["5", "6", "8"]}
  - {ask: How many planets circle the sun?, answer: "8", distractors: ["5", "6", "7"]}
  - {ask: How many players are in a rugby union side?, answer: "15", distractors: ["13", "17", "19"]}
  - {ask: How many squares has a chess board?, answer: "64", distractors: ["36", "49", "81"]}
""",
    look=_look,
)
