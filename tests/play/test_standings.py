"""Company: whose turn it is, and shared ranks."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.draw import draw
from rb_quiz.play import SCHEMES, Responded, Scorecard, Session, Stopped, leaders, next_seat, score, standings
from rb_quiz.quiz import Blueprint

if TYPE_CHECKING:
    from rb_quiz.bank import Bank

EMPTY = Scorecard("", Fraction(0), Fraction(9), (), (), (), 0, 0.0)


def cards(*points: int) -> list[Scorecard]:
    """Return scorecards with these points."""
    return [replace(EMPTY, points=Fraction(each)) for each in points]


@pytest.mark.parametrize(
    ("points", "ranks"),
    [
        ((5, 3, 3, 1), (1, 2, 2, 4)),
        ((1, 3, 3, 5), (1, 2, 2, 4)),
        ((2, 2, 2), (1, 1, 1)),
        ((4, 4, 0), (1, 1, 3)),
        ((-1, 0), (1, 2)),
    ],
)
def test_ties_share_a_rank(points: tuple[int, ...], ranks: tuple[int, ...]) -> None:
    """The same points are the same rank, and the next one counts who is before."""
    players = [str(seat) for seat in range(len(points))]

    assert tuple(standing.rank for standing in standings(players, cards(*points))) == ranks


def test_the_nearest_number_breaks_a_tie() -> None:
    """Among those with the same points the nearest is first; as near is a tie still, and no number is last."""
    far = [Fraction(5), Fraction(2), None, Fraction(2)]
    placed = standings(("a", "b", "c", "d"), cards(7, 7, 7, 7), far)

    assert [(each.rank, each.player) for each in placed] == [(1, "b"), (1, "d"), (3, "a"), (4, "c")]
    assert [each.player for each in standings(("a", "b"), cards(3, 7), [Fraction(0), None])] == ["b", "a"]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=8))
def test_ranks_count_who_is_ahead(points: list[int]) -> None:
    """A rank is one more than the number of players with more points, whatever the order of the list."""
    players = [str(seat) for seat in range(len(points))]
    placed = {each.player: each.rank for each in standings(players, cards(*points))}

    for seat, own in enumerate(points):
        assert placed[str(seat)] == 1 + sum(other > own for other in points)
    assert {seat for seat, own in enumerate(points) if own == max(points)} == set(leaders(players, cards(*points)))


def test_turns_go_round(bundled: Bank) -> None:
    """Everybody answers an item before the next one; who stopped is left out; in the end it is nobody's turn."""
    quiz = draw(bundled, Blueprint(2), "S")
    sessions = [Session(quiz)] * 3
    turns = []
    while (seat := next_seat(sessions)) is not None:
        turns.append(seat)
        stops = len(turns) == 2
        sessions[seat] = sessions[seat].after(Stopped() if stops else Responded(()))

    assert turns == [0, 1, 2, 0, 2]
    assert [len(score(session, SCHEMES["casual"]).marks) for session in sessions] == [2, 0, 2]
