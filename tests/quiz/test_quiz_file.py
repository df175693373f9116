"""A quiz file plays for ever: reading gives back what was written, and damage is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rb_quiz.draw import draw, seed_of
from rb_quiz.problem import CallError
from rb_quiz.quiz import Blueprint, read, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank


@settings(max_examples=30)
@given(seed=st.text(max_size=5).map(seed_of))
def test_reading_gives_back_what_was_written(bundled: Bank, seed: str) -> None:
    """A quiz of every interaction is the same after a trip through its file."""
    quiz = draw(bundled, Blueprint(30), seed)

    assert read(render(quiz)) == quiz


def test_the_contract_of_the_file(bundled: Bank) -> None:
    """The file has the fields that other programs read, and the model names options of the item."""
    whole = json.loads(render(draw(bundled, Blueprint(60), "SEED0")))

    assert set(whole) == {"format", "recipe", "code", "items"}
    for item in whole["items"]:
        assert {
            "id",
            "topic",
            "kind",
            "stem",
            "interaction",
            "options",
            "model",
            "difficulty",
            "spoiler",
            "feedback",
            "source",
        } <= set(item)
        if item["interaction"]["type"] in ("choose", "arrange"):
            assert set(item["model"]) <= {option["id"] for option in item["options"]}


@pytest.fixture
def whole(bank_of: Callable[..., Bank]) -> dict[str, Any]:
    """Return the JSON of a quiz of one item."""
    bank = bank_of("questions: [{ask: Q?, answer: x, distractors: [y, z]}]")
    loaded: dict[str, Any] = json.loads(render(draw(bank, Blueprint(1), "S")))
    return loaded


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole.pop("items"),
        lambda whole: whole.update(items=3),
        lambda whole: whole["items"][0].pop("stem"),
        lambda whole: whole["items"][0].update(model=[]),
        lambda whole: whole["items"][0].update(model=["9"]),
        lambda whole: whole["items"][0].update(interaction={"type": "shout"}),
        lambda whole: whole["items"][0].update(difficulty="simple"),
        lambda whole: whole["items"][0].update(options=[whole["items"][0]["options"][0]] * 1),
        lambda whole: whole["items"][0]["options"][0].update(id="x"),
        lambda whole: whole["items"][0]["options"][0].update(text=whole["items"][0]["options"][1]["text"]),
        lambda whole: whole["items"][0].update(options=[{"id": str(n), "text": str(n)} for n in range(1, 40)]),
        lambda whole: whole["recipe"]["blueprint"].update(extra=1),
        lambda whole: whole.update(format="rb-quiz/99"),
    ],
)
def test_damage_is_said(whole: dict[str, Any], damage: Callable[[dict[str, Any]], None]) -> None:
    """A quiz file that lacks something or contradicts itself is one clear error."""
    damage(whole)
    with pytest.raises(CallError, match="expected a"):
        read(json.dumps(whole))


@given(st.text(max_size=60))
def test_any_other_text_is_no_quiz(text: str) -> None:
    """A text that is no quiz file is one clear error."""
    with pytest.raises(CallError):
        read(text)


def test_deep_nesting_is_no_quiz() -> None:
    """JSON nested beyond any measure is one clear error."""
    with pytest.raises(CallError):
        read("[" * 100_000)


@pytest.mark.parametrize("place", ["code", "stem"])
def test_what_a_terminal_would_obey_is_refused(whole: dict[str, Any], place: str) -> None:
    """An escape code anywhere in a quiz file makes it no quiz file."""
    target = whole if place == "code" else whole["items"][0]
    target[place] = "\x1b[31mred"
    with pytest.raises(CallError, match="damaged"):
        read(json.dumps(whole))
