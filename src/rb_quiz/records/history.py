"""History: what a player played and how well, and how each question did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from rb_quiz.play.analysis import ENOUGH, correlation
from rb_quiz.records.games import Summary, games, player_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from rb_quiz.records.store import Store

_ANSWERED: Final = "EXISTS (SELECT 1 FROM answers WHERE answers.seat = seats.id)"


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something was right: the credit of so many answers."""

    value: str
    asked: int
    credit: float

    @property
    def right(self) -> float:
        """Return the share, 0..1."""
        return self.credit / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Best:
    """One of a player's best games."""

    game: int
    day: str
    mode: str
    points: float
    most: float


@dataclass(frozen=True, slots=True)
class History:
    """What one player did.

    Attributes:
        games, days: how many were played, and on how many days.
        answers: of how many answers how much was right.
        streak: the most right answers in a row in one game.
        day_streak, daily_streak: the days in a row, up to the last one, with any game, and with the quiz of the day.
        topics, difficulties, kinds: the same by these.
        best: the best games, by their share of the points.
        latest: the latest games.

    """

    player: str
    games: int
    days: int
    answers: Share
    streak: int
    day_streak: int
    daily_streak: int
    topics: tuple[Share, ...]
    difficulties: tuple[Share, ...]
    kinds: tuple[Share, ...]
    best: tuple[Best, ...]
    latest: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """How one question did.

    Attributes:
        asked, right: how often, and the share of credit.
        discrimination: the correlation of its credit with the rest of the game, None before there is enough.
        picks: which options were chosen, how often.

    """

    item: str
    asked: int
    right: float
    discrimination: float | None
    picks: tuple[tuple[str, int], ...]

    @property
    def measured(self) -> bool:
        """Return whether there are enough answers to go by."""
        return self.asked >= ENOUGH


def players(store: Store) -> tuple[str, ...]:
    """Return everybody who played, the one who played last first."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT name FROM players ORDER BY (SELECT max(game) FROM seats WHERE player = players.id) DESC"
        )
        return tuple(row[0] for row in rows)


def history(store: Store, player: str, today: date) -> History:
    """Return what a player did; all is empty for one who did nothing."""
    key = (player_key(player),)
    with store.reading() as db:
        name = db.execute("SELECT name FROM players WHERE key = ?", key).fetchone()
        days = _days(db, key, _ANSWERED)
        dailies = _days(db, key, f"mode = 'daily' AND ended IS NOT NULL AND {_ANSWERED}")
        counted = db.execute(
            "SELECT count(*), coalesce(max(streak), 0) FROM seats JOIN players ON players.id = player "
            f"WHERE key = ? AND {_ANSWERED}",
            key,
        ).fetchone()
        topics, difficulties, kinds = (_shares(db, key, axis) for axis in ("topic", "difficulty", "kind"))
        best = db.execute(
            "SELECT game, day, mode, points, most FROM seats JOIN players ON players.id = player "
            "JOIN games ON games.id = game WHERE key = ? AND ended IS NOT NULL AND points > 0 "
            "ORDER BY points / most DESC, most DESC, game DESC LIMIT 3",
            key,
        ).fetchall()
    return History(
        player=name[0] if name else player,
        games=counted[0],
        days=len(days),
        answers=Share("", sum(share.asked for share in topics), sum(share.credit for share in topics)),
        streak=counted[1],
        day_streak=run_of_days(days, today),
        daily_streak=run_of_days(dailies, today),
        topics=topics,
        difficulties=difficulties,
        kinds=kinds,
        best=tuple(Best(*row) for row in best),
        latest=tuple(games(store, player=player, most=5)),
    )


def _days(db: sqlite3.Connection, key: tuple[str], where: str) -> list[str]:
    rows = db.execute(
        f"SELECT DISTINCT day FROM games JOIN seats ON seats.game = games.id JOIN players ON players.id = seats.player "
        f"WHERE key = ? AND {where} ORDER BY day DESC",
        key,
    )
    return [row[0] for row in rows]


def run_of_days(days: Iterable[str], today: date) -> int:
    """Return how many days in a row there are, counted back from today, or from yesterday while today is still open."""
    played = {date.fromisoformat(day) for day in days}
    last = today if today in played else today - timedelta(days=1)
    run = 0
    while last - timedelta(days=run) in played:
        run += 1
    return run


def _shares(db: sqlite3.Connection, key: tuple[str], axis: str) -> tuple[Share, ...]:
    rows = db.execute(
        "SELECT value, asked, credit FROM tallies JOIN players ON players.id = player "
        "WHERE key = ? AND axis = ? AND asked > 0 ORDER BY value",
        (*key, axis),
    )
    return tuple(Share(*row) for row in rows)


def todays_daily(store: Store, player: str, today: date) -> int | None:
    """Return the game in which a player has finished the quiz of the day, None when they haven't."""
    with store.reading() as db:
        found = db.execute(
            "SELECT max(games.id) FROM games JOIN seats ON seats.game = games.id "
            "JOIN players ON players.id = seats.player "
            f"WHERE day = ? AND mode = 'daily' AND ended IS NOT NULL AND key = ? AND {_ANSWERED}",
            (today.isoformat(), player_key(player)),
        ).fetchone()
        return None if found is None or found[0] is None else int(found[0])


def open_daily(store: Store, players: Sequence[str], today: date) -> int | None:
    """Return the quiz of the day that just these players have begun and not ended, None when there is none."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT id FROM games WHERE day = ? AND mode = 'daily' AND ended IS NULL", (today.isoformat(),)
        )
        wanted = [player_key(player) for player in players]
        for (game,) in rows.fetchall():
            seated = db.execute(
                "SELECT key FROM seats JOIN players ON players.id = player WHERE game = ? ORDER BY place", (game,)
            )
            if [row[0] for row in seated] == wanted:
                return int(game)
    return None


def item_records(store: Store, most: int | None = None) -> tuple[ItemRecord, ...]:
    """Return how all questions did, or so many of them, the most asked first."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT item, asked, credit FROM items WHERE asked > 0 ORDER BY asked DESC, item LIMIT ?",
            (-1 if most is None else most,),
        ).fetchall()
        return tuple(_item_record(db, *row) for row in rows)


def _item_record(db: sqlite3.Connection, item: str, asked: int, credit: float) -> ItemRecord:
    picks = tuple(db.execute("SELECT option, times FROM picks WHERE item = ? ORDER BY times DESC, option", (item,)))
    discrimination = _discrimination(db, item) if asked >= ENOUGH else None
    return ItemRecord(item, asked, credit / asked, discrimination, picks)


def _discrimination(db: sqlite3.Connection, item: str) -> float | None:
    """Return the item-rest correlation, of an answer's credit with the mean credit of the game's other answers."""
    rows = db.execute(
        "SELECT credit, (SELECT avg(credit) FROM answers AS rest WHERE rest.seat = answers.seat "
        "AND rest.place <> answers.place) FROM answers WHERE item = ?",
        (item,),
    )
    pairs = [(own, rest) for own, rest in rows if rest is not None]
    return correlation(pairs)
