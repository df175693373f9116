"""A game is one session at a table, from the first question to the scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rb_quiz.play import Responded, Session, Stopped, score
from rb_quiz.present.terminal.page import Line, Tone
from rb_quiz.present.terminal.wording import asked, opening, summary, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rb_quiz.item import Interaction, Response
    from rb_quiz.play import Scheme
    from rb_quiz.quiz import Quiz


class Table(Protocol):
    """Where a game is played; it sees lines and interactions, never keys."""

    def show(self, lines: Iterable[Line]) -> None:
        """Show the lines below what is there."""
        ...

    def respond(self, interaction: Interaction) -> Response | None:
        """Return the player's response, () for none, None to stop; raise KeyboardInterrupt on Ctrl-C or Ctrl-D."""
        ...


@dataclass(frozen=True, slots=True)
class Played:
    """How a game ended: its session, and whether it was interrupted."""

    session: Session
    interrupted: bool


def play(quiz: Quiz, scheme: Scheme, table: Table, clock: Callable[[], float], again: str) -> Played:
    """Play the quiz to its end, or to where the player stops, and show the scorecard.

    `clock` tells seconds; `again` is the command that brings the same quiz back.
    """
    session = Session(quiz)
    interrupted = False
    try:
        table.show(opening(quiz))
        while session.current is not None:
            session = _turn(session, table, clock)
    except KeyboardInterrupt:
        interrupted = True
    table.show(summary(score(session, scheme), again))
    return Played(session, interrupted)


def _turn(session: Session, table: Table, clock: Callable[[], float]) -> Session:
    item = session.current
    done = len(session.marks)
    if item is None:
        return session
    if session.hint:
        table.show([Line(f"… {session.hint}", Tone.PARTLY)])
    else:
        table.show(asked(item, done + 1, len(session.quiz.items)))
    begun = clock()
    response = table.respond(item.interaction)
    session = session.after(Stopped() if response is None else Responded(response, clock() - begun))
    if len(session.marks) > done:
        table.show(told(session.marks[-1]))
    return session
