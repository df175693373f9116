"""The words of a text as an examiner reads them: which are quoted, which belong to names, and which carry sense."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.advice.stemmer import root

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED: Final = re.compile(
    r'"[^"]*"|\u201c[^\u201c\u201d]*\u201d|\u201e[^\u201e\u201c\u201d]*[\u201c\u201d]|\u00ab[^\u00ab\u00bb]*\u00bb|(?<!\w)\u2018[^\u2018]{0,400}?\u2019(?!\w)|(?<!\w)\'(?=\S)[^"]{0,400}?(?<=\S)\'(?!\w)'
)
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019.\-][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['\u2019][sS]$")
_SENTENCE_END: Final = re.compile(r"[.!?…:;]")
_NOT_ENDED: Final = re.compile(r"[A-Z]|Dr|Mr|Mrs|Ms|St|No|vs|Jr")
_SMALL: Final = frozenset(
    "a an the of in on at to by for from with and or but as nor so yet over into upon s "
    "van von der den de la le les du des d di da del della dos y e et en bin al el".split()
)
STOP: Final = frozenset(
    "a about above after again against all also am an and any are as at be became because been before being below "
    "between both but by called can cannot could did do does doing done during each either else ever every few first "
    "for from had has have having he her hers him his how i if in into is it its itself just last least less made make "
    "many may me might more most much must my near neither never no none nor not of off on once one only or other our "
    "out over own part per same shall she should since so some still such than that the their them themselves then "
    "there these they this those three through till to together too two under until up upon us very was we were what "
    "when where whether which while who whom whose why will with within without would you your s t "
    "according choose name named following type kind sort thing way people person".split()
)
_CARRYING_NOTHING: Final = STOP | _SMALL | {""}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    Attributes:
        text: as it stands there.
        plain: in lower case, without accents and the ending of a possessive.
        quoted: whether it stands in quotation marks.
        proper: whether its capital shows that it is part of a name or a title.

    """

    text: str
    plain: str
    quoted: bool
    proper: bool

    @property
    def root(self) -> str:
        """Return what it has in common with its other forms."""
        return root(self.plain)

    @property
    def loud(self) -> bool:
        """Return whether it is written in capitals."""
        return len(self.text) > 1 and self.text.isupper()


@lru_cache(maxsize=1 << 14)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    found = list(_WORD.finditer(text))
    capitals = _capitals(text, found)
    starts = [start for start, _ in quoted]
    last = [bisect_right(starts, word.start()) - 1 for word in found]
    within = [place >= 0 and word.start() < quoted[place][1] for word, place in zip(found, last, strict=True)]
    return tuple(
        Word(word.group(), _plain(word.group()), inside, proper)
        for word, inside, proper in zip(found, within, capitals, strict=True)
    )


def _plain(word: str) -> str:
    return normal(_POSSESSIVE.sub("", word))


def _capitals(text: str, found: Sequence[re.Match[str]]) -> list[bool]:
    """Return which words have a capital that is not due to the start of a sentence."""
    if text.isupper():
        return [False] * len(found)
    capital = [word.group()[0].isupper() for word in found]
    if _is_title(found):
        return capital
    starts = [_starts(text, found, place) for place in range(len(found))]
    proper = [big and not start for big, start in zip(capital, starts, strict=True)]
    for place, start in enumerate(starts[:-1]):
        beside = text[found[place].end() : found[place + 1].start()].isspace()
        if start and capital[place] and beside and proper[place + 1] and not found[place + 1].group().isupper():
            proper[place] = True  # "Never Let Me Go", at the start of a sentence too
    return proper


def _is_title(found: Sequence[re.Match[str]]) -> bool:
    """Return whether all words but small ones have a capital: "All the President's Men"."""
    large = [word.group() for word in found if word.group() not in _SMALL]
    return len(large) > 1 and all(word[0].isupper() or word[0].isdigit() for word in large)


def _starts(text: str, found: Sequence[re.Match[str]], place: int) -> bool:
    """Return whether a word is the first of a sentence or a quotation."""
    if place == 0:
        return True
    before = text[found[place - 1].end() : found[place].start()]
    if any(mark in before for mark in '"\u201c\u201e\u00ab\u2018'):
        return True
    return bool(_SENTENCE_END.search(before)) and not _NOT_ENDED.fullmatch(found[place - 1].group())


def spoken(text: str) -> tuple[Word, ...]:
    """Return the words that are the author's own: neither quoted nor part of a name."""
    return tuple(word for word in words(text) if not word.quoted and not word.proper)


@lru_cache(maxsize=1 << 14)
def content(text: str) -> frozenset[str]:
    """Return the roots of the words that carry sense and are the author's own."""
    return frozenset(word.root for word in spoken(text) if word.plain and word.plain not in STOP)


@lru_cache(maxsize=1 << 14)
def roots(text: str) -> frozenset[str]:
    """Return the roots of all words, quoted ones and names too."""
    return frozenset(word.root for word in words(text))


@lru_cache(maxsize=1 << 14)
def is_name(text: str) -> bool:
    """Return whether a text is a name, a title, a quotation or a figure rather than words of the author."""
    said = words(text)
    own = [word for word in spoken(text) if word.plain not in _CARRYING_NOTHING and not word.plain[0].isdigit()]
    begins_name = own == [said[0]] and said[0].text[0].isupper() and any(word.proper for word in said) if own else False
    return not own or begins_name  # "César for Best Film" begins with a name as far as anyone can tell


def shown_list(texts: Sequence[str]) -> str:
    """Return texts in quotation marks, the first few of many."""
    listed = ", ".join(f"{text!r:.60}" for text in texts[:3])
    return f"{listed} and {len(texts) - 3} more" if len(texts) > 3 else listed  # noqa: PLR2004 - as many as are listed
