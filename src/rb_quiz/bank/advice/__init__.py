"""Advice on a bank that can be used but could be better, one check a file; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.bank.advice import (
    absolute_term,
    all_of_the_above,
    article_cue,
    broad_answer,
    clang,
    convergence,
    longest_key,
    negative_stem,
    nested_option,
    number_cue,
    opposites,
    reverse_clang,
    swallowed_answer,
    two_answers,
    unread_answer,
    vague_term,
)
from rb_quiz.bank.advice.advising import advised
from rb_quiz.bank.advice.check import Check, Finding, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rb_quiz.bank.bank import Bank

ADVICE: Mapping[str, Check] = {
    check.name: check
    for check in (
        two_answers.CHECK,
        nested_option.CHECK,
        longest_key.CHECK,
        article_cue.CHECK,
        number_cue.CHECK,
        clang.CHECK,
        reverse_clang.CHECK,
        convergence.CHECK,
        absolute_term.CHECK,
        vague_term.CHECK,
        all_of_the_above.CHECK,
        negative_stem.CHECK,
        opposites.CHECK,
        swallowed_answer.CHECK,
        unread_answer.CHECK,
        broad_answer.CHECK,
    )
}


def advise(bank: Bank) -> tuple[Finding, ...]:
    """Return what could be better in a bank, sorted by place; what its authors silenced is left out."""
    return advised(bank, ADVICE.values())


__all__ = ["ADVICE", "Check", "Finding", "Level", "advise"]
