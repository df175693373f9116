"""The command `play`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.exits import Exit
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

if TYPE_CHECKING:
    from rb_quiz.quiz import Quiz


def play(
    context: typer.Context,
    quiz: Annotated[str | None, typer.Argument(help="A quiz file that `draw -o` wrote, or a quiz code.")] = None,
    questions: QuestionsOption = None,
    topic: TopicsOption = None,
    kind: KindsOption = None,
    difficulty: DifficultyOption = None,
    spoilers: SpoilersOption = None,
    seed: SeedOption = None,
    any_edition: AnyEditionOption = False,
    plain: Annotated[bool, typer.Option("--plain", help="Lines in, lines out: no colour, no redraw.")] = False,
    bank: BankOption = None,
) -> None:
    """Play a quiz.

    Example: rb-quiz play --topic Cast --questions 5 --spoilers premise
    """
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
    play_quiz(drawn, bank, plain=plain)


def find_quiz(quiz: str, bank: Path | None, *, any_edition: bool) -> Quiz:
    """Return the quiz of a file or a code; raise CallError when it is neither."""
    from rb_quiz.problem import CallError
    from rb_quiz.quiz import read

    path = Path(quiz)
    if path.is_file():
        try:
            return read(path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise CallError(
                f"expected a quiz file as `rb-quiz draw -o` writes it, found {quiz!r}, which is no text"
            ) from None
    from rb_quiz.draw import OtherEditionError, draw, looks_like_code, recipe_of

    if not looks_like_code(quiz):
        raise CallError(f"expected a quiz file or a quiz code, found {quiz!r}; `rb-quiz draw` makes both")
    opened = open_bank(bank)
    try:
        recipe = recipe_of(quiz, opened.topics, opened.edition)
    except OtherEditionError as error:
        if not any_edition:
            raise CallError(f"{error}; --any-edition draws it all the same") from None
        print("rb-quiz: this code is from another edition of the bank, so the quiz is another one", file=sys.stderr)
        recipe = recipe_of(quiz, opened.topics, opened.edition, any_edition=True)
    return draw(opened, recipe.blueprint, recipe.seed)


def play_quiz(quiz: Quiz, bank: Path | None, *, plain: bool) -> None:
    """Play a quiz on the screen, or in plain lines where there is none, and exit with 130 when it was interrupted."""
    from shlex import quote
    from time import monotonic

    from rb_quiz.play import SCHEMES
    from rb_quiz.present.terminal import PlainTable, Table
    from rb_quiz.present.terminal import play as play_at

    table: Table
    if plain or not on_screen():
        table = PlainTable(sys.stdin, sys.stdout)
    else:
        from rb_quiz.present.terminal.screen import ScreenTable

        table = ScreenTable()
    again = f"rb-quiz play {'' if bank is None else f'--bank {quote(str(bank))} '}{quiz.code}"
    played = play_at(quiz, SCHEMES["casual"], table, monotonic, again)
    if played.interrupted:
        raise typer.Exit(Exit.INTERRUPTED)


def on_screen() -> bool:
    """Return whether both ends are a terminal that can redraw."""
    from os import environ

    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends) and environ.get("TERM") != "dumb"
