"""Whether a stem and an option speak of one thing or of several, as far as their form shows it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from rb_quiz.bank.advice.words import is_name, words


class Amount(Enum):
    """One or several."""

    ONE = "one"
    SEVERAL = "several"


_SINGULAR: Final = re.compile(
    r"\b(?:who(?! else)|what|which(?: of (?:these|them|the following))?|which (?:(?!two|three|four|of)[\w'’-]+ ){0,2}"
    r"[\w'’-]*[^\Ws])\s+(?:is|was)\b",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(
    r"\b(?:who|what|which(?: of (?:these|them|the following))?|which (?:[\w'’-]+ ){0,3}[\w'’-]*s)\s+(?:are|were)\b",
    re.IGNORECASE,
)
_SEVERAL_WORDS: Final = frozenset("two three four five six seven eight nine ten both several some these those".split())
_ONE_WORDS: Final = frozenset("a an one this that every each".split())
_AFTER_HEAD: Final = frozenset(
    "of in at on with without for from to by who whom that which whose between behind under over near during after "
    "before against about into through is are was were has have had as than".split()
)
_IRREGULAR: Final = frozenset("men women children people feet teeth mice geese police cattle".split())
_UNCLEAR_END: Final = re.compile(r"(?:ss|us|is|ics|ous|news|series|species|lens|gas|bus|always|perhaps)$")
_UNCLEAR: Final = frozenset("fish sheep deer data media staff crew team family money music water information".split())


def asked(stem: str) -> Amount | None:
    """Return how many things a stem asks for by its verb, None when it doesn't say."""
    one, several = bool(_SINGULAR.search(stem)), bool(_PLURAL.search(stem))
    return None if one == several else Amount.ONE if one else Amount.SEVERAL


@lru_cache(maxsize=1 << 14)
def offered(text: str) -> Amount | None:
    """Return whether an option is one thing or several, None where its form doesn't show it."""
    plain = [word.plain for word in words(text)]
    if not plain or is_name(text) or any(word.quoted for word in words(text)):
        return None
    if plain[0] in _SEVERAL_WORDS:
        return Amount.SEVERAL
    if plain[0] in _ONE_WORDS:
        return Amount.ONE
    head = next((place for place, word in enumerate(plain) if word in _AFTER_HEAD), len(plain))
    if head == 0 or "and" in plain[:head]:
        return Amount.SEVERAL if head else None
    return _noun(plain[head - 1])


def _noun(word: str) -> Amount | None:
    if word in _IRREGULAR:
        return Amount.SEVERAL
    if word in _UNCLEAR or _UNCLEAR_END.search(word) or not word.isalpha():
        return None
    return Amount.SEVERAL if word.endswith("s") else Amount.ONE
