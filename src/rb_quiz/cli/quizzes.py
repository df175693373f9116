"""Which quiz a command works on: one from a file or a code, or a new one that the flags ask for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.cli.banks import known_kinds, open_bank
from rb_quiz.problem import CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.bank import Bank
    from rb_quiz.item import Item, Spoiler
    from rb_quiz.play import Mode
    from rb_quiz.quiz import Blueprint, Quiz

_USUAL_COUNT: Final = 10
_DAY: Final = "day"
FROM_FILE: Final = "<file>"
"""Stands for the bank of a quiz that was played from a file, which may be anybody's."""


@dataclass(frozen=True, slots=True)
class Flags:
    """What a new quiz should be like, as it was typed; nothing is left to chance but the seed."""

    questions: int | None = None
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    difficulty: str | None = None
    spoilers: str | None = None
    seed: str | None = None


def wanted_quiz(quiz: str | None, flags: Flags, bank: Path | None, *, any_edition: bool = False) -> Quiz:
    """Return the quiz of a file or code, or else a new one; raise CallError when there is none such."""
    if quiz is None:
        return new_quiz(open_bank(bank), flags)
    if flags != Flags():
        raise CallError("expected a quiz file or code, or flags that draw a new quiz, found both; leave one out")
    return _find(quiz, bank, any_edition=any_edition)


def _find(quiz: str, bank: Path | None, *, any_edition: bool) -> Quiz:
    """Return the quiz of a file or a code; raise CallError when it is neither."""
    from rb_quiz.quiz import read

    path = Path(quiz)
    if path.is_file():
        try:
            return read(path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise CallError(
                f"expected a quiz file as `rb-quiz draw -o` writes it, found {quiz!r}, which is no text"
            ) from None
    from rb_quiz.draw import OtherEditionError, draw, looks_like_code, recipe_of

    if not looks_like_code(quiz):
        raise CallError(f"expected a quiz file or a quiz code, found {quiz!r}; `rb-quiz draw` makes both")
    opened = open_bank(bank)
    try:
        recipe = recipe_of(quiz, opened.topics, opened.edition)
    except OtherEditionError as error:
        if not any_edition:
            raise CallError(f"{error}; --any-edition draws it all the same") from None
        print("rb-quiz: this code is from another edition of the bank, so the quiz is another one", file=sys.stderr)
        recipe = recipe_of(quiz, opened.topics, opened.edition, any_edition=True)
    return draw(opened, recipe.blueprint, recipe.seed)


def new_quiz(bank: Bank, flags: Flags, mode: Mode | None = None) -> Quiz:
    """Return a new quiz that the flags ask for, and else the mode; raise CallError where there is none.

    It is as large as can be where the flags don't say.
    """
    from dataclasses import replace

    from rb_quiz.draw import TooFewError, draw, seed_of
    from rb_quiz.quiz import RISING

    blueprint = _blueprint_of(bank, flags, mode)
    seed = seed_of(seed_text(mode) if flags.seed is None else flags.seed)
    while True:
        try:
            return draw(bank, blueprint, seed)
        except TooFewError as error:
            if blueprint.difficulty == RISING and flags.difficulty is None and not error.possible:
                blueprint = replace(blueprint, difficulty=None)  # a bank of one difficulty can't rise
                continue
            if flags.questions is not None or not error.possible:
                raise
            blueprint = replace(blueprint, questions=min(error.possible, blueprint.questions - 1))


def _blueprint_of(bank: Bank, flags: Flags, mode: Mode | None) -> Blueprint:
    """Return the blueprint that the flags ask for, and else the mode."""
    from rb_quiz.quiz import Blueprint

    usual = Blueprint(_USUAL_COUNT) if mode is None else mode.blueprint
    return Blueprint(
        flags.questions or usual.questions,
        tuple(dict.fromkeys(bank.topic(topic) for topic in flags.topics)),
        known_kinds(flags.kinds) or usual.kinds,
        usual.difficulty if flags.difficulty is None else _known_difficulty(flags.difficulty),
        _known_spoilers(flags.spoilers),
    )


def seed_text(mode: Mode | None) -> str:
    """Return what a quiz is drawn from where nobody says: the date for the quiz of the day, else chance."""
    from datetime import date
    from secrets import token_hex

    today = date.today()  # noqa: DTZ011 - the player's own day
    return f"{_DAY} {today.isoformat()}" if mode is not None and mode.of_the_day else token_hex()


def origin(quiz: str | None, bank: Path | None) -> str:
    """Return where a quiz was drawn from, to be kept: the bank's whole path, nothing for the usual one."""
    if quiz is not None and Path(quiz).is_file():
        return FROM_FILE
    return "" if bank is None else str(bank.resolve())


def tie_breaker_of(quiz: Quiz, bank: Path | None) -> Item | None:
    """Return a question for a number that goes with a quiz, None after saying that there is none."""
    from rb_quiz.draw import spares

    found = spares(open_bank(bank), quiz, "number", 1)
    if not found:
        print("rb-quiz: no question for a number is left for a tie-breaker", file=sys.stderr)
    return found[0] if found else None


def _known_difficulty(difficulty: str) -> str:
    from rb_quiz.item import Difficulty
    from rb_quiz.quiz import RISING

    return _known_word(difficulty, "--difficulty", (*Difficulty, RISING))


def _known_spoilers(spoilers: str | None) -> Spoiler:
    from rb_quiz.item import Spoiler

    return Spoiler.ENDING if spoilers is None else Spoiler(_known_word(spoilers, "--spoilers", tuple(Spoiler)))


def _known_word(word: str, flag: str, words: Sequence[str]) -> str:
    if word.casefold() not in words:
        *most, last = words
        raise CallError(f"expected {flag} {', '.join(most)} or {last}, found {word!r}{did_you_mean(word, words)}")
    return word.casefold()
