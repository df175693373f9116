"""The check `clang`."""

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
    """Yield each question that repeats a word of the stem in the answer alone."""
    for offer in offers(bank):
        shared = telling(bank, offer.question.ask, _clang(offer))
        if shared:
            said = next(word.text for word in words(offer.right[0]) if word.root in shared)
            message = (
                f"expected no word of the stem to stand in the answer alone, found {said!r} in "
                f"{offer.right[0]!r:.80}; say it otherwise in the stem, or use it in a distractor too"
            )
            yield Flaw(message, offer.question)


def _clang(offer: Offer) -> frozenset[str]:
    asked = content(offer.question.ask)
    shared = asked.intersection(*(content(text) for text in offer.right))
    return shared.difference(*(roots(text) for text in offer.wrong)) if shared else shared


CHECK: Final = Check(
    name="clang",
    level=Level.ERROR,
    rule="A word of the stem, in whatever form, stands in the answer and in no distractor.",
    why="Players who know nothing pick the option that sounds like the question.",
    bad="""\
questions:
  - ask: What does he repair at the harbour?
    answer: The harbour crane
    distractors: [The old lighthouse, The fish market, The ferry]
""",
    mended="""\
questions:
  - ask: What does he repair beside the sea?
    answer: The harbour crane
    distractors: [The old lighthouse, The fish market, The ferry]
""",
    look=_look,
)
