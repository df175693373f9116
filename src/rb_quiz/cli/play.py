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
)
from rb_quiz.cli.quizzes import Flags, wanted_quiz

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
    flags = Flags(questions, tuple(topic or ()), tuple(kind or ()), difficulty, spoilers, seed)
    bank = bank or context.obj
    drawn = wanted_quiz(quiz, flags, bank, any_edition=any_edition)
    play_quiz(drawn, bank, plain=plain)


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
