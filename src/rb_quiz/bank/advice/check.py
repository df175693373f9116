"""A check looks for one flaw that item writers know; what it finds has a place, and a question may silence it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question
    from rb_quiz.problem import Problem


class Level(StrEnum):
    """How bad a flaw is: an error makes an answer plain or doubtful, a warning may, a note is a matter of taste."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw that was found.

    Attributes:
        message: what was expected, what stands there, how to mend it.
        question: the question it is about, None when it is about the bank as a whole.
        level: how bad it is where that is not what the check says.

    """

    message: str
    question: Question | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One check, with all that its explanation says.

    Attributes:
        name: in kebab case; authors silence it by that.
        level: how bad what it finds is.
        rule: what exactly is looked for, in a sentence.
        why: why that matters, in a sentence or two.
        bad, mended: a bank in YAML that has the flaw, and the same without it.
        look: yields the flaws of a bank.

    """

    name: str
    level: Level
    rule: str
    why: str
    bad: str
    mended: str
    look: Callable[[Bank], Iterator[Flaw]]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A flaw at its place, with how bad it is."""

    problem: Problem
    level: Level
