"""What can happen in a session; the log of it is all that needs to be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rb_quiz.item import Response


@dataclass(frozen=True, slots=True)
class Responded:
    """The player gave a response, or none, to the current item after so many seconds, and was so certain (1..3)."""

    response: Response
    seconds: float = 0.0
    certainty: int | None = None


@dataclass(frozen=True, slots=True)
class Halved:
    """The player had wrong options of the current item struck out, the 50:50."""


@dataclass(frozen=True, slots=True)
class Protested:
    """The player protests the verdict on their last typed answer."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The player ended the game before its end."""


Event: TypeAlias = Responded | Halved | Protested | Stopped
