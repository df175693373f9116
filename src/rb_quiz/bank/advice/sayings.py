"""Finding certain words in what an author says, not in names, titles and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.answers import normal
from rb_quiz.bank.advice.words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable


def said(text: str, looked_for: frozenset[str], harmless: Iterable[str], known: frozenset[str]) -> list[str]:
    """Return which of some words a text says in the author's own voice; in harmless phrases they don't count."""
    if normal(text) in known:
        return []
    own = [word.plain for word in spoken(text)]
    found = looked_for.intersection(own)
    if not found:
        return []
    joined = f" {' '.join(own)} "
    for phrase in harmless:
        joined = joined.replace(f" {phrase} ", " . ")
    left = joined.split()
    return [word for word in dict.fromkeys(own) if word in found and word in left]
