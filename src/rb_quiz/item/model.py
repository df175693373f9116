"""The item itself, with the words for how hard it is and how much of the story it tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rb_quiz.item.interaction import Interaction
    from rb_quiz.item.key import Key


class Difficulty(StrEnum):
    """How hard the author thinks it is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Spoiler(StrEnum):
    """How much of the story a question gives away, from least to most."""

    PREMISE = "premise"
    PLOT = "plot"
    ENDING = "ending"

    def within(self, limit: Spoiler) -> bool:
        """Return whether this gives away no more than the limit allows."""
        levels = list(Spoiler)
        return levels.index(self) <= levels.index(limit)


@dataclass(frozen=True, slots=True)
class Proof:
    """Why one option of a generated item is right or wrong.

    Attributes:
        text: the option, or the typed answer.
        rule: `row` for what a row says; `unique`, `complete` or `decoy` for what its table declares.
        facts: the rows it rests on.
        sentence: the same for a host to read out.

    """

    text: str
    rule: str
    facts: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Item:
    """One concrete question in a quiz.

    Attributes:
        id: the question's id in its bank.
        topic, kind: as the author filed it.
        stem: the text that asks.
        interaction: how to respond, with the options in the order they are shown; it does not hold the key.
        key: what earns credit.
        difficulty, spoiler: as the author judged it.
        feedback: what to say after the response, or nothing.
        source: where the answer can be looked up, as one line, or nothing.
        facts: what it asks; no quiz asks one fact twice.
        proof: why each option is right or wrong, for a generated item; none for one an author wrote.

    """

    id: str
    topic: str
    kind: str
    stem: str
    interaction: Interaction
    key: Key
    difficulty: Difficulty
    spoiler: Spoiler
    feedback: str
    source: str
    facts: tuple[str, ...]
    proof: tuple[Proof, ...] = ()
