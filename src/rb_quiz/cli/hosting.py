"""Hosting a game: at a screen or in plain lines, kept as it goes, with the exit code that it earns."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from rb_quiz.cli.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from rb_quiz.present.terminal import Table
    from rb_quiz.records.games import Saved, Setting
    from rb_quiz.records.store import Store


def host(setting: Setting, store: Store | None, *, plain: bool, saved: Saved | None = None) -> None:
    """Play a game from its start, or from where it was left, and keep every event.

    Exit with 130 when it was interrupted, and with 3 when some of it could not be kept.
    """
    from time import monotonic

    from rb_quiz.cli.keeping import Keeping
    from rb_quiz.present.terminal import Game, play

    keeping = Keeping(store, setting, saved.kept if saved else None)
    if saved is not None:
        keeping.stored = [len(session.events) for session in saved.sessions]
    game = Game(setting.quiz, setting.mode, setting.players, setting.again, setting.tie_breaker)
    played = play(game, table(plain=plain), monotonic, keeping, saved.sessions if saved else ())
    keeping.keep_distances(played.distances)
    if played.interrupted:
        if not keeping.failed:
            print("Go on with it: rb-quiz resume", file=sys.stderr)
        raise typer.Exit(Exit.INTERRUPTED)
    if keeping.failed:
        raise typer.Exit(Exit.NOT_KEPT)
    if setting.mode.of_the_day and store is not None:
        for player in setting.players:
            _say_streak(store, player)


def table(*, plain: bool) -> Table:
    """Return the screen, or plain lines where there is none."""
    from rb_quiz.present.terminal import PlainTable

    if plain or not on_screen():
        return PlainTable(sys.stdin, sys.stdout)
    from rb_quiz.present.terminal.screen import ScreenTable

    return ScreenTable()


def on_screen() -> bool:
    """Return whether both ends are a terminal that can redraw."""
    from os import environ

    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends) and environ.get("TERM") != "dumb"


def _say_streak(store: Store, player: str) -> None:
    from rb_quiz.records.history import history

    days = history(store, player, _today()).daily_streak
    if not days:
        return
    who = f"{player}: " if player else ""
    print(f"{who}{days} {'day' if days == 1 else 'days'} in a row. Come back tomorrow.", file=sys.stderr)


def todays_game(store: Store | None, players: Sequence[str], *, plain: bool) -> bool:
    """Return whether today's quiz was played by all, which is shown, or begun by them, which is gone on with.

    Raise CallError where some have played it and others haven't.
    """
    from rb_quiz.problem import CallError
    from rb_quiz.records.history import open_daily, todays_daily
    from rb_quiz.records.store import StoreError

    if store is None:
        return False
    day = _today()
    try:
        played = {name: game for name in players if (game := todays_daily(store, name, day)) is not None}
        begun = open_daily(store, players, day)
    except StoreError:
        return False  # what can't be read doesn't keep anybody from playing; keeping the game will say so
    if len(played) == len(players):
        _show_results(store, played)
        return True
    if played:
        raise CallError(f"expected players who have not played today, found {', '.join(played)}; leave them out")
    if begun is None:
        return False
    from rb_quiz.records.games import load

    saved = load(store, begun)
    host(saved.setting, store, plain=plain, saved=saved)
    return True


def _show_results(store: Store, played: Mapping[str, int]) -> None:
    from rb_quiz.play import score
    from rb_quiz.present.terminal.wording import share
    from rb_quiz.records.games import load, player_key

    for name, game in played.items():
        saved = load(store, game)
        seat = [player_key(each) for each in saved.setting.players].index(player_key(name))
        card = score(saved.sessions[seat], saved.setting.mode.scheme)
        print(f"{name or 'You'} played today: {share(card, saved.setting.mode)}")
    print("There is a new quiz tomorrow; --seed TEXT plays another one now.")


def _today() -> date:
    from datetime import date

    from rb_quiz.cli.keeping import today

    return date.fromisoformat(today())
