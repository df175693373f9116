"""Lengths of time, exact, in seconds."""

import re
from dataclasses import dataclass
from fractions import Fraction

from .lexicon import ABOUT, EXACTLY, FILLERS
from .number_words import NUMBER_WORDS
from .quantity import amount, is_literal, lexemes, numerals_end
from .units import SECONDS, TIMES

_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_UNITS = TIMES | {"m": "minute", "'": "minute"}
_STOPS = re.compile(r"^[.,]+(?!\d)")
_SMALLER = {"hour": "minute", "minute": "second"}
_ONE = frozenset(["a", "an", "un", "une", "one"])
_ARTICLES = _ONE - {"one"}
_HALF = frozenset(["half", "demi", "demie"])
_JOINS = frozenset(["and", "et"])
_SILENT = (ABOUT | EXACTLY | FILLERS) - {"d", "a", "an", "annee", "year", "day"}
_NOT_SCALES = frozenset({"m", "mn", "b", "md", "second", "seconde"})


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `clock` holds 89:22 read as minutes and seconds when that is not how `seconds` reads it."""

    seconds: Fraction
    unit: str = ""
    clock: Fraction | None = None


def duration(fold: str) -> Duration | None:
    """Read a folded text such as "1h55", "115 min" or "eight weeks"; a bare number has no unit."""
    text = _STOPS.sub("", fold.strip(" !?;\"'()")).rstrip(" .,")
    if match := _CLOCK.fullmatch(text):
        return _clock(int(match[1]), int(match[2]), match[3])
    lexed = [word for n, word in enumerate(lexemes(text)) if word not in _SILENT and (word != "-" or not n)]
    return _worded(
        [
            word
            for n, word in enumerate(lexed)
            if word not in _ARTICLES or (n + 1 < len(lexed) and _may_count(lexed[n + 1]))
        ]
    )


def _may_count(after: str) -> bool:
    """Tell whether "a" counts one here, or stands before a number or nothing."""
    return after not in NUMBER_WORDS and not is_literal(after)


def _clock(first: int, second: int, third: str | None) -> Duration:
    if third is not None:
        return Duration(Fraction(3600 * first + 60 * second + int(third)), "clock")
    hours, minutes = Fraction(3600 * first + 60 * second), Fraction(60 * first + second)
    return Duration(minutes, "clock", hours) if first >= 10 else Duration(hours, "clock", minutes)  # noqa: PLR2004


def _worded(lexed: list[str]) -> Duration | None:
    """Add up "1 hour 55 min": units fall, and a last bare number takes the next smaller one."""
    total, unit, at = Fraction(0), "", 0
    while at < len(lexed):
        if unit and lexed[at] in _JOINS and at + 1 < len(lexed):
            at += 1
        if unit and lexed[at:] in (["half"], ["a", "half"], ["demi"], ["demie"]):
            return Duration(total + Fraction(SECONDS[unit], 2), unit)
        read = _count(lexed, at)
        if read is None:
            return None
        count, at = read
        named = _UNITS.get(lexed[at], "?") if at < len(lexed) else _SMALLER.get(unit, "")
        if not named and not unit:
            return Duration(count)
        if named not in SECONDS or (unit and SECONDS[named] >= SECONDS[unit]):
            return None
        total, unit, at = total + count * SECONDS[named], named, at + 1
    return Duration(total, unit) if unit else None


def _count(lexed: list[str], at: int) -> tuple[Fraction, int] | None:
    """Read how many: "8", "eight", "a", "half a", "two and a half"."""
    if lexed[at] in _HALF:
        skip = 2 if lexed[at + 1 : at + 2] and lexed[at + 1] in {"a", "an", "-"} else 1
        return (Fraction(1, 2), at + skip) if at + skip < len(lexed) else None
    if lexed[at] in _ONE and lexed[at + 1 : at + 2] and lexed[at + 1] in _UNITS:
        return Fraction(1), at + 1
    end = numerals_end(lexed, at, _NOT_SCALES)
    count = amount(lexed[at:end]) if end > at else None
    if count is None:
        return None
    for half in (["and", "a", "half"], ["et", "demi"], ["et", "demie"]):
        if lexed[end : end + len(half)] == half and end + len(half) < len(lexed):
            return count + Fraction(1, 2), end + len(half)
    return count, end
