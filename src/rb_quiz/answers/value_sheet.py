"""The judge's sheet on one question about a value: the keys as read, and what may stand beside a number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from .dates import MONTHS, TWO_DIGITS, Date, dates
from .durations import Duration, duration
from .expected import Expected, Expects
from .lexicon import ABOUT, LINKS, NEGATIONS, QUALIFIERS, SMALL_WORDS
from .normal import folded
from .number_words import NUMBER_WORDS, ORDINALS
from .quantity import SCALES, Quantity, lexemes, quantity, unit_scale
from .stems import Stem, stem_of
from .trimmings import main_unit, unit_asked, unit_form, wholes_in
from .units import UNITS, units_in
from .values import currency_of, number_in, value_of, year_in

Reading = int | Date | Quantity | Duration

_TELLING = (
    (NUMBER_WORDS | ORDINALS.keys() | MONTHS.keys() | SCALES.keys() | UNITS.keys() | QUALIFIERS | NEGATIONS | ABOUT)
    | LINKS
    | {"or", "ou", "and", "et", "out", "half"}
)
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)")
_UNITS_ASKED = {"old": "year", "age": "year", "percentage": "percent", "pourcentage": "percent"}


@dataclass(frozen=True, slots=True)
class Key:
    """One right wording and the value it is read as."""

    text: str
    value: Reading


@dataclass(frozen=True, slots=True, eq=False)
class ValueSheet:
    """What the rules for values look at; all of it is computed once for a question."""

    expected: Expected
    keys: tuple[Key, ...]
    folds: Mapping[str, str]
    refused: frozenset[object]
    broad: frozenset[object]
    stem: Stem
    silent: frozenset[str]
    units: frozenset[str]
    incomplete: frozenset[str]
    said_units: frozenset[str]
    said_scales: frozenset[str]
    said_dates: frozenset[Date]
    scale: int
    unit_form: re.Pattern[str] | None
    wholes: frozenset[Fraction]
    slack: Fraction
    share: Fraction


def read(expects: Expects, fold: str) -> Reading | None:
    """Read a folded text as what is expected, dates with the day first."""
    match expects:
        case Expects.YEAR:
            return year_in(fold)
        case Expects.DATE:
            return next(iter(dates(fold)), None)
        case Expects.MONEY:
            money = quantity(fold)
            return money if money is not None and currency_of(money) is not None else None
        case Expects.NUMBER | Expects.PERCENT:
            return number_in(fold, expects)
        case Expects.DURATION:
            return duration(fold)
        case Expects.TEXT | Expects.PERSON | Expects.CHARACTER | Expects.PLACE | Expects.TITLE:
            return None
    assert_never(expects)


@lru_cache(maxsize=4096)
def value_sheet_of(expected: Expected) -> ValueSheet | None:
    """Prepare the sheet, or None when the author's own answer can't be read as what is expected."""
    expects, stem = expected.expects, stem_of(expected.stem)
    if value_of(expects, expected.answer) is None:
        return None
    texts = (expected.answer, *expected.accept)
    keys = [Key(text, found) for text in texts if (found := read(expects, folded(text))) is not None]
    said = lexemes(_POSSESSIVE.sub("", folded(expected.stem)))
    unit = folded(expected.unit)
    counted = lexemes(unit)
    own = [word for text in texts for word in lexemes(folded(text))]
    asked = unit_asked(said)
    units = units_in(own) | main_unit(counted) | (units_in(said) if asked is None else asked)
    units |= {_UNITS_ASKED[word] for word in _UNITS_ASKED.keys() & stem.all}
    scale = unit_scale(counted)
    slack, share = _tolerance(expected)
    return ValueSheet(
        expected=expected,
        keys=tuple(keys),
        folds={folded(f"{text} {expected.unit}"): text for text in texts}
        | {folded(text): text for text in reversed(texts)},
        refused=_marked(expects, expected.reject),
        broad=_marked(expects, expected.too_broad),
        stem=Stem(stem.common | words_of(own + counted), stem.names, stem.all | words_of(own + counted)),
        silent=frozenset(word for word in stem.all - _TELLING if word.isalpha()),
        units=units,
        incomplete=units_in(counted) - units,
        said_units=(asked or units_in(said)) | units_in(counted),
        said_scales=frozenset(word.rstrip("s") for word in said),
        said_dates=_dates_said(said),
        slack=slack,
        share=share,
        scale=scale,
        unit_form=unit_form(unit) if scale == 1 else None,
        wholes=wholes_in(f"{folded(expected.stem)} {unit}", expects, units),
    )


def words_of(lexed: list[str]) -> frozenset[str]:
    """Give the words among lexemes, without numbers and signs."""
    return frozenset(word for word in lexed if word.isalpha() and word not in SMALL_WORDS)


def _marked(expects: Expects, texts: tuple[str, ...]) -> frozenset[object]:
    """Give what the author lists, as values and as they stand."""
    return frozenset({folded(text) for text in texts} | {value_of(expects, text) for text in texts}) - {None}


def _dates_said(said: list[str]) -> frozenset[Date]:
    """Give the years and months that a question says already."""
    found = [date for word in said for date in dates(word) if date[0] >= TWO_DIGITS or (date[1] and not date[2])]
    return frozenset(found)


def _tolerance(expected: Expected) -> tuple[Fraction, Fraction]:
    """How far off a value may be: absolute, and as a share of the answer."""
    fold = folded(expected.tolerance)
    found = quantity(fold)
    if found is None or found.amount < 0 or expected.expects is Expects.DATE:
        return Fraction(0), Fraction(0)
    if "%" in fold:
        return Fraction(0), found.amount / 100
    if expected.expects is Expects.DURATION:
        length = duration(fold)
        return (Fraction(0) if length is None else length.seconds * (1 if length.unit else 60)), Fraction(0)
    return found.amount, Fraction(0)
