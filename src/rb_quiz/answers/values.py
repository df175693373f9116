"""The comparable value of a typed text, for judging, for equal options and for an author's check."""

import re
from fractions import Fraction
from typing import TypeAlias, assert_never

from .dates import TWO_DIGITS, Date, dates
from .durations import duration
from .expected import NAMES, Expects
from .lexicon import ABOUT, EXACTLY, FILLERS
from .normal import folded, normal
from .number_words import spelt_year
from .quantity import Quantity, quantity
from .units import CURRENCIES, units_in

Value: TypeAlias = Fraction | tuple[str, Fraction] | Date | str

_YEAR = re.compile(r"\d{3,4}|'?\d\d", re.ASCII)
_SIGNED = re.compile(r"(?<!\w)[-+^]\s*\d", re.ASCII)
_NO_YEAR = re.compile(r"[%$£€¥+=<>≤≥√*#]")
_OUT_OF_100 = re.compile(r"(\d)\s*(?:/|out of|sur)\s*100\b")
_WORD = re.compile(r"'?\w+")
_UNHEARD = FILLERS | ABOUT | EXACTLY


def value_of(expects: Expects, text: str) -> Value | None:
    """Give the value by which two answers are equal, or None when the text is no such thing.

    Year, number and percent are a Fraction, a duration a Fraction of seconds, money (currency, amount) with '' for
    no currency, a date (year, month, day) with 0 for what is not said and the day read first in 04/10/2011; names,
    titles and texts are their normal form.
    """
    fold = folded(text)
    match expects:
        case Expects.TEXT | Expects.PERSON | Expects.CHARACTER | Expects.PLACE | Expects.TITLE:
            return normal(text) or None
        case Expects.YEAR:
            year = year_in(fold)
            return None if year is None or year < TWO_DIGITS else Fraction(year)
        case Expects.DATE:
            return next((date for date in dates(fold) if date[0] >= TWO_DIGITS or not date[0]), None)
        case Expects.MONEY:
            money = quantity(fold)
            currency = None if money is None else currency_of(money)
            return None if money is None or currency is None else (currency, money.amount)
        case Expects.NUMBER | Expects.PERCENT:
            number = number_in(fold, expects)
            return None if number is None else number.amount
        case Expects.DURATION:
            length = duration(fold)
            return length.seconds if length is not None and length.unit else None
    assert_never(expects)


def readable(expects: Expects, text: str) -> bool:
    """Tell whether a text can be read as what is expected; a name only has to hold a letter or a digit."""
    if expects in NAMES:
        return bool(normal(text))
    return value_of(expects, text) is not None


def year_in(fold: str) -> int | None:
    """Give the year in a folded text; two digits stay below 100."""
    if _SIGNED.search(fold) or _NO_YEAR.search(fold):
        return None
    found = [word if word[-1].isdigit() else word.lstrip("'") for word in _WORD.findall(fold)]
    words = [word for word in found if word not in _UNHEARD]
    if len(words) == 1 and _YEAR.fullmatch(words[0]):
        return int(words[0].lstrip("'"))
    return spelt_year(words) if words else None


def number_in(fold: str, expects: Expects) -> Quantity | None:
    """Give the number in a folded text; 73 out of 100 is a percentage."""
    if expects is Expects.PERCENT:
        fold = _OUT_OF_100.sub(r"\1 %", fold)
    return quantity(fold)


def currency_of(money: Quantity) -> str | None:
    """Give the currency beside an amount, '' for none, None for two."""
    found = units_in(money.rest, CURRENCIES)
    return None if len(found) > 1 else next(iter(found), "")
