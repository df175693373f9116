"""The session under every mode: lives, clock and aids agree with the log, and nothing happens after the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rb_quiz.bank import KINDS
from rb_quiz.draw import draw
from rb_quiz.item import Arrange, Choose, Enter, EnterKey, Item, Pair
from rb_quiz.play import (
    MODES,
    SCHEMES,
    Event,
    Halved,
    Limits,
    Mode,
    NotAllowedError,
    Outcome,
    Protested,
    Responded,
    Session,
    Stopped,
    replay,
    rescored,
    score,
)
from rb_quiz.quiz import Blueprint, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

every_mode = pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
LIMITS = st.builds(
    Limits,
    lives=st.none() | st.integers(1, 3),
    goal=st.none() | st.integers(1, 4),
    item_seconds=st.none() | st.sampled_from([5.0, 20.0]),
    game_seconds=st.none() | st.sampled_from([10.0, 60.0]),
    skips=st.none() | st.integers(0, 2),
    halves=st.integers(0, 2),
)
SECONDS = st.sampled_from([0.0, 0.001, 3.3, 5.0, 10.0, 19.999, 20.0, 21.0, 60.0])


@pytest.fixture(scope="module")
def quiz(bundled: Bank) -> Quiz:
    """Return a quiz of two items of every kind."""
    by_kind = [draw(bundled, Blueprint(2, kinds=(kind,)), "SEED0") for kind in KINDS]
    return replace(by_kind[0], items=tuple(item for some in by_kind for item in some.items))


def wrong(item: Item) -> tuple[str, ...]:
    """Return a response that is not fully right."""
    match item.interaction:
        case Choose(options):
            return next((option.id,) for option in options if (option.id,) != item.key.model)
        case Arrange():
            return item.key.model[::-1]
        case Pair(prompts, options):
            return tuple(p.id + o.id for p, o in zip(prompts, (*options[1:], options[0]), strict=False))[:1]
        case Enter():
            return ("0.001",)


@st.composite
def events(data: st.DrawFn, session: Session) -> Event:
    """Return something that a player might try, whether it is allowed or not."""
    item = session.current or session.quiz.items[0]
    tried = data(st.sampled_from(["right", "wrong", "none", "halve", "protest", "stop", "nonsense"]))
    match tried:
        case "halve":
            return Halved()
        case "protest":
            return Protested()
        case "stop":
            return Stopped()
        case _:
            given_one = {"right": item.key.model, "wrong": wrong(item), "none": (), "nonsense": ("99", "x")}[tried]
            return Responded(given_one, data(SECONDS), data(st.none() | st.integers(1, 3)))


def played(data: st.DataObject, quiz: Quiz, limits: Limits) -> Session:
    """Return a session after a run of tries, of which those that aren't allowed change nothing."""
    session = Session(quiz, limits)
    for _ in range(data.draw(st.integers(0, 25))):
        before = session
        try:
            session = session.after(data.draw(events(session)))
        except NotAllowedError:
            assert session is before
            continue
        _check_invariants(before, session)
    return session


def _check_invariants(before: Session, after: Session) -> None:
    """Check all that must hold after one more event."""
    event = after.events[-1]
    assert after.events[:-1] == before.events
    assert before.current is not None or isinstance(event, Protested)
    assert len(after.marks) - len(before.marks) in (0, 1)
    limits = after.limits
    right = [mark for mark in after.marks if mark.outcome is Outcome.RIGHT]
    skipped = [mark for mark in after.marks if mark.outcome is Outcome.SKIPPED]
    missed = len(after.marks) - len(right) - (len(skipped) if limits.skips is not None else 0)
    if limits.lives is not None:
        assert after.lives_left == max(0, limits.lives - missed)
        assert after.lives_left or after.current is None
    if limits.goal is not None and len(right) >= limits.goal:
        assert after.current is None
    if limits.skips is not None:
        assert len(skipped) <= limits.skips
    if limits.game_seconds is not None and sum(mark.seconds for mark in after.marks) >= limits.game_seconds:
        assert after.current is None
    assert sum(isinstance(each, Halved) for each in after.events) <= limits.halves
    assert all(mark.credit == 0 for mark in after.marks if mark.outcome is Outcome.LATE)
    if limits.item_seconds is not None:
        assert all(mark.late for mark in after.marks if mark.seconds > limits.item_seconds)
    assert sum(isinstance(each, Protested) for each in after.events) == sum(mark.protested for mark in after.marks)


