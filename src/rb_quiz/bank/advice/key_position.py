"""The check `key-position`."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.measures import is_ascending, measured
from rb_quiz.bank.advice.odds import at_least, run_at_least
from rb_quiz.bank.advice.shown import SEED, Shown, places, shown, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_LEAST_LIKELY: Final = Fraction(4, 1000)
_LONGEST_RUN: Final = 6
_MORE_SEEDS: Final = ("second", "third")
_STATEMENTS: Final = "statements"
_SORTED: Final = "questions with sorted numbers"
_SHUFFLED: Final = "questions with shuffled options"
_MENDS: Final = {
    _STATEMENTS: "state some of them the other way round",
    _SORTED: "take other wrong numbers",
    _SHUFFLED: "tell the makers of rb-quiz, as no author can do that",
}


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each group of questions whose answer has a favourite place, or stays in one place for long."""
    for (sort, options), items in sorted(_groups(bank).items()):
        found = _favourite(sort, items, options) or _run(sort, items, options)
        if found:
            yield Flaw(f"expected the answers to {sort} to be spread by chance, found {found}; {_MENDS[sort]}")


def _favourite(sort: str, items: list[Shown], options: int) -> str:
    """Return how often which place is right, nothing where that may be chance."""
    often, lowest = max((sum(item.key == place for item in items), -place) for place in range(options))
    if often * options <= len(items) or options * at_least(often, len(items), options) >= _LEAST_LIKELY:
        return ""
    those = [item for item in items if item.key == -lowest]
    what = those[0].question.form.right[0].lower() if sort == _STATEMENTS else f"at place {1 - lowest}"
    return f"{often} of {len(items)} {what}, as in {places(item.question for item in those)}"


def _run(sort: str, items: list[Shown], options: int) -> str:
    """Return how often in a row one place is right, nothing where that may be chance; statements have none."""
    run = max((len(list(same)) for _, same in groupby(item.key for item in items)), default=0)
    if sort == _STATEMENTS or run < _LONGEST_RUN or run_at_least(run, len(items), options) >= _LEAST_LIKELY:
        return ""
    return f"one place {run} times in a row"


def _groups(bank: Bank) -> dict[tuple[str, int], list[Shown]]:
    """Return what is shown by sort and number of options.

    Sorted numbers and statements stay as they are whatever the seed; what is shuffled is drawn thrice.
    """
    groups: dict[tuple[str, int], list[Shown]] = {}
    for item in statements(bank):
        groups.setdefault((_STATEMENTS, len(item.options)), []).append(item)
    for seed in (SEED, *_MORE_SEEDS):
        for item in shown(bank, seed):
            stays = is_ascending(measured(item.options))
            if len(item.options) > 1 and (seed == SEED or not stays):
                groups.setdefault((_SORTED if stays else _SHUFFLED, len(item.options)), []).append(item)
    return groups


CHECK: Final = Check(
    name="key-position",
    level=Level.WARNING,
    rule=(
        "Over the bank, the answers stand in one place so often, or for so long in a row (6 or more), that chance "
        "would do it less than 4 times in 1000; of statements, so many are true, or false."
    ),
    why="Who always picks that place wins without knowing. Answers are spread by chance, never balanced by hand.",
    bad="""\
questions:
  - {kind: true-false, ask: Bees make honey., answer: true}
  - {kind: true-false, ask: Spiders have eight legs., answer: true}
  - {kind: true-false, ask: Whales breathe air., answer: true}
  - {kind: true-false, ask: Lisbon lies in Portugal., answer: true}
  - {kind: true-false, ask: Iron rusts., answer: true}
  - {kind: true-false, ask: A violin has four strings., answer: true}
  - {kind: true-false, ask: Bats fly at night., answer: true}
  - {kind: true-false, ask: Salt dissolves in water., answer: true}
  - {kind: true-false, ask: Owls hunt mice., answer: true}
""",
    mended="""\
questions:
  - {kind: true-false, ask: Bees make honey., answer: true}
  - {kind: true-false, ask: Spiders have six legs., answer: false}
  - {kind: true-false, ask: Whales breathe air., answer: true}
  - {kind: true-false, ask: Lisbon lies in Spain., answer: false}
  - {kind: true-false, ask: Iron rusts., answer: true}
  - {kind: true-false, ask: A violin has five strings., answer: false}
  - {kind: true-false, ask: Bats fly at night., answer: true}
  - {kind: true-false, ask: Salt dissolves in water., answer: true}
  - {kind: true-false, ask: Owls hunt mice., answer: true}
""",
    look=_look,
)
