"""The check `longest-key-rate`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.odds import at_least
from rb_quiz.bank.advice.shown import Shown, places, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_LEAST_LIKELY: Final = Fraction(1, 1000)


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each number of options for which whoever picks the longest is right too often."""
    by_options: dict[int, list[Shown]] = {}
    for item in shown(bank):
        by_options.setdefault(len(item.options), []).append(item)
    for options, items in sorted(by_options.items()):
        longest = [item.question for item in items if _is_longest(item)]
        if len(longest) * options > len(items) and at_least(len(longest), len(items), options) < _LEAST_LIKELY:
            message = (
                f"expected the answer to be the longest option in about one of {options} questions with {options} "
                f"options, found it in {len(longest)} of {len(items)}; shorten some answers or lengthen distractors, "
                f"as at {places(longest)}"
            )
            yield Flaw(message)


def _is_longest(item: Shown) -> bool:
    """Return whether the right option is longer than each other."""
    lengths = [len(text) for text in item.options]
    return lengths[item.key] > max((*lengths[: item.key], *lengths[item.key + 1 :]), default=0)


CHECK: Final = Check(
    name="longest-key-rate",
    level=Level.ERROR,
    rule="Over the bank, the answer is the longest option so often that chance would do it less than once in 1000.",
    why="Who knows nothing and always picks the longest option wins more than a fair share.",
    bad="""\
questions:
  - {ask: What do bees make?, answer: honey, distractors: [milk, silk, wool]}
  - {ask: What do spiders spin?, answer: cobwebs, distractors: [ropes, honey, socks]}
  - {ask: What do cows give?, answer: fresh milk, distractors: [honey, silk, sugar]}
  - {ask: What covers a sheep?, answer: a woolly fleece, distractors: [a shell, fur, scales]}
  - {ask: What do worms eat?, answer: mulberry leaves, distractors: [wool, milk, stones]}
""",
    mended="""\
questions:
  - {ask: What do bees make?, answer: honey, distractors: [marmalade, silk, wool]}
  - {ask: What do spiders spin?, answer: cobwebs, distractors: [necklaces, honey, socks]}
  - {ask: What do cows give?, answer: milk, distractors: [honey, silk, sugar]}
  - {ask: What covers a sheep?, answer: a fleece, distractors: [a hard shell, a hide, spines]}
  - {ask: What do worms eat?, answer: soft leaves, distractors: [raw wool, milk, stones]}
""",
    look=_look,
)
