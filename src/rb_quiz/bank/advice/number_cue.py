"""The check `number-cue`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.grammar import Amount, asked, offered
from rb_quiz.bank.advice.offered import named, offers
from rb_quiz.bank.advice.words import shown_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.advice.offered import Offer
    from rb_quiz.bank.bank import Bank

_COUNTED: Final = re.compile(r"\b(?:which|what) (two|three|four)\b", re.IGNORECASE)
_COUNTS: Final = {"two": 2, "three": 3, "four": 4}
_JOINED: Final = re.compile(r"\s*(?:,?\s(?:and|&)\s|,\s|\s?/\s?|\s\+\s)\s*")


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question of which the verb or a number fits some options only."""
    for offer in offers(bank):
        if offer.question.kind == "multiple":
            continue
        misfits = _miscounted(offer) or _disagreeing(bank, offer)
        if misfits:
            message = (
                f"expected options that all agree with the stem in number, found {shown_list(misfits)}, which "
                f"{'does' if len(misfits) == 1 else 'do'} not; put all in the singular or all in the plural"
            )
            yield Flaw(message, offer.question)


def _miscounted(offer: Offer) -> list[str]:
    """Return the options that are not as many things as the stem asks for, where others are."""
    found = _COUNTED.search(offer.question.ask)
    if not found:
        return []
    counts = {text: len(_JOINED.split(" ".join(text.split()))) for text in offer.options}
    wanted = _COUNTS[found[1].casefold()]
    misfits = [text for text, count in counts.items() if count != wanted]
    return misfits if len(misfits) < len(counts) else []


def _disagreeing(bank: Bank, offer: Offer) -> list[str]:
    """Return the options that don't agree with the verb of the stem, where others do."""
    wanted = asked(offer.question.ask)
    if wanted is None:
        return []
    amounts = {text: None if named(bank, text) else offered(text) for text in offer.options}
    if wanted not in amounts.values():
        return []
    unwanted = Amount.SEVERAL if wanted is Amount.ONE else Amount.ONE
    return [text for text, amount in amounts.items() if amount is unwanted]


CHECK: Final = Check(
    name="number-cue",
    level=Level.WARNING,
    rule="The stem asks for one thing, for several, or for two, and only some of the options are that many.",
    why="Players who know nothing rule out what does not agree with the verb.",
    bad="""\
questions:
  - {ask: What are stolen from the van?, answer: Two guitars, distractors: [A drum, A violin, Two flutes]}
""",
    mended="""\
questions:
  - {ask: What does the thief take?, answer: Two guitars, distractors: [A drum, A violin, Two flutes]}
""",
    look=_look,
)
