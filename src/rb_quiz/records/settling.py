"""Settling protests, scoring old games again, and forgetting a player."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rb_quiz.item import EnterKey, Item
from rb_quiz.play import score
from rb_quiz.quiz import Quiz, read, render
from rb_quiz.records.games import load, player_key
from rb_quiz.records.store import StoreError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from rb_quiz.records.store import Store


@dataclass(frozen=True, slots=True)
class Appeal:
    """A protest that nobody has settled; those who gave the same answer to the same question are one appeal."""

    item: str
    stem: str
    answer: str
    response: str
    players: tuple[str, ...]
    game: int


def appeals(store: Store) -> tuple[Appeal, ...]:
    """Return what players protested and nobody settled, the oldest first."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT item, response, group_concat(DISTINCT players.name), min(seats.game), min(answers.place) "
            "FROM answers JOIN players ON players.id = answers.player JOIN seats ON seats.id = answers.seat "
            "WHERE protested = 1 AND settled = '' GROUP BY item, response ORDER BY min(answers.at), item"
        ).fetchall()
    found = []
    for item_id, response, names, game, _ in rows:
        item = _item(store, game, item_id)
        said = json.loads(response)
        found.append(
            Appeal(item_id, item.stem, " ".join(item.key.model), said[0], tuple(str(names or "").split(",")), game)
        )
    return tuple(found)


def _item(store: Store, game: int, item_id: str) -> Item:
    quiz = load(store, game).sessions[0].quiz
    return next(item for item in quiz.items if item.id == item_id)


def decline(store: Store, appeal: Appeal) -> None:
    """Settle an appeal: the mark stands."""
    with store.writing() as db:
        _settle(db, appeal, "declined")


def accept(store: Store, appeal: Appeal) -> int:
    """Settle an appeal: the answer is right from now on, in every game it was given; return how many marks changed."""
    item = _item(store, appeal.game, appeal.item)
    if not isinstance(item.key, EnterKey):
        raise StoreError(f"expected a typed answer to accept, found {appeal.response!r} to {appeal.item!r}")
    expected = item.key.expected
    reject = tuple(text for text in expected.reject if text.casefold() != appeal.response.casefold())
    accepted = replace(expected, accept=(*expected.accept, appeal.response), reject=reject)
    changed = rekey(store, [replace(item, key=EnterKey(accepted))])
    with store.writing() as db:
        _settle(db, appeal, "accepted")
    return changed


def _settle(db: sqlite3.Connection, appeal: Appeal, how: str) -> None:
    db.execute(
        "UPDATE answers SET settled = ? WHERE item = ? AND response = ? AND protested = 1",
        (how, appeal.item, json.dumps([appeal.response])),
    )


def rekey(store: Store, items: Iterable[Item]) -> int:
    """Mark every answer to these items by their keys as they are now; return how many marks changed."""
    changed = 0
    for item in items:
        with store.reading() as db:
            rows = db.execute(
                "SELECT DISTINCT game FROM answers JOIN seats ON seats.id = seat WHERE item = ?", (item.id,)
            )
            touched = [row[0] for row in rows]
        if not touched:
            continue
        recipe = load(store, touched[0]).setting.quiz.recipe
        with store.writing() as db:
            body = render(Quiz("", recipe, (item,)))
            db.execute("INSERT OR REPLACE INTO mended VALUES (?, ?, ?)", (item.id, item.stem, body))
        changed += sum(_mark_again(store, game, item.id) for game in touched)
    return changed


def _mark_again(store: Store, game: int, item_id: str) -> int:
    saved = load(store, game)
    changed = 0
    with store.writing() as db:
        for seat, session in zip(saved.kept.seats, saved.sessions, strict=True):
            for place, mark in enumerate(session.marks):
                if mark.item.id == item_id:
                    row = (float(mark.credit), mark.outcome.value, seat, place, float(mark.credit))
                    changed += db.execute(
                        "UPDATE answers SET credit = ?, outcome = ? WHERE seat = ? AND place = ? AND credit <> ?", row
                    ).rowcount
            card = score(session, saved.setting.mode.scheme)
            points = (float(card.points), float(card.most), card.streak, seat)
            db.execute("UPDATE seats SET points = ?, most = ?, streak = ? WHERE id = ?", points)
    return changed


def asked_items(store: Store, items: Sequence[str] | None = None) -> dict[str, Item]:
    """Return the items that were ever answered, or these of them, each in some form in which it was asked."""
    found: dict[str, Item] = {}
    with store.reading() as db:
        wanted = [row[0] for row in db.execute("SELECT item FROM items WHERE asked > 0")] if items is None else items
        for item_id in wanted:
            if item_id not in found:
                body = db.execute(
                    "SELECT body FROM answers JOIN seats ON seats.id = seat JOIN games ON games.id = seats.game "
                    "JOIN quizzes ON digest = quiz WHERE item = ? LIMIT 1",
                    (item_id,),
                ).fetchone()
                found |= {item.id: item for item in read(body[0]).items if item.id not in found}
    return {item_id: found[item_id] for item_id in wanted if item_id in found}


def forget(store: Store, player: str) -> int:
    """Remove all of a player's data, and what nobody else needs of it; return how many games they sat in.

    Raise StoreError when there is no such player.
    """
    with store.writing() as db:
        found = db.execute("SELECT id FROM players WHERE key = ?", (player_key(player),)).fetchone()
        if found is None:
            raise StoreError(f"expected a player who is known, found {player!r}; `rb-quiz stats` names them")
        count = int(db.execute("SELECT count(*) FROM seats WHERE player = ?", found).fetchone()[0])
        db.execute("PRAGMA secure_delete = ON")
        db.execute("DELETE FROM answers WHERE player = ?", found)  # first, as it changes the tallies
        db.execute("DELETE FROM players WHERE id = ?", found)
        db.execute("DELETE FROM games WHERE NOT EXISTS (SELECT 1 FROM seats WHERE game = games.id)")
        db.execute("DELETE FROM quizzes WHERE NOT EXISTS (SELECT 1 FROM games WHERE quiz = quizzes.digest)")
        db.execute("DELETE FROM items WHERE asked = 0")
        db.execute("DELETE FROM picks WHERE NOT EXISTS (SELECT 1 FROM items WHERE items.item = picks.item)")
    with store.reading() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return count
