"""Exit codes, and the one place where errors become text for people."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from rb_quiz.problem import BankError, RbQuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rb_quiz.problem import Problem


_EXCERPT: Final = 120
_EXCERPT_BEFORE: Final = 80


class Exit(IntEnum):
    """What the caller is told by the exit code."""

    DONE = 0
    PROBLEMS = 1
    WRONG_CALL = 2
    NOT_KEPT = 3
    INTERRUPTED = 130


def guarded(run: Callable[[], object]) -> int:
    """Return the exit code of a run, after saying on stderr what went wrong and how to mend it."""
    try:
        run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has enough; what is left in the buffer must not be tried again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else Exit.DONE
    except (RbQuizError, OSError) as error:
        return _say(error)
    return Exit.DONE


def _say(error: RbQuizError | OSError) -> Exit:
    if isinstance(error, BankError):
        print("\n".join(described(error.problems)), file=sys.stderr)
        return Exit.PROBLEMS
    from rb_quiz.records.store import DamagedError, set_aside

    if isinstance(error, DamagedError):
        aside = set_aside(error.path).name
        print(f"rb-quiz: {error}; it is set aside as {aside!r}, and the next game begins a new one", file=sys.stderr)
        return Exit.WRONG_CALL
    if isinstance(error, OSError):
        print(f"rb-quiz: expected to use {error.filename or 'a file'!r}, found: {error.strerror}", file=sys.stderr)
    else:
        print(f"rb-quiz: {error}", file=sys.stderr)
    return Exit.WRONG_CALL


def described(problems: Iterable[Problem]) -> Iterable[str]:
    """Yield each problem on a line, with the line of the file and a caret below."""
    for problem in problems:
        yield problem.headline
        if problem.excerpt:
            start = max(0, problem.col - _EXCERPT_BEFORE)
            shown = problem.excerpt[start : start + _EXCERPT]
            lead = "".join("\t" if character == "\t" else " " for character in shown[: problem.col - 1 - start])
            yield f"    {shown}"
            yield f"    {lead}^"
