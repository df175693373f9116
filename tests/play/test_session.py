"""The session: its log is its state, and nothing happens after its end."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.bank import load
from rb_quiz.draw import draw
from rb_quiz.item import Choose
from rb_quiz.play import SCHEMES, NotAllowedError, Outcome, Responded, Session, Stopped, replay, score
from rb_quiz.quiz import Blueprint, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank
    from rb_quiz.play import Event

CASUAL = SCHEMES["casual"]
BANK = """
topic: Cast
questions:
  - {id: a, ask: A?, answer: x, distractors: [y, z]}
  - {id: b, ask: B?, answer: x, distractors: [y, z], topic: Plot}
  - {kind: multiple, id: c, ask: C?, answers: [x, y], distractors: [z, w]}
  - {kind: order, id: d, ask: D, order: [x, y, z]}
  - {kind: match, id: e, ask: E, pairs: {x: 1, y: 2, z: 3}}
  - {kind: number, id: f, ask: F?, answer: 8}
"""


@pytest.fixture(scope="module")
def quiz(tmp_path_factory: pytest.TempPathFactory) -> Quiz:
    """Return a quiz of one item of each interaction."""
    path = tmp_path_factory.mktemp("bank") / "bank.yaml"
    path.write_text(BANK, encoding="utf-8")
    return draw(load([path]), Blueprint(6), "SEED0")


@st.composite
def logs(draw_: st.DrawFn, quiz: Quiz) -> list[Event]:
    """Return a log that can happen: right, wrong and no responses, perhaps a stop."""
    events: list[Event] = []
    for item in quiz.items[: draw_(st.integers(0, len(quiz.items)))]:
        wrong = {"Choose": ("2",), "Arrange": ("3", "2", "1"), "Pair": ("1b", "2a", "3c"), "Enter": ("7",)}
        response = draw_(st.sampled_from([item.key.model, (), wrong[type(item.interaction).__name__]]))
        events.append(Responded(response, draw_(st.floats(0, 100))))
    if draw_(st.booleans()) and len(events) < len(quiz.items):
        events.append(Stopped())
    return events


@given(data=st.data())
def test_replay_rebuilds_the_session(quiz: Quiz, data: st.DataObject) -> None:
    """A session is equal to the one its log tells of, with the same scorecard."""
    events = data.draw(logs(quiz))
    session = Session(quiz)
    for event in events:
        session = session.after(event)

    assert replay(quiz, session.events) == session
    assert score(replay(quiz, session.events), CASUAL) == score(session, CASUAL)


@given(data=st.data())
def test_the_score_is_within_bounds(quiz: Quiz, data: st.DataObject) -> None:
    """The points lie between nothing and the number of items, and are the sum over the topics."""
    card = score(replay(quiz, data.draw(logs(quiz))), CASUAL)

    assert 0 <= card.points <= card.most == len(quiz.items)
    assert card.points == sum((topic.credit for topic in card.topics), Fraction(0)) == sum(card.each)


@given(data=st.data())
def test_nothing_happens_after_the_end(quiz: Quiz, data: st.DataObject) -> None:
    """An event after a stop, or after the last item, is refused."""
    session = replay(quiz, data.draw(logs(quiz)))
    if session.current is None:
        with pytest.raises(NotAllowedError):
            session.after(Stopped())
        with pytest.raises(NotAllowedError):
            session.after(Responded(()))


def test_all_right_earns_all(quiz: Quiz) -> None:
    """The model responses earn every point, in one run."""
    card = score(replay(quiz, [Responded(item.key.model, 1.5) for item in quiz.items]), CASUAL)

    assert (int(card.points), card.streak, card.seconds, len(card.missed)) == (6, 6, 9.0, 0)


def test_partly_right_earns_a_share(quiz: Quiz) -> None:
    """One of two right options, and one inversion in an order of three, earn a share."""
    halves = {"c": quiz.items[[item.id for item in quiz.items].index("c")]}
    item = halves["c"]
    mark = replay(Quiz("", quiz.recipe, (item,)), [Responded(item.key.model[:1])]).marks[0]

    assert (mark.credit, mark.outcome) == (Fraction(1, 2), Outcome.PARTLY)


def test_a_response_that_cannot_be_given_is_refused(quiz: Quiz) -> None:
    """An option that isn't there, two where one is wanted, and a broken order are refused."""
    for item in quiz.items:
        session = Session(Quiz("", quiz.recipe, (item,)))
        with pytest.raises(NotAllowedError):
            session.after(Responded(("99", "98")))
    choice = next(item for item in quiz.items if isinstance(item.interaction, Choose) and item.interaction.most == 1)
    with pytest.raises(NotAllowedError):
        Session(Quiz("", quiz.recipe, (choice,))).after(Responded(("1", "2")))


def test_an_imprecise_answer_may_be_given_once_more(bank_of: Callable[..., Bank]) -> None:
    """A first imprecise answer leaves the item open with a hint; a second one counts as wrong."""
    bank = bank_of("questions: [{kind: text, ask: Which town?, answer: Antibes, expects: place, too-broad: [France]}]")
    quiz = draw(bank, Blueprint(1), "S")
    hinted = Session(quiz).after(Responded(("France",), 2.0))
    mended = hinted.after(Responded(("Antibes",), 3.0))
    missed = hinted.after(Responded(("France",), 3.0))

    assert "more precise" in hinted.hint
    assert hinted.current is not None
    assert (mended.marks[0].outcome, mended.marks[0].seconds) == (Outcome.RIGHT, 5.0)
    assert (missed.marks[0].outcome, missed.current) == (Outcome.WRONG, None)


def test_items_not_reached_earn_nothing_but_count(quiz: Quiz) -> None:
    """A game that was stopped is scored out of all its items."""
    card = score(replay(quiz, [Responded(quiz.items[0].key.model), Stopped()]), CASUAL)

    assert (int(card.points), int(card.most), len(card.marks)) == (1, 6, 1)
