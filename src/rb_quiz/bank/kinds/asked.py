"""What an author is asked for a question of each kind: the fields that the kind declares, in words for people."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from rb_quiz.bank.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Shape(Enum):
    """What a field holds."""

    TEXT = auto()
    TEXTS = auto()
    PAIRS = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """One field that an author is asked for.

    Attributes:
        name: as it is typed in a file.
        words: what it is, for whoever is asked.
        shape: what it holds.
        needed: whether there must be something.
        choices: what it must be one of, none for any text.
        usual: what it is where nothing is said.
        rare: whether only those who know of it are to give it.

    """

    name: str
    words: str
    shape: Shape = Shape.TEXT
    needed: bool = False
    choices: tuple[str, ...] = ()
    usual: str = ""
    rare: bool = False


KIND_WORDS: Mapping[str, str] = {
    "choice": "one right answer among wrong ones",
    "multiple": "several right answers among wrong ones",
    "true-false": "a statement that holds or doesn't",
    "text": "the answer is typed in words",
    "number": "the answer is typed as a number",
    "order": "things to put in order",
    "match": "things that go together in pairs",
    "odd-one-out": "all but one belong together",
}
_WORDS: Mapping[str, str] = {
    "ask": "The question, as it is read out",
    "answer": "The right answer",
    "answers": "Right answers",
    "distractors": "Wrong answers",
    "order": "The things, in their right order",
    "pairs": "The pairs, such as: France = Paris",
    "unit": "Its unit, such as weeks",
    "tolerance": "How far off is still right, such as 2 or 5 %",
    "closeness": "A share of the point for what is nearer than so many times as much",
    "expects": "What sort of answer it is",
    "accept": "What else is right, word for word",
    "too-broad": "What is right but not precise enough",
    "reject": "What is wrong, whatever it looks like",
}
_WORDS_OF_ONE_KIND: Mapping[tuple[str, str], str] = {
    ("true-false", "ask"): "The statement, as it is read out",
    ("true-false", "answer"): "Is it true",
    ("odd-one-out", "answer"): "The odd one out",
    ("odd-one-out", "distractors"): "The others, which belong together",
    ("number", "answer"): "The right number, without its unit",
    ("match", "distractors"): "What else is offered on the right, but goes with nothing",
}
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {("true-false", "answer"): ("true", "false")}
_RARE: Final = frozenset({"closeness", "too-broad", "reject"})


def asked_of(kind: str) -> tuple[Asked, ...]:
    """Return what an author is asked for a kind of question: the stem, and the fields that the kind declares."""
    form = KINDS[kind]
    types = get_type_hints(form)
    own = [_asked(kind, field.name.replace("_", "-"), types[field.name], field.default) for field in fields(form)]
    return Asked("ask", _words(kind, "ask"), needed=True), *own


def _asked(kind: str, name: str, declared: Any, default: object) -> Asked:
    shape, choices, usual = Shape.TEXT, _CHOICES.get((kind, name), ()), ""
    if isinstance(declared, type) and issubclass(declared, StrEnum):
        choices = tuple(declared)
        usual = choices[0]
    elif declared == tuple[str, ...]:
        shape = Shape.TEXTS
    elif declared == tuple[tuple[str, str], ...]:
        shape = Shape.PAIRS
    return Asked(name, _words(kind, name), shape, default is MISSING and not usual, choices, usual, name in _RARE)


def _words(kind: str, name: str) -> str:
    """Return a field in words; one that nobody has put into words goes by its name."""
    return _WORDS_OF_ONE_KIND.get((kind, name)) or _WORDS.get(name) or name
