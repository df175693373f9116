"""Learning follows from answers: when each fact is due again, how skilled the player is, how hard each question.

It is worked out when somebody asks, from the answers that were not looked at yet, so that no game waits for it.
Facts are scheduled, not wordings, by FSRS without its fuzz, which uses chance of its own (SCIENCE 4).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from rb_quiz.item import Difficulty
from rb_quiz.play import Outcome
from rb_quiz.records.games import guess_of, player_key
from rb_quiz.records.rating import Rating, chance, prior, rated

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from fsrs import Rating as Grade
    from fsrs import Scheduler

    from rb_quiz.item import Item
    from rb_quiz.records.store import Store

_QUICK: Final = 5.0
_CERTAIN: Final = 3
_HALF: Final = 0.5
_TYPED: Final = frozenset({"text", "number"})
_CARD_BYTES: Final = 7


@dataclass(frozen=True, slots=True)
class Due:
    """What there is to practise.

    Attributes:
        facts: those that are due, the most overdue first, each with the item that asked it last.
        next: when the next one is.
        all: how many there are altogether.

    """

    facts: Mapping[str, str]
    next: datetime | None
    all: int


def learn(store: Store, player: str) -> None:
    """Take in a player's answers that were not looked at yet: facts are scheduled anew, and ratings move."""
    with store.writing() as db:
        found = db.execute("SELECT id FROM players WHERE key = ?", (player_key(player),)).fetchone()
        if found is None:
            return
        columns = "seat, place, item, facts, kind, difficulty, outcome, credit, guess, tries, seconds, certainty, at"
        rows = db.execute(
            f"SELECT {columns} FROM answers WHERE player = ? AND learnt = 0 ORDER BY at, seat, place",
            found,
        ).fetchall()
        if not rows:
            return
        names = columns.split(", ")
        for row in rows:
            answer = dict(zip(names, row, strict=True))
            _schedule(db, found[0], answer)
            _rate(db, found[0], answer)
        db.execute("UPDATE answers SET learnt = 1 WHERE player = ? AND learnt = 0", found)


def _schedule(db: sqlite3.Connection, player: int, answer: dict[str, Any]) -> None:
    """Review the card of each fact that an answer was about; of several facts, a miss tells of all."""
    from fsrs import Card, Scheduler  # noqa: PLC0415 - only who learns waits for it

    scheduler = Scheduler(enable_fuzzing=False)
    for fact in json.loads(answer["facts"]):
        kept = db.execute("SELECT body, last FROM cards WHERE player = ? AND fact = ?", (player, fact)).fetchone()
        at = datetime.fromisoformat(answer["at"]).astimezone(UTC)
        if kept is None:
            number = int.from_bytes(sha256(fact.encode("utf-8", "surrogatepass")).digest()[:_CARD_BYTES], "big")
            card = Card(card_id=number, due=at)
        else:
            card = Card.from_dict(json.loads(kept[0]))
            at = max(at, datetime.fromisoformat(kept[1]))  # a clock that was set back doesn't unlearn
        card = _reviewed(scheduler, card, _grade(answer), at)
        body, due = json.dumps(card.to_dict()), card.due.astimezone(UTC).isoformat()
        row = (player, fact, answer["item"], body, due, at.isoformat())
        db.execute("INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?)", row)


def _reviewed(scheduler: Scheduler, card: Any, grade: Grade, at: datetime) -> Any:
    return scheduler.review_card(card, grade, at)[0]


def _grade(answer: dict[str, Any]) -> Grade:
    """Return how well a fact was known: a hit among options is at most good, as it may be luck."""
    from fsrs import Rating as Grade  # noqa: PLC0415 - only who learns waits for it

    if answer["outcome"] != Outcome.RIGHT:
        return Grade.Hard if answer["credit"] >= _HALF else Grade.Again
    if answer["tries"] > 1:
        return Grade.Hard
    quick = answer["seconds"] <= _QUICK and answer["certainty"] in (None, _CERTAIN)
    return Grade.Easy if answer["kind"] in _TYPED and quick else Grade.Good


def _rate(db: sqlite3.Connection, player: int, answer: dict[str, Any]) -> None:
    """Move the ratings by a player's first answer to an item; later ones say more of memory than of skill."""
    item = answer["item"]
    this = (answer["at"], answer["seat"], answer["place"])
    first = db.execute(
        "SELECT at, seat, place FROM answers WHERE item = ? AND player = ? ORDER BY at, seat, place LIMIT 1",
        (item, player),
    ).fetchone()
    if tuple(first) != this:
        return
    skill = db.execute("SELECT value, answers FROM skills WHERE player = ?", (player,)).fetchone()
    hard = db.execute("SELECT value, answers FROM hardness WHERE item = ?", (item,)).fetchone()
    before = Rating(*skill) if skill else Rating()
    known = Rating(*hard) if hard else prior(Difficulty(answer["difficulty"]))
    after, hardness = rated(before, known, answer["guess"], answer["credit"])
    db.execute("INSERT OR REPLACE INTO skills VALUES (?, ?, ?)", (player, after.value, after.answers))
    db.execute("INSERT OR REPLACE INTO hardness VALUES (?, ?, ?)", (item, hardness.value, hardness.answers))


def skill_of(store: Store, player: str) -> Rating:
    """Return a player's skill, which rests on no answers for one who gave none."""
    with store.reading() as db:
        found = db.execute(
            "SELECT value, answers FROM skills JOIN players ON players.id = player WHERE key = ?", (player_key(player),)
        ).fetchone()
        return Rating(*found) if found else Rating()


def predicted(store: Store, items: Iterable[Item]) -> dict[str, float]:
    """Return for each item the share right that a player of skill 0 should have, from its hardness so far."""
    with store.reading() as db:
        known = {item: Rating(value, answers) for item, value, answers in db.execute("SELECT * FROM hardness")}
    return {item.id: chance(0.0, known.get(item.id, prior(item.difficulty)).value, guess_of(item)) for item in items}


def due(store: Store, player: str, now: datetime, ahead: timedelta = timedelta(0)) -> Due:
    """Return what a player should practise now, or so far ahead."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT fact, item, due FROM cards JOIN players ON players.id = player WHERE key = ? ORDER BY due, fact",
            (player_key(player),),
        ).fetchall()
    limit = (now + ahead).astimezone(UTC).isoformat()
    ready = {fact: item for fact, item, at in rows if at <= limit}
    later = [at for _, _, at in rows if at > limit]
    return Due(ready, datetime.fromisoformat(later[0]) if later else None, len(rows))
