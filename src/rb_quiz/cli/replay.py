"""The command `replay`."""

from __future__ import annotations

from typing import Annotated

import typer


def replay(
    game: Annotated[int, typer.Argument(help="The number of a game, as `stats` and `resume --list` give it.")],
) -> None:
    """Show a past game, answer by answer.

    Example: rb-quiz replay 12
    """
    from rb_quiz.cli.hosting import table
    from rb_quiz.cli.keeping import opened
    from rb_quiz.play import score
    from rb_quiz.present.terminal.company import final
    from rb_quiz.present.terminal.wording import replayed, summary
    from rb_quiz.records.games import load

    saved = load(opened(), game)
    setting, shown = saved.setting, table(plain=False)
    for player, session in zip(setting.players, saved.sessions, strict=True):
        shown.show(replayed(player, session, setting.mode.scheme))
    cards = [score(session, setting.mode.scheme) for session in saved.sessions]
    if len(cards) == 1:
        shown.show(summary(cards[0], setting.mode, setting.again))
    else:
        shown.show(final(setting.players, cards, (), setting.again))
