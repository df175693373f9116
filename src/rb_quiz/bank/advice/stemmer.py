"""Porter's stemmer (1980): "whales" and "whale", "nominated" and "nomination" come down to the same root."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST: Final = 3
_SHORTEST_AGENT: Final = 7
_VOWEL: Final = r"(?:[aeiou]|(?<=[^aeiou])y)"
_SYLLABLE: Final = re.compile(rf"{_VOWEL}+(?:(?!{_VOWEL}).)+")
_HAS_VOWEL: Final = re.compile(_VOWEL)
_DOUBLE: Final = re.compile(r"([^aeioulsz])\1$")
_SHORT_END: Final = re.compile(r"(?:^|[^aeiou])[aeiouy][^aeiouwxy]$")
_DERIVED: Final = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_FORMED: Final = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_ENDINGS: Final = dict.fromkeys(
    "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion".split(), ""
) | {"sion": "s", "tion": "t"}


@lru_cache(maxsize=1 << 15)
def root(word: str) -> str:
    """Return what a word in lower case has in common with its other forms."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    word = _without_plural(word)
    word = _without_tense(word)
    if word.endswith("y") and _HAS_VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _DERIVED, 1)
    word = _replaced(word, _FORMED, 1)
    return _tidied(_without_agent(_replaced(word, _ENDINGS, 2)))


def _measure(word: str) -> int:
    """Return how often a vowel is followed by a consonant."""
    return len(_SYLLABLE.findall(word))


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_tense(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        if word.endswith(ending) and _HAS_VOWEL.search(word[: -len(ending)]):
            return _mended(word[: -len(ending)])
    return word


def _mended(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _DOUBLE.search(word):
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _SHORT_END.search(word) else word


def _replaced(word: str, endings: Mapping[str, str], measure: int) -> str:
    """Return a word with the longest ending it has replaced, where enough is left before it."""
    for ending in sorted((ending for ending in endings if word.endswith(ending)), key=len, reverse=True)[:1]:
        before = word[: -len(ending)] + ("" if measure == 1 else endings[ending])
        if _measure(before) >= measure:
            return before + (endings[ending] if measure == 1 else "")
    return word


def _without_agent(word: str) -> str:
    """Return "train" for "trainer", which Porter keeps apart; a short word such as "water" is no agent."""
    return word[:-2] if word.endswith(("er", "or")) and len(word) >= _SHORTEST_AGENT else word


def _tidied(word: str) -> str:
    if word.endswith("e"):
        enough = _measure(word[:-1])
        if enough > 1 or (enough == 1 and not _SHORT_END.search(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