@given(data=st.data())
def test_any_run_under_any_limits_keeps_its_promises(quiz: Quiz, data: st.DataObject) -> None:
    """Lives, goal, clock and aids agree with the log after every event, whatever is tried."""
    session = played(data, quiz, data.draw(LIMITS))
    if session.current is None and not session.can_protest:
        for event in (Responded(()), Halved(), Stopped(), Protested()):
            with pytest.raises(NotAllowedError):
                session.after(event)


@every_mode
@given(data=st.data())
def test_a_log_can_be_resumed_anywhere(mode: Mode, quiz: Quiz, data: st.DataObject) -> None:
    """Replaying a log rebuilds the session, any beginning of it can go on, and undoing then redoing is nothing."""
    session = played(data, quiz, mode.limits)
    cut = data.draw(st.integers(0, len(session.events)))
    resumed = replay(quiz, session.events[:cut], mode.limits)
    for event in session.events[cut:]:
        resumed = resumed.after(event)

    assert resumed == replay(quiz, session.events, mode.limits) == session
    assert score(resumed, mode.scheme) == score(session, mode.scheme)


@every_mode
def test_every_mode_is_data_that_holds(mode: Mode, bundled: Bank) -> None:
    """The bundled bank can meet its blueprint; all right wins everything; its rules and title can be read out."""
    quiz = draw(bundled, mode.blueprint, "SEED0")
    session = Session(quiz, mode.limits)
    while session.current is not None:
        session = session.after(Responded(session.current.key.model, 0.1, 3))
    card = score(session, mode.scheme)

    assert card.points == card.most
    assert all(score(session, scheme).points == score(session, scheme).most for scheme in SCHEMES.values())
    assert mode.rules.endswith(".")
    assert mode.title
    assert MODES[mode.name] is mode


@pytest.mark.parametrize("seconds", [-1.0, float("nan"), float("inf"), 1e9])
def test_absurd_seconds_are_refused(quiz: Quiz, seconds: float) -> None:
    """A log with seconds that can't be is refused with a word, not scored."""
    with pytest.raises(NotAllowedError, match="expected seconds between 0 and 86400"):
        Session(quiz).after(Responded((), seconds))


@pytest.mark.parametrize("certainty", [0, 4, -1])
def test_absurd_certainties_are_refused(quiz: Quiz, certainty: int) -> None:
    """There are three levels."""
    with pytest.raises(NotAllowedError, match="expected a certainty of 1, 2 or 3"):
        Session(quiz).after(Responded(quiz.items[0].key.model, 1.0, certainty))


def one(quiz: Quiz, item: Item) -> Quiz:
    """Return a quiz of this item twice."""
    return replace(quiz, items=(item, item))


@pytest.fixture
def question(bank_of: Callable[..., Bank]) -> Quiz:
    """Return a quiz of one typed question that can be answered too broadly."""
    bank = bank_of("questions: [{kind: text, ask: Which town?, answer: Antibes, expects: place, too-broad: [France]}]")
    return draw(bank, Blueprint(1), "S")


def test_time_that_is_up_gives_no_second_try(question: Quiz) -> None:
    """At the limit what stands there counts; after it nothing does; none at the limit is too late."""
    limits = Limits(item_seconds=20)
    start = Session(question, limits)

    assert start.after(Responded(("Antibes",), 20.0)).marks[0].outcome is Outcome.RIGHT
    assert start.after(Responded(("Antibes",), 20.001)).marks[0].outcome is Outcome.LATE
    assert start.after(Responded(("France",), 20.0)).marks[0].outcome is Outcome.WRONG
    assert start.after(Responded((), 20.0)).marks[0].outcome is Outcome.LATE
    assert start.after(Responded((), 19.0)).marks[0].outcome is Outcome.SKIPPED
    again = start.after(Responded(("France",), 12.5))
    assert (again.seconds_left, again.hint != "") == (7.5, True)
    assert again.after(Responded(("Antibes",), 7.5)).marks[0].outcome is Outcome.RIGHT
    assert again.after(Responded(("Antibes",), 7.6)).marks[0].outcome is Outcome.LATE


