"""The command `forget`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def forget(
    player: Annotated[str, typer.Argument(help="The player's name; '' for who played without one.")],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
) -> None:
    """Remove all that is kept of a player.

    Example: rb-quiz forget Ana
    """
    from rb_quiz.cli.keeping import opened
    from rb_quiz.cli.output import confirmed
    from rb_quiz.present.figures import counted
    from rb_quiz.records.settling import forget as forget_in

    store = opened()
    if not yes and not confirmed(f"Remove all games, answers and cards of {player or 'who played without a name'!r}?"):
        print("Nothing was removed.", file=sys.stderr)
        return
    games = forget_in(store, player)
    print(f"Forgotten: {counted(games, 'game')}.")
