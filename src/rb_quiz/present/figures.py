"""Figures are how numbers are written for people, on a screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fractions import Fraction

_GROUPED: Final = 10_000


def number(value: Fraction | float, *, signed: bool = False) -> str:
    """Return a number as people write it: whole or with at most two decimals, and 32,000 with a comma."""
    shown = float(value)
    grouping = "," if abs(shown) >= _GROUPED else ""
    return f"{shown:{'+' if signed else ''}{grouping}.2f}".rstrip("0").rstrip(".")


def counted(count: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def duration(seconds: float) -> str:
    """Return seconds as minutes and seconds, such as 2:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
