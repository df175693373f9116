"""A session is a quiz and the log of what happened in it; whatever else is known of it follows from the two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.item import ChooseKey, Item, allows, rekeyed
from rb_quiz.play.events import Event, Halved, Protested, Responded, Stopped
from rb_quiz.play.limits import NO_LIMITS, Limits
from rb_quiz.play.mark import Mark, is_imprecise, judgement, total_seconds
from rb_quiz.play.scoring import Outcome
from rb_quiz.problem import RbQuizError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.quiz import Quiz

LONGEST: Final = 86_400.0
"""The seconds that one response can take, a day; who measures more has slept."""


class NotAllowedError(RbQuizError):
    """The event can't happen now: the session is over, or it doesn't fit the item or the limits."""


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting of a quiz.

    Attributes:
        quiz: what is played.
        limits: how long it can go on, and which aids there are.
        events: the log.
        marks: the items that are done, in order; follows from the log.
        attempts: what was given to the current item so far; follows from the log.
        struck: the options of the current item that were struck out; follows from the log.

    """

    quiz: Quiz
    limits: Limits = NO_LIMITS
    events: tuple[Event, ...] = ()
    marks: tuple[Mark, ...] = ()
    attempts: tuple[Responded, ...] = ()
    struck: tuple[str, ...] = ()

    @property
    def stopped(self) -> bool:
        """Return whether the player ended the game early."""
        return bool(self.events) and isinstance(self.events[-1], Stopped)

    @property
    def current(self) -> Item | None:
        """Return the item to respond to, None when the session is over."""
        done = len(self.marks)
        over = self.stopped or self.won or self.lives_left == 0 or self.game_seconds_left == 0
        return None if over or done == len(self.quiz.items) else self.quiz.items[done]

    @property
    def won(self) -> bool:
        """Return whether the goal is reached."""
        return self.limits.goal is not None and self._count(Outcome.RIGHT) >= self.limits.goal

    @property
    def lives_left(self) -> int | None:
        """Return how many items may be missed before the game is over and lost, None for all of them."""
        if self.limits.lives is None:
            return None
        free = self._count(Outcome.SKIPPED) if self.limits.skips is not None else 0
        return max(0, self.limits.lives - (len(self.marks) - self._count(Outcome.RIGHT) - free))

    @property
    def skips_left(self) -> int | None:
        """Return how many items may be passed over, None for as many as one likes."""
        return None if self.limits.skips is None else self.limits.skips - self._count(Outcome.SKIPPED)

    @property
    def can_halve(self) -> bool:
        """Return whether wrong options of the current item can be struck out."""
        used = sum(isinstance(event, Halved) for event in self.events)
        return used < self.limits.halves and not self.struck and bool(self._to_strike)

    @property
    def can_protest(self) -> bool:
        """Return whether the last verdict can be protested, also when it was the last of the game."""
        return bool(self.marks) and self.marks[-1].open_to_protest and not self.stopped

    @property
    def hint(self) -> str:
        """Return what the first response to the current item lacked, when it gave one more try."""
        item = self.current
        judged = judgement(item, self.attempts[-1].response) if item and self.attempts else None
        return judged.why if judged else ""

    @property
    def game_seconds_left(self) -> float | None:
        """Return the seconds that are left for the whole game, None for as many as one likes."""
        if self.limits.game_seconds is None:
            return None
        return max(0.0, round(self.limits.game_seconds - sum(mark.seconds for mark in self.marks), 3))

    @property
    def seconds_left(self) -> float | None:
        """Return the seconds that are left for the current item, None for as many as one likes."""
        limit = self._item_limit
        return None if limit is None else max(0.0, round(limit - total_seconds(self.attempts), 3))

    @property
    def _item_limit(self) -> float | None:
        limits = [limit for limit in (self.limits.item_seconds, self.game_seconds_left) if limit is not None]
        return min(limits, default=None)

    @property
    def _to_strike(self) -> tuple[str, ...]:
        item = self.current
        return item.key.struck if item is not None and isinstance(item.key, ChooseKey) else ()

    def _count(self, outcome: Outcome) -> int:
        return sum(mark.outcome is outcome for mark in self.marks)

    def after(self, event: Event) -> Session:
        """Return the session with one more event; raise NotAllowedError when it can't happen now."""
        log = replace(self, events=(*self.events, event))
        if isinstance(event, Protested):
            if not self.can_protest:
                raise NotAllowedError(
                    "expected a protest right after a typed answer was marked wrong, found none there"
                )
            return replace(log, marks=(*self.marks[:-1], replace(self.marks[-1], protested=True)))
        item = self.current
        if item is None:
            raise NotAllowedError(f"expected no more events, the session is over, found {event!r}")
        match event:
            case Stopped():
                return log
            case Halved():
                if not self.can_halve:
                    raise NotAllowedError("expected wrong options to strike out, found no such aid left for this item")
                return replace(log, struck=self._to_strike)
            case Responded():
                return self._responded(log, item, event)
            case _:
                assert_never(event)

    def _responded(self, log: Session, item: Item, event: Responded) -> Session:
        self._refuse_nonsense(item, event)
        attempts = (*self.attempts, event)
        limit, seconds = self._item_limit, total_seconds(attempts)
        out_of_time = limit is not None and seconds >= limit
        if is_imprecise(item, event.response) and not self.attempts and not out_of_time:
            return replace(log, attempts=attempts)
        late = limit is not None and (seconds > limit or (out_of_time and not event.response))
        if not event.response and not late and self.skips_left == 0:
            raise NotAllowedError("expected a response, as no skip is left, found none")
        mark = Mark(item, attempts, self.limits.item_seconds, late)
        return replace(log, marks=(*self.marks, mark), attempts=(), struck=())

    def _refuse_nonsense(self, item: Item, event: Responded) -> None:
        """Raise NotAllowedError for a response that can't be given, and for seconds or a certainty that can't be."""
        if not allows(item.interaction, event.response) or set(self.struck) & set(event.response):
            raise NotAllowedError(f"expected a response that item {item.id!r} allows, found {event.response!r}")
        if not 0 <= event.seconds <= LONGEST:
            raise NotAllowedError(f"expected seconds between 0 and {LONGEST:.0f}, a day, found {event.seconds!r}")
        if event.certainty not in (None, 1, 2, 3):
            raise NotAllowedError(f"expected a certainty of 1, 2 or 3, found {event.certainty!r}")


def replay(quiz: Quiz, events: Iterable[Event], limits: Limits = NO_LIMITS) -> Session:
    """Return the session that the log tells of; raise NotAllowedError where it can't have happened."""
    return reduce(Session.after, events, Session(quiz, limits))


def rescored(session: Session, items: Iterable[Item]) -> Session:
    """Return the same session, marked by the keys of other items with the same ids, as far as that can be told.

    What was given stays with the item it was given to: a second try that a mended key would not have asked for is no
    answer to the next item.
    """
    mended = {item.id: item for item in items}

    def current(item: Item) -> Item:
        return rekeyed(item, mended[item.id]) if item.id in mended else item

    quiz = replace(session.quiz, items=tuple(map(current, session.quiz.items)))
    marks = tuple(replace(mark, item=current(mark.item)) for mark in session.marks)
    return replace(session, quiz=quiz, marks=marks)
