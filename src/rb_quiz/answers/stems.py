"""What the question already says: its words carry no information in a response."""

import re
from dataclasses import dataclass

from .lexicon import (
    ASKING,
    CARRIERS,
    EXACT_WORDS,
    HARMLESS_LINKS,
    LINKS,
    NEGATIONS,
    POSSESSIVES,
    QUALIFIERS,
    SMALL_WORDS,
)
from .normal import folded, words

Words = tuple[str, ...]

_FIXED = NEGATIONS | QUALIFIERS | EXACT_WORDS | {"or", "ou"}
_POSSESSIVE = re.compile(r"\b(\w+)'s?(?=\s+\w)")
_WORD = re.compile(r"\S+")
_ASKS_NEAR = re.compile(r"near (?:which|what|whom)|close to (?:which|what)", re.IGNORECASE)
_DOERS = {"by": ("ed", "en"), "par": ("e", "ee")}
_KINSHIP = 5


@dataclass(frozen=True, slots=True)
class Stem:
    """The question's words: `common` ones may be left out anywhere, `names` only beside another word of the stem."""

    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    all: frozenset[str] = frozenset()

    def akin(self, word: str) -> bool:
        """Tell whether the question has this word or one that begins alike, as nominated and nominations do."""
        start = word[:_KINSHIP]
        return any(other == word or (len(start) == _KINSHIP and other.startswith(start)) for other in self.all)


def stem_of(text: str) -> Stem:
    """Part a question's words into common ones and names."""
    common: set[str] = set()
    names: set[str] = set()
    for position, match in enumerate(_WORD.finditer(text)):
        fold = folded(match.group())
        found = {*words(fold), *words(re.sub(r"'s\b", "", fold))}
        is_name = any(character.isupper() for character in match.group())
        if is_name and (position or not found <= ASKING):
            names |= found
        else:
            common |= found
    if not _ASKS_NEAR.search(text):
        common.discard("near")
    return Stem(frozenset(common - names), frozenset(names), frozenset(common | names))


def owners(fold: str) -> frozenset[str]:
    """Give the words in the possessive with something after them: Anna in "Anna's sister"."""
    if "'" not in fold:
        return frozenset()
    return frozenset(words(" ".join(f"{match[1]}s" for match in _POSSESSIVE.finditer(fold))))


def informative(reply: Words, owning: frozenset[str], stem: Stem) -> Words:
    """Give the reply without the question's words; as it is when leaving them out would change what it says.

    "Ali's sister Anna" says Anna, but "Anna's sister" and "the sister of Anna" do not; "Ali Anna" is a list.
    """
    if not owning <= stem.names:
        return reply
    kept: list[str] = []
    pending: list[str] = []
    beside = False
    for before, word in zip(("", *reply), reply, strict=False):
        if word in LINKS:
            pending.extend(() if _done_by(before, word) else (word,))
        elif _carries_nothing(word, stem):
            beside = True
        elif word in stem.names and word not in _FIXED and (pending or beside or word in owning):
            pending, beside = [], True
        else:
            kept.extend(link for link in pending if link not in HARMLESS_LINKS)
            kept.append(word)
            pending, beside = [], False
    return tuple(kept)


def _done_by(before: str, word: str) -> bool:
    """Tell "directed by" from "a film by": the first names the answer, the second something of the answer's."""
    return word in _DOERS and before.endswith(_DOERS[word])


def _carries_nothing(word: str, stem: Stem) -> bool:
    return word in CARRIERS or (word in stem.common and word not in _FIXED and not word.isdigit())


def only_repeats(reply: Words, stem: Stem) -> bool:
    """Tell whether the reply has no word but the question's own."""
    empty = CARRIERS | LINKS | POSSESSIVES | SMALL_WORDS | ASKING
    return any(word in stem.all for word in reply) and all(word in stem.all or word in empty for word in reply)


def beyond(answer: Words, stem: Stem) -> Words:
    """Give the part of an answer that the question does not say already."""
    rest = [word for word in answer if word not in stem.all]
    while rest and rest[0] in SMALL_WORDS:
        rest.pop(0)
    while rest and rest[-1] in SMALL_WORDS:
        rest.pop()
    return tuple(rest)
