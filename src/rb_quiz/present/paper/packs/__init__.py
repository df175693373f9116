"""Packs are what can be printed, one way a file; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.present.paper.packs.alone import KEY, SHEET
from rb_quiz.present.paper.packs.exam import EXAM
from rb_quiz.present.paper.packs.night import NIGHT
from rb_quiz.present.paper.packs.pack import Job, Pack
from rb_quiz.present.paper.packs.shows import CARDS, SLIDES

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKS: Mapping[str, Pack] = {pack.name: pack for pack in (NIGHT, EXAM, CARDS, SLIDES, KEY, SHEET)}

__all__ = ["PACKS", "Job", "Pack"]
