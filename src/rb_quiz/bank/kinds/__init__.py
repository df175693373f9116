"""The kinds of question an author can write, one file each; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.kind import Kind
from rb_quiz.bank.kinds.match import Match
from rb_quiz.bank.kinds.multiple import Multiple
from rb_quiz.bank.kinds.number import Number
from rb_quiz.bank.kinds.odd_one_out import OddOneOut
from rb_quiz.bank.kinds.order import Order
from rb_quiz.bank.kinds.text import Text
from rb_quiz.bank.kinds.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[str, type[Kind]] = {
    "choice": Choice,
    "multiple": Multiple,
    "true-false": TrueFalse,
    "text": Text,
    "number": Number,
    "order": Order,
    "match": Match,
    "odd-one-out": OddOneOut,
}

__all__ = ["KINDS", "Kind", "Text"]
