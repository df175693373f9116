"""Reading turns a line that a player typed into a response, or into what was expected instead."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.answers import Expects, readable
from rb_quiz.item import Arrange, Choose, Enter, Interaction, Option, Pair, Response, allows

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXAMPLES: Final = {
    Expects.YEAR: "1999",
    Expects.DATE: "31 December 1999",
    Expects.MONEY: "€2.5 million",
    Expects.NUMBER: "25",
    Expects.PERCENT: "25 %",
    Expects.DURATION: "25 minutes",
}
_LETTERED: Final = frozenset(map(str, range(1, len(ascii_lowercase) + 1)))
_SEPARATORS = re.compile(r"[\s,;.)]+")
_PAIR = re.compile(r"(\d+)\W*([a-z])")


class UnreadableError(Exception):
    """The line is no response to this item; the message says what one looks like."""


def read(interaction: Interaction, line: str) -> Response:
    """Return the response that a line means; an empty one is none. Raise UnreadableError for what can't be read."""
    text = line.strip()
    response = _read(interaction, text) if text else ()
    if response is None or not allows(interaction, response):
        raise UnreadableError(f"Expected {how(interaction)}; found {text[:40]!r}. An empty line skips.")
    return response


def how(interaction: Interaction) -> str:
    """Return in a few words what a player types for this interaction."""
    match interaction:
        case Choose(options, _, 1):
            return f"one number, {_span(options)}"
        case Choose(options):
            return f"the numbers of all that apply, {_span(options)}, such as 1 3"
        case Arrange(options):
            return f"all {len(options)} numbers in their order, such as {' '.join(o.id for o in reversed(options))}"
        case Pair(prompts, options):
            example = " ".join(p.id + o.id for p, o in zip(prompts, reversed(options), strict=False))
            return f"pairs of a number and a letter, such as {example}"
        case Enter(expects, unit):
            answer = f"a {expects} such as {_EXAMPLES[expects]}" if expects in _EXAMPLES else "an answer in words"
            return f"a number, in {unit}" if unit else answer
        case _:
            assert_never(interaction)


def _span(options: Sequence[Option]) -> str:
    """Return which numbers there are; some may be struck out."""
    ids = [option.id for option in options]
    return f"1 to {len(ids)}" if ids[-1] == str(len(ids)) else " or ".join(ids)


def _read(interaction: Interaction, text: str) -> Response | None:
    match interaction:
        case Choose(options) | Arrange(options):
            return _ids(options, text)
        case Pair():
            return _pairs(text)
        case Enter(expects):
            return (text,) if _is_answer(expects, text) else None
        case _:
            assert_never(interaction)


def _is_answer(expects: Expects, text: str) -> bool:
    """Return whether a text can be meant as an answer; where a number or date is asked, other words are a slip."""
    return expects not in _EXAMPLES or readable(expects, text) or any(character.isdigit() for character in text)


def _ids(options: Sequence[Option], text: str) -> Response | None:
    """Return the ids that a text names by number, letter, or a whole option in words."""
    by_label = {option.id: option.id for option in options}
    by_label |= {ascii_lowercase[int(each.id) - 1]: each.id for each in options if each.id in _LETTERED}
    exact = [option.id for option in options if option.text == text and not text.isdigit()]
    if exact and len(exact) == 1:
        return (exact[0],)
    parts = [part for part in _SEPARATORS.split(text.casefold()) if part]
    if len(parts) == 1 and parts[0] not in by_label:
        parts = list(parts[0])
    if parts and all(part in by_label for part in parts):
        return tuple(by_label[part] for part in parts)
    in_words = [option.id for option in options if option.text.casefold() == text.casefold()]
    return tuple(in_words) or None


def _pairs(text: str) -> Response | None:
    found = _PAIR.findall(text.casefold())
    rest = _SEPARATORS.sub("", _PAIR.sub("", text.casefold()))
    return None if rest else tuple(prompt + option for prompt, option in found)
