"""The command `resume`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.hosting import host
from rb_quiz.cli.options import MOST, PlainOption
from rb_quiz.cli.quizzes import FROM_FILE

if TYPE_CHECKING:
    from rb_quiz.records.games import Setting, Summary


def resume(
    game: Annotated[int | None, typer.Argument(min=1, max=MOST, help="A game's number; usually the last's.")] = None,
    every: Annotated[bool, typer.Option("--list", help="List the games that have no end.")] = False,
    plain: PlainOption = False,
) -> None:
    """Go on with a game where it was left.

    Example: rb-quiz resume
    """
    from rb_quiz.cli.keeping import opened
    from rb_quiz.problem import CallError
    from rb_quiz.records.games import games, load

    store = opened()
    open_games = games(store, ended=False, most=50 if every else 1)
    if every:
        print("\n".join(map(told, open_games)) or "No game is open.")
        return
    if game is None and not open_games:
        raise CallError("expected a game without an end, found none; `rb-quiz play` begins one")
    saved = load(store, open_games[0].id if game is None else game)
    if saved.ended:
        raise CallError(
            f"expected a game without an end, found that game {game} is over; `rb-quiz replay {game}` shows it"
        )
    _say_of_a_changed_bank(saved.setting)
    host(saved.setting, store, plain=plain, saved=saved)


def told(game: Summary) -> str:
    """Return a game on one line."""
    names = ", ".join(filter(None, game.players))
    return f"{game.id:>5}  {game.day}  {game.mode}  {names or 'alone'}  {game.done} answered  {game.code}".rstrip()


def _say_of_a_changed_bank(setting: Setting) -> None:
    """Say when the bank is another edition by now; the game goes on with the questions it has."""
    if setting.bank == FROM_FILE:
        return
    from rb_quiz.cli.banks import open_bank
    from rb_quiz.problem import RbQuizError

    try:
        edition = open_bank(Path(setting.bank) if setting.bank else None).edition
    except (RbQuizError, OSError):
        edition = ""
    if edition != setting.quiz.recipe.edition:
        print("rb-quiz: the bank has changed since; the game goes on with its own questions", file=sys.stderr)
