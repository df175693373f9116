"""The forms of a wording: as typed, and with what a host would not hear left out."""

import re
from collections.abc import Iterable, Iterator

from .expected import Expects
from .lexicon import (
    ARTICLES,
    CLOSERS,
    OPENERS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    POSSESSIVES,
    ROLES,
    TEXT_PREPOSITIONS,
    TITLE_NOUNS,
    Phrase,
)
from .normal import words
from .stems import Words

_ELIDED = re.compile(r"\b[ld]'(?=\w)")
_YEAR_IN_BRACKETS = re.compile(r"\s*[(\[](?:18|19|20)\d\d[)\]]\W*$", re.ASCII)
_HARD = re.compile(r"\bor\b|\bou\b|\bvs\b|\bversus\b|[/;|\\]|\?\s*(?=\w)|=>?|->")
_SOFT = re.compile(r",|\s-\s|[()\[\]{}]|\s\.\s|:\s")
_AND = re.compile(r"\band\b|\bet\b|[&+]")
_ANY_JOINT = re.compile(r"[^\w\s'\"!]|\b(?:or|ou|vs|versus|and|et|either|both|soit)\b")
_EITHER = re.compile(r"^\W*(?:either|both|soit)\s+")
_OPENERS: dict[str, tuple[Phrase, ...]] = {}
for _phrase in OPENERS:
    _OPENERS[_phrase[0]] = (*_OPENERS.get(_phrase[0], ()), _phrase)
_CLOSERS: dict[str, tuple[Phrase, ...]] = {}
for _phrase in CLOSERS:
    _CLOSERS[_phrase[-1]] = (*_CLOSERS.get(_phrase[-1], ()), _phrase)
_LEADING = {
    Expects.TEXT: ARTICLES | POSSESSIVES | TEXT_PREPOSITIONS,
    Expects.PERSON: ROLES | {"the", "by", "par"},
    Expects.CHARACTER: ROLES | {"the"},
    Expects.PLACE: ARTICLES | PLACE_PREPOSITIONS,
    Expects.TITLE: ARTICLES,
}


def bracketless(fold: str) -> str:
    """Give a title without a year in brackets after it."""
    return _YEAR_IN_BRACKETS.sub("", fold)


def spoken(reply: Words) -> Words:
    """Give the reply without "I think it's", "who is" and the like around it."""
    shorter = True
    while reply and shorter:
        shorter = False
        for phrase in _OPENERS.get(reply[0], ()):
            if reply[: len(phrase)] == phrase:
                reply, shorter = reply[len(phrase) :], True
                break
        for phrase in _CLOSERS.get(reply[-1], ()) if reply else ():
            if reply[-len(phrase) :] == phrase:
                reply, shorter = reply[: -len(phrase)], True
                break
    return reply


def trimmed(expects: Expects, wording: Words) -> Words:
    """Give the wording without the articles, prepositions or titles before it that its sort may lack."""
    leading = _LEADING[expects]
    start = 0
    while start < len(wording) - 1 and wording[start] in leading:
        start += 1
    return wording[start:]


def forms(expects: Expects, fold: str, wording: Words) -> Iterator[Words]:
    """Give a key's own forms, the most literal first."""
    yield wording
    yield trimmed(expects, wording)
    if expects not in {Expects.PERSON, Expects.CHARACTER} and "'" in fold:
        yield trimmed(expects, words(_ELIDED.sub("", fold)))
    if expects is Expects.TITLE:
        yield trimmed(expects, words(bracketless(fold)))


def reply_forms(expects: Expects, fold: str) -> Iterator[Words]:
    """Give a reply's forms: besides a key's, without spoken phrases and without the noun that names its sort."""
    wording = words(fold)
    yield wording
    heard = spoken(wording)
    yield heard
    short = trimmed(expects, heard)
    yield short
    if expects not in {Expects.PERSON, Expects.CHARACTER} and "'" in fold:
        short = trimmed(expects, spoken(words(_ELIDED.sub("", fold))))
        yield short
    if expects is Expects.TITLE and len(short) > 1 and short[0] in TITLE_NOUNS:
        yield short[1:]
    if expects is Expects.PLACE and len(short) > 1 and short[0] in PLACE_NOUNS:
        yield trimmed(expects, short[2:] if short[1] == "of" and len(short) > 2 else short[1:])  # noqa: PLR2004


def parts(expects: Expects, fold: str) -> tuple[str, ...]:
    """Give the answers that a folded reply lists; "and" parts them except in titles."""
    if not _ANY_JOINT.search(fold):
        return (fold,) if words(fold) else ()
    fold = _EITHER.sub("", fold)
    pieces: Iterable[str] = [fold]
    for joint in (_HARD, _SOFT, *(() if expects is Expects.TITLE else (_AND,))):
        pieces = [piece for whole in pieces for piece in joint.split(whole)]
    return tuple(piece.strip() for piece in pieces if words(piece))


def hard_parts(fold: str) -> tuple[str, ...]:
    """Give the answers that "or", a slash, a semicolon or a question mark parts."""
    return tuple(piece.strip() for piece in _HARD.split(_EITHER.sub("", fold)) if words(piece))
