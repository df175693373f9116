"""Sections number the items of a job for the page: in rounds, or straight through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.present.paper.answer import answered
from rb_quiz.present.paper.parts import AnswerKey, KeyRow, KeySection, QuestionSheet, Section, Told, ToldSection
from rb_quiz.present.paper.question import asked
from rb_quiz.present.paper.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.item import Item
    from rb_quiz.present.paper.packs.pack import Job
    from rb_quiz.present.paper.rounds import Round
    from rb_quiz.quiz import Form


def sections(rounds: Sequence[Round]) -> tuple[Section, ...]:
    """Return the questions of some rounds, numbered from 1 in each."""
    return tuple(
        Section(title, tuple(asked(item, str(place)) for place, item in numbered))
        for title, numbered in _numbered(rounds)
    )


def told_sections(rounds: Sequence[Round]) -> tuple[ToldSection, ...]:
    """Return the questions of some rounds with their answers, numbered from 1 in each."""
    return tuple(
        ToldSection(title, tuple(told(item, str(place)) for place, item in numbered))
        for title, numbered in _numbered(rounds)
    )


def told(item: Item, number: str) -> Told:
    """Return an item with its answer."""
    return Told(asked(item, number), answered(item, number))


def question_sheet(job: Job, *, blanks: bool) -> QuestionSheet:
    """Return the questions in rounds, with room for the answers or without."""
    return QuestionSheet(
        title=job.title if blanks else f"{job.title}: questions",
        form="",
        details=job.details if blanks else (),
        fields=("Name", f"Score / {len(job.quiz.items)}") if blanks else (),
        rules=(),
        points="",
        sections=sections(job.rounds),
        blanks=blanks,
        logo=job.logo and blanks,
    )


def key_in_rounds(job: Job) -> AnswerKey:
    """Return the answers in rounds."""
    rows = tuple(
        KeySection(title, tuple(KeyRow(answered(item, str(place)), "") for place, item in numbered))
        for title, numbered in _numbered(job.rounds)
    )
    return AnswerKey(f"{job.title}: answer key", "", job.quiz.code, rows)


def key_of_form(job: Job, form: Form) -> AnswerKey:
    """Return the answers of a form, each with the number of its question in the quiz."""
    numbered = enumerate(zip(form.quiz.items, form.numbers, strict=True), start=1)
    rows = tuple(KeyRow(answered(item, str(place)), str(master)) for place, (item, master) in numbered)
    return AnswerKey(f"{job.title}: answer key", f"Form {form.name}", job.quiz.code, (KeySection("", rows),))


def _numbered(rounds: Sequence[Round]) -> Iterable[tuple[str, Iterable[tuple[int, Item]]]]:
    """Yield the title of each round and its items numbered from 1."""
    for number, each in enumerate(rounds, start=1):
        title = f"Round {number}: {typographic(each.title)}" if each.title else ""
        yield title, enumerate(each.items, start=1)