def test_a_clock_for_the_game_ends_it(question: Quiz) -> None:
    """The response that outlasts the game's clock is late, and the game is over."""
    session = Session(one(question, question.items[0]), Limits(game_seconds=60)).after(Responded(("Antibes",), 59.9))

    assert session.seconds_left == session.game_seconds_left == 0.1
    assert session.after(Responded(("Antibes",), 0.2)).current is None
    assert session.after(Responded(("Antibes",), 0.2)).marks[1].outcome is Outcome.LATE


def test_struck_options_can_no_longer_be_chosen(bank_of: Callable[..., Bank]) -> None:
    """The 50:50 leaves the answer and one wrong option, once, and not where only two are offered."""
    entry = "{ask: A?, answer: x, distractors: [y, z, w]}"
    quiz = draw(bank_of(f"questions: [{entry}]"), Blueprint(1), "S")
    half = Session(quiz, Limits(halves=2)).after(Halved())

    assert len(half.struck) == 2
    assert quiz.items[0].key.model[0] not in half.struck
    assert not half.can_halve
    with pytest.raises(NotAllowedError):
        half.after(Responded(half.struck[:1]))
    assert half.after(Responded(quiz.items[0].key.model)).marks[0].outcome is Outcome.RIGHT
    true_false = draw(bank_of("questions: [{kind: true-false, ask: A., answer: true}]"), Blueprint(1), "S")
    assert not Session(true_false, Limits(halves=1)).can_halve


@pytest.fixture
def session(question: Quiz) -> Session:
    """Return a session in which the one answer was marked wrong."""
    return Session(question).after(Responded(("Juan-les-Pins",)))


def test_a_wrong_typed_answer_can_be_protested_once(session: Session) -> None:
    """A protest is an event beside the mark, also after the last item; it changes no points."""
    protested = session.after(Protested())

    assert protested.marks[0].protested
    assert score(protested, MODES["classic"].scheme).points == 0
    with pytest.raises(NotAllowedError):
        protested.after(Protested())


def test_what_cannot_be_protested(question: Quiz, quiz: Quiz) -> None:
    """A right answer, a skipped item, a choice, and a game without a mark."""
    choice = next(item for item in quiz.items if isinstance(item.interaction, Choose))
    for session in (
        Session(question),
        Session(question).after(Responded(("Antibes",))),
        Session(question).after(Responded(())),
        Session(one(quiz, choice)).after(Responded(wrong(choice))),
    ):
        assert not session.can_protest
        with pytest.raises(NotAllowedError):
            session.after(Protested())


def test_a_mended_key_scores_a_session_again(session: Session) -> None:
    """With the protested answer among the accepted ones the same log earns the point, and is the same log."""
    item = session.quiz.items[0]
    assert isinstance(item.key, EnterKey)
    mended = replace(item, key=EnterKey(replace(item.key.expected, accept=("Juan-les-Pins",))))
    again = rescored(session.after(Protested()), [mended])

    assert score(again, MODES["classic"].scheme).points == 1
    assert again.marks[0].protested
    assert rescored(again, [mended]) == again
    assert again.events == session.after(Protested()).events


def test_a_second_try_stays_with_its_item(question: Quiz) -> None:
    """Where a mended key takes the first try, the second one is no answer to the next item."""
    item = question.items[0]
    assert isinstance(item.key, EnterKey)
    played_twice = one(question, item)
    log = [Responded(("France",)), Responded(("Nice",)), Responded(("Antibes",))]
    mended = replace(item, key=EnterKey(replace(item.key.expected, accept=("France",), too_broad=())))
    again = rescored(replay(played_twice, log), [mended])

    assert [mark.outcome for mark in again.marks] == [Outcome.RIGHT, Outcome.RIGHT]
    assert [mark.response for mark in again.marks] == [("France",), ("Antibes",)]


@given(data=st.data())
def test_rescoring_with_the_same_keys_changes_nothing(quiz: Quiz, data: st.DataObject) -> None:
    """The keys of the quiz itself give the session back."""
    session = played(data, quiz, data.draw(LIMITS))
    assume(session.marks)

    assert rescored(session, quiz.items) == session
