"""Settling protests, scoring old games again, and forgetting a player."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rb_quiz.item import Item, accepting, rekeyed
from rb_quiz.play import score
from rb_quiz.quiz import Quiz, read, render
from rb_quiz.records.games import Saved, load, player_key
from rb_quiz.records.store import StoreError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

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
    if not appeal.response.isprintable():
        raise StoreError(f"expected an answer of visible characters to accept, found {appeal.response!r}; decline it")
    with store.writing() as db:
        db.execute("INSERT OR IGNORE INTO accepted VALUES (?, ?)", (appeal.item, appeal.response))
        _settle(db, appeal, "accepted")
    return rekey(store, {appeal.item: None})


def _settle(db: sqlite3.Connection, appeal: Appeal, how: str) -> None:
    db.execute(
        "UPDATE answers SET settled = ? WHERE item = ? AND response = ? AND protested = 1",
        (how, appeal.item, json.dumps([appeal.response])),
    )


def rekey(store: Store, items: Mapping[str, Item | None]) -> int:
    """Mark every answer to these items by their keys as they are now; return how many marks changed.

    For None the key stays as it was. What was accepted on appeal is right whatever the key says.
    """
    changed = 0
    for digest in _quizzes_with(store, items):
        with store.reading() as db:
            body = db.execute("SELECT body FROM quizzes WHERE digest = ?", (digest,)).fetchone()[0]
        quiz = read(body)
        mended = [(item, _mended(store, digest, item, items[item.id])) for item in quiz.items if item.id in items]
        with store.writing() as db:
            for item, now in mended:
                text = render(Quiz("", quiz.recipe, (now,)))
                db.execute("DELETE FROM mended WHERE quiz = ? AND item = ?", (digest, item.id))
                if now.key != item.key:
                    db.execute("INSERT INTO mended VALUES (?, ?, ?)", (digest, item.id, text))
            found = [row[0] for row in db.execute("SELECT id FROM games WHERE quiz = ?", (digest,))]
        changed += sum(_mark_again(store, game) for game in found)
    return changed


def _quizzes_with(store: Store, items: Iterable[str]) -> list[str]:
    """Return the quizzes in which these items were answered."""
    with store.reading() as db:
        found = {
            row[0]: None
            for item in items
            for row in db.execute(
                "SELECT DISTINCT quiz FROM answers JOIN seats ON seats.id = seat JOIN games ON games.id = seats.game "
                "WHERE item = ?",
                (item,),
            )
        }
    return list(found)


def _mended(store: Store, digest: str, item: Item, now: Item | None) -> Item:
    """Return an item of a stored quiz with the key that it should have."""
    with store.reading() as db:
        before = db.execute("SELECT body FROM mended WHERE quiz = ? AND item = ?", (digest, item.id)).fetchone()
        aliases = tuple(row[0] for row in db.execute("SELECT response FROM accepted WHERE item = ?", (item.id,)))
    if now is not None:
        item = rekeyed(item, now)
    elif before is not None:
        item = read(before[0]).items[0]
    return accepting(item, aliases)


def _mark_again(store: Store, game: int) -> int:
    saved = load(store, game)
    changed = 0
    with store.writing() as db:
        for seat, session in zip(saved.kept.seats, saved.sessions, strict=True):
            for place, mark in enumerate(session.marks):
                row = (float(mark.credit), mark.outcome.value, seat, place, float(mark.credit))
                changed += db.execute(
                    "UPDATE answers SET credit = ?, outcome = ? WHERE seat = ? AND place = ? AND credit <> ?", row
                ).rowcount
            card = score(session, saved.setting.mode.scheme)
            points = (float(card.points), float(card.most), card.streak, seat)
            db.execute("UPDATE seats SET points = ?, most = ?, streak = ? WHERE id = ?", points)
        _end_if_over(db, saved)
    return changed


def _end_if_over(db: sqlite3.Connection, saved: Saved) -> None:
    """End a game in which nobody can go on, now that keys or players have changed."""
    if all(session.current is None for session in saved.sessions):
        db.execute("UPDATE games SET ended = coalesce(ended, begun) WHERE id = ?", (saved.kept.id,))


def answered_items(store: Store) -> tuple[str, ...]:
    """Return the ids of all items that were ever answered."""
    with store.reading() as db:
        return tuple(row[0] for row in db.execute("SELECT item FROM items WHERE asked > 0 ORDER BY item"))


def asked_items(store: Store, items: Sequence[str]) -> dict[str, Item]:
    """Return these items, each in some form in which it was asked; those that were never answered are left out."""
    found: dict[str, Item] = {}
    with store.reading() as db:
        for item_id in items:
            if item_id not in found:
                body = db.execute(
                    "SELECT body FROM answers JOIN seats ON seats.id = seat JOIN games ON games.id = seats.game "
                    "JOIN quizzes ON digest = quiz WHERE item = ? LIMIT 1",
                    (item_id,),
                ).fetchone()
                found |= {item.id: item for item in read(body[0]).items if item.id not in found}
    return {item_id: found[item_id] for item_id in items if item_id in found}


def forget(store: Store, player: str) -> int:
    """Remove all of a player's data, and what nobody else needs of it; return how many games they sat in.

    Raise StoreError when there is no such player.
    """
    with store.writing() as db:
        found = db.execute("SELECT id FROM players WHERE key = ?", (player_key(player),)).fetchone()
        if found is None:
            raise StoreError(f"expected a player who is known, found {player!r}; `rb-quiz stats` names them")
        shared = [row[0] for row in db.execute("SELECT game FROM seats WHERE player = ?", found)]
        asked = [row[0] for row in db.execute("SELECT DISTINCT item FROM answers WHERE player = ?", found)]
        db.execute("PRAGMA secure_delete = ON")
        db.execute("DELETE FROM answers WHERE player = ?", found)  # first, as it changes the tallies
        db.execute("DELETE FROM players WHERE id = ?", found)
        db.execute("DELETE FROM games WHERE NOT EXISTS (SELECT 1 FROM seats WHERE game = games.id)")
        db.execute("DELETE FROM quizzes WHERE NOT EXISTS (SELECT 1 FROM games WHERE quiz = quizzes.digest)")
        db.execute("DELETE FROM items WHERE asked = 0")
        for item in asked:
            _pick_again(db, item)
    for game in shared:
        with suppress(StoreError):
            saved = load(store, game)
            with store.writing() as db:
                _end_if_over(db, saved)
    with store.reading() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(shared)


def _pick_again(db: sqlite3.Connection, item: str) -> None:
    """Count anew which options of an item were chosen, by those whose answers are left."""
    rows = db.execute("SELECT option FROM picks WHERE item = ?", (item,)).fetchall()
    left = [
        text
        for row in db.execute("SELECT response FROM answers WHERE item = ?", (item,))
        for text in json.loads(row[0])
    ]
    db.execute("DELETE FROM picks WHERE item = ?", (item,))
    counts = [(item, option, left.count(option)) for (option,) in rows if option in left]
    db.executemany("INSERT INTO picks VALUES (?, ?, ?)", counts)
