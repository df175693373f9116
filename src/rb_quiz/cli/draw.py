"""The command `draw`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rb_quiz.cli.options import (
    AnyEditionOption,
    BankOption,
    DifficultyOption,
    KindsOption,
    QuestionsOption,
    SeedOption,
    SpoilersOption,
    TopicsOption,
)
from rb_quiz.cli.output import print_text
from rb_quiz.cli.quizzes import Flags, wanted_quiz


def draw(
    context: typer.Context,
    quiz: Annotated[str | None, typer.Argument(help="A quiz code, or a quiz file.")] = None,
    questions: QuestionsOption = None,
    topic: TopicsOption = None,
    kind: KindsOption = None,
    difficulty: DifficultyOption = None,
    spoilers: SpoilersOption = None,
    seed: SeedOption = None,
    any_edition: AnyEditionOption = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the quiz to this new file.")] = None,
    json: Annotated[bool, typer.Option("--json/--code", help="Print the quiz as JSON, or its code only.")] = True,
    bank: BankOption = None,
) -> None:
    """Draw a quiz and write it as JSON, with its keys.

    Example: rb-quiz draw --questions 20 --seed friday -o friday.json
    """
    from rb_quiz.problem import CallError
    from rb_quiz.quiz import render

    flags = Flags(questions, tuple(topic or ()), tuple(kind or ()), difficulty, spoilers, seed)
    bank = bank or context.obj
    drawn = wanted_quiz(quiz, flags, bank, any_edition=any_edition)
    if output is not None:
        try:
            with output.open("x", encoding="utf-8") as file:
                file.write(render(drawn))
        except FileExistsError:
            raise CallError(
                f"expected a new file, found {str(output)!r} there already; name another or remove it"
            ) from None
    if output is None and json:
        print_text(render(drawn))
    else:
        print(drawn.code)
