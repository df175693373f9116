"""A question is what an author writes: common fields, and a kind with fields of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.fields import shown
from rb_quiz.bank.kinds import KINDS, Kind
from rb_quiz.chance import digest
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import did_you_mean

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields

_ID: Final = re.compile(r"\w[\w.:/-]{0,79}")
_SLUG_WORDS: Final = 6
_SLUG_LENGTH: Final = 48
_MARK_LENGTH: Final = 6
EXAMPLE: Final = "ask: Who plays Stéphanie?"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a file says once for all of its questions."""

    topic: str
    sources: tuple[str, ...] = ()
    difficulty: Difficulty = Difficulty.MEDIUM
    spoiler: Spoiler = Spoiler.PREMISE


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a bank.

    Attributes:
        id: the author's, or made from the text; the same as long as what is asked and answered stays the same.
        ask: the stem.
        kind: the name of its kind.
        form: what the author wrote for this kind.
        sources: the names of its sources.
        facts: what it asks; questions that share a fact are never drawn together.
        file, line: where it stands.

    """

    id: str
    topic: str
    ask: str
    kind: str
    form: Kind
    difficulty: Difficulty
    spoiler: Spoiler
    feedback: str
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    facts: tuple[str, ...]
    file: str
    line: int


def read_question(fields: Fields, defaults: Defaults) -> Question | None:
    """Return the question of one entry, None when it has problems, which are then reported."""
    kind = fields.text("kind", default="choice")
    kind_type = KINDS.get(kind)
    ask = fields.text("ask", needed=True)
    difficulty = fields.word("difficulty", Difficulty, defaults.difficulty)
    spoiler = fields.word("spoiler", Spoiler, defaults.spoiler)
    topic = fields.text("topic", default=defaults.topic)
    feedback, tags = fields.text("feedback"), fields.texts("tags")
    sources, facts = fields.texts("source") or defaults.sources, fields.texts("fact")
    own_id = _read_id(fields)
    if kind_type is None:
        mend = did_you_mean(kind, KINDS) or f"; the kinds are {', '.join(KINDS)}"
        fields.report("unknown-kind", f"expected a kind of question, found {shown(kind)}{mend}", "kind")
        return None  # which fields it should have is not known, so none is missing
    form = kind_type.read(fields)
    fields.close()
    if not fields.sound or form is None:
        return None
    question_id = own_id or made_id(ask, kind, form.right)
    line = fields.node.at.line
    file = fields.document.file
    return Question(
        question_id,
        topic,
        ask,
        kind,
        form,
        difficulty,
        spoiler,
        feedback,
        sources,
        tags,
        facts or (question_id,),
        file,
        line,
    )


def _read_id(fields: Fields) -> str:
    own_id = fields.text("id")
    if own_id and not _ID.fullmatch(own_id):
        message = f"expected an id of letters, digits, '-', '_' or '.', at most 80, found {shown(own_id)}"
        fields.report("bad-id", message, "id")
    return own_id


def made_id(ask: str, kind: str, right: tuple[str, ...]) -> str:
    """Return an id made of the first words asked and a mark of what is asked and answered."""
    words = normal(" ".join(ask.split(maxsplit=_SLUG_WORDS)[:_SLUG_WORDS])).split()
    mark = digest(ask, kind, *right).hex()[:_MARK_LENGTH]
    return f"{'-'.join(words)[:_SLUG_LENGTH].strip('-')}-{mark}".lstrip("-")
