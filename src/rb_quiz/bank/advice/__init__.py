"""Advice on a bank that can be used but could be better, one check a file; adding one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.bank.advice import (
    broad_answer,
    implausible_distractor,
    key_imbalance,
    key_position,
    longest_key_rate,
    lost_sequence,
    middle_value,
    odd_form,
    stem_twin,
    swallowed_answer,
    unfocused_stem,
    unread_answer,
    window_dressing,
    yaml_slip,
)
from rb_quiz.bank.advice.advising import advised
from rb_quiz.bank.advice.check import Check, Finding, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rb_quiz.bank.bank import Bank

ADVICE: Mapping[str, Check] = {
    check.name: check
    for check in (
        swallowed_answer.CHECK,
        unread_answer.CHECK,
        broad_answer.CHECK,
        longest_key_rate.CHECK,
        middle_value.CHECK,
        implausible_distractor.CHECK,
        odd_form.CHECK,
        lost_sequence.CHECK,
        unfocused_stem.CHECK,
        window_dressing.CHECK,
        key_position.CHECK,
        key_imbalance.CHECK,
        stem_twin.CHECK,
        yaml_slip.CHECK,
    )
}


def advise(bank: Bank) -> tuple[Finding, ...]:
    """Return what could be better in a bank, sorted by place; what its authors silenced is left out."""
    return advised(bank, ADVICE.values())


__all__ = ["ADVICE", "Check", "Finding", "Level", "advise"]
