"""Leaks are what one item of a quiz gives away of another: two that leak never come into the same quiz.

Hard leaks (SCIENCE 1.5): both ask the same fact (L1, L2); a key, or another name of it, stands in the other's stem
and not in its own (L3); both ask the same column of the same table and have the same key (L4). A soft one: a key
stands among the other's options (L5). The same stem twice would puzzle people, so it counts as a hard one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from rb_quiz.bank import Question
    from rb_quiz.bank.names import Names


_POSSESSIVE: Final = re.compile(r"['\u2019]s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Clue:
    """What an item shows, and what must not be shown elsewhere; texts are in normal form, with a space at each end.

    Attributes:
        entity: what its key is, empty where it has none that could be told.

    """

    question: Question
    stem: str
    keys: tuple[str, ...]
    options: frozenset[str]
    facts: frozenset[str]
    entity: str


def clue_of(question: Question, names: Names) -> Clue:
    """Return what a question shows and must not be shown."""
    stem = _spaced(question.ask)
    called = dict.fromkeys(alias for key in question.keys for alias in _every_name(key, names))
    keys = [text for text in (_spaced(alias) for alias in called) if text.strip()]
    return Clue(
        question,
        stem,
        tuple(key for key in keys if key not in stem),
        frozenset(_spaced(text) for text in (*question.form.right, *question.form.wrong)),
        frozenset(question.facts),
        keys[0] if keys else "",
    )


def _every_name(key: str, names: Names) -> tuple[str, ...]:
    return (key, *(alias for expects in NAMED for alias in names.aliases(expects, key)))


def _spaced(text: str) -> str:
    return f" {normal(_POSSESSIVE.sub(' ', text))} "


def leak(one: Clue, other: Clue) -> bool:
    """Return whether one of two items gives the other away."""
    if not one.facts.isdisjoint(other.facts) or one.stem == other.stem:
        return True
    relation = one.question.relation
    if relation and relation == other.question.relation and one.entity and one.entity == other.entity:
        return True
    return any(key in other.stem for key in one.keys) or any(key in one.stem for key in other.keys)


def hint(one: Clue, other: Clue) -> bool:
    """Return whether the key of one of two items stands among the other's options."""
    return any(key in other.options for key in one.keys) or any(key in one.options for key in other.keys)
