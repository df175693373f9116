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


_VERBS: Final = {"is": Amount.ONE, "was": Amount.ONE, "are": Amount.SEVERAL, "were": Amount.SEVERAL}
_ASKED: Final = re.compile(
    r"(?:^|[.,:;!?\u2026]\s+)(?:who|what|which(?: of (?:these|those|them|the following)| (?!of\b)[\w'\u2019 -]{1,40}?)?"
    r")\s(is|was|are|were)\s(?!(?:not )?(?:true|right|correct|false|wrong)\b)",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:\w+(?:ing|ed)|called|known|made|of|for|in|on|at|with|to|from|by|about|against|like)\W*$"
    r"|\b(?:of|for|in|on|at|with|to|from|by|about) (?:for|in|on|at|by|during|after|before)\b",
    re.IGNORECASE,
)
_SEVERAL_WORDS: Final = frozenset("two three four five six seven eight nine ten both several some these those".split())
_ONE_WORDS: Final = frozenset("a an one this that every each".split())
_AFTER_HEAD: Final = frozenset(
    "of in at on with without for from to by who whom that which whose between behind under over near during after "
    "before against about into through is are was were has have had as than".split()
)
_IRREGULAR: Final = frozenset("men women children people feet teeth mice geese police cattle".split())
_UNCLEAR_END: Final = re.compile(r"(?:ss|us|is|ics|news|series|species|lens|gas|always|perhaps)$")
_UNCLEAR: Final = frozenset("fish sheep deer data media staff crew team family money music water information".split())


def asked(stem: str) -> Amount | None:
    """Return how many things a stem asks for by its verb, None when it doesn't say.

    It does not where something else is the subject: "In which town is the club?", "What is she called?".
    """
    found = {_VERBS[verb.casefold()] for verb in _ASKED.findall(stem)}
    return found.pop() if len(found) == 1 and not _OF_ANOTHER.search(stem) else None


@lru_cache(maxsize=1 << 14)
def offered(text: str) -> Amount | None:
    """Return whether an option is one thing or several, None where its form doesn't show it."""
    said = words(text)
    if is_name(text) or any(word.quoted for word in said) or said[0].plain.endswith("ing"):
        return None
    plain = [word.plain for word in said]
    if plain[0] in _SEVERAL_WORDS or plain[0] in _ONE_WORDS:
        return Amount.SEVERAL if plain[0] in _SEVERAL_WORDS else Amount.ONE
    head = next((place for place, word in enumerate(plain) if word in _AFTER_HEAD), len(plain))
    if head == 0:
        return None
    return Amount.SEVERAL if "and" in plain[:head] else _noun(plain[head - 1])


def _noun(word: str) -> Amount | None:
    if word in _IRREGULAR:
        return Amount.SEVERAL
    if word in _UNCLEAR or _UNCLEAR_END.search(word) or not word.isalpha():
        return None
    return Amount.SEVERAL if word.endswith("s") else Amount.ONE
