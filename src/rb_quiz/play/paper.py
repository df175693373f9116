"""A quiz on paper: everybody responds once to every item, and the host decides what the judge can't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rb_quiz.answers import Verdict
from rb_quiz.play.events import Responded
from rb_quiz.play.mark import Mark
from rb_quiz.play.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.item import Response
    from rb_quiz.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Undecided:
    """A typed answer that a host should look at.

    Attributes:
        place: which item of the quiz, counted from 0.
        response: the answer, as it was first given.
        why: what the judge has to say.
        players: who gave it.

    """

    place: int
    response: str
    why: str
    players: tuple[str, ...]


def marked(quiz: Quiz, responses: Sequence[Response]) -> Session:
    """Return a sitting of the whole quiz with one response to each item; it has no log, as nobody is asked twice."""
    marks = (Mark(item, (Responded(response),)) for item, response in zip(quiz.items, responses, strict=True))
    return Session(quiz, marks=tuple(marks))


def undecided(players: Sequence[str], sessions: Sequence[Session]) -> tuple[Undecided, ...]:
    """Return the answers that are neither right nor wrong, by item; those that differ in case only are one."""
    found: dict[tuple[int, str], Undecided] = {}
    for player, session in zip(players, sessions, strict=True):
        for place, mark in enumerate(session.marks):
            judged = mark.judgement
            if judged is None or judged.verdict is not Verdict.PROMPT:
                continue
            key = (place, mark.response[0].casefold())
            before = found.get(key, Undecided(place, mark.response[0], judged.why, ()))
            found[key] = Undecided(place, before.response, before.why, (*before.players, player))
    return tuple(sorted(found.values(), key=lambda each: each.place))
