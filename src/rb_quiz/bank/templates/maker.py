"""What every maker can do: say what can be proved, name the units it can ask about, and write one as a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Kind, Streams
    from rb_quiz.bank.templates.frame import Frame
    from rb_quiz.chance import Stream
    from rb_quiz.item import Difficulty, Proof

Unit = tuple[int, ...]
"""The rows that one question asks about."""


@dataclass(frozen=True, slots=True)
class Made:
    """One question that was made: its stem, what an author would have written, and why each option is what it is.

    Attributes:
        keys: the texts that earn credit, for telling leaks; none where they are too common to tell anything.
        rows: the rows that it asks about.

    """

    ask: str
    form: Kind
    keys: tuple[str, ...]
    proofs: tuple[Proof, ...]
    rows: tuple[int, ...]


class Maker(Protocol):
    """How questions of one kind are made from a frame."""

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker that a template's own fields describe, None when something in it is reported."""
        ...

    def unprovable(self) -> str:
        """Return what the table would have to declare, or nothing when its declarations can prove answers."""
        ...

    def every(self) -> Iterator[Unit]:
        """Yield the units there are; of sets of rows, as many as are worth looking at."""
        ...

    def count(self) -> int | None:
        """Return how many units there are where that is more than `every` yields, else None."""
        ...

    def most(self) -> int:
        """Return how many units can be drawn at most; cheap, and not too low."""
        ...

    def drawn(self, stream: Stream, count: int) -> Iterator[Unit]:
        """Yield up to `count` units by chance, every answer as often as any other."""
        ...

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return a question about a unit, None when no proved one can be made."""
        ...
