"""Forms are what options look like, whatever they say: each says what an option has, and whom it excuses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects, readable
from rb_quiz.bank.advice.tokens import tokens
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rb_quiz.bank.names import Names

_QUOTES: Final = re.compile("[\"\u201c\u201d\u00ab\u00bb]|(?<!\\w)['\u2018\u2019]|['\u2018\u2019](?!\\w)")
_DECIMALS: Final = re.compile(r"(?<![\d.,])\d+\.(\d+)(?![\d.,])")
_THOUSAND: Final = 3
_FIGURE: Final = re.compile(r"[-+\u2212]?\d[\d.,\u202f]*(?: \d{3}(?!\d))*")
_SIGNS: Final = "€$£¥"
_DATES: Final = {
    "day, month, year": re.compile(r"\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,9}\.?,? \d{4}"),
    "month, day, year": re.compile(r"[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"),
    "year-month-day": re.compile(r"\d{4}-\d{1,2}-\d{1,2}"),
    "figures alone": re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}"),
    "month and year": re.compile(r"[^\W\d_]{3,9}\.? \d{4}"),
    "year": re.compile(r"\d{4}"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """One thing that options can look like.

    Attributes:
        of: what it is of an option, None where it has nothing to say of it and so of the whole question.
        words: that as what an option alone does.
        excused: whether an option that is alone in it is a name, which is written as it is written.

    """

    of: Callable[[str], object]
    words: Callable[[object], str]
    excused: Callable[[Names, str, Sequence[str]], bool]


def _known(names: Names, text: str) -> bool:
    """Return whether a text is a name of the bank."""
    return any(names.entry(sort, text) is not None for sort in NAMED if sort is not Expects.TEXT)


def _is_titled(text: str) -> bool:
    """Return whether a text has a capital further on, as names of more than one word do."""
    return any(character.isupper() for character in text[1:])


def _capital(text: str) -> bool | None:
    return text[0].isupper() if text[0].isalpha() and text[0].upper() != text[0].lower() else None


def _capital_excused(names: Names, text: str, rest: Sequence[str]) -> bool:
    return _known(names, text) or _is_titled(text) or all(_known(names, other) for other in rest)


def _digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _digits_excused(names: Names, text: str, rest: Sequence[str]) -> bool:
    """Return whether the digits belong to names: beside names, in one with a capital further on, or after letters."""
    holders = [text] if _digits(text) else rest
    if any(other[0].isupper() and not readable(Expects.NUMBER, other) for other in rest):
        return True
    return any(_known(names, holder) or not _figures_first(holder) or _is_titled(holder) for holder in holders)


def _figures_first(text: str) -> bool:
    return text.lstrip(" -+\u2212\"'\u201c" + _SIGNS)[:1].isdigit()


def _unit(text: str) -> str | None:
    """Return what stands beside a figure that an option begins with; a date has no unit."""
    if _date(text) not in (None, "year"):
        return None
    figure = text.strip(_SIGNS + " ")
    found = _FIGURE.match(figure)
    if found is None:
        return None
    signs = "".join(sign for sign in _SIGNS if sign in text)
    beside = " ".join(word.removesuffix("s") for word in tokens(figure[found.end() :]) if word not in _SIGNS)
    ordinal = figure[found.end() : found.end() + 2].casefold() in ("st", "nd", "rd", "th")
    return "th" if ordinal else f"{signs}{beside}"


def _unit_words(value: object) -> str:
    return f"has the unit {value!r}" if value else "has no unit"


def _unit_excused(names: Names, text: str, rest: Sequence[str]) -> bool:
    return any(_known(names, each) for each in (text, *rest))


def _quotes(text: str) -> bool:
    return bool(_QUOTES.search(text))


def _quotes_excused(names: Names, text: str, rest: Sequence[str]) -> bool:  # noqa: ARG001 - a form like the others
    """Return whether there is but an apostrophe at a word's end, as in the players' tunnel."""
    holders = [text] if _quotes(text) else rest
    return all(holder[0] not in "\"'\u2018\u201c\u00ab" and '"' not in holder for holder in holders)


def _stop(text: str) -> bool:
    return text.endswith(".") and not text.endswith("...")


def _stop_excused(names: Names, text: str, rest: Sequence[str]) -> bool:
    """Return whether the stop belongs to a name or a word that is cut short, such as Inc., Jr. or etc."""
    if not _stop(text):
        return any(_known(names, other) for other in rest)
    last = text.rsplit(maxsplit=1)[-1]
    short = (len(last) <= len("Bros.") and (last[0].isupper() or "." in last[:-1])) or last in ("etc.", "al.")
    return _known(names, text) or short or len(text.split()) == 1


def _decimals(text: str) -> bool | None:
    """Return whether a figure has decimals; 42.195 may be a thousand times as much, so it can't be told."""
    found = _DECIMALS.search(text)
    if _FIGURE.match(text.strip(_SIGNS + " ")) is None or (found and len(found[1]) == _THOUSAND):
        return None
    return bool(found)


def _date(text: str) -> str | None:
    return next((name for name, pattern in _DATES.items() if pattern.fullmatch(text.strip())), None)


def _never(names: Names, text: str, rest: Sequence[str]) -> bool:  # noqa: ARG001 - a form like the others
    return False


FORMS: Final = (
    Form(_capital, lambda value: f"begins with a {'capital' if value else 'small letter'}", _capital_excused),
    Form(_digits, lambda value: f"has {'digits' if value else 'no digits'}", _digits_excused),
    Form(_date, lambda value: f"writes its date as {value}", _never),
    Form(_decimals, lambda value: f"has {'decimals' if value else 'no decimals'}", _unit_excused),
    Form(_unit, _unit_words, _unit_excused),
    Form(_quotes, lambda value: f"has {'quotation marks' if value else 'no quotation marks'}", _quotes_excused),
    Form(_stop, lambda value: f"ends {'with' if value else 'without'} a full stop", _stop_excused),
)
