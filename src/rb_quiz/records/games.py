"""Games in the store: begun, kept event by event, and brought back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING

from rb_quiz.item import Choose
from rb_quiz.play import MODES, SCHEMES, Limits, Mode, Protested, replay, rescored, score
from rb_quiz.quiz import Quiz, read, render
from rb_quiz.records.encoding import decoded, encoded
from rb_quiz.records.store import StoreError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from rb_quiz.item import Item
    from rb_quiz.play import Mark, Session
    from rb_quiz.records.store import Store


@dataclass(frozen=True, slots=True)
class Setting:
    """What a game is, beside what happens in it.

    Attributes:
        quiz: what is played.
        mode: the scheme and the limits.
        players: their names, "" for who didn't say.
        again: the command that plays the quiz again.
        bank: the bank it was drawn from, "" for the usual one.
        tie_breaker: a question for a number, for those who share the first place.

    """

    quiz: Quiz
    mode: Mode
    players: tuple[str, ...]
    again: str = ""
    bank: str = ""
    tie_breaker: Item | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A game in the store: its number, and the rows of its seats and players."""

    id: int
    seats: tuple[int, ...]
    players: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A game as it was brought back; `distances` are those of its tie-breaker, none where none was played."""

    kept: Kept
    setting: Setting
    sessions: tuple[Session, ...]
    ended: bool
    distances: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """One line about a game; `done` counts the items that all players have answered."""

    id: int
    day: str
    mode: str
    code: str
    players: tuple[str, ...]
    done: int
    ended: bool


def player_key(name: str) -> str:
    """Return what makes two names one player's."""
    return " ".join(name.casefold().split())


