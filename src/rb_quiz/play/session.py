"""A session is a quiz and the log of what happened in it; whatever else is known of it follows from the two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias, assert_never

from rb_quiz.answers import Verdict
from rb_quiz.item import EnterKey, Item, Response, allows
from rb_quiz.problem import RbQuizError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from rb_quiz.answers import Judgement
    from rb_quiz.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Responded:
    """The player gave a response, or none, to the current item after so many seconds."""

    response: Response
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Stopped:
    """The player ended the game before its end."""


Event: TypeAlias = Responded | Stopped


class NotAllowedError(RbQuizError):
    """The event can't happen now: the session is over, or the response doesn't fit the item."""


class Outcome(StrEnum):
    """What became of one item."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Mark:
    """One item with the response that counts, and the seconds it took."""

    item: Item
    response: Response
    seconds: float

    @property
    def credit(self) -> Fraction:
        """Return the credit of the response, 0..1."""
        return self.item.key.credit(self.response)

    @property
    def judgement(self) -> Judgement | None:
        """Return how a typed response was judged, None for any other."""
        return _judgement(self.item, self.response)

    @property
    def outcome(self) -> Outcome:
        """Return what became of the item."""
        if not self.response:
            return Outcome.SKIPPED
        if self.credit == 1:
            return Outcome.RIGHT
        return Outcome.PARTLY if self.credit > 0 else Outcome.WRONG


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting of a quiz.

    Attributes:
        quiz: what is played.
        events: the log.
        marks: the items that are done, in order; follows from the log.
        hint: what the first response to the current item lacked, when it gave one more try; follows from the log.
        seconds: how long the current item has taken so far; follows from the log.

    """

    quiz: Quiz
    events: tuple[Event, ...] = ()
    marks: tuple[Mark, ...] = ()
    hint: str = ""
    seconds: float = 0.0

    @property
    def stopped(self) -> bool:
        """Return whether the player ended the game early."""
        return bool(self.events) and isinstance(self.events[-1], Stopped)

    @property
    def current(self) -> Item | None:
        """Return the item to respond to, None when the session is over."""
        done = len(self.marks)
        return None if self.stopped or done == len(self.quiz.items) else self.quiz.items[done]

    def after(self, event: Event) -> Session:
        """Return the session with one more event; raise NotAllowedError when it can't happen now."""
        item = self.current
        if item is None:
            raise NotAllowedError(f"expected no more events, the session is over, found {event!r}")
        log = replace(self, events=(*self.events, event))
        match event:
            case Stopped():
                return log
            case Responded(response, seconds):
                return self._responded(log, item, response, seconds)
            case _:
                assert_never(event)

    def _responded(self, log: Session, item: Item, response: Response, seconds: float) -> Session:
        if not allows(item.interaction, response):
            raise NotAllowedError(f"expected a response that item {item.id!r} allows, found {response!r}")
        judgement = _judgement(item, response)
        if judgement is not None and judgement.verdict is Verdict.PROMPT and not self.hint:
            return replace(log, hint=judgement.why, seconds=seconds)
        mark = Mark(item, response, self.seconds + seconds)
        return replace(log, marks=(*self.marks, mark), hint="", seconds=0.0)


def replay(quiz: Quiz, events: Iterable[Event]) -> Session:
    """Return the session that the log tells of; raise NotAllowedError where it can't have happened."""
    return reduce(Session.after, events, Session(quiz))


def _judgement(item: Item, response: Response) -> Judgement | None:
    return item.key.judgement(response) if isinstance(item.key, EnterKey) and response else None
