"""The check `unfocused-stem`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.tokens import content, tokens
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.multiple import Multiple
from rb_quiz.bank.kinds.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

_ASKING: Final = frozenset("who whom whose what which when where why how".split())
_TELLING: Final = frozenset(
    (
        "arrange assign calculate choose combine complete connect count enter estimate fill find finish give guess "
        "identify link list match mark name order pair pick place put rank say select solve sort spell state supply "
        "tell translate type unscramble work write"
    ).split()
)
_ASKED: Final = re.compile("[?\uff1f\u061f\u037e]")
_BLANK: Final = re.compile(r"_{2,}|\.{3,}|\u2026|\[\s*\]|\(\s*\)")
_BLANK_FIRST: Final = re.compile(r"\W*_{2,}|(?:\.{3,}|\u2026)\s")
_EMPTY: Final = frozenset(
    (
        "answer answers apply applies choice choices correct false fact facts following incorrect item items option "
        "options possible right sentence sentences statement statements thing things true untrue wrong not choose"
    ).split()
)
_MOST_IN_OPTIONS: Final = 60
_SENTENCE: Final = 3
_PERCENT: Final = 100


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose stem alone doesn't say what is asked."""
    for question in bank.everything:
        if isinstance(question.form, TrueFalse):
            continue
        found = _fault(question)
        if found:
            yield Flaw(f"expected a stem that asks by itself, found {question.ask!r:.100}, {found}", question)


def _fault(question: Question) -> str:
    words = tokens(question.ask)
    if _BLANK_FIRST.match(question.ask):
        return "which begins with its blank; put what is known first and the blank last"
    asks = bool(_ASKED.search(question.ask) or _BLANK.search(question.ask))
    if not asks and (_ASKING | _TELLING).isdisjoint(words):
        return "which asks nothing; make a question of it, or leave a blank as ___"
    return "which leaves it to the options; say in it what they are about" if _says_little(question) else ""


def _says_little(question: Question) -> bool:
    """Return whether nearly all stands in the options, which are long, and next to nothing in the stem.

    "Who plays Stéphanie?" among four full names has most words in its options too, and asks all there is to ask.
    """
    if not isinstance(question.form, Choice | Multiple):
        return False
    options = [tokens(text) for text in (*question.form.right, *question.form.wrong)]
    offered = sum(map(len, options))
    asked = len(tokens(question.ask))
    words = content(question.ask)
    own = words - _EMPTY
    return (
        offered * _PERCENT > _MOST_IN_OPTIONS * (offered + asked)
        and offered >= _SENTENCE * len(options)
        and (not own or (len(own) == 1 and (own != words or _ASKING.isdisjoint(tokens(question.ask)))))
    )


CHECK: Final = Check(
    name="unfocused-stem",
    level=Level.WARNING,
    rule=(
        "The stem has no question word, no question mark, no task and no blank; or it begins with the blank; or over "
        "60 % of the words stand in the options and the stem asks of one word or none what is true of it."
    ),
    why="Players should know what is asked before they read the options; else each option is a question of its own.",
    bad="""\
questions:
  - {ask: The capital of Portugal, answer: Lisbon, distractors: [Porto, Madrid, Faro]}
""",
    mended="""\
questions:
  - {ask: Which city is the capital of Portugal?, answer: Lisbon, distractors: [Porto, Madrid, Faro]}
""",
    look=_look,
)
