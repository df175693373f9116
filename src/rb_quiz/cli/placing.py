"""Where an author's additions go, and how they get there when others write to the same file at the same time."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.cli.banks import bank_paths, home
from rb_quiz.cli.output import write
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWN: Final = "my-questions.yaml"
_OF_A_BANK: Final = "questions.yaml"
_SUFFIXES: Final = (".yaml", ".yml")
HEAD: Final = b"""\
# Questions of your own: `rb-quiz add` writes them here, and you can change them here.
# `rb-quiz check` says what is wrong with them, and the README how they are written.
"""
"""What a new file begins with."""


@dataclass(frozen=True, slots=True)
class Target:
    """The file that is written to, and the bank that it is part of."""

    path: Path
    bank: tuple[Path, ...]


def target(file: Path | None, bank: Path | None) -> Target:
    """Return where a question goes: to a file that is named, into a bank that is, or to the author's own questions."""
    own = home() / "questions"
    if file is None:
        file = own / _OWN if bank is None else _file_of(bank)
    elif file.suffix.lower() not in _SUFFIXES or file.is_dir():
        raise CallError(f"expected --file to be a YAML file (*.yaml), found {str(file)!r}")
    path = file.resolve()
    if not path.parent.is_dir() and path.parent != own.resolve():
        raise CallError(f"expected a folder for {path.name!r}, found none at {str(path.parent)!r}; make it first")
    if bank is not None or path.is_relative_to(own.resolve()):
        return Target(path, tuple(bank_paths(bank)))
    beside = (found for found in path.parent.iterdir() if found.suffix.lower() in _SUFFIXES and found.is_file())
    return Target(path, tuple(sorted(beside)))


def _file_of(bank: Path) -> Path:
    if not bank.is_dir():
        return bank
    return bank / _OF_A_BANK if (bank / _OF_A_BANK).is_file() else bank / _OWN


def contents(path: Path) -> bytes | None:
    """Return what stands in a file, None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def swapped(path: Path, before: bytes | None, after: bytes) -> bool:
    """Write a file if it is still what it was, and return whether it is; only one at a time does so in a folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path.parent):
        if contents(path) != before:
            return False
        write(path, after)
        return True


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others out who write into a folder this way; a process that dies lets go of it.

    Where folders can't be locked, as on Windows, what is left is to compare right before writing.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl
    import os

    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives know no locks
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)
