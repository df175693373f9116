"""The command `play`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.exits import Exit
from rb_quiz.cli.modes import known_players, wanted_mode
from rb_quiz.cli.options import (
    AnyEditionOption,
    BankOption,
    DifficultyOption,
    KindsOption,
    ModeOption,
    PlainOption,
    PlayersOption,
    QuestionsOption,
    ScoringOption,
    SeedOption,
    SpoilersOption,
    TopicsOption,
)
from rb_quiz.cli.quizzes import Flags, tie_breaker_of, wanted_quiz

if TYPE_CHECKING:
    from rb_quiz.play import Mode
    from rb_quiz.present.terminal import Game


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
    mode: ModeOption = None,
    scoring: ScoringOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say the rules of the mode and its scoring.")] = False,
    seconds: Annotated[
        float | None, typer.Option("--seconds", min=1, max=3600, help="So many seconds for each question.")
    ] = None,
    clock: Annotated[bool, typer.Option("--clock/--no-clock", help="Whether time counts, where it would.")] = True,
    players: PlayersOption = None,
    tie_breaker: Annotated[
        bool, typer.Option("--tie-breaker", help="Who shares the first place guesses a number; the nearest wins.")
    ] = False,
    plain: PlainOption = False,
    bank: BankOption = None,
) -> None:
    """Play a quiz, alone or in company.

    Example: rb-quiz play --mode survival --players "Ana,Ben,Team Orca" --spoilers premise
    """
    wanted = wanted_mode(mode, scoring, seconds, clock=clock)
    if explain:
        print(f"{wanted.name}: {wanted.rules}\n\n{wanted.scheme.name}: {wanted.scheme.rules}")
        return
    from rb_quiz.present.terminal import Game

    names = known_players(players)
    flags = Flags(questions, tuple(topic or ()), tuple(kind or ()), difficulty, spoilers, seed)
    bank = bank or context.obj
    drawn = wanted_quiz(quiz, flags, bank, wanted, any_edition=any_edition)
    decider = tie_breaker_of(drawn, bank) if tie_breaker and len(names) > 1 else None
    play_game(Game(drawn, wanted, names, again_command(drawn.code, wanted, bank), decider), plain=plain)


def again_command(code: str, mode: Mode, bank: Path | None) -> str:
    """Return the command that plays the quiz of a code again."""
    from shlex import quote

    parts = ["" if bank is None else f"--bank {quote(str(bank))} "]
    parts += ["" if mode.name == "classic" else f"--mode {mode.name} "]
    return f"rb-quiz play {''.join(parts)}{code}"


def play_game(game: Game, *, plain: bool) -> None:
    """Play on the screen, or in plain lines where there is none, and exit with 130 when it was interrupted."""
    from time import monotonic

    from rb_quiz.present.terminal import PlainTable, Table
    from rb_quiz.present.terminal import play as play_at

    table: Table
    if plain or not on_screen():
        table = PlainTable(sys.stdin, sys.stdout)
    else:
        from rb_quiz.present.terminal.screen import ScreenTable

        table = ScreenTable()
    if play_at(game, table, monotonic).interrupted:
        raise typer.Exit(Exit.INTERRUPTED)


def on_screen() -> bool:
    """Return whether both ends are a terminal that can redraw."""
    from os import environ

    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends) and environ.get("TERM") != "dumb"
