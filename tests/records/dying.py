"""Plays scripted games in child processes, kills each at a chance moment, and looks at what is left in the store.

Run by test_killed.py as `python dying.py STORE QUIZ TIMES`, in a process of its own, so that it may fork. Prints a line
for each game: how many answers were acknowledged on the screen, how many are in the store, and where it would resume.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from rb_quiz.chance import Stream
from rb_quiz.play import MODES
from rb_quiz.present.terminal import Game, PlainTable, play
from rb_quiz.quiz import Quiz, read
from rb_quiz.records.games import Setting, begin, keep, load
from rb_quiz.records.store import open_store

LONGEST_WAIT_US = 60_000
VERDICTS = ("Right: ", "Wrong", "Partly right", "Skipped.")


class Answers:
    """Lines that never end."""

    def __init__(self) -> None:
        self._lines = count()

    def readline(self) -> str:
        """Return an answer or a skip."""
        return "1\n" if next(self._lines) % 3 else "\n"

    def isatty(self) -> bool:
        """Return no."""
        return False


def perform(store_path: Path, quiz: Quiz, out: int) -> None:
    """Play one game and keep it."""
    store = open_store(store_path)
    setting = Setting(quiz, MODES["classic"], ("Ana",))
    kept = begin(store, setting, "2026-01-01T00:00:00+00:00", "2026-01-01")
    os.write(out, f"game {kept.id}\n".encode())
    with os.fdopen(out, "w", encoding="utf-8") as printed:
        table = PlainTable(Answers(), printed)  # type: ignore[arg-type]  # it reads lines only
        game = Game(quiz, setting.mode, setting.players)
        play(game, table, time.monotonic, lambda seat, all_: keep(store, kept, seat, all_, setting, "2026-01-01"))


def main() -> None:
    """Play and kill, and say what is left."""
    store_path, quiz = Path(sys.argv[1]), read(Path(sys.argv[2]).read_text(encoding="utf-8"))
    moments = Stream("dying", "moments")
    for _ in range(int(sys.argv[3])):
        readable, writable = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(readable)
            perform(store_path, quiz, writable)
            os._exit(0)
        os.close(writable)
        time.sleep(moments.below(LONGEST_WAIT_US) / 1e6)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(readable, encoding="utf-8") as printed:
            lines = printed.read().splitlines()
        report(store_path, lines)


def report(store_path: Path, lines: list[str]) -> None:
    """Print what was acknowledged, what is stored, and at which item the game goes on."""
    if not lines or not lines[0].startswith("game "):
        print("0 0 -")
        return
    store = open_store(store_path)
    session = load(store, int(lines[0].removeprefix("game "))).sessions[0]
    acknowledged = sum(line.startswith(VERDICTS) for line in lines)
    place = "-" if session.current is None else session.quiz.items.index(session.current)
    print(f"{acknowledged} {len(session.marks)} {place}")
    store.close()


if __name__ == "__main__":
    main()
