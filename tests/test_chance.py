"""The stream of chance: its conformance vectors and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.chance import Stream, digest


def test_numbers_conform() -> None:
    """The key ("seed", "1") gives the published numbers."""
    stream = Stream("seed", "1")

    assert [stream.below(6) for _ in range(12)] == [5, 5, 1, 5, 3, 4, 3, 0, 0, 0, 3, 3]


def test_shuffle_conforms() -> None:
    """The key ("seed", "1") gives the published order."""
    assert Stream("seed", "1").shuffled(range(8)) == (0, 4, 3, 2, 1, 7, 5, 6)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_parts_are_kept_apart(first: list[str], second: list[str]) -> None:
    """Two keys have the same digest only when they are equal part by part."""
    assert (digest(*first) == digest(*second)) == (first == second)


@given(st.text(), st.integers(1, 10**30))
def test_numbers_stay_below_their_bound(key: str, bound: int) -> None:
    """A number lies in 0..bound-1, however large the bound."""
    assert 0 <= Stream(key).below(bound) < bound


@given(st.text(), st.lists(st.integers(), max_size=30))
def test_a_shuffle_keeps_all(key: str, things: list[int]) -> None:
    """A shuffle loses nothing, adds nothing, and is the same each time."""
    shuffled = Stream(key).shuffled(things)

    assert sorted(shuffled) == sorted(things)
    assert Stream(key).shuffled(things) == shuffled


def test_all_orders_are_as_likely() -> None:
    """Each of the six orders of three things comes up in 6,000 shuffles between 880 and 1,120 times."""
    counts: dict[tuple[int, ...], int] = {}
    for seed in range(6000):
        order = Stream("fair", str(seed)).shuffled((0, 1, 2))
        counts[order] = counts.get(order, 0) + 1

    assert len(counts) == 6
    assert all(880 < count < 1120 for count in counts.values())


def test_wrong_calls_are_refused() -> None:
    """A bound under 1 and a sample larger than its source raise ValueError."""
    with pytest.raises(ValueError, match="at least 1"):
        Stream("x").below(0)
    with pytest.raises(ValueError, match="at most 2"):
        Stream("x").sample("ab", 3)
