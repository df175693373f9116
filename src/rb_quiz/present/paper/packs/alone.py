"""The packs `key` and `sheet`: the answers alone, and the questions alone with room for the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.present.paper.packs.exam import keys
from rb_quiz.present.paper.packs.pack import Pack
from rb_quiz.present.paper.packs.sections import question_sheet
from rb_quiz.present.paper.parts import Document

if TYPE_CHECKING:
    from rb_quiz.present.paper.packs.pack import Job


def _key(job: Job) -> tuple[Document, ...]:
    return (Document("key", tuple(keys(job))),)


def _sheet(job: Job) -> tuple[Document, ...]:
    return (Document("sheet", (question_sheet(job, blanks=True),)),)


KEY: Final = Pack("key", "Quiz", _key, in_rounds=True, in_forms=True)
SHEET: Final = Pack("sheet", "Quiz", _sheet, in_rounds=True, with_logo=True)
