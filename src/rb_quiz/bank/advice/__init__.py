"""Advice on a bank that can be used but could be better, one check a file; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.bank.advice import broad_answer, swallowed_answer, unread_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rb_quiz.bank.bank import Bank
    from rb_quiz.problem import Problem

ADVICE: Mapping[str, Callable[[Bank], Iterator[Problem]]] = {
    "swallowed-answer": swallowed_answer.check,
    "unread-answer": unread_answer.check,
    "broad-answer": broad_answer.check,
}


def advise(bank: Bank) -> tuple[Problem, ...]:
    """Return what could be better in a bank, sorted by place."""
    return tuple(sorted(finding for check in ADVICE.values() for finding in check(bank)))


__all__ = ["ADVICE", "advise"]
