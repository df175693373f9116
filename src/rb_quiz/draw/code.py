"""A code is a recipe short enough to type: 10 symbols for a plain quiz, at most 18 for what the flags can ask.

Nine symbols hold the version (3 bits), the edition of the bank (17 bits) and the seed (25 bits); as many as it needs
hold the blueprint as one number, none for the usual one; the last is a check.
"""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING, Final

from rb_quiz.bank import KINDS
from rb_quiz.chance import digest
from rb_quiz.draw import symbols
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import CallError
from rb_quiz.quiz import Blueprint, Recipe
from rb_quiz.quiz.model import RISING

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSION: Final = 1
MOST_QUESTIONS: Final = 4096
_SEED_BITS: Final = 25
_EDITION_BITS: Final = 17
_HEAD: Final = 9
_GROUP: Final = 6
_DIFFICULTIES: Final = (None, *Difficulty, RISING)
_SPOILERS: Final = tuple(reversed(Spoiler))
_KINDS: Final = tuple(KINDS)
_USUAL: Final = Blueprint()


class OtherEditionError(CallError):
    """The code was made from another edition of the bank, so it can't bring back the same quiz."""


def seed_of(text: str) -> str:
    """Return the seed that a typed text stands for: five symbols, which is what a code can hold."""
    return symbols.write(int.from_bytes(digest("seed", text), "big") >> 256 - _SEED_BITS, _SEED_BITS // symbols.BITS)


def code_of(recipe: Recipe, topics: Sequence[str]) -> str:
    """Return the code of a recipe for a bank with these topics."""
    head = (VERSION << _EDITION_BITS | _edition_mark(recipe.edition)) << _SEED_BITS | symbols.value(recipe.seed)
    number = _blueprint_number(recipe.blueprint, topics)
    count = -(-number.bit_length() // symbols.BITS)
    whole = symbols.with_check(symbols.write(head, _HEAD) + symbols.write(number, count))
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def looks_like_code(text: str) -> bool:
    """Return whether a text is meant as a code, rightly typed or not."""
    cleaned = symbols.cleaned(text)
    return len(cleaned) > _HEAD and symbols.are_symbols(cleaned)


def recipe_of(code: str, topics: Sequence[str], edition: str, *, any_edition: bool = False) -> Recipe:
    """Return the recipe that a typed code stands for.

    Raise CallError for a code with a slip in it or from another version, and OtherEditionError for one from another
    edition of the bank, unless any will do.
    """
    typed = symbols.cleaned(code)
    if len(typed) <= _HEAD or not symbols.is_checked(typed):
        raise CallError(f"expected a quiz code, found {code!r}, in which a character is wrong, missing or swapped")
    head, number = symbols.value(typed[:_HEAD]), symbols.value(typed[_HEAD:-1])
    version = head >> _EDITION_BITS + _SEED_BITS
    if version != VERSION:
        raise CallError(f"expected a code of version {VERSION}, found version {version}; draw it with that rb-quiz")
    mark = head >> _SEED_BITS & (1 << _EDITION_BITS) - 1
    if mark != _edition_mark(edition) and not any_edition:
        raise OtherEditionError(
            f"expected a code from this edition of the bank, found {code!r} from another one: the quiz would differ"
        )
    seed = symbols.write(head & (1 << _SEED_BITS) - 1, _SEED_BITS // symbols.BITS)
    return Recipe(_blueprint(number, topics), seed, edition)


def _edition_mark(edition: str) -> int:
    return int(edition, 16) & (1 << _EDITION_BITS) - 1


def _blueprint_number(blueprint: Blueprint, topics: Sequence[str]) -> int:
    wanted = {topic.casefold() for topic in blueprint.topics}
    number = _subset_rank([index for index, topic in enumerate(topics) if topic.casefold() in wanted], len(topics))
    kinds = sum(1 << index for index, kind in enumerate(_KINDS) if kind in blueprint.kinds)
    number = number << len(_KINDS) | kinds
    number = number * len(_SPOILERS) + _SPOILERS.index(blueprint.spoilers)
    number = number * len(_DIFFICULTIES) + _DIFFICULTIES.index(blueprint.difficulty)
    return number * MOST_QUESTIONS + (blueprint.questions - _USUAL.questions) % MOST_QUESTIONS


def _blueprint(number: int, topics: Sequence[str]) -> Blueprint:
    number, questions = divmod(number, MOST_QUESTIONS)
    number, difficulty = divmod(number, len(_DIFFICULTIES))
    number, spoilers = divmod(number, len(_SPOILERS))
    number, kinds = number >> len(_KINDS), number & (1 << len(_KINDS)) - 1
    return Blueprint(
        questions=(questions + _USUAL.questions - 1) % MOST_QUESTIONS + 1,
        topics=tuple(topics[index] for index in _subset(number, len(topics))),
        kinds=tuple(kind for index, kind in enumerate(_KINDS) if kinds >> index & 1),
        difficulty=_DIFFICULTIES[difficulty],
        spoilers=_SPOILERS[spoilers],
    )


def _subset_rank(chosen: Sequence[int], of: int) -> int:
    """Return the place of a subset among all, the small ones first, so that a few of many topics stay short."""
    rank = sum(comb(of, size) for size in range(len(chosen)))
    return rank + sum(comb(index, size) for size, index in enumerate(chosen, start=1))


def _subset(rank: int, of: int) -> list[int]:
    """Return the subset at a place, the inverse of `_subset_rank` (the combinatorial number system)."""
    size = 0
    while rank >= comb(of, size):
        rank -= comb(of, size)
        size += 1
    chosen: list[int] = []
    top = of
    for left in range(size, 0, -1):
        top = max(index for index in range(left - 1, top) if comb(index, left) <= rank)
        rank -= comb(top, left)
        chosen.append(top)
    return chosen[::-1]
