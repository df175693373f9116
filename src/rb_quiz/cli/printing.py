"""The command `print`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from rb_quiz.cli.options import (
    AnyEditionOption,
    BankOption,
    DifficultyOption,
    KindsOption,
    QuestionsOption,
    ScoringOption,
    SeedOption,
    SpoilersOption,
    TopicsOption,
)
from rb_quiz.cli.quizzes import Flags, wanted_quiz

_MOST_FORMS: Final = 1000


def print_quiz(
    context: typer.Context,
    quiz: Annotated[str | None, typer.Argument(help="A quiz code, or a quiz file.")] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="night.pdf or night.md; - is Markdown on stdout."),
    ] = None,
    pack: Annotated[str, typer.Option("--pack", help="night, exam, cards, slides, key or sheet.")] = "night",
    rounds: Annotated[
        int | None, typer.Option("--rounds", min=1, max=12, help="How many rounds; usually one for ten questions.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Split rounds by topic or difficulty.")] = "topic",
    forms: Annotated[
        int | None, typer.Option("--forms", min=1, max=_MOST_FORMS, help="So many versions of an exam: A, B, C.")
    ] = None,
    scoring: ScoringOption = None,
    title: Annotated[str | None, typer.Option("--title", help="What stands on top.")] = None,
    date: Annotated[str, typer.Option("--date", help="When: 2026-11-27, or in your own words.")] = "",
    venue: Annotated[str, typer.Option("--venue", help="Where.")] = "",
    logo: Annotated[Path | None, typer.Option("--logo", help="A picture: PNG, JPEG or SVG.")] = None,
    paper: Annotated[str, typer.Option("--paper", help="a4 or letter.")] = "a4",
    large_print: Annotated[bool, typer.Option("--large-print", help="Large type, for those who need it.")] = False,
    flip: Annotated[
        str, typer.Option("--flip", help="Cards: over which edge your printer turns, long or short.")
    ] = "long",
    fonts: Annotated[
        Path | None, typer.Option("--fonts", help="A folder of fonts, for scripts that ours lack.")
    ] = None,
    marksheet: Annotated[
        Path | None, typer.Option("--marksheet", metavar="FILE", help="Write an empty table (CSV) for `rb-quiz mark`.")
    ] = None,
    split: Annotated[
        bool, typer.Option("--split", help="Several files, such as night-sheet.pdf, night-host.pdf.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that are there.")] = False,
    questions: QuestionsOption = None,
    topic: TopicsOption = None,
    kind: KindsOption = None,
    difficulty: DifficultyOption = None,
    spoilers: SpoilersOption = None,
    seed: SeedOption = None,
    any_edition: AnyEditionOption = False,
    bank: BankOption = None,
) -> None:
    """Print a quiz: a whole evening, an exam in several forms, cards, or slides, as PDF or Markdown.

    Example: rb-quiz print --questions 20 --rounds 4 --title "Film club" --date 2026-11-27 -o night.pdf
    """
    from rb_quiz.cli.jobs import PrintFlags, job_of, known_pack, layout_of
    from rb_quiz.cli.pages import print_pack, refuse_marksheet, say_files, write_marksheet

    flags = Flags(questions, tuple(topic or ()), tuple(kind or ()), difficulty, spoilers, seed)
    bank = bank or context.obj
    wanted = PrintFlags(pack, rounds, by, forms, scoring, title, date, venue, logo, paper, large_print, flip, fonts)
    chosen, layout = known_pack(wanted), layout_of(wanted)
    drawn = wanted_quiz(quiz, flags, bank, any_edition=any_edition)
    job = job_of(chosen, drawn, wanted, bank)
    if marksheet is not None:
        refuse_marksheet(job, drawn, marksheet, output, force=force)
    files: list[Path] = []
    if output is not None or marksheet is None:
        files += print_pack(chosen, job, layout, output or f"{chosen.name}.pdf", split=split, force=force)
    if marksheet is not None:
        files.append(write_marksheet(job, marksheet))
    say_files(files, drawn.code)
