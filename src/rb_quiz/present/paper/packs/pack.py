"""A pack is a way to print a quiz; a job is what is to be printed, with all that stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rb_quiz.play import SCHEMES, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rb_quiz.item import Item
    from rb_quiz.present.paper.parts import Document
    from rb_quiz.present.paper.rounds import Round
    from rb_quiz.quiz import Form, Quiz


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed.

    Attributes:
        quiz: the questions.
        title: what stands on top.
        rounds: the same questions in rounds, in the order in which they are printed.
        forms: the versions of an exam, the quiz itself first.
        tie_breakers: further items, whose answers are numbers.
        scheme: how it is scored.
        details: when and where.
        logo: whether there is a picture.
        flip: over which edge a printer turns the paper, `long` or `short`.

    """

    quiz: Quiz
    title: str
    rounds: tuple[Round, ...]
    forms: tuple[Form, ...]
    tie_breakers: tuple[Item, ...] = ()
    scheme: Scheme = SCHEMES["casual"]
    details: tuple[str, ...] = ()
    logo: bool = False
    flip: str = "long"


@dataclass(frozen=True, slots=True)
class Pack:
    """A way to print a quiz.

    Attributes:
        name: what it is chosen by.
        title: what stands on top where nobody says.
        documents: what it consists of, by the files it is split into, one by one: there may be a thousand forms.
        scheme: the name of the scheme it is scored by where nobody says.
        in_rounds, in_forms, with_logo: what it has room for.
        evening: whether it is a whole evening, with rounds where nobody asks for them, and tie-breakers.
        longest: how many characters a question may have, None for as many as one likes.

    """

    name: str
    title: str
    documents: Callable[[Job], Iterable[Document]]
    scheme: str = "casual"
    in_rounds: bool = False
    in_forms: bool = False
    with_logo: bool = False
    evening: bool = False
    longest: int | None = None
