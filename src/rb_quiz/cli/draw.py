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
    draw_quiz,
    open_bank,
    refuse_flags,
)
from rb_quiz.cli.output import print_json


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
    from rb_quiz.cli.play import find_quiz
    from rb_quiz.problem import CallError
    from rb_quiz.quiz import render

    bank = bank or context.obj
    if quiz is not None:
        refuse_flags(questions, topic, kind, difficulty, spoilers, seed)
        drawn = find_quiz(quiz, bank, any_edition=any_edition)
    else:
        drawn = draw_quiz(
            open_bank(bank),
            questions=questions,
            topics=topic,
            kinds=kind,
            difficulty=difficulty,
            spoilers=spoilers,
            seed=seed,
        )
    if output is not None:
        try:
            with output.open("x", encoding="utf-8") as file:
                file.write(render(drawn))
        except FileExistsError:
            raise CallError(
                f"expected a new file, found {str(output)!r} there already; name another or remove it"
            ) from None
    if output is None and json:
        print_json(render(drawn))
    else:
        print(drawn.code)
