"""Forms are versions of one quiz for the printed page: the same items, with places and options of their own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING, assert_never

from rb_quiz.bank.kinds.options import in_order
from rb_quiz.chance import Stream
from rb_quiz.item import (
    Arrange,
    ArrangeKey,
    Choose,
    ChooseKey,
    Enter,
    Interaction,
    Item,
    Key,
    Option,
    Pair,
    PairKey,
    Response,
    labelled,
)
from rb_quiz.quiz import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rb_quiz.quiz import Quiz

    Streams = Callable[[str], Stream]

_FIXED = "true-false"
"""The kind whose options always stand in the same order."""


def forms(quiz: Quiz, count: int) -> tuple[Form, ...]:
    """Return the forms A, B, C … of a quiz. A is the quiz itself; each other one depends on its letter alone."""
    return tuple(form(quiz, letters(place)) for place in range(count))


def form(quiz: Quiz, name: str) -> Form:
    """Return the form of this name; its chance comes from the quiz's seed, its name and each item's id."""
    numbers = tuple(range(1, len(quiz.items) + 1))
    if name == letters(0):
        return Form(name, quiz, numbers)
    numbers = Stream(quiz.recipe.seed, "form", name).shuffled(numbers)
    items = (quiz.items[number - 1] for number in numbers)
    shuffled = tuple(_shuffled(item, partial(Stream, quiz.recipe.seed, "form", name, item.id)) for item in items)
    return Form(name, replace(quiz, items=shuffled), numbers)


def letters(place: int) -> str:
    """Return the name of the form at a place counted from 0: A to Z, then AA, AB and on."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, len(ascii_uppercase))
        name = ascii_uppercase[rest] + name
    return name


def _shuffled(item: Item, streams: Streams) -> Item:
    if item.kind == _FIXED:
        return item
    interaction, moved = _moved(item.interaction, streams)
    return replace(item, interaction=interaction, key=_moved_key(item.key, moved))


def _moved(interaction: Interaction, streams: Streams) -> tuple[Interaction, dict[str, str]]:
    """Return an interaction with its options in another order, and the new id of each old one."""
    match interaction:
        case Choose(options):
            shown = labelled(in_order([option.text for option in options], streams("options")))
            return replace(interaction, options=shown), _ids(options, shown)
        case Arrange(options):
            shown = labelled(streams("options").shuffled([option.text for option in options]))
            return Arrange(shown), _ids(options, shown)
        case Pair(prompts, options):
            asked = labelled(streams("prompts").shuffled([prompt.text for prompt in prompts]))
            shown = labelled(in_order([option.text for option in options], streams("options")), letters=True)
            return Pair(asked, shown), _ids(prompts, asked) | _ids(options, shown)
        case Enter():
            return interaction, {}
        case _:
            assert_never(interaction)


def _ids(old: Sequence[Option], new: Sequence[Option]) -> dict[str, str]:
    """Return the new id of each old one; options of one item differ in their texts."""
    by_text = {option.text: option.id for option in new}
    return {option.id: by_text[option.text] for option in old}


def _moved_key(key: Key, moved: dict[str, str]) -> Key:
    match key:
        case ChooseKey(right, _, _, struck):
            return replace(key, right=_in_place(right, moved), struck=_in_place(struck, moved))
        case ArrangeKey(order):
            return ArrangeKey(tuple(moved[option] for option in order))
        case PairKey(pairs):
            ends = sorted((int(moved[pair[:-1]]), moved[pair[-1]]) for pair in pairs)
            return replace(key, pairs=tuple(f"{prompt}{option}" for prompt, option in ends))
        case _:
            return key


def _in_place(options: Response, moved: dict[str, str]) -> Response:
    return tuple(sorted((moved[option] for option in options), key=int))
