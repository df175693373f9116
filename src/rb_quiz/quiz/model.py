"""The quiz and the recipe it was made by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from rb_quiz.item import Difficulty, Item, Spoiler

RISING: Final = "rising"
"""The difficulty of a blueprint that goes from easy to hard, a third of the items each."""


class Asked(Protocol):
    """What a blueprint looks at in a question."""

    @property
    def kind(self) -> str:
        """Return the name of its kind."""
        ...

    @property
    def difficulty(self) -> Difficulty:
        """Return how hard it is."""
        ...

    @property
    def spoiler(self) -> Spoiler:
        """Return how much of the story it tells."""
        ...


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a quiz should be made of.

    Attributes:
        questions: how many, at least 1.
        topics, kinds: from which; none means any.
        difficulty: one for all items, `rising` for easy to hard, None for any.
        spoilers: the most that a question may give away.

    """

    questions: int = 10
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    difficulty: str | None = None
    spoilers: Spoiler = Spoiler.ENDING

    def allows(self, asked: Asked) -> bool:
        """Return whether a question's kind, difficulty and spoiler fit; a bank knows its topics."""
        return (
            (not self.kinds or asked.kind in self.kinds)
            and self.difficulty in (None, RISING, asked.difficulty)
            and asked.spoiler.within(self.spoilers)
        )

    def __post_init__(self) -> None:
        """Raise ValueError for a difficulty that is none."""
        if self.difficulty not in (None, RISING, *Difficulty):
            raise ValueError(f"expected easy, medium, hard or rising, found {self.difficulty!r}")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Enough to draw the same quiz again: the blueprint, the seed and the edition of the bank."""

    blueprint: Blueprint
    seed: str
    edition: str


@dataclass(frozen=True, slots=True)
class Quiz:
    """One drawn set of items, in order; `code` is its recipe, short enough to type."""

    code: str
    recipe: Recipe
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a quiz on paper.

    Attributes:
        name: A for the quiz itself, then B, C and on.
        quiz: the same items, placed and with their options ordered as on this form.
        numbers: for each item of the form its number in the quiz, from 1.

    """

    name: str
    quiz: Quiz
    numbers: tuple[int, ...]
