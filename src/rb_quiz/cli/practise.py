"""The command `practise`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from rb_quiz.cli.hosting import host
from rb_quiz.cli.options import BankOption, PlainOption, PlayerOption
from rb_quiz.cli.quizzes import origin

if TYPE_CHECKING:
    from rb_quiz.records.store import Store

_USUAL_COUNT: Final = 10


def practise(
    context: typer.Context,
    player: PlayerOption = "",
    questions: Annotated[
        int, typer.Option("--questions", "-n", min=1, max=100, help="At most so many.")
    ] = _USUAL_COUNT,
    plain: PlainOption = False,
    bank: BankOption = None,
) -> None:
    """Ask again what is due: what was missed soon, what was known later, in other words where there are some.

    Example: rb-quiz practise --questions 5
    """
    from dataclasses import replace
    from secrets import token_hex

    from rb_quiz.cli.banks import open_bank
    from rb_quiz.cli.keeping import opened
    from rb_quiz.draw import practice, seed_of
    from rb_quiz.play import MODES
    from rb_quiz.records.games import Setting
    from rb_quiz.records.learning import due, learn

    store, bank = opened(), bank or context.obj
    learn(store, player)
    ready = due(store, player, datetime.now(UTC))
    quiz = practice(open_bank(bank), ready.facts, seed_of(token_hex()), questions) if ready.facts else None
    if quiz is not None:
        rules = "What is due, in other words where there are some."
        mode = replace(MODES["classic"], name="practice", rules=rules)
        host(Setting(quiz, mode, (player,), "", origin(None, bank)), store, plain=plain)
        learn(store, player)
    elif ready.facts:
        print(f"This bank asks none of the {len(ready.facts)} facts that are due; --bank names another.")
        return
    print(_when(store, player))


def _when(store: Store, player: str) -> str:
    """Return when to come back."""
    from rb_quiz.records.learning import due

    now = datetime.now(UTC)
    left = due(store, player, now)
    if not left.all:
        return "There is nothing to practise yet; `rb-quiz play` first."
    if left.facts:
        return f"{len(left.facts)} more to practise now, of {left.all}."
    if left.next is None:
        return f"Nothing is due; {left.all} facts are known."
    then = left.next.astimezone()
    wait = left.next - now
    when = f"at {then:%H:%M}" if wait.days < 1 and then.date() == now.astimezone().date() else f"on {then:%d %B %Y}"
    return f"Nothing more is due; come back {when}. {left.all} facts are being practised."
