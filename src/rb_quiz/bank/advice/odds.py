"""Odds are exact: how likely it is that chance alone makes as much of something as was found."""

from __future__ import annotations

from fractions import Fraction
from math import comb, factorial, prod
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_CRITICAL: Final = {1: "10.828", 2: "13.816", 3: "16.266", 4: "18.467", 5: "20.515"}
"""Chi-square with p = 0.001 by degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4."""

_LEAST_LIKELY: Final = Fraction(1, 1000)
_FEWEST_EXPECTED: Final = 5
"""Below so many expected in each class, chi-square is not to be trusted (Cochran 1954), and outcomes are counted."""


def at_least(hits: int, trials: int, of: int) -> Fraction:
    """Return the chance of at least so many hits in so many trials, each with a chance of one in `of`."""
    hits = max(hits, 0)
    ways, found = 0, comb(trials, hits) * (of - 1) ** max(trials - hits, 0)
    for more in range(hits, trials + 1):
        ways += found
        found = found * (trials - more) // ((more + 1) * (of - 1))
    return Fraction(ways, of**trials)


def run_at_least(length: int, trials: int, of: int) -> Fraction:
    """Return the chance that one of `of` equally likely outcomes comes at least `length` times in a row.

    It is 1 minus the share of the sequences in which every run is shorter, which are counted by the length of the last
    (times `of` - 1, so that the counts stay whole); `of` is 2 or more.
    """
    if length > trials:
        return Fraction(0)
    shorter, window = [of], of if length > 1 else 0
    for end in range(1, trials + 1):
        shorter.append((of - 1) * window)
        window += shorter[end] - (shorter[end - length + 1] if end >= length - 1 else 0)
    return 1 - Fraction(shorter[trials], (of - 1) * of**trials)


def uneven(counts: Sequence[int]) -> bool:
    """Return whether classes that should be equally likely are filled so unevenly that p < 0.001 by chi-square."""
    total, classes = sum(counts), len(counts)
    if classes - 1 not in _CRITICAL or not total:
        return False
    if total >= _FEWEST_EXPECTED * classes:
        return _statistic(counts) > Fraction(_CRITICAL[classes - 1])
    found = _statistic(counts)
    ways = sum(_ways(outcome) for outcome in _outcomes(total, classes) if _statistic(outcome) >= found)
    return Fraction(ways, classes**total) < _LEAST_LIKELY


def _statistic(counts: Sequence[int]) -> Fraction:
    expected = Fraction(sum(counts), len(counts))
    squares = sum((Fraction(count - expected) * (count - expected) for count in counts), Fraction(0))
    return squares / expected


def _ways(outcome: Sequence[int]) -> int:
    return factorial(sum(outcome)) // prod(map(factorial, outcome))


def _outcomes(total: int, classes: int) -> list[tuple[int, ...]]:
    """Return all ways in which so many could fall into the classes."""
    if classes == 1:
        return [(total,)]
    return [(first, *rest) for first in range(total + 1) for rest in _outcomes(total - first, classes - 1)]
