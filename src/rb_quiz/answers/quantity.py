"""One number in a text: its value, exact, and the words that stand beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from .number_words import CARDINALS, NUMBER_WORDS, spelt
from .units import CURRENCIES

_LITERAL = (
    r"(?:(?<![\w.,])[+-])?(?<![\w.,])(?:\d{1,3}(?P<gap>[ ,.'])\d{3}(?:(?P=gap)\d{3})*(?![\d])(?:(?!(?P=gap))[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?|[.,]\d+)(?![.,]?\d)"
)
_LEX = re.compile(rf"{_LITERAL}|[^\W\d_]+|[€$£¥%]|[^\s\w.,!?\"'()«»“”]|\d+|_")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([,.])\d{3}")
_ORDINAL_ENDINGS = frozenset(["st", "nd", "rd", "th", "er", "ere", "nde", "e", "eme", "ieme"])
_SECONDS = frozenset(["second", "seconde"])
_FRACTIONS = frozenset(f"{ordinal}s" for ordinal in CARDINALS.keys() - _SECONDS) | (CARDINALS.keys() - _SECONDS)
_FRACTIONS |= {"quarters", "quart", "quarts", "tiers", "halves"}
SCALES = {
    "hundred": 100, "dozen": 12, "douzaine": 12, "thousand": 10**3, "mille": 10**3, "k": 10**3, "million": 10**6,
    "millions": 10**6, "m": 10**6, "mio": 10**6, "mln": 10**6, "mn": 10**6, "billion": 10**9, "billions": 10**9,
    "bn": 10**9, "b": 10**9, "milliard": 10**9, "milliards": 10**9, "mrd": 10**9, "md": 10**9, "trillion": 10**12,
}  # fmt: skip
LETTER_SCALES = frozenset({"k", "m", "b", "mn", "md"})
_LONGEST = 40
_OPERATORS = frozenset("^*/=<>|\\")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, what else it could be read as (1.904 is also 1904 in some countries), and the words around it."""

    amount: Fraction
    otherwise: Fraction | None = None
    scaled: bool = False
    rest: tuple[str, ...] = ()


def lexemes(fold: str) -> list[str]:
    """Give the numbers, words and signs of a folded text."""
    fold = re.sub(r"(?<=\d)_(?=\d{3}(?!\d))", "", fold)
    fold = re.sub(r"\bper cent\b|\bpour cent\b|\bpourcent\b|\bpercents?\b|\bpct\b", "%", fold)
    return [match.group() for match in _LEX.finditer(fold)]


def is_literal(lexeme: str) -> bool:
    """Tell whether a lexeme is written in digits."""
    return lexeme[-1:].isdigit()


def is_number(lexeme: str) -> bool:
    """Tell whether a lexeme is digits or a number word."""
    return is_literal(lexeme) or lexeme in NUMBER_WORDS


def literal(lexeme: str) -> tuple[Fraction, Fraction | None] | None:
    """Give the value of digits, and the other value they have where the comma and the point trade places."""
    if len(lexeme) > _LONGEST or not lexeme.isascii():
        return None
    digits = lexeme.replace(" ", "").replace("'", "")
    signs = [sign for sign in digits if sign in ",."]
    if len(signs) > 1:
        group = signs[0]
        whole = digits.replace(group, "") if signs[-1] != group or len(set(signs)) == 1 else digits
        return Fraction(whole.replace(",", ".")), None
    as_decimal = Fraction(digits.replace(",", "."))
    if not _GROUPED.fullmatch(digits):
        return as_decimal, None
    as_group = Fraction(re.sub("[,.]", "", digits))
    return (as_group, as_decimal) if "," in digits else (as_decimal, as_group)


def quantity(fold: str, not_scales: Iterable[str] = ()) -> Quantity | None:
    """Give the only number in a folded text, or None when there is none or more than one."""
    return quantity_in(lexemes(fold), frozenset(not_scales))


def quantity_in(lexed: list[str], not_scales: frozenset[str] = frozenset()) -> Quantity | None:
    """Give the only number among these lexemes."""
    span = _span(lexed, not_scales)
    if span is None:
        return None
    start, end = span
    rest = tuple(lexed[:start] + lexed[end:])
    if any(is_number(lexeme) or lexeme in _OPERATORS or lexeme in _FRACTIONS for lexeme in rest):
        return None
    value = _value(lexed[start:end])
    if value is None:
        return None
    ending = is_literal(lexed[end - 1]) and end < len(lexed) and lexed[end] in _ORDINAL_ENDINGS
    if ending:
        rest = rest[:start] + rest[start + 1 :]
    if (ending or lexed[end - 1] in CARDINALS) and start and lexed[start - 1] in {"a", "an"}:
        return None  # a fifth is no five
    return Quantity(*value, rest)


