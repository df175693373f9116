"""Modes are data: what is drawn, how it is scored, what limits there are. Adding one is an entry here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.play.limits import NO_LIMITS, Limits
from rb_quiz.play.scoring import SCHEMES, Scheme
from rb_quiz.play.scoring.ladder import STEPS
from rb_quiz.quiz import RISING, Blueprint

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEN: Final = Blueprint(questions=10)
_QUICK: Final = ("choice", "true-false", "odd-one-out")
_ALL_OR_NOTHING: Final = (*_QUICK, "text", "number")


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to play.

    Attributes:
        name: what it is chosen by.
        title: what a menu calls it.
        rules: what is special about it, for a host to read out.
        blueprint: what is drawn, where the player doesn't say otherwise.
        scheme: how it is scored, where the player doesn't say otherwise.
        limits: how long it goes on, and its aids.
        of_the_day: whether everybody gets the same quiz on the same date.

    """

    name: str
    title: str
    rules: str
    blueprint: Blueprint = _TEN
    scheme: Scheme = SCHEMES["casual"]
    limits: Limits = NO_LIMITS
    of_the_day: bool = False


_ALL: Final = (
    Mode(
        name="classic",
        title="Ten questions about everything",
        rules="As long as you like for each question.",
    ),
    Mode(
        name="sprint",
        title="Sprint: as many as you can in 60 seconds",
        rules="As many quick questions as you can answer in 60 seconds.",
        blueprint=Blueprint(questions=40, kinds=_QUICK),
        limits=Limits(game_seconds=60),
    ),
    Mode(
        name="survival",
        title="Survival: three lives, harder and harder",
        rules="Three lives, and harder and harder questions. What is not fully right costs a life, and so does a skip.",
        blueprint=Blueprint(questions=30, kinds=_ALL_OR_NOTHING, difficulty=RISING),
        limits=Limits(lives=3),
    ),
    Mode(
        name="ladder",
        title="Ladder: fifteen steps to a million",
        rules="Fifteen right answers in a row, harder and harder. Once you may have two wrong options struck out, and "
        "once pass a question over.",
        blueprint=Blueprint(questions=len(STEPS) + 1, kinds=("choice", "odd-one-out"), difficulty=RISING),
        scheme=SCHEMES["ladder"],
        limits=Limits(lives=1, goal=len(STEPS), skips=1, halves=1),
    ),
    Mode(
        name="confidence",
        title="Confidence: say how sure you are",
        rules="After each answer you say how sure you are of it.",
        scheme=SCHEMES["confidence"],
    ),
    Mode(
        name="daily",
        title="The quiz of the day",
        rules="The same questions for everyone who plays today.",
        of_the_day=True,
    ),
)
MODES: Mapping[str, Mode] = {mode.name: mode for mode in _ALL}
