"""The packs `cards` and `slides`: one question each, to cut out or to throw on a wall, and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.present.paper.packs.pack import Pack
from rb_quiz.present.paper.packs.sections import told, told_sections
from rb_quiz.present.paper.parts import Cards, Document, Slides

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from rb_quiz.present.paper.packs.pack import Job

    Face = TypeVar("Face")

_ROWS: Final = 4
_COLUMNS: Final = 2


def _cards(job: Job) -> tuple[Document, ...]:
    size = _ROWS * _COLUMNS
    cards = [told(item, str(place)) for place, item in enumerate(job.quiz.items, start=1)]
    sheets = [cards[start : start + size] for start in range(0, len(cards), size)]
    fronts = tuple(_filled([card.question for card in sheet], size) for sheet in sheets)
    backs = tuple(_behind(_filled([card.answer for card in sheet], size), job.flip) for sheet in sheets)
    return (Document("cards", (Cards(job.title, fronts, backs),)),)


def _filled(faces: Sequence[Face], size: int) -> tuple[Face | None, ...]:
    """Return the faces of a sheet, with nothing where no card is left."""
    return (*faces, *(None,) * (size - len(faces)))


def _behind(faces: Sequence[Face], flip: str) -> tuple[Face, ...]:
    """Return the faces as they must stand on the other side of the sheet to lie behind their fronts.

    Turned over its long edge, left becomes right; over its short one, top becomes bottom.
    """
    rows = [faces[start : start + _COLUMNS] for start in range(0, len(faces), _COLUMNS)]
    turned = [row[::-1] for row in rows] if flip == "long" else rows[::-1]
    return tuple(face for row in turned for face in row)


def _slides(job: Job) -> tuple[Document, ...]:
    return (Document("slides", (Slides(job.title, job.details, told_sections(job.rounds), job.logo),)),)


CARDS: Final = Pack("cards", "Quiz cards", _cards, longest=1000)
SLIDES: Final = Pack("slides", "Quiz", _slides, in_rounds=True, with_logo=True, longest=1200)
