"""Limits say how long a game can go on, and which aids there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits and aids of a game; None is no limit.

    Attributes:
        lives: how many items may be missed before the game is over; what is not fully right is missed.
        goal: how many fully right responses win the game.
        item_seconds: how long a response may take, second tries included.
        game_seconds: how long all responses together may take.
        skips: how many items may be passed over; these cost no life, while skips without number do.
        halves: how often wrong options may be struck out.

    """

    lives: int | None = None
    goal: int | None = None
    item_seconds: float | None = None
    game_seconds: float | None = None
    skips: int | None = None
    halves: int = 0

    @property
    def open_ended(self) -> bool:
        """Return whether how many items are reached is what the game is about."""
        return self.goal is None and (self.lives is not None or self.game_seconds is not None)

    def without_clock(self) -> Limits:
        """Return the same limits, but for time."""
        return replace(self, item_seconds=None, game_seconds=None)


NO_LIMITS: Final = Limits()
