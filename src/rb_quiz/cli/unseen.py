"""A new quiz of what the players have not had: with a code where that can be, and where it can't, without."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from rb_quiz.cli.quizzes import Flags, new_quiz, seed_text
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.bank import Bank
    from rb_quiz.play import Mode
    from rb_quiz.quiz import Quiz
    from rb_quiz.records.store import Store

SUITING: Final = "mine"
"""The difficulty that is left to the player's skill."""
_TRIES: Final = 12


class Repeats(Enum):
    """What may come back."""

    LAST = auto()
    NEVER = auto()
    ALWAYS = auto()

    @classmethod
    def of(cls, *, fresh: bool, repeat: bool) -> Repeats:
        """Return what two flags ask for; raise CallError when they ask for opposites."""
        if fresh and repeat:
            raise CallError("expected --fresh or --repeat, found both; leave one out")
        return cls.NEVER if fresh else cls.ALWAYS if repeat else cls.LAST


def unseen_quiz(
    bank: Bank, flags: Flags, mode: Mode, store: Store | None, players: Sequence[str], repeats: Repeats
) -> Quiz:
    """Return a new quiz; what the players had comes back only when all else was had, the longest ago first.

    A seed, and the quiz of the day, are for everybody: no history changes them.
    """
    ranks = _dealt(store, players)
    steered = repeats is not Repeats.ALWAYS and flags.seed is None and not mode.of_the_day
    if not ranks or not steered:
        return new_quiz(bank, flags, mode)
    from rb_quiz.draw import Past, TooFewError, draw, seed_of

    for _ in range(_TRIES):
        quiz = new_quiz(bank, flags, mode)
        if not any(item.id in ranks for item in quiz.items):
            return quiz
    blueprint, seed = quiz.recipe.blueprint, seed_of(seed_text(mode))
    try:
        return draw(bank, blueprint, seed, Past(ranks, barred=True))
    except TooFewError as error:
        possible = error.possible
        if repeats is Repeats.NEVER and (not possible or flags.questions is not None):
            raise
    if repeats is Repeats.NEVER:
        return draw(bank, replace(blueprint, questions=possible), seed, Past(ranks, barred=True))
    try:
        return draw(bank, blueprint, seed, Past(ranks))
    except TooFewError:
        return quiz


def suiting(store: Store | None, player: str) -> str:
    """Return the difficulty at which a player should be right about 70 % of the time."""
    from rb_quiz.records.learning import learn, skill_of
    from rb_quiz.records.rating import fitting
    from rb_quiz.records.store import StoreError

    skill = 0.0
    try:
        if store is not None:
            learn(store, player)
            skill = skill_of(store, player).value
    except StoreError:
        pass  # who is not known is taken for somebody in the middle
    return fitting(skill)


def _dealt(store: Store | None, players: Sequence[str]) -> dict[str, int]:
    from rb_quiz.records.deck import dealt
    from rb_quiz.records.store import StoreError

    try:
        return {} if store is None else dealt(store, players)
    except StoreError:
        return {}  # what can't be read doesn't keep anybody from playing; keeping the game will say so
