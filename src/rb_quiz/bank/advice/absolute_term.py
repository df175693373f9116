"""The check `absolute-term`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import names, offers
from rb_quiz.bank.advice.sayings import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_ABSOLUTE: Final = frozenset("always never all none only every must completely absolutely impossible".split())
_REFUSAL: Final = re.compile(r"no(?:,|$)", re.IGNORECASE)
_AMOUNTS: Final = tuple(f"only {number}" for number in "one two three four five six a once".split())
_HARMLESS: Final = (
    *_AMOUNTS,
    "after all",
    "all right",
    "at all",
    "above all",
    "only child",
    "only son",
    "only daughter",
)


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question in which distractors alone are absolute."""
    for offer in offers(bank):
        known = names(bank)
        if any(said(text, _ABSOLUTE, _HARMLESS, known) for text in offer.right):
            continue
        for text in offer.wrong:
            for word in said(_REFUSAL.sub("", text, 1), _ABSOLUTE, _HARMLESS, known)[:1]:
                message = (
                    f"expected absolute words in the answer too or nowhere, found {word!r} in the distractor "
                    f"{text!r:.80}; take it out"
                )
                yield Flaw(message, offer.question)


CHECK: Final = Check(
    name="absolute-term",
    level=Level.WARNING,
    rule="A distractor has always, never, all, none, only, every, must, completely, absolutely or impossible; "
    "the answer has none of these.",
    why="What is said without exception is seldom true, and players know it.",
    bad="""\
questions:
  - ask: How does she feel about the sea?
    answer: She fears it
    distractors: [She always longs for it, She is bored by it, She loves it]
""",
    mended="""\
questions:
  - ask: How does she feel about the sea?
    answer: She fears it
    distractors: [She longs for it, She is bored by it, She loves it]
""",
    look=_look,
)
