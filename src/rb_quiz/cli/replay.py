"""The command `replay`."""

from __future__ import annotations

from typing import Annotated

import typer

from rb_quiz.cli.options import MOST


def replay(
    game: Annotated[int, typer.Argument(min=1, max=MOST, help="A game's number, as `stats` gives it.")],
) -> None:
    """Show a past game, answer by answer.

    Example: rb-quiz replay 12
    """
    from rb_quiz.cli.hosting import table
    from rb_quiz.cli.keeping import opened
    from rb_quiz.play import score
    from rb_quiz.present.terminal.company import final
    from rb_quiz.present.terminal.wording import replayed, summary
    from rb_quiz.problem import CallError
    from rb_quiz.records.games import load

    saved = load(opened(), game)
    if not saved.ended and len(saved.sessions) > 1:
        raise CallError(f"expected a game that is over, found game {game}, in which somebody has yet to answer")
    setting, shown = saved.setting, table(plain=False)
    for player, session in zip(setting.players, saved.sessions, strict=True):
        shown.show(replayed(player, session, setting.mode.scheme))
    cards = [score(session, setting.mode.scheme) for session in saved.sessions]
    if len(cards) == 1:
        shown.show(summary(cards[0], setting.mode, setting.again))
    else:
        shown.show(final(setting.players, cards, saved.distances, setting.again))
