"""Schemes turn credit into points, one house rule a file; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.play.scoring.casual import Casual
from rb_quiz.play.scoring.scheme import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES: Mapping[str, Scheme] = {"casual": Casual()}

__all__ = ["SCHEMES", "Scheme"]
