"""The check `stem-twin`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.tokens import tokens
from rb_quiz.bank.kinds.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

_LEAST_ALIKE: Final = 8
"""Of ten: twins share 80 % of the words that either has."""


@dataclass(frozen=True, slots=True)
class _Stem:
    """The questions of one author's entry that have the same words in their stems."""

    owner: str
    words: frozenset[str]
    asked: list[Question] = field(default_factory=list)


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question that asks what another asks, in nearly the same words."""
    stems = _stems(bank)
    told: set[str] = set()
    for one, other in _pairs(stems):
        if other.owner in told:
            continue
        twins = next(((p, q) for p in one.asked for q in other.asked if _twins(p, q)), None)
        if twins is not None:
            told.add(other.owner)
            first, second = twins
            message = (
                f"expected each thing to be asked once, found that {first.file}:{first.line} asks it in nearly the "
                f"same words ({first.ask!r:.100}); remove one{_or_share(first, second)}"
            )
            yield Flaw(message, second)


def _stems(bank: Bank) -> list[_Stem]:
    found: dict[tuple[str, frozenset[str]], _Stem] = {}
    for question in bank.everything:
        words = frozenset(tokens(question.ask))
        owner = question.template or question.id
        found.setdefault((owner, words), _Stem(owner, words)).asked.append(question)
    return list(found.values())


def _pairs(stems: list[_Stem]) -> Iterator[tuple[_Stem, _Stem]]:
    """Yield the pairs of stems of different entries that share 80 % of their words, the earlier one first.

    Two such stems share one of the rarest fifth of the words of either (prefix filtering, Chaudhuri et al. 2006), so
    that few pairs have to be compared.
    """
    common = Counter(word for stem in stems for word in stem.words)
    by_word: dict[str, list[int]] = {}
    for place, stem in enumerate(stems):
        rarest = sorted(stem.words, key=lambda word: (common[word], word))
        telling = rarest[: len(rarest) - -(-len(rarest) * _LEAST_ALIKE // 10) + 1]
        near = sorted({before for word in telling for before in by_word.get(word, ())})
        for before in near:
            if stems[before].owner != stem.owner and _alike(stems[before].words, stem.words):
                yield stems[before], stem
        for word in telling:
            by_word.setdefault(word, []).append(place)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 10 * len(one & other) >= _LEAST_ALIKE * len(one | other)


def _twins(one: Question, other: Question) -> bool:
    """Return whether two questions with nearly the same stem ask the same, and could both be asked of one player.

    A typed question and one to choose from may ask the same on purpose; a fact that they share keeps them apart.
    """
    own, others = _said(one), _said(other)
    shared = not own.isdisjoint(others)
    apart = bool(own) and bool(others) and not shared
    same_words = tokens(one.ask) == tokens(other.ask)
    if isinstance(one.form, TrueFalse) and isinstance(other.form, TrueFalse):
        return shared or same_words
    if _answers(one) != _answers(other) or (apart and not same_words):
        return False
    return one.kind == other.kind or not shared


def _said(question: Question) -> frozenset[str]:
    """Return the facts that an author named; a question without any is a fact by itself."""
    return frozenset(question.facts) - {question.id}


def _answers(question: Question) -> frozenset[str]:
    return frozenset(normal(text) for text in question.form.right)


def _or_share(one: Question, other: Question) -> str:
    return "" if one.kind == other.kind else ", or give both the same 'fact', so that no quiz draws both"


CHECK: Final = Check(
    name="stem-twin",
    level=Level.ERROR,
    rule=(
        "Two questions share 80 % of the words of their stems and ask the same: they have the same answer, and no "
        "'fact' tells them apart; of different kinds, no 'fact' that they share keeps them out of one quiz."
    ),
    why="A quiz asks the same twice, and a bank seems larger than it is.",
    bad="""\
questions:
  - {ask: Which river flows through the city of Vienna?, answer: Danube, distractors: [Rhine, Elbe, Inn]}
  - {ask: Which river flows through the city Vienna?, answer: Danube, distractors: [Oder, Elbe, Isar]}
""",
    mended="""\
questions:
  - {ask: Which river flows through the city of Vienna?, answer: Danube, distractors: [Rhine, Elbe, Inn]}
  - {ask: Which river flows through the city of Dresden?, answer: Elbe, distractors: [Oder, Danube, Isar]}
""",
    look=_look,
)
