"""Schemes turn credit into points, one house rule a file; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.play.scoring.casual import CASUAL
from rb_quiz.play.scoring.confidence import CONFIDENCE, CONFIDENCE_NET
from rb_quiz.play.scoring.credited import Credited, Outcome
from rb_quiz.play.scoring.exam import EXAM
from rb_quiz.play.scoring.ladder import LADDER
from rb_quiz.play.scoring.scheme import Scheme
from rb_quiz.play.scoring.speed import SPEED, SPEED_STREAK
from rb_quiz.play.scoring.strict import STRICT

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES: Mapping[str, Scheme] = {
    scheme.name: scheme for scheme in (CASUAL, EXAM, STRICT, SPEED, SPEED_STREAK, CONFIDENCE, CONFIDENCE_NET, LADDER)
}

__all__ = ["SCHEMES", "Credited", "Outcome", "Scheme"]
