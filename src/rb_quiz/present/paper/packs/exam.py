"""The pack `exam`: one or more forms of a quiz, each with its key, and the table that leads from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.present.figures import counted, number
from rb_quiz.present.paper.packs.pack import Pack
from rb_quiz.present.paper.packs.sections import key_in_rounds, key_of_form
from rb_quiz.present.paper.parts import AnswerKey, Conversion, Document, QuestionSheet, Section
from rb_quiz.present.paper.question import asked
from rb_quiz.present.paper.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.present.paper.packs.pack import Job
    from rb_quiz.quiz import Form

_CONVERTED: Final = 120
"""How many forms a conversion table holds; more are spread over several."""


def _documents(job: Job) -> Iterator[Document]:
    for form in job.forms:
        yield Document(form.name, (_sheet(job, form),))
    for key in keys(job):
        yield Document("key", (key,))
    if len(job.forms) > 1:
        for start in range(0, len(job.forms), _CONVERTED):
            yield Document("key", (_conversion(job, job.forms[start : start + _CONVERTED]),))


def keys(job: Job) -> Iterator[AnswerKey]:
    """Yield the key of each form, or of the quiz where there is only one."""
    if len(job.forms) == 1:
        yield key_in_rounds(job)
    else:
        yield from (key_of_form(job, form) for form in job.forms)


def _sheet(job: Job, form: Form) -> QuestionSheet:
    items = form.quiz.items
    count = counted(len(items), "question")
    how = f"{count}. Write the letter of an answer into its box, or the answer on its line."
    return QuestionSheet(
        title=job.title,
        form=f"Form {form.name}" if len(job.forms) > 1 else "",
        details=job.details,
        fields=("Name", *(() if job.details else ("Date",)), f"Points / {number(job.scheme.most(len(items)))}"),
        rules=(how, typographic(job.scheme.rules)),
        points=counted(int(job.scheme.most(1)), "point"),
        sections=(Section("", tuple(asked(item, str(place)) for place, item in enumerate(items, start=1))),),
        blanks=True,
        logo=job.logo,
    )


def _conversion(job: Job, forms: Sequence[Form]) -> Conversion:
    places = [{master: str(place) for place, master in enumerate(form.numbers, start=1)} for form in forms]
    masters = range(1, len(job.quiz.items) + 1)
    rows = tuple((str(master), *(place[master] for place in places)) for master in masters)
    return Conversion(f"{job.title}: conversion", tuple(form.name for form in forms), rows)


EXAM: Final = Pack("exam", "Exam", _documents, scheme="exam", in_forms=True, with_logo=True)