def begin(store: Store, setting: Setting, at: str, day: str) -> Kept:
    """Write a new game, with its whole quiz, and return where it is kept."""
    body = render(setting.quiz)
    digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    with store.writing() as db:
        edition = setting.quiz.recipe.edition
        db.execute("INSERT OR IGNORE INTO quizzes VALUES (?, ?, ?, ?)", (digest, setting.quiz.code, edition, body))
        limits = json.dumps(asdict(setting.mode.limits))
        name = "classic" if setting.mode.name == "daily" and not setting.mode.of_the_day else setting.mode.name
        row = (
            digest,
            name,
            setting.mode.scheme.name,
            limits,
            setting.again,
            setting.bank,
            _tie_breaker(setting),
            day,
            at,
        )
        columns = "quiz, mode, scheme, limits, again, bank, tie_breaker, day, begun"
        game = _inserted(db.execute(f"INSERT INTO games ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row))
        players = tuple(_player_row(db, name) for name in setting.players)
        seats = tuple(
            _inserted(db.execute("INSERT INTO seats (game, place, player) VALUES (?, ?, ?)", (game, place, player)))
            for place, player in enumerate(players)
        )
        _deal(db, players, setting.quiz.items[0])
    return Kept(game, seats, players)


def _tie_breaker(setting: Setting) -> str:
    return "" if setting.tie_breaker is None else render(Quiz("", setting.quiz.recipe, (setting.tie_breaker,)))


def _inserted(cursor: sqlite3.Cursor) -> int:
    return int(cursor.lastrowid or 0)


def _player_row(db: sqlite3.Connection, name: str) -> int:
    db.execute("INSERT OR IGNORE INTO players (name, key) VALUES (?, ?)", (name, player_key(name)))
    return int(db.execute("SELECT id FROM players WHERE key = ?", (player_key(name),)).fetchone()[0])


def _deal(db: sqlite3.Connection, players: Sequence[int], item: Item) -> None:
    """Put an item that is shown on top of each player's deck of what they had."""
    for player in dict.fromkeys(players):
        top = db.execute("SELECT coalesce(max(number), 0) FROM decks WHERE player = ?", (player,)).fetchone()[0]
        db.execute("INSERT OR REPLACE INTO decks VALUES (?, ?, ?)", (player, item.id, top + 1))


def keep(
    store: Store,
    kept: Kept,
    seat: int,
    sessions: Sequence[Session],
    setting: Setting,
    at: str,
    stored: int | None = None,
) -> None:
    """Write what is new in one player's session, events and answers; it is on the disk on return.

    `stored` is how many events the caller has put there; raise StoreError where there are others, as the game went on
    elsewhere.
    """
    session, row = sessions[seat], kept.seats[seat]
    with store.writing() as db:
        known = db.execute("SELECT count(*) FROM events WHERE seat = ?", (row,)).fetchone()[0]
        if stored is not None and known != stored:
            raise StoreError(f"expected game {kept.id} as it was left, found that it went on elsewhere")
        fresh = [(row, number, encoded(event), at) for number, event in enumerate(session.events)][known:]
        db.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", fresh)
        done = db.execute("SELECT count(*) FROM answers WHERE seat = ?", (row,)).fetchone()[0]
        for place, mark in enumerate(session.marks[done:], start=done):
            _answer(db, row, place, kept.players[seat], mark, at)
        if isinstance(session.events[-1], Protested):
            last = (row, len(session.marks) - 1)
            db.execute("UPDATE answers SET protested = 1 WHERE seat = ? AND place = ?", last)
        if session.current is not None:
            _deal(db, kept.players[seat : seat + 1], session.current)
        _score(db, row, session, setting.mode)
        if all(each.current is None for each in sessions):
            db.execute("UPDATE games SET ended = coalesce(ended, ?) WHERE id = ?", (at, kept.id))


def _score(db: sqlite3.Connection, row: int, session: Session, mode: Mode) -> None:
    card = score(session, mode.scheme)
    points = (float(card.points), float(card.most), card.streak, row)
    db.execute("UPDATE seats SET points = ?, most = ?, streak = ? WHERE id = ?", points)


def _answer(db: sqlite3.Connection, seat: int, place: int, player: int, mark: Mark, at: str) -> None:
    item, said = mark.item, response_texts(mark)
    row = (
        *(seat, place, player, item.id, json.dumps(item.facts), item.topic, item.kind, item.difficulty.value),
        *(mark.outcome.value, float(mark.credit), guess_of(item), len(mark.attempts), json.dumps(said)),
        *(mark.seconds, mark.counted.certainty, mark.protested, at),
    )
    columns = (
        "seat, place, player, item, facts, topic, kind, difficulty, outcome, credit, guess, tries, response, seconds, "
        "certainty, protested, at"
    )
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO answers ({columns}) VALUES ({marks})", row)
    for option in said if isinstance(item.interaction, Choose) else ():
        db.execute("INSERT INTO picks VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1", (item.id, option))


def response_texts(mark: Mark) -> tuple[str, ...]:
    """Return a response as texts: the options that were chosen, what was typed, and else the ids."""
    if not isinstance(mark.item.interaction, Choose):
        return mark.response
    texts = {option.id: option.text for option in mark.item.interaction.options}
    return tuple(texts[option_id] for option_id in mark.response)


def guess_of(item: Item) -> float:
    """Return the chance of a blind guess: 1/k for one of k options, whose worst net credit is -1/(k-1)."""
    worst = -item.key.worst
    return float(worst / (1 + worst))


def load(store: Store, game: int) -> Saved:
    """Return a game as it stands, marked by keys as they were mended since; raise StoreError when there is none."""
    with store.reading() as db:
        columns = "quiz, mode, scheme, limits, again, bank, tie_breaker, ended"
        found = db.execute(f"SELECT {columns} FROM games WHERE id = ?", (game,)).fetchone()
        if found is None:
            raise StoreError(f"expected the number of a game, found {game}; `rb-quiz resume --list` shows them")
        quiz_digest, mode_name, scheme, limits, again, bank, tie_breaker, ended = found
        body = db.execute("SELECT body FROM quizzes WHERE digest = ?", (quiz_digest,)).fetchone()[0]
        seats = db.execute(
            "SELECT seats.id, players.id, players.name, distance FROM seats JOIN players ON players.id = seats.player "
            "WHERE game = ? ORDER BY place",
            (game,),
        ).fetchall()
        logs = [
            [decoded(row[0]) for row in db.execute("SELECT body FROM events WHERE seat = ? ORDER BY number", seat[:1])]
            for seat in seats
        ]
        mended = [row[0] for row in db.execute("SELECT body FROM mended WHERE quiz = ?", (quiz_digest,))]
    usual = MODES.get(mode_name, MODES["classic"])
    mode = replace(usual, name=mode_name, scheme=SCHEMES.get(scheme, usual.scheme), limits=Limits(**json.loads(limits)))
    quiz = read(body)
    items = [item for text in mended for item in read(text).items]
    sessions = tuple(rescored(replay(quiz, log, mode.limits), items) for log in logs)
    kept = Kept(game, tuple(seat[0] for seat in seats), tuple(seat[1] for seat in seats))
    item = read(tie_breaker).items[0] if tie_breaker else None
    setting = Setting(quiz, mode, tuple(seat[2] for seat in seats), again, bank, item)
    distances = tuple(None if seat[3] is None else Fraction(seat[3]) for seat in seats)
    return Saved(kept, setting, sessions, ended is not None, distances if any(distances) or 0 in distances else ())


def keep_distances(store: Store, kept: Kept, distances: Sequence[Fraction | None]) -> None:
    """Write how far from its number each player of a tie-breaker was."""
    with store.writing() as db:
        rows = [(None if far is None else str(far), seat) for far, seat in zip(distances, kept.seats, strict=True)]
        db.executemany("UPDATE seats SET distance = ? WHERE id = ?", rows)


def games(store: Store, *, ended: bool | None = None, player: str | None = None, most: int = 20) -> list[Summary]:
    """Return the latest games, the last one first; only those that ended or didn't, and one player's, where asked."""
    with store.reading() as db:
        where, values = ["1"], []
        if ended is not None:
            where.append("ended IS NOT NULL" if ended else "ended IS NULL")
        if player is not None:
            where.append("id IN (SELECT game FROM seats JOIN players ON players.id = player WHERE key = ?)")
            values.append(player_key(player))
        rows = db.execute(
            f"SELECT id, day, mode, (SELECT code FROM quizzes WHERE digest = quiz), ended FROM games "
            f"WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT {most:d}",
            values,
        ).fetchall()
        return [_summary(db, *row) for row in rows]


def _summary(db: sqlite3.Connection, game: int, day: str, mode: str, code: str, ended: str | None) -> Summary:
    seats = db.execute(
        "SELECT name, (SELECT count(*) FROM answers WHERE answers.seat = seats.id) "
        "FROM seats JOIN players ON players.id = seats.player WHERE game = ? ORDER BY place",
        (game,),
    ).fetchall()
    names, done = tuple(seat[0] for seat in seats), min((seat[1] for seat in seats), default=0)
    return Summary(game, day, mode, code, names, done, ended is not None)
