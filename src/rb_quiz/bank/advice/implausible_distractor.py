"""The check `implausible-distractor`."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING, Final, TypeAlias

from rb_quiz.answers import Expects, readable
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.measures import measured
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.multiple import Multiple
from rb_quiz.bank.kinds.odd_one_out import OddOneOut
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.names import Name, Names

Feature: TypeAlias = tuple[str, str]

_LEAST_ALIKE: Final = 0.05
_DIGITS: Final = 9
_ROUGH: Final = (Expects.DATE, Expects.NUMBER, Expects.DURATION, Expects.YEAR)


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question with a distractor that is another sort of thing than the answer, or nothing like it.

    Templates choose by likeness themselves, from a table all of whose rows have more in common than their names say.
    """
    weights = _weights(bank.names)
    for question in bank.everything:
        form = question.form
        if not isinstance(form, Choice | Multiple):
            continue
        choosing = not question.template and not isinstance(form, OddOneOut)
        for text in form.wrong:
            other = _other_sort(bank.names, form, text) or (
                _unlike(bank.names, weights, form, text) if choosing else ""
            )
            if other:
                message = (
                    f"expected distractors that could be the answer {form.right[0]!r}, found {text!r}, {other}; "
                    "take one that is more like it"
                )
                yield Flaw(message, question)
                break


def _other_sort(names: Names, form: Choice | Multiple, wrong: str) -> str:
    """Return what a distractor is that no answer is, nothing where that can't be told; 1984 may be a title, too."""
    right = form.right
    own = {sort for text in right for sort in _sorts(names, text)}
    found = _sorts(names, wrong)
    if own and found and own.isdisjoint(found):
        return f"which is known as a {found[0]} and not as a {' or '.join(sorted(own))}"
    values = [_value(text) for text in right]
    if all(values) and any(map(_value, form.wrong)) and not found and not any(readable(sort, wrong) for sort in _ROUGH):
        return "which is no number or date as the answer is"
    if not own and right[0][0].islower() and not any(values) and _value(wrong) and measured((*right, wrong)) is None:
        return "which is a number or date, and the answer is not"
    return ""


def _sorts(names: Names, text: str) -> list[Expects]:
    return [sort for sort in NAMED if sort is not Expects.TEXT and names.entry(sort, text) is not None]


def _value(text: str) -> bool:
    """Return whether a text is a number or a date and shows it in digits at its beginning, as names seldom do."""
    return text.lstrip(" -+\u2212€$£¥#'\"\u201c")[:1].isdigit() and any(readable(sort, text) for sort in _ROUGH)


def _weights(names: Names) -> dict[Feature, float]:
    """Return how telling each feature is: minus the logarithm of the share of all things that have it (Resnik)."""
    described = [_features(entry) for entry in names.entries if entry.like]
    having = Counter(feature for features in described for feature in features)
    return {feature: -log(count / len(described)) for feature, count in having.items()}


def _features(name: Name) -> frozenset[Feature]:
    """Return what is known of a thing; what sort of thing it is counts, too."""
    return frozenset((*name.like, ("", name.expects)))


def _unlike(names: Names, weights: dict[Feature, float], form: Choice | Multiple, wrong: str) -> str:
    """Return that a distractor shares next to nothing with any answer, of which as much is known."""
    alike: list[float] = []
    for sort in NAMED:
        other = names.entry(sort, wrong)
        for text in form.right:
            key = names.entry(sort, text)
            if key is not None and other is not None and _comparable(key, other):
                alike.append(_similarity(_features(key), _features(other), weights))
    if not alike or max(alike) >= _LEAST_ALIKE:
        return ""
    return f"whose 'like' in the bank's names shares next to nothing with it ({max(alike):.2f})"


def _comparable(one: Name, other: Name) -> bool:
    """Return whether two things are described by the same features, so that they could be alike."""
    return bool(one.like) and {name for name, _ in one.like} == {name for name, _ in other.like}


def _similarity(one: frozenset[Feature], other: frozenset[Feature], weights: dict[Feature, float]) -> float:
    """Return the weighted share of features that both have of those that either has, 1 where none tells anything."""
    either = sum(sorted(weights[feature] for feature in one | other))
    both = sum(sorted(weights[feature] for feature in one & other))
    return round(both / either, _DIGITS) if either else 1.0


CHECK: Final = Check(
    name="implausible-distractor",
    level=Level.WARNING,
    rule=(
        "A distractor is another type of thing than the answer (a place and not a person, a word and not a number), "
        "or its features in the bank's names are less than 0.05 alike to the answer's."
    ),
    why="Nobody takes it for the answer, so the question has one option less than it seems.",
    bad="""\
names: {person: [Marie Curie, Lise Meitner, Ada Lovelace], place: [Vienna]}
questions:
  - {ask: Who discovered radium?, answer: Marie Curie, distractors: [Lise Meitner, Ada Lovelace, Vienna]}
""",
    mended="""\
names: {person: [Marie Curie, Lise Meitner, Ada Lovelace, Rosalind Franklin], place: [Vienna]}
questions:
  - {ask: Who discovered radium?, answer: Marie Curie, distractors: [Lise Meitner, Ada Lovelace, Rosalind Franklin]}
""",
    look=_look,
)
