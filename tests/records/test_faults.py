"""Faults for real: killed processes, a crowd on one store, damaged and foreign files, earlier versions, a full disk."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.draw import draw
from rb_quiz.play import MODES, Responded, Session
from rb_quiz.quiz import Blueprint, Quiz, render
from rb_quiz.records.games import Setting, begin, games, keep, load
from rb_quiz.records.schema import MIGRATIONS
from rb_quiz.records.store import VERSION, DamagedError, StoreError, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run
    from rb_quiz.bank import Bank

HERE = Path(__file__).parent
AT, DAY = "2026-01-01T00:00:00+00:00", "2026-01-01"


@pytest.fixture
def quiz(bundled: Bank) -> Quiz:
    """Return a quiz that one line an item can answer."""
    return draw(bundled, Blueprint(8, kinds=("choice", "true-false")), "SEED0")


@pytest.fixture
def quiz_file(quiz: Quiz, tmp_path: Path) -> Path:
    """Return the same in a file."""
    path = tmp_path / "quiz.json"
    path.write_text(render(quiz), encoding="utf-8")
    return path


def python(script: str, *args: str | Path) -> subprocess.Popen[str]:
    """Start a script beside this file."""
    command = [sys.executable, str(HERE / script), *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def test_what_was_acknowledged_survives_being_killed(tmp_path: Path, quiz: Quiz, quiz_file: Path) -> None:
    """After SIGKILL at 200 chance moments each acknowledged answer is stored, and the game goes on at the next item."""
    done = python("dying.py", tmp_path / "records.sqlite3", quiz_file, "200")
    out, err = done.communicate(timeout=300)
    lines = [line.split() for line in out.splitlines()]

    assert (done.returncode, err, len(lines)) == (0, "", 200)
    for acknowledged, stored, place in lines:
        assert int(acknowledged) <= int(stored) <= int(acknowledged) + 1
        assert place in ("-", stored)
    moments = {int(stored) for _, stored, _ in lines}
    assert len(moments) > 4, "the kills should hit games at many places"
    assert any(int(stored) < len(quiz.items) for _, stored, _ in lines)


def test_two_processes_play_on_one_store(tmp_path: Path, quiz_file: Path, quiz: Quiz) -> None:
    """Two hundred games at the same time are all there, each with its own player and all of its answers."""
    path = tmp_path / "records.sqlite3"
    running = [python("crowd.py", path, quiz_file, player, "100") for player in ("Ana", "Ben")]
    errors = [process.communicate(timeout=300)[1] for process in running]
    store = open_store(path)
    kept = games(store, most=1000)

    assert errors == ["", ""]
    assert sorted(game.players for game in kept) == [("Ana",)] * 100 + [("Ben",)] * 100
    assert {game.done for game in kept} == {len(quiz.items)}
    assert all(game.ended for game in kept)
    store.close()


def test_a_killed_game_is_resumed(rb_quiz: Run, tmp_path: Path) -> None:
    """A real game that was killed in the middle is gone on with, from the first item without an answer."""
    home = str(tmp_path / "kept")
    command = [sys.executable, "-m", "rb_quiz", "play", "--plain", "--kind", "true-false", "--seed", "S"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"RB_QUIZ_HOME": home},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("1\n1\n1\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith("Question 4"):
                break
        process.send_signal(signal.SIGKILL)
    done = rb_quiz("resume", "--plain", stdin="1\n" * 7, RB_QUIZ_HOME=home)

    assert done.returncode == 0
    assert "The game goes on where it stopped." in done.stdout
    assert "Question 3 " not in done.stdout
    assert "Question 4 of 10" in done.stdout
    assert "Score: " in done.stdout.splitlines()[-1]
    assert "found none" in rb_quiz("resume", "--plain", RB_QUIZ_HOME=home).stderr


def played(path: Path, quiz: Quiz) -> int:
    """Keep a game of two answers; return its number."""
    store = open_store(path)
    setting = Setting(quiz, MODES["classic"], ("Ana",))
    kept = begin(store, setting, AT, DAY)
    session = Session(quiz)
    for item in quiz.items[:2]:
        session = session.after(Responded(item.key.model, 2.0))
        keep(store, kept, 0, [session], setting, AT)
    store.close()
    return kept.id


GARBAGE: dict[str, Callable[[bytes], bytes]] = {
    "text": lambda _: b"these are my notes\n" * 200,
    "a wrong header": lambda data: b"SQLite format 4\0" + data[16:],
    "cut off": lambda data: data[: len(data) // 3],
    "first page gone": lambda data: b"\xff" * 4096 + data[4096:],
}


@pytest.mark.parametrize("garble", GARBAGE.values(), ids=GARBAGE)
def test_a_damaged_store_is_set_aside(
    garble: Callable[[bytes], bytes], tmp_path: Path, quiz: Quiz, rb_quiz: Run
) -> None:
    """What stands there is kept under another name, byte for byte, and play goes on with a new store, said so."""
    path = tmp_path / "records.sqlite3"
    played(path, quiz)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()
    damaged = garble(path.read_bytes())
    path.write_bytes(damaged)
    done = rb_quiz("play", "--plain", stdin="1\n2\n", RB_QUIZ_HOME=str(tmp_path))

    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or "set aside" in done.stderr
    assert "Score: " in done.stdout
    aside = list(tmp_path.glob("records-damaged-*.sqlite3"))
    assert [each.read_bytes() for each in aside] == [damaged]
    assert "set aside" in done.stderr


def test_damage_in_the_middle_of_a_game_is_survived(tmp_path: Path, quiz: Quiz, rb_quiz: Run) -> None:
    """Broken pages that show only when they are read end the keeping, not the game."""
    path = tmp_path / "records.sqlite3"
    played(path, quiz)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\x5a" * (len(data) - 8192))
    done = rb_quiz("play", "--plain", stdin="1\n2\n", RB_QUIZ_HOME=str(tmp_path))

    assert done.returncode in (0, 3)
    assert "Traceback" not in done.stderr
    assert "Score: " in done.stdout


@pytest.mark.parametrize("version", range(VERSION))
def test_earlier_versions_are_brought_forward(version: int, tmp_path: Path, quiz: Quiz) -> None:
    """A store of every earlier version gets the tables of today, and keeps what was in it."""
    path, fresh = tmp_path / "old.sqlite3", tmp_path / "new.sqlite3"
    with sqlite3.connect(path) as db:
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                db.execute(statement)
        if version:
            db.execute("INSERT INTO players (name, key) VALUES ('Ana', 'ana')")
            db.execute("PRAGMA application_id = 1919054129")
        db.execute(f"PRAGMA user_version = {version}")
    db.close()
    game = played(path, quiz)
    open_store(fresh).close()

    assert _tables(path) == _tables(fresh)
    store = open_store(path)
    assert len(load(store, game).sessions[0].marks) == 2
    assert [row[0] for row in store.connection.execute("SELECT name FROM players")] == ["Ana"]
    store.close()


def _tables(path: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(path) as db:
        found = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    db.close()
    return found


def test_a_newer_version_is_left_alone(tmp_path: Path, quiz: Quiz, rb_quiz: Run) -> None:
    """A store of a later rb-quiz is not touched; the game is played and not kept, and the exit code says so."""
    path = tmp_path / "records.sqlite3"
    played(path, quiz)
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    done = rb_quiz("play", "--plain", stdin="1\n", RB_QUIZ_HOME=str(tmp_path))

    assert done.returncode == 3
    assert f"found version {VERSION + 1}" in done.stderr
    assert "nothing is being kept" in done.stderr
    assert "Score: " in done.stdout
    with pytest.raises(StoreError):
        open_store(path)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """Tables that aren't ours are no store, and nothing is written beside them."""
    path = tmp_path / "records.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program's"):
        open_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["folder", "/proc/nowhere", "file"])
