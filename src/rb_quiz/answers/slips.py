"""How many slips of the finger lie between two words, and how many are forgiven."""

from functools import lru_cache

from .lexicon import COUNTRIES, EXACT_WORDS, LOOKALIKES, NEGATIVE_PREFIXES

_SHORT, _MIDDLING = 4, 8


def forgiven(word: str) -> int:
    """Give the number of slips a word of this length is forgiven; digits, number words and compass points are exact."""
    if len(word) <= _SHORT or _exact(word):
        return 0
    return 1 if len(word) <= _MIDDLING else 2


def _exact(word: str) -> bool:
    return word in EXACT_WORDS or any(character.isdigit() for character in word)


def distance(first: str, second: str, limit: int) -> int:
    """Count the edits between two words, or give `limit + 1` when they are more than `limit`.

    This is the optimal-string-alignment distance: an insertion, a deletion, a substitution and a swap of neighbours
    each count one, and no letter is edited twice.
    """
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return min(_rows(first, second, limit), limit + 1)


def _rows(first: str, second: str, limit: int) -> int:
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and other == first[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(above) > limit:
            return limit + 1
        before, above = above, current
    return above[-1]


@lru_cache(maxsize=1024)
def slips(word: str, typed: str) -> int | None:
    """Count the slips that turn `word` into `typed`; None when they are more than forgiven or make another word."""
    if word == typed:
        return 0
    limit = forgiven(word)
    if not limit or abs(len(word) - len(typed)) > limit or _exact(typed):
        return None
    found = distance(word, typed, limit)
    return None if found > limit or _another_word(word, typed) else found


def _another_word(word: str, typed: str) -> bool:
    if any(word == prefix + typed or typed == prefix + word for prefix in NEGATIVE_PREFIXES):
        return True
    return typed in COUNTRIES or any(word in pair and typed in pair for pair in LOOKALIKES)
