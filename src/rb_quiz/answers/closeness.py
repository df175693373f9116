"""How near a typed number comes: its distance from the answer, and the credit for being close."""

from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction

from .expected import Expected, Expects, Verdict
from .judge import judge
from .normal import folded
from .trimmings import unitless
from .value_sheet import value_sheet_of
from .values import value_of

_DIGITS = 30
_HUNDREDTH = Decimal("0.01")


def distance(expected: Expected, response: str) -> Fraction | None:
    """Give how far a typed number is from the answer, in its unit, or None when it is no number."""
    said, answer = _number(expected, response), _number(expected, expected.answer)
    return None if said is None or answer is None else abs(said - answer)


def closeness(expected: Expected, response: str) -> Fraction:
    """Give max(0, 1 - |ln(x/v)| / ln F) for a typed number x, the answer v and its factor F (SCIENCE 3.4).

    Both are positive, else it is 0. It is rounded to hundredths, and computed in decimals, which are the same on
    every machine.
    """
    factor = value_of(Expects.NUMBER, expected.closeness)
    said, answer = _number(expected, response), _number(expected, expected.answer)
    if not isinstance(factor, Fraction) or said is None or answer is None or min(said, answer) <= 0 or factor <= 1:
        return Fraction(0)
    with localcontext() as context:
        context.prec = _DIGITS
        share = 1 - abs(_ln(said / answer)) / _ln(factor)
        return Fraction(max(Decimal(0), share).quantize(_HUNDREDTH))


def _ln(value: Fraction) -> Decimal:
    return Decimal(value.numerator).ln() - Decimal(value.denominator).ln()


def _number(expected: Expected, text: str) -> Fraction | None:
    """Give the number that a text says and nothing else, as a host would take it if that number were the answer."""
    sheet = value_sheet_of(expected)
    fold = folded(text)
    bare = unitless(sheet.unit_form, fold) if sheet else None
    said = value_of(Expects.NUMBER, fold if bare is None else bare)
    if not isinstance(said, Fraction):
        return None
    digits = f"{Decimal(said.numerator) / Decimal(said.denominator):f}"
    taken = judge(replace(expected, answer=digits, accept=(), reject=(), too_broad=(), tolerance=""), text)
    return said if taken.verdict is Verdict.ACCEPT else None
