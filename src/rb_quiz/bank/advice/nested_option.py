"""The check `nested-option`."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects, normal, value_of
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.intervals import interval
from rb_quiz.bank.advice.offered import offers, things
from rb_quiz.bank.advice.words import STOP, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_DIFFERENT: Final = frozenset("not no never without non anti nobody nothing new least less".split())


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each pair of options of which one says less than the other, so that both are right if one is."""
    for offer in offers(bank):
        ranges = [interval(option) for option in offer.options]
        scores = any(each is not None and each.empty for each in ranges)
        for one, other in permutations(offer.options, 2):
            level = Level.ERROR if not scores and _within(one, other) else None
            if level or _narrower(one, other, things(bank)):
                message = (
                    f"expected options of which no two can be right at once, found {one!r} beside {other!r}, of which "
                    "one takes in the other; make them equally broad"
                )
                yield Flaw(message, offer.question, level)


def _within(one: str, other: str) -> bool:
    """Return whether a range or a date lies within another."""
    narrow, wide = interval(one), interval(other)
    if narrow and wide:
        return wide.holds(narrow)
    day, span = _date(one), _date(other)
    if not isinstance(day, tuple) or not isinstance(span, tuple) or day == span or not day[1]:
        return False
    return bool(span[0]) and all(mine == its or not its for mine, its in zip(day, span, strict=True))


@lru_cache(maxsize=1 << 14)
def _date(text: str) -> object:
    return value_of(Expects.DATE, text)


def _narrower(one: str, other: str, known: frozenset[str]) -> bool:
    """Return whether all that one option says is said by another too, in fewer words.

    What the bank knows by both texts is two things. A name within a longer one is as a rule a different thing too,
    unless it is the end of it: Northern France.
    """
    if _is_amount(one) and _is_amount(other):
        return False
    long, short = _sense(one), _sense(other)
    if not short or not set(short) < set(long) or (set(long) - set(short)) & _DIFFERENT:
        return False
    if any(word[0].isdigit() for word in (set(long) ^ set(short)) | {short[0]}):
        return False
    if {normal(one), normal(other)} <= known or _qualifies(short[-1], normal(one).split()):
        return False
    return long[-len(short) :] == short if is_name(one) and is_name(other) else True


@lru_cache(maxsize=1 << 14)
def _is_amount(text: str) -> bool:
    return isinstance(value_of(Expects.NUMBER, text), Fraction)


def _qualifies(word: str, plain: list[str]) -> bool:
    """Return whether a word only qualifies the next one there, so that the whole is another thing: a car park."""
    after = plain[len(plain) - plain[::-1].index(word) :]
    return bool(after) and after[0] not in STOP


@lru_cache(maxsize=1 << 14)
def _sense(text: str) -> tuple[str, ...]:
    return tuple(word for word in normal(text).split() if word not in STOP or word in _DIFFERENT)


CHECK: Final = Check(
    name="nested-option",
    level=Level.WARNING,
    rule="One option is a part of another: the same words and more, a range within a range, a day within a month.",
    why="If the narrower one is right, so is the broader one; test-wise players rule both out.",
    bad="""\
questions:
  - {ask: Where do they meet?, answer: At a pool, distractors: [At a heated pool, At a casino, At a fairground]}
""",
    mended="""\
questions:
  - {ask: Where do they meet?, answer: At a pool, distractors: [At a gym, At a casino, At a fairground]}
""",
    look=_look,
)
