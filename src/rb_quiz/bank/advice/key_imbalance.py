"""The check `key-imbalance`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects, normal
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.measures import measured
from rb_quiz.bank.advice.odds import at_least
from rb_quiz.bank.advice.shown import places, shown
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.names import Names
    from rb_quiz.bank.question import Question

_MOST: Final = Fraction(2, 5)
_FEWEST: Final = 5
_LEAST_LIKELY: Final = Fraction(1, 100)


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each thing that is the answer whenever it is offered, or nearly so."""
    seen: dict[str, list[tuple[Question, int, bool]]] = {}
    for item in shown(bank):
        if measured(item.options) is not None:
            continue
        for place, text in enumerate(item.options):
            entity = _entity(bank.names, text)
            seen.setdefault(entity, []).append((item.question, len(item.options), place == item.key))
    for offered in seen.values():
        keyed = [question for question, _, is_key in offered if is_key]
        if _too_often(len(keyed), [count for _, count, _ in offered]):
            text = keyed[0].form.right[0]
            message = (
                f"expected {text!r} to be the answer in at most 40 % of the questions that offer it, found it in "
                f"{len(keyed)} of {len(offered)} ({places(keyed)}); offer it as a distractor elsewhere"
            )
            yield Flaw(message, keyed[0])


def _entity(names: Names, text: str) -> str:
    """Return what an option names, by its first name where the bank knows another."""
    for sort in NAMED:
        if sort is not Expects.TEXT and names.entry(sort, text) is not None:
            return normal(names.canonical(sort, text))
    return normal(text) or text


def _too_often(keys: int, counts: list[int]) -> bool:
    """Return whether something is the answer in over 40 % of at least five questions, and not by mere chance.

    The chance is that of the fewest options with which it stood: a question of two gives half by itself.
    """
    if len(counts) < _FEWEST or keys <= _MOST * len(counts):
        return False
    return at_least(keys, len(counts), min(counts)) < _LEAST_LIKELY


CHECK: Final = Check(
    name="key-imbalance",
    level=Level.WARNING,
    rule=(
        "Something is the answer in over 40 % of the questions, five or more, that show it as an option, and chance "
        "would do that less than once in 100."
    ),
    why="Players learn that it is worth picking whatever is asked.",
    bad="""\
questions:
  - {ask: Who wrote Hamlet?, answer: Shakespeare, distractors: [Marlowe, Jonson, Webster]}
  - {ask: Who wrote Macbeth?, answer: Shakespeare, distractors: [Kyd, Jonson, Ford]}
  - {ask: Who wrote Othello?, answer: Shakespeare, distractors: [Marlowe, Middleton, Ford]}
  - {ask: Who wrote King Lear?, answer: Shakespeare, distractors: [Marlowe, Kyd, Webster]}
  - {ask: Who wrote Cymbeline?, answer: Shakespeare, distractors: [Jonson, Middleton, Dekker]}
""",
    mended="""\
questions:
  - {ask: Who wrote Hamlet?, answer: Shakespeare, distractors: [Marlowe, Jonson, Webster]}
  - {ask: Who wrote The Jew of Malta?, answer: Marlowe, distractors: [Kyd, Shakespeare, Ford]}
  - {ask: Who wrote Othello?, answer: Shakespeare, distractors: [Marlowe, Middleton, Ford]}
  - {ask: Who wrote Volpone?, answer: Jonson, distractors: [Shakespeare, Kyd, Webster]}
  - {ask: Who wrote The Spanish Tragedy?, answer: Kyd, distractors: [Jonson, Shakespeare, Dekker]}
""",
    look=_look,
)
