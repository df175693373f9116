"""How long it takes to look things up, and to keep one answer, in a store of a million answers."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rb_quiz.bank import load as load_bank
from rb_quiz.draw import draw
from rb_quiz.play import MODES, Limits, Responded, Session
from rb_quiz.quiz import Blueprint, Quiz, render
from rb_quiz.records.deck import dealt
from rb_quiz.records.encoding import encoded
from rb_quiz.records.games import Setting, begin, games, keep, load
from rb_quiz.records.history import history, item_records
from rb_quiz.records.learning import due, learn
from rb_quiz.records.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

GAMES, ITEMS, PLAYERS, QUIZZES = 100_000, 10, 5, 200
AT = "2026-01-01T00:00:00+00:00"


def fill(store: Store, quizzes: list[Quiz]) -> None:
    """Write a hundred thousand games of ten answers."""
    limits = json.dumps(asdict(Limits()))
    with store.writing() as db:
        db.executemany("INSERT INTO players VALUES (?, ?, ?)", [(n, f"P{n}", f"p{n}") for n in range(1, PLAYERS + 1)])
        db.executemany(
            "INSERT INTO quizzes VALUES (?, ?, 'e', ?)", [(str(n), q.code, render(q)) for n, q in enumerate(quizzes)]
        )
        for game in range(1, GAMES + 1):
            quiz, player = quizzes[game % QUIZZES], game % PLAYERS + 1
            day = f"2026-{game % 12 + 1:02d}-{game % 28 + 1:02d}"
            row = (game, str(game % QUIZZES), limits, day, AT, AT if game % 1000 else None)
            db.execute("INSERT INTO games VALUES (?, ?, 'classic', 'casual', ?, '', '', '', ?, ?, ?)", row)
            db.execute("INSERT INTO seats VALUES (?, ?, 0, ?, 5, 10, 3, NULL)", (game, game, player))
            for place, item in enumerate(quiz.items):
                event = encoded(Responded(item.key.model, 3.0))
                db.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (game, place, event, AT))
                answer = (game, place, player, item.id, json.dumps(item.facts), item.topic, item.kind)
                credit = (game * 7 + place) % 2
                rest = (
                    item.difficulty.value,
                    "right" if credit else "wrong",
                    credit,
                    0.25,
                    1,
                    "[]",
                    3.0,
                    None,
                    0,
                    "",
                    1,
                )
                marks = ", ".join("?" * 19)
                db.execute(f"INSERT INTO answers VALUES ({marks})", (*answer, *rest, AT))  # noqa: S608
        db.executemany(
            "INSERT OR REPLACE INTO decks VALUES (?, ?, ?)",
            [(n % PLAYERS + 1, item.id, n) for n, quiz in enumerate(quizzes) for item in quiz.items],
        )


def timed(name: str, run: Callable[[], object]) -> None:
    """Print how long something takes, the best and the worst of five."""
    figures = []
    for _ in range(5):
        begun = time.perf_counter()
        run()
        figures.append((time.perf_counter() - begun) * 1000)
    print(f"{name:<40} {min(figures):8.1f} ms to {max(figures):.1f} ms")


def test_a_million_answers(tmp_path: Path) -> None:
    """Print the figures."""
    bank = load_bank([Path(__file__).parents[2] / "questions"])
    quizzes = [draw(bank, Blueprint(ITEMS), f"SEED{n:02d}"[-5:]) for n in range(QUIZZES)]
    store = open_store(tmp_path / "records.sqlite3")
    begun = time.perf_counter()
    fill(store, quizzes)
    print(f"\nfilled in {time.perf_counter() - begun:.0f} s, {store.path.stat().st_size / 1e6:.0f} MB")
    setting = Setting(quizzes[0], MODES["classic"], ("P1",))
    timed("open", lambda: open_store(store.path).close())
    timed("resume: find and load", lambda: load(store, games(store, ended=False, most=1)[0].id))
    timed("stats of a player", lambda: history(store, "P1", date(2026, 1, 1)))
    timed("stats --items, the 50 most asked", lambda: item_records(store, 50))
    timed("deck", lambda: dealt(store, ["P1"]))
    learn(store, "P1")
    timed("practice: what is due", lambda: due(store, "P1", datetime.now(UTC)))
    timed("begin a game", lambda: begin(store, setting, AT, "2026-01-01"))

    def answer() -> None:
        kept = begin(store, setting, AT, "2026-01-01")
        session = Session(quizzes[0]).after(Responded(quizzes[0].items[0].key.model, 1.0))
        keep(store, kept, 0, [session], setting, AT)

    timed("begin a game and keep one answer", answer)
