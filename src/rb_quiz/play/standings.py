"""Company: several players with a session each of one quiz, whose turn it is, and who leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from rb_quiz.play.scorecard import Scorecard
    from rb_quiz.play.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """One player's place; players with the same points, and as near in a tie-breaker, share a rank."""

    rank: int
    player: str
    card: Scorecard


def next_seat(sessions: Sequence[Session]) -> int | None:
    """Return whose turn it is: who has done the fewest items, the first of these in order; None when all are over."""
    playing = [seat for seat, session in enumerate(sessions) if session.current is not None]
    return min(playing, key=lambda seat: (len(sessions[seat].marks), seat), default=None)


def standings(
    players: Sequence[str], cards: Sequence[Scorecard], distances: Sequence[Fraction | None] = ()
) -> tuple[Standing, ...]:
    """Return the players from first to last, with ranks such as 1, 2, 2, 4.

    `distances` say how far each was from the number of a tie-breaker; who took no part is behind who did.
    """
    measured = distances or [None] * len(players)
    worth = [(-card.points, far is None, far or 0) for card, far in zip(cards, measured, strict=True)]
    order = sorted(range(len(players)), key=lambda seat: (worth[seat], seat))
    rank = {worth[seat]: place for place, seat in reversed(list(enumerate(order, start=1)))}
    return tuple(Standing(rank[worth[seat]], players[seat], cards[seat]) for seat in order)


def leaders(players: Sequence[str], cards: Sequence[Scorecard]) -> tuple[int, ...]:
    """Return the seats of those who share the first rank."""
    most = max(card.points for card in cards)
    return tuple(seat for seat in range(len(players)) if cards[seat].points == most)
