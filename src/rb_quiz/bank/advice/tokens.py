"""Tokens are the words of a stem or an option in normal form; content is what is left without the small words."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rb_quiz.answers import normal

_MOST_KNOWN: Final = 1 << 14
SMALL: Final = frozenset(
    (
        "a about above after all also although among an and any are as at be because been before below besides between "
        "both but by can could did do does done down during each either even every for from had has have he her hers "
        "him his how if in into is it its itself just least less made make makes many may me more most much must my no "
        "nor not of off on once one ones only or other others our out over own per same shall she should since so some "
        "such than that the their theirs them then there these they this those though through to together too under "
        "until up upon us very was we were what when where whether which while who whom whose why will with within "
        "without would you your s t"
    ).split()
)
"""The words of English that say nothing of what a question is about."""


@lru_cache(_MOST_KNOWN)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in normal form."""
    return tuple(normal(text).split())


@lru_cache(_MOST_KNOWN)
def content(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about."""
    return frozenset(tokens(text)) - SMALL
