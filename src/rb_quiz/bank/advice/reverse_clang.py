"""The check `reverse-clang`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import offers, telling
from rb_quiz.bank.advice.words import content, roots, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.advice.offered import Offer
    from rb_quiz.bank.bank import Bank


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question that repeats a word of the stem in all distractors, and not in the answer."""
    for offer in offers(bank):
        shared = telling(bank, offer.question.ask, _left_out(offer))
        if shared:
            said = next(word.text for word in words(offer.wrong[0]) if word.root in shared)
            message = (
                f"expected no word of the stem to stand in every distractor and not in the answer, found {said!r}; "
                "say it otherwise in the stem, or take it out of the options"
            )
            yield Flaw(message, offer.question)


def _left_out(offer: Offer) -> frozenset[str]:
    if len(offer.wrong) == 1:
        return frozenset()
    asked = content(offer.question.ask)
    shared = asked.intersection(*(content(text) for text in offer.wrong))
    return shared.difference(*(roots(text) for text in offer.right)) if shared else shared


CHECK: Final = Check(
    name="reverse-clang",
    level=Level.WARNING,
    rule="A word of the stem, in whatever form, stands in every distractor and not in the answer.",
    why="The answer is the one that is different; and a stem that its distractors echo reads like a trap.",
    bad="""\
questions:
  - ask: Why does he leave the harbour?
    answer: He needs money
    distractors: [The harbour closes, He hates the harbour, A fire destroys the harbour]
""",
    mended="""\
questions:
  - ask: Why does he leave the harbour?
    answer: He needs money
    distractors: [It closes, He hates it, A fire destroys it]
""",
    look=_look,
)
