"""When two options say the same: by value, by another name for one thing, or as texts."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final
from unicodedata import category

from rb_quiz.answers import Expects, normal, value_of
from rb_quiz.answers.units import CURRENCIES, TIMES
from rb_quiz.bank.names import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rb_quiz.bank.names import Names

_ARTICLES: Final = ("the ", "an ", "a ")
_SCALES: Final = frozenset("hundred thousand million millions billion billions m bn k and".split())
_ALLOWED: Final = {
    Expects.NUMBER: _SCALES,
    Expects.MONEY: _SCALES | CURRENCIES.keys() | {"us", "of"},
    Expects.PERCENT: frozenset({"per", "cent", "percent", "%", "and"}),
    Expects.DURATION: TIMES.keys() | {"and", "a", "an", "half"},
}


def same(texts: Iterable[str], names: Names) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts that say the same."""
    meanings = [(text, _meanings(text) | _entities(text, names)) for text in texts]
    for (one, its), (other, others) in combinations(meanings, 2):
        if one == other or its & others:
            yield one, other


def _entities(text: str, names: Names) -> frozenset[object]:
    if not names.entries:
        return frozenset()
    found = ((expects, names.entry(expects, text)) for expects in NAMED)
    return frozenset((expects, entry.name) for expects, entry in found if entry)


@lru_cache(maxsize=1 << 14)
def _meanings(text: str) -> frozenset[object]:
    """Return what a text may mean, each as something to compare."""
    signs = tuple(sign for sign in text if category(sign) == "Sm" or (category(sign) == "So" and sign != "°"))
    plain = normal(text)
    article = next((article for article in _ARTICLES if text.casefold().startswith(article)), "")
    bare = plain.removeprefix(article) or plain
    found: set[object] = {("text", bare, signs)} if bare and text else set()
    if not signs:
        found.update((expects, value) for expects in _ALLOWED if (value := measured(expects, text)) is not None)
    date = value_of(Expects.DATE, text)
    if isinstance(date, tuple) and len(date) == 3 and date[1]:  # noqa: PLR2004 - year, month, day
        found.add((Expects.DATE, date))
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def measured(expects: Expects, text: str) -> object | None:
    """Return the value of a text that is an amount and nothing else."""
    value = value_of(expects, text)
    if value is None or (expects is Expects.MONEY and isinstance(value, tuple) and not value[0]):
        return None
    plain = normal(text)
    if expects is Expects.PERCENT and not ("cent" in plain or "%" in plain):
        return None
    words = (word for word in plain.split() if not word[-1].isdigit() and word not in _ALLOWED[expects])
    return value if all(value_of(Expects.NUMBER, word) is not None for word in words) else None