def _span(lexed: list[str], not_scales: frozenset[str]) -> tuple[int, int] | None:
    """Where the number stands: from the first numeral as long as numerals follow."""
    starts = [n for n, lexeme in enumerate(lexed) if is_number(lexeme)]
    if not starts:
        ordinals = [n for n, lexeme in enumerate(lexed) if lexeme in CARDINALS]
        return (ordinals[0], ordinals[0] + 1) if len(ordinals) == 1 else None
    start = starts[0]
    end = numerals_end(lexed, start, not_scales)
    if start and lexed[start - 1] in {"a", "an"} and lexed[start] in SCALES:
        start -= 1
    return start, end


def numerals_end(lexed: list[str], start: int, not_scales: frozenset[str] = frozenset()) -> int:
    """Where the numerals that begin at `start` end."""
    if start >= len(lexed) or not is_number(lexed[start]):
        return start
    end = start + 1
    while end < len(lexed) and _goes_on(lexed, end, not_scales):
        end += 1
    return end


def amount(numerals: list[str]) -> Fraction | None:
    """Give the value of a run of numerals, or None when it is no number."""
    value = _value(numerals)
    return None if value is None else value[0]


def _goes_on(lexed: list[str], at: int, not_scales: frozenset[str]) -> bool:
    lexeme = lexed[at]
    if lexeme in {"and", "et", "-", "point", "virgule"}:
        follows = at + 1 < len(lexed) and (lexed[at + 1] in NUMBER_WORDS or lexed[at + 1] in CARDINALS)
        return follows and not is_literal(lexed[at - 1])
    if lexeme in SCALES and lexeme not in not_scales:
        return lexeme in NUMBER_WORDS or is_literal(lexed[at - 1])
    if lexeme in CARDINALS:
        return not is_literal(lexed[at - 1]) and lexeme not in not_scales
    return is_number(lexeme)


def _value(numerals: list[str]) -> tuple[Fraction, Fraction | None, bool] | None:
    numerals = [lexeme for lexeme in numerals if lexeme != "-"]
    if is_literal(numerals[0]):
        read, factor = literal(numerals[0]), _factor(numerals[1:])
        if read is None or factor is None:
            return None
        return read[0] * factor, None if read[1] is None else read[1] * factor, factor > 1
    if numerals[-1] in CARDINALS:
        whole = spelt([*numerals[:-1], CARDINALS[numerals[-1]]])
        return None if whole is None else (Fraction(whole), None, False)
    spelt_out = _spelt_decimal(numerals)
    return None if spelt_out is None else (spelt_out, None, numerals[-1] in SCALES)


def unit_scale(lexed: list[str]) -> int:
    """Give the scale that a unit begins with, 1 for none: "million euros", "thousands of copies", "M€"."""
    money = any(word in CURRENCIES for word in lexed)
    first = next((word for word in lexed if word not in CURRENCIES), "")
    if first in LETTER_SCALES and not money:
        return 1
    return SCALES.get(first, SCALES.get(first.removesuffix("s"), 1))


def _factor(scales: list[str]) -> int | None:
    factor = 1
    for word in scales:
        if word not in SCALES:
            return None
        factor *= SCALES[word]
    return factor if len(scales) <= 2 else None  # noqa: PLR2004 - "hundred thousand" is the most


def _spelt_decimal(numerals: list[str]) -> Fraction | None:
    factor = 1
    if len(numerals) > 1 and numerals[-1] in SCALES:
        *numerals, last = numerals
        factor = SCALES[last]
    if numerals[-1:] in (["dozen"], ["douzaine"]) or numerals in (["a"], ["an"]):
        return Fraction(factor * SCALES.get(numerals[-1], 1))
    cut = next((n for n, word in enumerate(numerals) if word in {"point", "virgule"}), len(numerals))
    whole, digits = spelt(numerals[:cut]), [spelt([word]) for word in numerals[cut + 1 :]]
    if whole is None or (factor > 1 and whole >= factor) or any(digit not in range(10) for digit in digits):
        return None
    return factor * (whole + sum((Fraction(digit or 0, 10**n) for n, digit in enumerate(digits, 1)), Fraction(0)))
