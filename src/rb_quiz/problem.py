"""A problem is one finding in a bank: where it stands, what was expected there, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding with its position; problems sort by file, line and column.

    Attributes:
        file: the path as the user gave it, followed by the path inside the bank.
        line, col: where, both from 1; 0 when the finding is about the whole file or bank.
        name: a stable name in kebab case, such as `repeated-key`.
        message: what was expected, what stands there, how to mend it.
        excerpt: the whole line of the file, empty when there is none to show.

    """

    file: str
    line: int
    col: int
    name: str
    message: str
    excerpt: str = ""

    @property
    def headline(self) -> str:
        """Return the finding on one line: `file:line:col: message [name]`."""
        file = "".join(character if character.isprintable() else "\ufffd" for character in self.file)
        return f"{file}:{self.line}:{self.col}: {self.message} [{self.name}]"


class RbQuizError(Exception):
    """The root of every error that a user can mend; the command line turns it into text and an exit code."""


class BankError(RbQuizError):
    """The bank has problems and can't be used before they are mended."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"the bank has {len(problems)} problem{'s' if len(problems) != 1 else ''}")
        self.problems = problems


class CallError(RbQuizError):
    """What was asked for can't be done; the message says what can."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` for the known word nearest to `word`, or nothing when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - a slip is rare, and a start is not

    by_fold = {name.casefold(): str(name) for name in known}
    near = get_close_matches(word.casefold()[:80], by_fold, n=1, cutoff=0.6)
    return f" (did you mean {by_fold[near[0]]!r}?)" if near else ""
