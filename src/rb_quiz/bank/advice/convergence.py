"""The check `convergence`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import offers
from rb_quiz.bank.advice.words import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.bank import Bank

_SLOTS: Final = re.compile(r"\s*[,;/&+:]\s+|\s+[/&+\u2013\u2014-]\s+|,?\s+(?:and|or|with|but)\s+")
_MARGIN: Final = 2
_FEWEST_OPTIONS: Final = 3
_FEWEST_PARTS: Final = 2


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose answer is put together of what the distractors share."""
    for offer in offers(bank):
        if not offer.single or len(offer.options) < _FEWEST_OPTIONS:
            continue
        for parts, level in ((_slots, None), (content, Level.WARNING)):
            sets = [parts(option) for option in offer.options]
            if min(map(len, sets)) >= _FEWEST_PARTS:
                if _converges(sets):
                    message = (
                        "expected every option to share as much with the others, found that the answer "
                        f"{offer.right[0]!r:.80} shares most; share out its parts evenly"
                    )
                    yield Flaw(message, offer.question, level)
                break


def _slots(text: str) -> frozenset[str]:
    return frozenset(plain for part in _SLOTS.split(" ".join(text.split())) if (plain := normal(part)))


def _converges(sets: Sequence[frozenset[str]]) -> bool:
    """Return whether the first set shares at least 2 elements more with the others than any of them does."""
    key, *others = (sum(len(one & other) for other in sets) - len(one) for one in sets)
    return key >= max(others) + _MARGIN


CHECK: Final = Check(
    name="convergence",
    level=Level.ERROR,
    rule="Options are made of parts, and the answer has most parts in common with the others.",
    why="Authors vary the answer to make distractors; who picks what most options share finds it without knowledge.",
    bad="""\
questions:
  - ask: Who comes, how and when?
    answer: Anna, by train, on Monday
    distractors: ["Sam, by train, on Monday", "Anna, by car, on Monday", "Anna, by train, on Friday"]
""",
    mended="""\
questions:
  - ask: Who comes, how and when?
    answer: Anna, by train, on Monday
    distractors: ["Anna, by car, on Friday", "Sam, by train, on Friday", "Sam, by car, on Monday"]
""",
    look=_look,
)
