"""Symbols are Crockford's 32 digits and letters: what a person can read out, and one more that catches a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

BITS: Final = 5
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_FIELD: Final = 0b100101  # x^5 + x^2 + 1, which is irreducible: the symbols form the field of 32 elements


def write(number: int, count: int) -> str:
    """Return a number in `count` symbols, the highest first."""
    return "".join(_ALPHABET[number >> BITS * place & 31] for place in reversed(range(count)))


def value(symbols: str) -> int:
    """Return the number that the symbols write."""
    number = 0
    for symbol in symbols:
        number = number << BITS | _ALPHABET.index(symbol)
    return number


def cleaned(typed: str) -> str:
    """Return what a person typed as symbols: without case, hyphens and spaces, O as 0, I and L as 1."""
    return "".join(typed.upper().split()).replace("-", "").translate(_LOOKALIKES)


def are_symbols(text: str) -> bool:
    """Return whether there is nothing but symbols in a text."""
    return set(text) <= set(_ALPHABET)


def with_check(symbols: str) -> str:
    """Return the symbols with a check symbol behind them.

    The whole is a word of the code whose weighted sum in the field of 32 elements is 0, with a different weight for
    each place: one wrong symbol changes the sum, and so does any swap of two. (Crockford's own check, modulo 37,
    needs five signs more than the alphabet has.)
    """
    return symbols + _ALPHABET[_weighted_sum(symbols + _ALPHABET[0])]


def is_checked(symbols: str) -> bool:
    """Return whether the last symbol is the right check for those before."""
    return are_symbols(symbols) and _weighted_sum(symbols) == 0


def _weighted_sum(symbols: str) -> int:
    return _horner(_ALPHABET.index(symbol) for symbol in symbols)


def _horner(elements: Iterable[int]) -> int:
    total = 0
    for element in elements:
        total <<= 1
        if total & 32:
            total ^= _FIELD
        total ^= element
    return total
