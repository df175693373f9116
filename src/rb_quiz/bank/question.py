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

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.item import Proof

_ID: Final = re.compile(r"\w[\w.:/-]{0,79}")
_SLUG_WORDS: Final = 6
_SLUG_LENGTH: Final = 48
_MARK_LENGTH: Final = 6
_TELLING: Final = frozenset({"choice", "odd-one-out", "text", "number"})
EXAMPLE: Final = "ask: Who plays Stéphanie?"

# what is said of the fields that stand in several places
KIND: Final = "How it is answered; choice where nothing is said."
TOPIC: Final = "What it is about; said at the top of a file it holds for all questions there."
DIFFICULTY: Final = "How hard it is; said at the top of a file it holds for all questions there."
SPOILER: Final = "How much of the story it gives away; said at the top of a file it holds for all questions there."
SOURCE: Final = "Where it can be looked up: names of declared sources, or citations or addresses written out."
FACT: Final = "What is asked, in a word: questions on the same fact are never drawn into one quiz."
FEEDBACK: Final = "What is said once it is answered."


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
        keys: the texts that earn credit where each is a whole answer, which no other stem may name.
        template, relation: which template wrote it, and which column of which table it asks; empty for an author's.
        proofs: why each option of a generated question is right or wrong.
        allow: the checks that its author silenced, each with the reason.

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
    keys: tuple[str, ...] = ()
    template: str = ""
    relation: str = ""
    proofs: tuple[Proof, ...] = ()
    allow: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Common:
    """What an author says of any question, written out or generated, beside what it asks."""

    id: str
    topic: str
    kind: str
    difficulty: Difficulty
    spoiler: Spoiler
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    facts: tuple[str, ...]
    file: str
    line: int
    allow: tuple[tuple[str, str], ...] = ()


def read_common(fields: Fields, defaults: Defaults, kind: str, ask: str, *right: str) -> Common:
    """Return the common fields of an entry; `right` is what its id depends on beside kind and stem."""
    own_id = _read_id(fields)
    return Common(
        id=own_id or made_id(ask, kind, right),
        topic=fields.text("topic", TOPIC, default=defaults.topic),
        kind=kind,
        difficulty=fields.word("difficulty", Difficulty, defaults.difficulty, DIFFICULTY),
        spoiler=fields.word("spoiler", Spoiler, defaults.spoiler, SPOILER),
        sources=fields.texts("source", SOURCE) or defaults.sources,
        tags=fields.texts("tags", "Words of your own, listed with the question."),
        facts=fields.texts("fact", FACT),
        file=fields.document.file,
        line=fields.node.at.line,
        allow=_read_allow(fields),
    )


def read_question(fields: Fields, defaults: Defaults) -> Question | None:
    """Return the question of one entry, None when it has problems, which are then reported."""
    kind = fields.kind(KINDS, KIND)
    ask = fields.text("ask", "The question, or the statement that is true or false.", needed=True)
    feedback = fields.text("feedback", FEEDBACK)
    if not kind:
        return None  # which fields it should have is not known, so none is missing
    form = KINDS[kind].read(fields)
    common = read_common(fields, defaults, kind, ask, *(form.right if form else ()))
    fields.close()
    if not fields.sound or form is None:
        return None
    return Question(
        id=common.id,
        topic=common.topic,
        ask=ask,
        kind=kind,
        form=form,
        difficulty=common.difficulty,
        spoiler=common.spoiler,
        feedback=feedback,
        sources=common.sources,
        tags=common.tags,
        facts=common.facts or (common.id,),
        file=common.file,
        line=common.line,
        keys=(*form.right, *getattr(form, "accept", ())) if kind in _TELLING else (),
        allow=common.allow,
    )


def _read_allow(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Return the silenced checks with the reasons; which checks there are is known where they are run."""
    says = "Advice that does not hold for this question: the name of each check, with the reason."
    silenced = fields.map("allow", "longest-key: the title is long", says)
    if silenced is None:
        return ()
    allow = tuple((name, silenced.text(name, "Why it does not hold.", needed=True)) for name in silenced.node)
    silenced.close()
    return allow


def _read_id(fields: Fields) -> str:
    own_id = fields.text("id", "A name that stays whatever is asked; else one is made from the text.")
    if own_id and not _ID.fullmatch(own_id):
        message = f"expected an id of letters, digits, '-', '_' or '.', at most 80, found {shown(own_id)}"
        fields.report("bad-id", message, "id")
    return own_id


def made_id(ask: str, kind: str, right: tuple[str, ...]) -> str:
    """Return an id made of the first words asked and a mark of what is asked and answered."""
    words = normal(" ".join(ask.split(maxsplit=_SLUG_WORDS)[:_SLUG_WORDS])).split()
    mark = digest(ask, kind, *right).hex()[:_MARK_LENGTH]
    return f"{'-'.join(words)[:_SLUG_LENGTH].strip('-')}-{mark}".lstrip("-")
