"""Dates, whole or partial, as (year, month, day) with 0 for what is not said."""

import re
from collections.abc import Iterator
from datetime import date

from .number_words import ORDINALS, spelt, spelt_year

Date = tuple[int, int, int]


def _listed(text: str) -> list[str]:
    return text.split()


_ENGLISH = _listed("january february march april may june july august september october november december")
_FRENCH = _listed("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
_SHORT = {
    "jan": 1, "janv": 1, "feb": 2, "fev": 2, "fevr": 2, "mar": 3, "apr": 4, "avr": 4, "jun": 6, "jul": 7, "juil": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS = {month: n for names in (_ENGLISH, _FRENCH) for n, month in enumerate(names, 1)} | _SHORT
_WEEKDAYS = frozenset(
    _listed(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        "lundi mardi mercredi jeudi vendredi samedi dimanche"
    )
)
_SILENT = frozenset(_listed("on the of le la du de en in it was is est c that date day au"))
_UNHEARD = _SILENT | _WEEKDAYS | {"'"}
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
_WORD = re.compile(r"\d+|[^\W\d_]+|[^\s\w,.]", re.ASCII)
_DAY, _YEAR = re.compile(r"\d{1,2}", re.ASCII), re.compile(r"\d{4}", re.ASCII)
_TENS = {"twenty": 20, "thirty": 30, "vingt": 20, "trente": 30}
_TWENTIETHS = re.compile(r"\b(twenty|thirty|vingt|trente)[ -](?:et[ -])?([a-z]+)\b(?<!of)(?<!mai)(?<!may)")
_DIX = {"sept": "17", "huit": "18", "neuf": "19"}
_FRENCH_TEENS = re.compile(r"\bdix-(sept|huit|neuf)\b")
_LOOSE = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})", re.ASCII)
_BESIDE_MONTH = re.compile(r"(?<=\d)[-/](?=[a-z])|(?<=[a-z])[-/](?=\d)")
_ENDINGS = frozenset(_listed("st nd rd th er ere e eme"))
_NTH = "|".join((*ORDINALS, r"\d+(?:st|nd|rd|th|e|eme)", "last", "dernier"))
_NTH_WEEKDAY = re.compile(rf"\b(?:{_NTH})\s+(?:{'|'.join(_WEEKDAYS)})\b")
TWO_DIGITS = 100
"""A year below this was typed with two digits."""


def dates(fold: str) -> tuple[Date, ...]:
    """Every way to read a folded text as a date: none, one, or two where day and month could trade places."""
    text = _BESIDE_MONTH.sub(" ", fold.strip(" .,!?;:\"'()"))
    if match := _LOOSE.fullmatch(text):
        text = match[2].join(match.group(1, 3, 4))
    if _NTH_WEEKDAY.search(text):
        return ()
    for weekday_free in (text, _without_weekday(text)):
        numeric = tuple(dict.fromkeys(_numeric(weekday_free)))
        if numeric:
            return numeric
    worded = _worded(text)
    return () if worded is None else (worded,)


def _without_weekday(text: str) -> str:
    return " ".join(word for word in text.split() if word.strip(",.") not in _UNHEARD)


def _numeric(text: str) -> Iterator[Date]:
    if match := _ISO.fullmatch(text):
        found = (int(match[1]), int(match[3]), int(match[4] or 0))
        return iter([found] if possible(found) else [])
    if match := _MONTH_YEAR.fullmatch(text):
        found = (int(match[2]), int(match[1]), 0)
        return iter([found] if possible(found) else [])
    if match := _NUMERIC.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        return filter(possible, ((year, second, first), (year, first, second)))
    return iter(())


def _worded(text: str) -> Date | None:
    """Read words such as "Thursday the 17th of May, 2012" in any order; each part stands once."""
    text = _TWENTIETHS.sub(lambda match: str(_TENS[match[1]] + (_small(match[2]) or 100)), text)
    text = _FRENCH_TEENS.sub(lambda match: _DIX[match[1]], text)
    found = [word for word in _WORD.findall(text) if word not in _UNHEARD]
    found = _with_year(found)
    parts = [part for n, part in enumerate(found) if not (part in _ENDINGS and n and found[n - 1].isdigit())]
    months = [MONTHS[part] for part in parts if part in MONTHS]
    years = [int(part) for part in parts if _YEAR.fullmatch(part)]
    days = [value for part in parts if (value := _small(part)) is not None]
    if not parts or len(months) + len(years) + len(days) != len(parts) or max(len(months), len(years)) > 1:
        return None
    if months and not years and len(days) == 2:  # noqa: PLR2004 - a day and a two-digit year
        days, years = days[:1], days[1:]
    if len(days) > 1 or (days and years and not months):
        return None
    if days and months and not _beside_month(parts):
        return None
    date_said = (sum(years), sum(months), sum(days))
    return date_said if possible(date_said) else None


def _with_year(found: list[str]) -> list[str]:
    """Give the parts with a year that is spelt out after the month in digits: two thousand and twelve."""
    month = next((n for n, part in enumerate(found) if part in MONTHS), len(found))
    year = spelt_year(found[month + 1 :]) if len(found) > month + 1 else None
    return found if year is None or year < 1000 else [*found[: month + 1], str(year)]  # noqa: PLR2004 - four digits


def _beside_month(parts: list[str]) -> bool:
    """Tell whether the first day stands next to the month, as it does in every way to write a date."""
    at = next(n for n, part in enumerate(parts) if part in MONTHS)
    return any(_small(part) is not None for part in (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2]))


def _small(part: str) -> int | None:
    if _DAY.fullmatch(part):
        return int(part)
    return ORDINALS.get(part, spelt([part])) if part not in MONTHS else None


def possible(found: Date) -> bool:
    """Tell whether such a day is in the calendar."""
    year, month, day = found
    if not any(found) or (day and not month and day > 31):  # noqa: PLR2004 - the longest month
        return False
    if not month:
        return True
    try:
        date(year if year >= TWO_DIGITS else 2000 + year if year else 2000, month, day or 1)
    except ValueError:
        return False
    return True
