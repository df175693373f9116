"""The questions of a bank that offer options, right and wrong ones, and the words that many of its questions share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar, cast

from rb_quiz.answers import Expects, normal
from rb_quiz.bank.advice.stemmer import root
from rb_quiz.bank.advice.words import content, is_name, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

_Kept = TypeVar("_Kept")
_CHOSEN: Final = frozenset({"choice", "multiple", "odd-one-out"})
_FEW: Final = 3
_SHARE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Offer:
    """A question with its right and wrong options."""

    question: Question
    right: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """Return all options, right ones first."""
        return (*self.right, *self.wrong)

    @property
    def single(self) -> bool:
        """Return whether one option is right and several are wrong."""
        return len(self.right) == 1 and len(self.wrong) > 1


def offers(bank: Bank) -> tuple[Offer, ...]:
    """Return every question whose options are chosen from, those too that templates write."""
    return _kept(bank, _offers)


def _offers(bank: Bank) -> tuple[Offer, ...]:
    return tuple(
        Offer(question, question.form.right, question.form.wrong)
        for question in every(bank)
        if question.kind in _CHOSEN and question.form.right and question.form.wrong
    )


def every(bank: Bank) -> tuple[Question, ...]:
    """Return every question, those too that templates write."""
    return _kept(bank, _every)


def _every(bank: Bank) -> tuple[Question, ...]:
    return tuple(bank.every())


def stems(bank: Bank) -> Iterator[Question]:
    """Yield each question that an author wrote, and one for each template."""
    seen: set[str] = set()
    for question in every(bank):
        if not question.template or question.template not in seen:
            seen.add(question.template)
            yield question


def familiar(bank: Bank) -> frozenset[str]:
    """Return the roots of words that give nothing away, as many stems of the bank say them."""
    return _kept(bank, _familiar)


def _familiar(bank: Bank) -> frozenset[str]:
    said: dict[str, set[str]] = {}
    for question in every(bank):
        said.setdefault(question.template or question.id, set()).update(content(question.ask))
    frequency = Counter(word for stem in said.values() for word in stem)
    return frozenset(word for word, count in frequency.items() if count > max(_FEW, _SHARE * len(said)))


def telling(bank: Bank, stem: str, shared: frozenset[str]) -> frozenset[str]:
    """Return which of the roots that a stem shares with options give something away.

    Neither do words that many stems say, nor names: Stéphanie, at the start of a sentence too.
    """
    rare = shared - familiar(bank)
    names_in = _kept(bank, _name_roots) if rare else frozenset()
    return rare - {word.root for word in words(stem) if word.text[0].isupper() and word.root in names_in}


def _name_roots(bank: Bank) -> frozenset[str]:
    return frozenset(root(word) for name in names(bank) for word in name.split())


def names(bank: Bank) -> frozenset[str]:
    """Return the normal forms of all names that the bank knows, of people, places, titles and characters."""
    return _kept(bank, _names)


def _names(bank: Bank) -> frozenset[str]:
    return frozenset(normal(name) for name in bank.names.known(Expects.PERSON))


def things(bank: Bank) -> frozenset[str]:
    """Return the normal forms of all that the bank has a name or a cell for."""
    return _kept(bank, _things)


def _things(bank: Bank) -> frozenset[str]:
    return frozenset(normal(name) for name in bank.names.known(Expects.TEXT))


def named(bank: Bank, text: str) -> bool:
    """Return whether a text is a name, by its capitals or because the bank says so."""
    return is_name(text) or normal(text) in names(bank)


def _kept(bank: Bank, make: Callable[[Bank], _Kept]) -> _Kept:
    """Return what a function makes of a bank, and make it once only."""
    if make not in bank.memory:
        bank.memory[make] = make(bank)
    return cast("_Kept", bank.memory[make])
