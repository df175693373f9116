"""Parts are what a printed pack is put together from, each with all its words; layout is left to who prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rb_quiz.present.paper.answer import Answer
    from rb_quiz.present.paper.question import Question


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of a round; the only round of a quiz has no title."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A question with its answer, as a host reads it out."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class ToldSection:
    """The questions of a round with their answers."""

    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The cover: what is asked, when and where; `notes` are what everybody should know."""

    title: str
    details: tuple[str, ...]
    notes: tuple[str, ...]
    logo: bool


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """The questions, with room for the answers where `blanks` says so.

    Attributes:
        title: what stands above.
        form: which version it is, nothing where there is one only.
        details: when and where.
        fields: what to fill in at the top.
        rules: how it is scored, paragraph by paragraph.
        points: what each question is worth, nothing where nobody says.
        sections: the questions.
        blanks: whether answers are written on it.
        logo: whether a picture stands on it.

    """

    title: str
    form: str
    details: tuple[str, ...]
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    points: str
    sections: tuple[Section, ...]
    blanks: bool
    logo: bool


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The blanks alone, for a team to fill in and to hand over."""

    title: str
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    sections: tuple[Section, ...]
    tie_breaker: str


@dataclass(frozen=True, slots=True)
class HostScript:
    """All that a host needs: how the evening goes, every question with its answer, and where answers come from."""

    title: str
    code: str
    steps: tuple[str, ...]
    sections: tuple[ToldSection, ...]
    tie_breakers: tuple[Told, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreGrid:
    """An empty table of teams and rounds; `columns` are what is written in it after the team."""

    title: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class KeyRow:
    """The answer to one question, with its number in the quiz where a form has numbers of its own."""

    answer: Answer
    master: str


@dataclass(frozen=True, slots=True)
class KeySection:
    """The answers of a round."""

    title: str
    rows: tuple[KeyRow, ...]


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The answers of one form, or of the quiz itself."""

    title: str
    form: str
    code: str
    sections: tuple[KeySection, ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """Under which number each question of the quiz stands on each form."""

    title: str
    forms: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out: for each sheet its fronts, and its backs as they lie behind them; None is no card."""

    title: str
    fronts: tuple[tuple[Question | None, ...], ...]
    backs: tuple[tuple[Answer | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Slides:
    """One question a slide, then the same with its answer."""

    title: str
    details: tuple[str, ...]
    sections: tuple[ToldSection, ...]
    logo: bool


Part: TypeAlias = (
    TitlePage | QuestionSheet | AnswerSheet | HostScript | ScoreGrid | AnswerKey | Conversion | Cards | Slides
)


@dataclass(frozen=True, slots=True)
class Document:
    """Parts that are printed one after the other; those of the same name share a file where a pack is split."""

    name: str
    parts: tuple[Part, ...]
