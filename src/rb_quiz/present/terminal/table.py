"""A table is where a game is played: it shows lines, asks for responses, and never sees a key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeAlias

from rb_quiz.item import Response

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.item import Interaction
    from rb_quiz.present.terminal.page import Line


class Wish(Enum):
    """What a player can want instead of responding."""

    STOP = auto()
    HALVE = auto()
    PROTEST = auto()


@dataclass(frozen=True, slots=True)
class TimeUp:
    """Time ran out; the response is what stood there, half typed perhaps."""

    response: Response


Reply: TypeAlias = Response | Wish | TimeUp
"""What a player gave: a response, `()` for none, or something else that they want."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a player is asked for.

    Attributes:
        interaction: how to respond.
        skips: whether it may be left without a response.
        wishes: what the player can want instead.
        seconds: how many are left, None for as many as one likes.
        leaving: what becomes of a wish to stop, in words.

    """

    interaction: Interaction
    skips: bool = True
    wishes: frozenset[Wish] = frozenset({Wish.STOP})
    seconds: float | None = None
    leaving: str = "stops"


class Table(Protocol):
    """Where a game is played."""

    def show(self, lines: Iterable[Line]) -> None:
        """Show the lines below what is there."""
        ...

    def respond(self, ask: Ask) -> Reply:
        """Return the player's reply; raise KeyboardInterrupt on Ctrl-C or Ctrl-D."""
        ...

    def hand_over(self, player: str) -> None:
        """Make room for the next player, who must not see what the one before did."""
        ...
