"""Keeping a game while it is played: where that fails it is said once, and the game goes on."""

from __future__ import annotations

import sys
from atexit import register
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rb_quiz.cli.banks import home
from rb_quiz.records.games import Kept, Setting, begin, keep, keep_distances
from rb_quiz.records.store import DamagedError, Store, StoreError, open_store, set_aside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from rb_quiz.play import Session


def opened() -> Store:
    """Return the store of this player's machine; raise StoreError where there can be none."""
    store = open_store(home() / "records.sqlite3")
    register(store.close)  # so that one file holds everything afterwards
    if store.note:
        print(f"rb-quiz: {store.note}", file=sys.stderr)
    return store


def opened_or_said() -> Store | None:
    """Return the store, or None after saying that nothing is being kept."""
    try:
        return opened()
    except StoreError as error:
        _say(error)
        return None


def now() -> str:
    """Return the time as it is kept."""
    return datetime.now(UTC).isoformat()


def today() -> str:
    """Return the player's own day."""
    return datetime.now().astimezone().date().isoformat()


class Keeping:
    """Keeps one game; `failed` says that some of it is not kept."""

    def __init__(self, store: Store | None, setting: Setting, kept: Kept | None = None) -> None:
        self.store = store
        self.setting = setting
        self.kept = kept
        self.failed = store is None
        self.stored = [0 for _ in setting.players]
        if store is not None and kept is None:
            try:
                self.kept = begin(store, setting, now(), today())
            except StoreError as error:
                self._fail(error)

    def __call__(self, seat: int, sessions: Sequence[Session]) -> None:
        """Put the last event of a session on the disk."""
        if self.failed or self.store is None or self.kept is None:
            return
        try:
            keep(self.store, self.kept, seat, sessions, self.setting, now(), self.stored[seat])
            self.stored[seat] = len(sessions[seat].events)
        except StoreError as error:
            self._fail(error)

    def keep_distances(self, distances: Sequence[Fraction | None]) -> None:
        """Put the distances of a tie-breaker on the disk."""
        if not distances or self.failed or self.store is None or self.kept is None:
            return
        try:
            keep_distances(self.store, self.kept, distances)
        except StoreError as error:
            self._fail(error)

    def _fail(self, error: StoreError) -> None:
        self.failed = True
        _say(error)
        if isinstance(error, DamagedError) and self.store is not None:
            self.store.close()
            print(f"rb-quiz: the damaged store is set aside as {set_aside(self.store.path).name!r}", file=sys.stderr)


def _say(error: StoreError) -> None:
    print(f"rb-quiz: from here on nothing is being kept: {error}", file=sys.stderr)
