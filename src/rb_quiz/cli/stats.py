"""The command `stats`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from rb_quiz.cli.options import JsonOption
from rb_quiz.cli.output import print_text

if TYPE_CHECKING:
    from rb_quiz.records.history import History, ItemRecord
    from rb_quiz.records.store import Store


_MOST_ITEMS: Final = 50


def stats(
    player: Annotated[str | None, typer.Argument(help="A player's name; usually who played last.")] = None,
    items: Annotated[bool, typer.Option("--items", help="How the questions asked most did; with --json, all.")] = False,
    json: JsonOption = False,
) -> None:
    """Show what was played and how well.

    Example: rb-quiz stats Ana
    """
    from rb_quiz.cli.keeping import opened

    store = opened()
    if items:
        _items(store, json=json)
    else:
        _player(store, player, json=json)


def _player(store: Store, player: str | None, *, json: bool) -> None:
    from datetime import date
    from json import dumps

    from rb_quiz.cli.hosting import table
    from rb_quiz.cli.keeping import today
    from rb_quiz.present.terminal.report import told_history
    from rb_quiz.problem import CallError, did_you_mean
    from rb_quiz.records.games import player_key
    from rb_quiz.records.history import history, players
    from rb_quiz.records.learning import learn, skill_of
    from rb_quiz.records.store import StoreError

    known = {player_key(name): name for name in players(store)}
    name = player if player is not None else next(iter(known.values()), "")
    if player is not None and player_key(player) not in known:
        mend = did_you_mean(player, known.values())
        raise CallError(f"expected a player who has played, found {player!r}{mend}")
    with suppress(StoreError):  # a store that can only be read is shown as it is
        learn(store, name)
    found, skill = history(store, name, date.fromisoformat(today())), skill_of(store, name)
    if json:
        print_text(dumps(_history_json(found) | {"skill": skill.value}, ensure_ascii=False, indent=1) + "\n")
        return
    others = [each for key, each in known.items() if key != player_key(name)]
    table(plain=False).show(told_history(found, skill, others))


def _items(store: Store, *, json: bool) -> None:
    from json import dumps

    from rb_quiz.cli.hosting import table
    from rb_quiz.present.terminal.report import told_items
    from rb_quiz.records.history import item_records
    from rb_quiz.records.learning import predicted
    from rb_quiz.records.settling import asked_items

    records = item_records(store, None if json else _MOST_ITEMS)
    asked = asked_items(store, [record.item for record in records])
    shares = predicted(store, asked.values())
    if json:
        found = [_item_json(record, shares.get(record.item)) for record in records]
        print_text(dumps(found, ensure_ascii=False, indent=1) + "\n")
        return
    table(plain=False).show(told_items(records, asked, shares))


def _history_json(history: History) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(history)


def _item_json(record: ItemRecord, predicted: float | None) -> dict[str, Any]:
    return {
        "id": record.item,
        "asked": record.asked,
        "right": record.right,
        "measured": record.measured,
        "predicted": predicted,
        "discrimination": record.discrimination,
        "picks": dict(record.picks),
    }
