"""The check `longest-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import named, offers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.advice.offered import Offer
    from rb_quiz.bank.bank import Bank

_TIMES: Final = 1.5
_MORE: Final = 8
_PART: Final = 0.5
_SHORT: Final = 3


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose answer can be told by its length."""
    for offer in offers(bank):
        if all(len(option.split()) <= _SHORT for option in offer.options):
            continue
        found = _telling(offer)
        if found and not any(named(bank, text) for text in offer.right):
            yield Flaw(f"{found}; write options of one length", offer.question)


def _telling(offer: Offer) -> str:
    right, wrong = [len(text) for text in offer.right], [len(text) for text in offer.wrong]
    key = offer.right[0]
    if min(right) >= _TIMES * max(wrong) and min(right) - max(wrong) >= _MORE:
        return f"expected options of much the same length, found the answer {key!r:.80} far longer than the others"
    if max(right) <= _PART * min(wrong):
        return f"expected options of much the same length, found the answer {key!r:.80} far shorter than the others"
    return ""


CHECK: Final = Check(
    name="longest-key",
    level=Level.WARNING,
    rule="The answer is at least half as long again as every distractor, or at most half as long.",
    why="Authors qualify what is true and toss off what is false; players know that and pick the longest option.",
    bad="""\
questions:
  - ask: Why does he leave?
    answer: He has been offered work in a town on the other side of the country
    distractors: [He is in love, He is tired, He has lost a bet]
""",
    mended="""\
questions:
  - ask: Why does he leave?
    answer: He has been offered work elsewhere
    distractors: [He has fallen in love with a dancer, He is tired of his neighbours, He has lost a bet with his sister]
""",
    look=_look,
)
