"""What may stand around a number without changing it: its unit, and the whole that it is out of."""

import re
from fractions import Fraction
from itertools import pairwise, takewhile

from .expected import Expects
from .lexicon import FILLERS, LINKS
from .normal import words
from .quantity import amount, is_number, lexemes, numerals_end
from .units import UNITS, units_in

_OUT_OF = re.compile(r"(?:/|\b(?:out )?of\b|\bsur\b)(?= ?(?:(?:an?|the|its|his|her|their) )?(\w+))")
_WHOLE_ASKED = re.compile(r"/|\bout of\b|\bof (?=the\b|its\b|his\b|her\b|their\b)|\bsur\b")
_HOW_MANY = frozenset({("how", "many"), ("combien", "de"), ("combien", "d")})
_BEFORE_WHOLE = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_COMPOUND = frozenset("/ ^ per par square squared cubic cubed carre carres cube cubes".split())
_SIGNS = "%°€$£¥"


def unit_form(unit: str) -> re.Pattern[str] | None:
    """Give what finds a folded unit in a folded reply, "4km/h" and "4 m2" included; None for no unit."""
    if not any(sign.isalnum() or sign in _SIGNS for sign in unit):
        return None
    loose = re.escape(unit).replace(r"\^", r"\^?").replace("/", " ?/ ?")
    before = r"(?<=[\d\s(-])" if unit[0].isalpha() or unit[0] in _SIGNS else r"(?<=\s)"
    return re.compile(rf"{before}{loose}(?!\w)")


def main_unit(counted: list[str]) -> frozenset[str]:
    """Give the unit that may stand alone for a whole one: days of "days a week", but nothing of km/h and m²."""
    if _COMPOUND.intersection(counted):
        return frozenset()
    return units_in([word for word in counted if word in UNITS][:1])


def unit_asked(said: list[str]) -> frozenset[str] | None:
    """Give the unit that follows "how many" in a question, perhaps none; None when it does not ask so."""
    at = next((n for n, pair in enumerate(pairwise(said)) if pair in _HOW_MANY), None)
    if at is None:
        return None
    noun = takewhile(lambda word: word not in LINKS, said[at + 2 :])
    return units_in([word for word in noun if word in UNITS][:1])


def unitless(form: re.Pattern[str] | None, fold: str) -> str | None:
    """Give the reply without the question's unit, or None when it does not close the reply."""
    match = form.search(fold) if form else None
    if match is None or not words(before := fold[: match.start()]):
        return None
    after = fold[match.end() :]
    return None if any(word not in FILLERS for word in words(after)) else f"{before} {after}".strip()


def wholes_in(fold: str, expects: Expects, units: frozenset[str]) -> frozenset[Fraction]:
    """Give what a question counts out of: "out of five" says 5, a percentage 100."""
    if expects is not Expects.NUMBER:
        return frozenset()
    read = [_whole(fold[match.end() :]) for match in _WHOLE_ASKED.finditer(fold)]
    said = [found[0] for found in read if found is not None]
    return frozenset([*said, Fraction(100)] if "percent" in units else said)


def part(wholes: frozenset[Fraction], fold: str) -> str | None:
    """Give the reply without "out of 5" or "/5" when the question counts out of just that."""
    for match in _OUT_OF.finditer(fold) if wholes else ():
        if not is_number(match[1]):
            continue
        whole, rest = _whole(fold[match.end() :]) or (None, [])
        if whole not in wholes or any(map(is_number, rest)) or "/" in rest:
            return None
        return " ".join((fold[: match.start()].strip(), *rest)).strip()
    return None


def _whole(text: str) -> tuple[Fraction, list[str]] | None:
    """Read the number that a text begins with, and the lexemes after it."""
    lexed = lexemes(text)
    start = 1 if lexed and lexed[0] in _BEFORE_WHOLE else 0
    end = numerals_end(lexed, start)
    found = amount(lexed[start:end]) if end > start else None
    return None if found is None else (found, lexed[end:])
