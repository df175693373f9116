"""A quiz on paper: one response to each item, figures of questions, and what is left to the host."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.draw import draw
from rb_quiz.item import accepting
from rb_quiz.play import SCHEMES, Outcome, Session, analysed, marked, replay, score, undecided
from rb_quiz.play.analysis import ENOUGH
from rb_quiz.play.events import Responded
from rb_quiz.quiz import Blueprint, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

PAIR = """
questions:
  - {id: a, ask: A?, answer: x, distractors: [y, z]}
  - {id: b, kind: text, expects: person, ask: B?, answer: Marion Cotillard, too-broad: [Marion]}
"""


@pytest.fixture
def quiz(bank_of: Callable[..., Bank]) -> Quiz:
    """Return a quiz of a choice and a typed answer."""
    drawn = draw(bank_of(PAIR), Blueprint(2), "S")
    return Quiz("", drawn.recipe, tuple(sorted(drawn.items, key=lambda item: item.id)))


def sat(quiz: Quiz, *, first: bool, second: bool) -> Session:
    """Return a paper with the first or the second item right, and the other wrong."""
    wrong = next((option,) for option in "123" if option not in quiz.items[0].key.model)
    return marked(quiz, [quiz.items[0].key.model if first else wrong, quiz.items[1].key.model if second else ("No",)])


@given(data=st.data(), name=st.sampled_from(sorted(SCHEMES)))
def test_paper_earns_what_the_screen_does(bundled: Bank, data: st.DataObject, name: str) -> None:
    """Where no answer is tried again, a paper scores as a game with the same responses."""
    quiz = draw(bundled, Blueprint(6), "SEED0")
    responses = [data.draw(st.sampled_from([(), item.key.model])) for item in quiz.items]

    card = score(marked(quiz, responses), SCHEMES[name])
    assert card == score(replay(quiz, map(Responded, responses)), SCHEMES[name])


def test_a_question_is_set_against_the_rest(quiz: Quiz) -> None:
    """Its own credit is no part of the rest: where either item is right and never both, each tells apart by -1."""
    cards = [score(sat(quiz, first=n % 2 == 0, second=n % 2 == 1), SCHEMES["casual"]) for n in range(ENOUGH)]
    first, second = analysed(cards)

    assert [each.discrimination for each in (first, second)] == pytest.approx([-1, -1])
    assert dict(first.outcomes) == {Outcome.RIGHT: 10, Outcome.WRONG: 10}
    assert (sum(times for _, times in first.picks), second.picks) == (ENOUGH, ())
    assert second.misses == (("No", 10),)
    assert [each.discrimination for each in analysed(cards[1:])] == [None, None]
    assert analysed([]) == ()


def test_nobody_is_asked_twice(quiz: Quiz) -> None:
    """A typed answer that would be asked again is open until the host accepts it."""
    paper = marked(quiz, [(), ("marion",)])
    item = accepting(quiz.items[1], ["marion"])

    assert (paper.current, paper.marks[1].outcome) == (None, Outcome.WRONG)
    assert [(each.place, each.players) for each in undecided(["Orca"], [paper])] == [(1, ("Orca",))]
    assert item.key.credit(("Marion",)) == Fraction(1)
    assert item.key.credit(("Corinne",)) == Fraction(0)
    assert accepting(quiz.items[0], ["x"]) == quiz.items[0]
