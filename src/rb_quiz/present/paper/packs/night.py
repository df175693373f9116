"""The pack `night`: a whole evening on paper, from the title page to the score grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.item import Spoiler
from rb_quiz.present.figures import counted
from rb_quiz.present.paper.packs.pack import Pack
from rb_quiz.present.paper.packs.sections import question_sheet, sections, told, told_sections
from rb_quiz.present.paper.parts import AnswerSheet, Document, HostScript, ScoreGrid, TitlePage
from rb_quiz.present.paper.typography import typographic

if TYPE_CHECKING:
    from rb_quiz.present.paper.packs.pack import Job

_TEAMS: Final = 14
_TELLS: Final = {
    Spoiler.PREMISE: "The questions tell no more of the story than its beginning.",
    Spoiler.PLOT: "The questions tell what happens in the story, but not how it ends.",
    Spoiler.ENDING: "The questions tell the whole story, its end included.",
}


def _documents(job: Job) -> tuple[Document, ...]:
    return (
        Document("title", (_title_page(job),)),
        Document("sheet", (question_sheet(job, blanks=False),)),
        Document("answers", (_answer_sheet(job),)),
        Document("host", (_host_script(job),)),
        Document("scores", (_score_grid(job),)),
    )


def _title_page(job: Job) -> TitlePage:
    count, rounds = len(job.quiz.items), len(job.rounds)
    most = max((item.spoiler for item in job.quiz.items), key=list(Spoiler).index)
    amount = f"{counted(count, 'question')}{f' in {rounds} rounds' if rounds > 1 else ''}"
    return TitlePage(job.title, job.details, (amount, _TELLS[most]), job.logo)


def _answer_sheet(job: Job) -> AnswerSheet:
    rule = "Write a letter in each box; for words and numbers there is a line. The last column is for the score."
    return AnswerSheet(
        title=f"{job.title}: answers",
        fields=("Team", f"Score / {len(job.quiz.items)}"),
        rules=(rule,),
        sections=sections(job.rounds),
        tie_breaker="Tie-breaker" if job.tie_breakers else "",
    )


def _host_script(job: Job) -> HostScript:
    return HostScript(
        title=f"{job.title}: host script",
        code=job.quiz.code,
        steps=tuple(_steps(job)),
        sections=told_sections(job.rounds),
        tie_breakers=tuple(told(item, f"T{place}") for place, item in enumerate(job.tie_breakers, start=1)),
        sources=_sources(job),
    )


def _steps(job: Job) -> list[str]:
    printing = (
        "Print a question sheet and an answer sheet for each team, this script and the score grid once. Without "
        "question sheets, read each question out twice, and the options with their letters."
    )
    marking = (
        "The seconds beside a question say how long to wait. After "
        f"{'each round' if len(job.rounds) > 1 else 'the quiz'} let neighbours swap answer sheets, read out the "
        "answers, and let them mark. What stands under “Also right” counts in full; where “Ask for more” lists an "
        "answer, the team may say it more precisely."
    )
    scoring = f"{typographic(job.scheme.rules)} Write the points of each team into the score grid."
    tie = (
        "If teams share the first place, read a tie-breaker: each writes a number on the last line, and the nearest "
        "wins."
    )
    return [printing, marking, scoring, *([tie] if job.tie_breakers else [])]


def _sources(job: Job) -> tuple[str, ...]:
    """Return every source once, with its address."""
    items = [*(item for each in job.rounds for item in each.items), *job.tie_breakers]
    sources = {source for item in items for source in item.source.split("; ") if source}
    return tuple(typographic(source.replace(" <", ": ").removesuffix(">")) for source in sorted(sources))


def _score_grid(job: Job) -> ScoreGrid:
    several = len(job.rounds) > 1
    rounds = tuple(
        f"{f'Round {number}' if several else 'Points'} / {len(each.items)}"
        for number, each in enumerate(job.rounds, start=1)
    )
    total = (f"Total / {len(job.quiz.items)}",) if several else ()
    ties = ("Tie-breaker",) if job.tie_breakers else ()
    return ScoreGrid(f"{job.title}: scores", (*rounds, *total, *ties, "Place"), _TEAMS)


NIGHT: Final = Pack("night", "Quiz night", _documents, in_rounds=True, with_logo=True, evening=True)
