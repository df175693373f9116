"""What every scheme can do: say its rules, and give points for a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fractions import Fraction

    from rb_quiz.play.session import Mark


class Scheme(Protocol):
    """A house rule for points; it never sees a question's kind."""

    @property
    def rules(self) -> str:
        """Return the rules in a paragraph that a host can read out."""
        ...

    @property
    def most(self) -> Fraction:
        """Return the points that a fully right response earns."""
        ...

    def points(self, mark: Mark) -> Fraction:
        """Return the points of one mark."""
        ...