def test_where_nothing_can_be_kept_one_plays_all_the_same(place: str, tmp_path: Path, rb_quiz: Run) -> None:
    """A folder in the file's place, a read-only system, a file in the folder's place: said, played, exit code 3."""
    home = Path(place) if place.startswith("/") else tmp_path / "home2"
    if place == "folder":
        (home / "records.sqlite3").mkdir(parents=True)
    elif place == "file":
        home.write_text("x", encoding="utf-8")
    done = rb_quiz("play", "--plain", stdin="1\n" * 9, RB_QUIZ_HOME=str(home))

    assert done.returncode == 3
    assert "nothing is being kept" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Score: " in done.stdout


@pytest.mark.parametrize("limit", [0, 20_000, 150_000, 400_000])
def test_a_full_disk_ends_the_keeping_not_the_game(limit: int, tmp_path: Path) -> None:
    """When a file may grow no more the game goes on, says so once, and what was stored before is whole."""
    home = tmp_path / "full"
    done = subprocess.run(
        [sys.executable, "-m", "rb_quiz", "play", "--plain", "--kind", "true-false", "-n", "40"],
        input="1\n" * 40,
        capture_output=True,
        encoding="utf-8",
        env=_without_coverage() | {"RB_QUIZ_HOME": str(home)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        check=False,
    )

    assert "Traceback" not in done.stderr
    assert "Score: " in done.stdout.splitlines()[-1]
    assert done.stderr.count("nothing is being kept") == (done.returncode == 3)
    assert done.returncode == 3 or limit == 400_000
    path = home / "records.sqlite3"
    if path.exists() and path.stat().st_size:
        assert games(open_store(path), most=5) is not None


def _without_coverage() -> dict[str, str]:
    """Return the environment without what measures coverage, which writes files of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def test_a_clock_that_is_set_back_is_no_matter(tmp_path: Path, quiz: Quiz) -> None:
    """Answers that seem older than those before them are kept in the order they were given."""
    store = open_store(tmp_path / "records.sqlite3")
    setting = Setting(quiz, MODES["classic"], ("Ana",))
    kept = begin(store, setting, AT, DAY)
    session = Session(quiz)
    for at, item in zip(("2026-01-05", "2025-01-01", "1999-01-01"), quiz.items, strict=False):
        session = session.after(Responded(item.key.model, 1.0))
        keep(store, kept, 0, [session], setting, f"{at}T00:00:00+00:00")

    assert load(store, kept.id).sessions == (session,)
    store.close()


def test_damage_is_told_from_other_trouble(tmp_path: Path) -> None:
    """Only a broken file is called damaged, and set aside for it; a slip of ours is not."""
    store = open_store(tmp_path / "records.sqlite3")
    twins = "INSERT INTO players (name, key) VALUES (?, 'a')"
    with pytest.raises(StoreError) as caught, store.writing() as db:
        db.executemany(twins, [("a",), ("b",)])

    assert not isinstance(caught.value, DamagedError)
    assert store.connection.execute("SELECT count(*) FROM players").fetchone() == (0,)
    store.close()
