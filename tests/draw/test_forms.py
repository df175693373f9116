"""Forms are the same quiz: other places, other letters, the same right answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.bank import load
from rb_quiz.draw import draw, form, forms, seed_of
from rb_quiz.draw.forms import letters
from rb_quiz.item import Arrange, Choose, ChooseKey, Enter, Item, Pair
from rb_quiz.quiz import Blueprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

BANK = load([Path(__file__).parents[1] / "golden" / "playthroughs" / "bank.yaml"])
QUIZ = draw(BANK, Blueprint(8), seed_of("forms"))


def right(item: Item) -> tuple[str, ...] | set[str]:
    """Return the right answer in words, whatever letters stand before them."""
    interaction, model = item.interaction, item.key.model
    match interaction:
        case Choose(options):
            return {option.text for option in options if option.id in model}
        case Arrange(options):
            text = {option.id: option.text for option in options}
            return tuple(text[option] for option in model)
        case Pair(prompts, options):
            text = {each.id: each.text for each in (*prompts, *options)}
            return {f"{text[pair[:-1]]} = {text[pair[-1]]}" for pair in model}
        case Enter():
            return model


@given(name=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3))
def test_a_form_asks_and_answers_the_same(name: str) -> None:
    """Each item of any form has the right answer it has in the quiz, and earns all by its own key."""
    made = form(QUIZ, name)

    assert sorted(made.numbers) == list(range(1, len(QUIZ.items) + 1))
    for item, number in zip(made.quiz.items, made.numbers, strict=True):
        master = QUIZ.items[number - 1]
        assert item.id == master.id
        assert right(item) == right(master)
        assert item.key.credit(item.key.model) == 1
        if isinstance(item.key, ChooseKey) and isinstance(master.key, ChooseKey):
            assert len(item.key.struck) == len(master.key.struck)
            assert not set(item.key.struck) & set(item.key.right)


def test_the_first_form_is_the_quiz() -> None:
    """Form A is what was drawn, so its code and its numbers are those of the quiz."""
    first, *others = forms(QUIZ, 40)

    assert first.quiz == QUIZ
    assert first.numbers == tuple(range(1, 9))
    assert len({other.numbers for other in others}) > 35
    options = {item.interaction for other in others for item in other.quiz.items if item.kind == "order"}
    assert len(options) == 6


def test_a_form_depends_on_its_letter_alone() -> None:
    """Form C is the same among three forms and among thirty."""
    assert forms(QUIZ, 3)[2] == forms(QUIZ, 30)[2] == form(QUIZ, "C")


def test_numbers_stay_in_their_order(bank_of: Callable[..., Bank]) -> None:
    """Options that are numbers stand in ascending order on every form, True before False."""
    bank = bank_of("questions: [{ask: When?, answer: 2012, distractors: [1999, 2010, 2020]}]")
    quiz = draw(bank, Blueprint(1), seed_of("x"))
    for made in forms(quiz, 20):
        interaction = made.quiz.items[0].interaction
        assert isinstance(interaction, Choose)
        assert [option.text for option in interaction.options] == ["1999", "2010", "2012", "2020"]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (999, "ALL")])
def test_forms_are_lettered(place: int, name: str) -> None:
    """After Z comes AA, as in a spreadsheet."""
    assert letters(place) == name
