"""The store is one SQLite file for all players: it is opened, brought forward, and never overwritten.

Write-ahead logging lets one game write while another reads. `synchronous` is FULL: each answer is synced to the disk
before the next question shows, so that not even a power cut loses it; at one answer every few seconds that costs
nothing a player could feel.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from rb_quiz.problem import RbQuizError
from rb_quiz.records.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION: Final = len(MIGRATIONS)
_APPLICATION: Final = 0x72627131
"""What marks a SQLite file as ours."""
_WAIT: Final = 20.0
_COMPANIONS: Final = ("", "-wal", "-shm")


class StoreError(RbQuizError):
    """Games can't be kept, or looked up, where the store should be."""


class DamagedError(StoreError):
    """What stands at `path` is no database, or a broken one."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; `note` says what was found and done when it was opened, nothing where all was well."""

    path: Path
    connection: sqlite3.Connection
    note: str = ""

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run what is written inside as one transaction: all of it is on the disk at the end, or none."""
        with translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Run what is read inside."""
        with translated(self.path):
            yield self.connection

    def close(self) -> None:
        """Close the store."""
        self.connection.close()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say into a StoreError, and what they say of damage into a DamagedError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if type(error) is sqlite3.DatabaseError:  # those of a file that is none, or broken, have no class of their own
            raise DamagedError(f"expected a store of games in {str(path)!r}, found: {error}", path) from None
        raise StoreError(f"expected to keep games in {str(path)!r}, found: {error}") from None
    except OSError as error:
        raise StoreError(f"expected to keep games in {str(path)!r}, found: {error.strerror}") from None
    except (UnicodeError, OverflowError):
        raise StoreError("expected names and numbers that can be kept, found one that can't") from None


def open_store(path: Path) -> Store:
    """Return the store in a file, made or brought forward where need be.

    A damaged file is set aside under a new name. Raise StoreError where nothing can be kept, and for a file of a newer
    version or of another program, which is left as it is.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise StoreError(f"expected a file to keep games in, found a folder at {str(path)!r}; move it away")
    try:
        return Store(path, _opened(path))
    except DamagedError as error:
        aside = set_aside(path)
        note = f"{error}; it is set aside as {aside.name!r}, and a new one is begun"
        return Store(path, _opened(path), note)


def set_aside(path: Path) -> Path:
    """Rename a damaged store, with what SQLite keeps beside it, and return its new place; overwrite nothing."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    names = (f"{path.stem}-damaged-{stamp}{'' if number == 0 else f'-{number}'}{path.suffix}" for number in range(999))
    aside = next(free for name in names if not (free := path.with_name(name)).exists())
    with translated(path):
        for companion in _COMPANIONS:
            found = path.with_name(path.name + companion)
            if found.exists():
                found.rename(aside.with_name(aside.name + companion))
    return aside


def _opened(path: Path) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        with translated(path):
            _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    _require_ours(connection, path)
    if _known_version(connection, path) != VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection, path)
    connection.execute("PRAGMA synchronous = FULL")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _known_version(connection: sqlite3.Connection, path: Path) -> int:
    version = _version(connection)
    if version > VERSION:
        raise StoreError(
            f"expected a store of version {VERSION} or earlier in {str(path)!r}, found version {version}; "
            "use the newer rb-quiz that wrote it"
        )
    return version


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION
    if not ours and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreError(f"expected a store of games in {str(path)!r}, found another program's database; move it away")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a store forward in one transaction; whoever else opens it meanwhile waits, and finds it done."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        _require_ours(connection, path)
        for statements in MIGRATIONS[_known_version(connection, path) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
