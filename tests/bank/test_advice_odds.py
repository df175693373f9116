"""The odds behind the advice on whole banks, against brute force and textbook figures, and the scales of options."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby, product
from math import exp, gamma

import pytest

from rb_quiz.bank.advice import odds
from rb_quiz.bank.advice.measures import is_ascending, measured
from rb_quiz.bank.advice.odds import at_least, run_at_least, uneven


@pytest.mark.parametrize(("hits", "trials"), [(12, 20), (24, 50), (71, 200)])
def test_the_tail_is_where_tables_have_it(hits: int, trials: int) -> None:
    """The least number of hits with p < 0.001 is that of the literature, for one of four."""
    assert at_least(hits, trials, 4) < Fraction(1, 1000) <= at_least(hits - 1, trials, 4)


@pytest.mark.parametrize(("trials", "of"), [(0, 2), (1, 4), (5, 2), (6, 3), (7, 2)])
def test_tails_and_runs_are_what_counting_gives(trials: int, of: int) -> None:
    """Both equal the share of all sequences that have as much."""
    sequences = list(product(range(of), repeat=trials))
    for much in range(trials + 2):
        tails = sum(sequence.count(0) >= much for sequence in sequences)
        assert at_least(much, trials, of) == Fraction(tails, len(sequences))
        if much:
            runs = sum(any(len(list(same)) >= much for _, same in groupby(sequence)) for sequence in sequences)
            assert run_at_least(much, trials, of) == Fraction(runs, len(sequences))


@pytest.mark.parametrize("freedom", odds._CRITICAL)
def test_critical_values_leave_a_thousandth(freedom: int) -> None:
    """The density of chi-square above each critical value sums up to 0.001."""
    half, step = freedom / 2, 0.001
    start = float(odds._CRITICAL[freedom])
    middles = (start + step * (place + 0.5) for place in range(80_000))
    tail = step * sum(value ** (half - 1) * exp(-value / 2) for value in middles) / (2**half * gamma(half))

    assert tail == pytest.approx(0.001, abs=2e-6)


def test_few_are_counted_and_many_compared() -> None:
    """Six of one rank in four are less likely than 0.001, five are not; many go by chi-square."""
    assert [uneven(counts) for counts in ([0, 6, 0, 0], [0, 5, 0, 0], [0, 0], [3], [0] * 9)] == [True, *[False] * 4]
    assert [uneven(counts) for counts in ([20, 20, 20, 20], [30, 20, 10, 20], [37, 15, 15, 13])] == [False, False, True]


@pytest.mark.parametrize(
    "texts",
    [
        ["1 week", "ten days", "2 weeks", "a month"],
        ["1 May 2012", "17 May 2012", "2 June 2012"],
        ["0.4 million dollars", "1.6 million dollars", "4 million dollars"],
        ["First", "Fourth", "Tenth", "Sixteenth"],
        ["5-10 km", "10-20 km", "20\u201330 km"],
        ["nine", "10", "1,000", "1 200"],
        ["70 %", "75 per cent", "eighty percent"],
        ["€8", "€9 million"],
        ["the 1980s", "the 1990s"],
    ],
)
def test_values_on_one_scale_are_compared(texts: list[str]) -> None:
    """Whatever is written in the same unit, or is a time, has an order."""
    assert is_ascending(measured(texts))
    assert not is_ascending(measured(texts[::-1]))


@pytest.mark.parametrize(
    "texts",
    [
        ["8", "8 weeks"],
        ["Page 114", "France 2 Cinéma"],
        ["Two days before it", "Two weeks after it"],
        ["2012", "17 May 2012"],
        ["€8", "$9"],
        ["Cannes", "Nice"],
        ["5 " + "km" * 99, "6 " + "km" * 99],
        ["8"],
        [],
    ],
)
def test_values_on_no_common_scale_are_not(texts: list[str]) -> None:
    """Names with figures and amounts in different units have no order."""
    assert measured(texts) is None
    assert not is_ascending(measured(texts))
