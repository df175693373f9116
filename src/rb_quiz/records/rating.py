"""Ratings: how skilled a player is and how hard a question, on one logit scale, from first answers (SCIENCE 4).

Guess-adjusted Elo after Pelanek 2016: P = g + (1-g) s(skill - hardness), both move by U(n) (x - P) with
U(n) = 0.8 / (1 + 0.05 n), where g is the chance of a blind guess and n counts answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Final

from rb_quiz.item import Difficulty

_START: Final = 0.8
_SLOWING: Final = 0.05
_PRIOR_ANSWERS: Final = 10
PRIORS: Final = {Difficulty.EASY: -1.0, Difficulty.MEDIUM: 0.0, Difficulty.HARD: 1.0}
"""How hard an author's word for it is before anybody answered."""
AIM: Final = 0.7
"""The share right that practice should bring."""
USUAL_GUESS: Final = 0.25


@dataclass(frozen=True, slots=True)
class Rating:
    """A value in logits, and how many answers it rests on."""

    value: float = 0.0
    answers: int = 0

    def moved(self, by: float) -> Rating:
        """Return the rating after one more answer that pulls it so far."""
        return Rating(self.value + _START / (1 + _SLOWING * self.answers) * by, self.answers + 1)


def prior(difficulty: Difficulty) -> Rating:
    """Return the rating of a question that nobody answered, worth ten answers."""
    return Rating(PRIORS[difficulty], _PRIOR_ANSWERS)


def chance(skill: float, hardness: float, guess: float) -> float:
    """Return how likely a right answer is."""
    return guess + (1 - guess) / (1 + exp(hardness - skill))


def rated(skill: Rating, hardness: Rating, guess: float, credit: float) -> tuple[Rating, Rating]:
    """Return both ratings after an answer of this credit, 0..1."""
    surprise = credit - chance(skill.value, hardness.value, guess)
    return skill.moved(surprise), hardness.moved(-surprise)


def fitting(skill: float) -> Difficulty:
    """Return the difficulty at which this skill is right nearest to 70 % of the time."""
    return min(Difficulty, key=lambda each: (abs(chance(skill, PRIORS[each], USUAL_GUESS) - AIM), PRIORS[each]))
