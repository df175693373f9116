"""An interaction is how a player responds: choose, arrange, pair or enter. It is all that a player is shown."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.answers import Expects

Response: TypeAlias = tuple[str, ...]
"""What a player gave, for every interaction: option ids, pairs such as `1c`, or one typed text; `()` is none."""

MOST_OPTIONS: Final = len(ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen, arranged or paired; its id is what a player types."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose at least `least` and at most `most` of the options."""

    options: tuple[Option, ...]
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Arrange:
    """Put all the options in order."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Give each prompt one option; an option serves at most once."""

    prompts: tuple[Option, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Enter:
    """Type an answer of the kind that is expected; a number's unit is empty when it has none."""

    expects: Expects
    unit: str = ""


Interaction: TypeAlias = Choose | Arrange | Pair | Enter


def labelled(texts: Sequence[str], *, letters: bool = False) -> tuple[Option, ...]:
    """Return options numbered from 1, or lettered from a (at most 26), in the given order."""
    ids = ascii_lowercase if letters else [str(number) for number in range(1, len(texts) + 1)]
    return tuple(Option(option_id, text) for option_id, text in zip(ids, texts, strict=not letters))


def allows(interaction: Interaction, response: Response) -> bool:
    """Return whether a response can be given at all; none, `()`, always can."""
    if not response:
        return True
    match interaction:
        case Choose(options, least, most):
            return least <= len(set(response)) <= most and set(response) <= _ids(options)
        case Arrange(options):
            return len(response) == len(options) and set(response) == _ids(options)
        case Pair(prompts, options):
            known = {prompt.id + option.id for prompt in prompts for option in options}
            ends = [end for pair in response for end in (pair.rstrip(ascii_lowercase), pair.lstrip("0123456789"))]
            return set(response) <= known and len(set(ends)) == len(ends)
        case Enter():
            return len(response) == 1
        case _:
            assert_never(interaction)


def _ids(options: tuple[Option, ...]) -> set[str]:
    return {option.id for option in options}
