"""How a question will look before it is written, and asking it once when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.draw import draw_item
from rb_quiz.play import MODES, Responded, Session
from rb_quiz.present.terminal import wording
from rb_quiz.present.terminal.page import Line, Tone
from rb_quiz.present.terminal.table import Ask
from rb_quiz.quiz import Blueprint, Quiz, Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank import Bank, Question
    from rb_quiz.present.terminal import Table

_SEED: Final = "preview"
_SCHEME: Final = MODES["classic"].scheme


def preview(bank: Bank, question: Question) -> Iterator[Line]:
    """Yield a question as a game shows it, with what it says to who answers it right."""
    session = _session(bank, question)
    item = session.quiz.items[0]
    yield from wording.asked(item, session, _SCHEME)
    yield from wording.offered(item.interaction)
    session = session.after(Responded(item.key.model))
    for mark in session.marks:
        yield from wording.told(mark)
    if session.attempts:
        yield Line(f"… {session.hint}", Tone.PARTLY)


def ask_once(bank: Bank, question: Question, table: Table) -> None:
    """Ask a question as a game does; nothing of it is kept."""
    session = _session(bank, question)
    item = session.quiz.items[0]
    table.show(wording.asked(item, session, _SCHEME))
    while session.current is not None:
        if session.attempts:
            table.show([Line(f"… {session.hint}", Tone.PARTLY)])
        reply = table.respond(Ask(item.interaction))
        if not isinstance(reply, tuple):
            return
        session = session.after(Responded(reply))
    table.show(wording.told(session.marks[0]))


def _session(bank: Bank, question: Question) -> Session:
    item = draw_item(bank, question, _SEED)
    return Session(Quiz("", Recipe(Blueprint(1), _SEED, ""), (item,)))
