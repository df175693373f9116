"""Drawing: the same for the same seed, never a fact twice, and an addition disturbs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rb_quiz.draw import TooFewError, draw, seed_of
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import CallError
from rb_quiz.quiz import Blueprint, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

seeds = st.text(max_size=8).map(seed_of)


def entry(number: int, **more: str) -> str:
    """Return one question of an invented bank."""
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return f"  - {{id: q{number}, ask: 'Question {number}?', answer: right, distractors: [a, b, c, d, e]{extra}}}\n"


@settings(max_examples=40)
@given(seed=seeds, count=st.integers(1, 40), spoilers=st.sampled_from(Spoiler))
def test_a_quiz_is_what_was_asked_for(bundled: Bank, seed: str, count: int, spoilers: Spoiler) -> None:
    """It has as many items as asked, none beyond the spoiler limit, and asks no fact twice."""
    quiz = draw(bundled, Blueprint(count, spoilers=spoilers), seed)
    facts = [fact for item in quiz.items for fact in item.facts]

    assert len(quiz.items) == count
    assert len(set(facts)) == len(facts)
    assert all(item.spoiler.within(spoilers) for item in quiz.items)


@settings(max_examples=20)
@given(seed=seeds)
def test_same_seed_same_quiz(bundled: Bank, seed: str) -> None:
    """Drawing again gives the same file, byte for byte."""
    assert render(draw(bundled, Blueprint(20), seed)) == render(draw(bundled, Blueprint(20), seed))


@settings(max_examples=20)
@given(seed=seeds)
def test_rising_goes_from_easy_to_hard(bundled: Bank, seed: str) -> None:
    """A rising quiz never becomes easier, and has a third of each difficulty."""
    items = draw(bundled, Blueprint(12, difficulty="rising"), seed).items
    levels = [list(Difficulty).index(item.difficulty) for item in items]

    assert levels == [0] * 4 + [1] * 4 + [2] * 4


def test_filters(bundled: Bank) -> None:
    """Topics, kinds and difficulty limit what is drawn; topics are read without care for case."""
    quiz = draw(bundled, Blueprint(3, ("cast", "Plot"), ("choice", "order"), "easy"), "SEED0")

    assert {item.topic for item in quiz.items} <= {"Cast", "Plot"}
    assert {item.kind for item in quiz.items} <= {"choice", "order"}
    assert {item.difficulty for item in quiz.items} == {Difficulty.EASY}


@given(seed=seeds, count=st.integers(1, 10), added=st.integers(100, 10**6))
def test_an_added_question_moves_no_other(bank_of: Callable[..., Bank], seed: str, count: int, added: int) -> None:
    """After one addition the quiz is the same, but for at most one item that gave way; options stay as they were."""
    entries = [entry(number) for number in range(20)]
    before = draw(bank_of("questions:\n" + "".join(entries)), Blueprint(count), seed).items
    after = draw(bank_of("questions:\n" + entry(added) + "".join(entries)), Blueprint(count), seed).items

    kept = [item for item in after if item.id != f"q{added}"]
    assert kept == list(before[: len(kept)])
    assert len(kept) >= count - 1


def test_facts_are_kept_apart_even_when_it_takes_looking_back(bank_of: Callable[..., Bank]) -> None:
    """Where the first question by priority blocks two others, a quiz of two is found whatever the seed."""
    bank = bank_of("questions:\n" + entry(1, fact="[x, y]") + entry(2, fact="x") + entry(3, fact="y"))
    for seed in range(20):
        assert {item.id for item in draw(bank, Blueprint(2), str(seed)).items} == {"q2", "q3"}


def test_too_few_says_how_many(bank_of: Callable[..., Bank]) -> None:
    """Asking for more than there is says how many there are, and how many go together."""
    bank = bank_of("questions:\n" + entry(1) + entry(2, fact="x") + entry(3, fact="x"))
    with pytest.raises(TooFewError, match="expected 4 questions, found 3, of which 2 go together") as caught:
        draw(bank, Blueprint(4), "S")
    assert caught.value.possible == 2
    with pytest.raises(TooFewError, match="found none"):
        draw(bank, Blueprint(1, kinds=("order",)), "S")
    with pytest.raises(TooFewError, match=r"expected 1 questions \(easy questions"):
        draw(bank, Blueprint(2, difficulty="rising"), "S")


def test_an_unknown_topic_is_a_wrong_call(bank_of: Callable[..., Bank]) -> None:
    """A topic that the bank hasn't is said with the one that was meant."""
    bank = bank_of("topic: Production\nquestions:\n" + entry(1))
    with pytest.raises(CallError, match="did you mean 'Production'"):
        draw(bank, Blueprint(1, ("Prodcution",)), "S")


def test_an_unknown_difficulty_is_refused() -> None:
    """A blueprint with a difficulty that is none can't be made."""
    with pytest.raises(ValueError, match="rising"):
        Blueprint(1, difficulty="simple")


def test_what_is_said_to_be_possible_is(bank_of: Callable[..., Bank]) -> None:
    """A hub that shares a fact with each of four others never makes the number that is said too low."""
    spokes = "".join(entry(number, fact=f"f{number}") for number in range(1, 5))
    bank = bank_of("questions:\n" + entry(9, fact="[f1, f2, f3, f4]") + spokes)
    for seed in range(20):
        with pytest.raises(TooFewError) as caught:
            draw(bank, Blueprint(5), str(seed))
        assert caught.value.possible == 4
        assert len(draw(bank, Blueprint(4), str(seed)).items) == 4
