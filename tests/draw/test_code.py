"""Quiz codes: short, exact, typed without care, and with every single slip caught."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.bank import KINDS
from rb_quiz.draw import symbols
from rb_quiz.draw.code import code_of, looks_like_code, recipe_of, seed_of
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import CallError
from rb_quiz.quiz import Blueprint, Recipe

TOPICS = tuple(f"Topic {letter}" for letter in "ABCDEFGHIJKLMNOP")


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    """Return any recipe that the flags can make."""
    blueprint = Blueprint(
        draw(st.integers(1, 4096)),
        tuple(sorted(draw(st.sets(st.sampled_from(TOPICS))))),
        tuple(kind for kind in KINDS if draw(st.booleans())),
        draw(st.sampled_from([None, "rising", *map(str, Difficulty)])),
        draw(st.sampled_from(Spoiler)),
    )
    return Recipe(blueprint, seed_of(draw(st.text())), f"{draw(st.integers(0, 2**64 - 1)):016x}")


@given(recipes())
def test_a_code_brings_its_recipe_back(recipe: Recipe) -> None:
    """Reading what was written gives the recipe, in at most 20 characters."""
    code = code_of(recipe, TOPICS)

    assert recipe_of(code, TOPICS, recipe.edition) == recipe
    assert len(code) <= 20
    assert looks_like_code(code)


@given(recipes())
def test_a_code_is_typed_without_care(recipe: Recipe) -> None:
    """Case, hyphens, spaces, O for 0 and I or L for 1 do not matter."""
    code = code_of(recipe, TOPICS)
    careless = " ".join(code.lower().replace("-", "")).replace("0", "o").replace("1", "l")

    assert recipe_of(careless, TOPICS, recipe.edition) == recipe


@given(recipes(), st.data())
def test_one_wrong_character_is_caught(recipe: Recipe, data: st.DataObject) -> None:
    """Any other symbol in any one place is refused."""
    code = code_of(recipe, TOPICS).replace("-", "")
    place = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(
        st.sampled_from([symbol for symbol in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if symbol != code[place]])
    )
    with pytest.raises(CallError, match="wrong, missing or swapped"):
        recipe_of(code[:place] + other + code[place + 1 :], TOPICS, recipe.edition)


@given(recipes(), st.data())
def test_two_swapped_characters_are_caught(recipe: Recipe, data: st.DataObject) -> None:
    """Any two different symbols that change places are refused, side by side or not."""
    code = list(code_of(recipe, TOPICS).replace("-", ""))
    one, two = data.draw(st.lists(st.integers(0, len(code) - 1), min_size=2, max_size=2, unique=True))
    if code[one] != code[two]:
        code[one], code[two] = code[two], code[one]
        assert not symbols.is_checked("".join(code))


def test_another_edition_is_refused() -> None:
    """A code from another edition of the bank says so instead of drawing another quiz."""
    code = code_of(Recipe(Blueprint(), seed_of("x"), "0" * 16), TOPICS)
    with pytest.raises(CallError, match="edition"):
        recipe_of(code, TOPICS, "1" * 16)


def test_a_plain_quiz_has_a_short_code() -> None:
    """The usual blueprint takes ten symbols."""
    assert len(code_of(Recipe(Blueprint(), seed_of("x"), "0" * 16), TOPICS)) == len("ABCDEF-GHJK")


@given(st.integers(0, 32**8 - 1))
def test_symbols_write_numbers(number: int) -> None:
    """A number is read back as it was written."""
    assert symbols.value(symbols.write(number, 8)) == number


def test_a_code_of_another_version_is_refused() -> None:
    """A code whose version is not ours is said to be of another version."""
    with pytest.raises(CallError, match="version"):
        recipe_of(symbols.with_check("Z" * 9), TOPICS, "0" * 16)
