"""Closeness: the share of a point for a number that is near, and how far off it is."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.answers import Expected, Expects, closeness, distance
from rb_quiz.item import EnterKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.problem import Problem

WEEKS = Expected(Expects.NUMBER, "8", unit="weeks", closeness="2")


@pytest.mark.parametrize(
    ("response", "share"),
    [
        *(("8", "1"), ("8 weeks", "1"), ("16", "0"), ("4", "0"), ("17", "0"), ("11.3137085", "0.5")),
        *(("5.65685425", "0.5"), ("7", "0.81"), ("eight", "1"), ("0", "0"), ("-8", "0"), ("lots", "0"), ("", "0")),
        *(("not 7", "0"), ("more than 7", "0"), ("7 or 9", "0"), ("7 kilos", "0")),
    ],
)
def test_the_share_falls_with_the_ratio(response: str, share: str) -> None:
    """1 - |ln(x/v)| / ln F, symmetric in ratio, in hundredths; what is no positive number earns nothing."""
    assert closeness(WEEKS, response) == Fraction(share)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_nearer_is_never_worse(one: int, other: int) -> None:
    """Of two numbers on the same side the nearer one earns as much or more, within 0..1."""
    expected = Expected(Expects.NUMBER, "1000000", closeness="10")
    near, far = sorted((one, other), key=lambda x: max(x, 10**6) / min(x, 10**6))

    assert 0 <= closeness(expected, str(far)) <= closeness(expected, str(near)) <= 1


def test_the_key_gives_a_share_only_where_the_author_asks() -> None:
    """Within the tolerance all, near by a share, and without closeness nothing."""
    key = EnterKey(Expected(Expects.NUMBER, "8", tolerance="1", closeness="2"))

    assert [key.credit((text,)) for text in ("9", "6", "40")] == [1, Fraction("0.58"), 0]
    assert EnterKey(Expected(Expects.NUMBER, "8", tolerance="1")).credit(("6",)) == 0
    assert key.net(()) == key.credit(()) == 0


@pytest.mark.parametrize(
    ("response", "far"), [("11", "3"), ("7 weeks", "1"), ("8.5", "0.5"), ("minus two", None), ("x", None)]
)
def test_the_distance_is_exact(response: str, far: str | None) -> None:
    """A tie-breaker measures the difference, and knows what is no number."""
    assert distance(WEEKS, response) == (None if far is None else Fraction(far))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("answer: 8, closeness: 1", "expected a factor above 1"),
        ("answer: 8, closeness: near", "expected a factor above 1"),
        ("answer: 0, closeness: 2", "expected an answer above 0"),
        ("answer: -3, closeness: 2", "expected an answer above 0"),
    ],
)
def test_a_closeness_that_cannot_be_is_a_problem(
    fields: str, words: str, problems_of: Callable[..., list[Problem]]
) -> None:
    """A factor that is none, and an answer without a logarithm, are told where they stand."""
    [problem] = problems_of(f"questions:\n  - {{kind: number, ask: How many?, {fields}}}")

    assert words in problem.message
    assert problem.line == 2
