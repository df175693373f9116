"""A question as it stands on paper: its words, how to answer it, and the blank to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.item import Arrange, Choose, Enter, Item, Option, Pair
from rb_quiz.present.paper.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS: Final = ((4, 14), (2, 38))
"""How many columns options stand in when none is longer than so many characters."""
_LINE: Final = 80
"""How many characters stand in a line of a page."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Where an answer is written: a row of boxes, each with its label, or a line with a unit behind it."""

    boxes: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An option or a prompt with what it is called on paper."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What everybody may see.

    Attributes:
        number: as it stands on the sheet.
        stem, how: what is asked, and how to answer it.
        prompts, options: what is paired, chosen or arranged.
        columns: how many options stand side by side.
        blank: where the answer goes.
        lines: about how many lines it takes, by which a page knows what it can keep together.

    """

    number: str
    stem: str
    how: str
    prompts: tuple[Labelled, ...]
    options: tuple[Labelled, ...]
    columns: int
    blank: Blank
    lines: int


def asked(item: Item, number: str) -> Question:
    """Return an item as it is printed for those who answer it."""
    interaction = item.interaction
    prompts: tuple[Labelled, ...] = ()
    options: tuple[Labelled, ...] = ()
    match interaction:
        case Choose(choices):
            options = _lettered(choices)
            most = 1 if interaction.most == 1 else len(choices)
            blank = Blank(("",) * most)
        case Arrange(choices):
            options = _lettered(choices)
            blank = Blank(tuple(f"{place}." for place in range(1, len(choices) + 1)))
        case Pair(lefts, rights):
            prompts = tuple(Labelled(left.id, typographic(left.text)) for left in lefts)
            options = _lettered(rights)
            blank = Blank(tuple(left.id for left in lefts))
        case Enter(_, unit):
            blank = Blank(unit=typographic(unit))
        case _:
            assert_never(interaction)
    stem = typographic(item.stem)
    columns = _columns(options)
    lines = _lines((stem,)) + max(_lines(_texts(prompts), _LINE // 2), _lines(_texts(options)) // columns)
    return Question(number, stem, _how(item), prompts, options, columns, blank, lines)


def _lettered(options: Sequence[Option]) -> tuple[Labelled, ...]:
    return tuple(Labelled(letter(place), typographic(option.text)) for place, option in enumerate(options))


def letter(place: int) -> str:
    """Return what the option at a place, counted from 0, is called on paper."""
    return ascii_uppercase[place]


def _columns(options: Sequence[Labelled]) -> int:
    longest = max((len(option.text) for option in options), default=0)
    return next((columns for columns, most in _COLUMNS if longest <= most and len(options) > 1), 1)


def _texts(labelled: Sequence[Labelled]) -> tuple[str, ...]:
    return tuple(each.text for each in labelled)


def _lines(texts: Sequence[str], width: int = _LINE) -> int:
    return sum(-(-len(text) // width) for text in texts)


def _how(item: Item) -> str:
    interaction = item.interaction
    match interaction:
        case Choose():
            return "" if interaction.most == 1 else "Write the letters of all that apply."
        case Arrange():
            return "Write the letters in order."
        case Pair():
            return "Write a letter beside each number. No letter is used twice."
        case Enter(_, unit):
            return f"In {typographic(unit)}." if unit and unit.casefold() not in item.stem.casefold() else ""
        case _:
            assert_never(interaction)
