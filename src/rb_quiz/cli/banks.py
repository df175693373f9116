"""Which bank a command works on, and which of its topics and kinds a flag names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rb_quiz.problem import BankError, CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rb_quiz.bank import Bank


def bank_paths(bank: Path | None) -> list[Path]:
    """Return where the questions are: the bank that was asked for, or the bundled one and the player's own folder."""
    if bank is not None:
        return [bank]
    own = home() / "questions"
    return [_bundled(), own] if own.is_dir() and any(own.rglob("*.y*ml")) else [_bundled()]


def home() -> Path:
    """Return where the player's own questions and records are: `RB_QUIZ_HOME`, or the platform's folder for data."""
    from os import environ

    from platformdirs import user_data_path

    return Path(environ["RB_QUIZ_HOME"]) if environ.get("RB_QUIZ_HOME") else user_data_path("rb-quiz")


def _bundled() -> Path:
    """Return the bundled questions: inside an installed package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "questions"
    return inside if inside.is_dir() else package.parents[1] / "questions"


def open_bank(bank: Path | None) -> Bank:
    """Return the bank; raise BankError when it has problems.

    Files of the player's own with problems are left out, which one line on stderr says; the others are played.
    """
    from rb_quiz.bank import files_of, load

    paths = bank_paths(bank)
    try:
        return load(paths)
    except BankError as error:
        bundled = paths[:1]
        if len(paths) == 1 or any(Path(problem.file).is_relative_to(bundled[0]) for problem in error.problems):
            raise
        faulty = {Path(problem.file) for problem in error.problems}
        _say_left_out(error, faulty)
        sound = [file for file in files_of(paths[1]) if file not in faulty]
    try:
        return load([*bundled, *sound])
    except BankError:  # what is sound leaned on what is not
        return load(bundled)


def _say_left_out(error: BankError, faulty: Collection[Path]) -> None:
    from rb_quiz.present.figures import counted

    files = ", ".join(sorted(file.name for file in faulty))
    count, first = counted(len(error.problems), "problem"), error.problems[0]
    print(
        f"rb-quiz: left out until it is mended: {files} of your own questions ({count}, the first on line "
        f"{first.line}); `rb-quiz check` tells all",
        file=sys.stderr,
    )


def known_kinds(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that were asked for; raise CallError for one that is none."""
    from rb_quiz.bank import KINDS

    for kind in kinds:
        if kind.casefold() not in KINDS:
            mend = did_you_mean(kind, KINDS) or f"; the kinds are {', '.join(KINDS)}"
            raise CallError(f"expected --kind to be a kind of question, found {kind!r}{mend}")
    return tuple(dict.fromkeys(kind.casefold() for kind in kinds))
