"""Plays many games on a store that others use too: `python crowd.py STORE QUIZ PLAYER GAMES`, run by test_crowd.py."""

from __future__ import annotations

import io
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rb_quiz.play import MODES
from rb_quiz.present.terminal import Game, PlainTable, play
from rb_quiz.quiz import read
from rb_quiz.records.games import Setting, begin, keep
from rb_quiz.records.store import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.play import Session
    from rb_quiz.records.games import Kept
    from rb_quiz.records.store import Store


def main() -> None:
    """Play all games, one after the other."""
    quiz, player = read(Path(sys.argv[2]).read_text(encoding="utf-8")), sys.argv[3]
    store = open_store(Path(sys.argv[1]))
    setting = Setting(quiz, MODES["classic"], (player,))
    for _ in range(int(sys.argv[4])):
        kept = begin(store, setting, "2026-01-01T00:00:00+00:00", "2026-01-01")
        table = PlainTable(io.StringIO("1\n" * len(quiz.items)), io.StringIO())
        keeping = partial(keep_it, store, kept, setting)
        play(Game(quiz, setting.mode, setting.players), table, lambda: 0.0, keeping)


def keep_it(store: Store, kept: Kept, setting: Setting, seat: int, sessions: Sequence[Session]) -> None:
    """Keep the last event."""
    keep(store, kept, seat, sessions, setting, "2026-01-01")


if __name__ == "__main__":
    main()
