"""The command `mark`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from rb_quiz.cli.exits import Exit, described
from rb_quiz.cli.options import AnyEditionOption, BankOption, JsonOption
from rb_quiz.cli.output import print_text

_COLUMNS: Final = 80


def mark(
    context: typer.Context,
    responses: Annotated[
        Path, typer.Argument(help="A CSV file: a row for each team, with its name, its form, and what it wrote.")
    ],
    quiz: Annotated[str, typer.Option("--quiz", help="The quiz that was printed: its code, or a quiz file.")],
    scoring: Annotated[
        str | None, typer.Option("--scoring", help="casual, exam or strict; usually casual, for forms of an exam exam.")
    ] = None,
    forms: Annotated[
        int | None, typer.Option("--forms", min=1, max=1000, help="How many forms were printed; others are problems.")
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", help="Take an answer as right, such as 7=Marion; may be given again."),
    ] = None,
    any_edition: AnyEditionOption = False,
    json: JsonOption = False,
    bank: BankOption = None,
) -> None:
    """Mark what was written on paper, and say how each question did.

    Example: rb-quiz mark responses.csv --quiz friday.json --scoring exam
    """
    from functools import partial
    from json import dumps

    from rb_quiz.cli.modes import paper_scheme
    from rb_quiz.cli.quizzes import Flags, wanted_quiz
    from rb_quiz.draw import form, letters
    from rb_quiz.present.paper.marks.marksheet import MOST_BYTES, read_marksheet
    from rb_quiz.present.paper.marks.programs import results_json
    from rb_quiz.present.paper.marks.results import results
    from rb_quiz.present.paper.marks.told import told_results
    from rb_quiz.present.terminal.page import folded

    wanted = None if scoring is None else paper_scheme(scoring)
    drawn = wanted_quiz(quiz, Flags(), bank or context.obj, any_edition=any_edition)
    with responses.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    printed = None if forms is None else {letters(place) for place in range(forms)}
    sheet = read_marksheet(data, str(responses), drawn, partial(form, drawn), printed)
    if sheet.problems:
        print("\n".join(described(sheet.problems)), file=sys.stderr)
    scheme = wanted or paper_scheme("exam" if sheet.in_forms else "casual")
    found = results(sheet, scheme, tuple(accept or ()))
    if json:
        print_text(dumps(results_json(found, sheet), ensure_ascii=False, indent=1) + "\n")
    else:
        for line in told_results(found):
            for piece in folded(line, _COLUMNS):
                print(piece.text)
    if sheet.problems:
        raise typer.Exit(Exit.PROBLEMS)
