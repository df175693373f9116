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
    implausible_distractor,
    key_imbalance,
    key_position,
    longest_key,
    longest_key_rate,
    lost_sequence,
    middle_value,
    negative_stem,
    nested_option,
    number_cue,
    odd_form,
    opposites,
    reverse_clang,
    stem_twin,
    swallowed_answer,
    two_answers,
    unfocused_stem,
    unread_answer,
    vague_term,
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
        two_answers.CHECK,
        nested_option.CHECK,
        longest_key.CHECK,
        longest_key_rate.CHECK,
        article_cue.CHECK,
        number_cue.CHECK,
        clang.CHECK,
        reverse_clang.CHECK,
        convergence.CHECK,
        middle_value.CHECK,
        absolute_term.CHECK,
        vague_term.CHECK,
        all_of_the_above.CHECK,
        negative_stem.CHECK,
        implausible_distractor.CHECK,
        odd_form.CHECK,
        lost_sequence.CHECK,
        unfocused_stem.CHECK,
        window_dressing.CHECK,
        key_position.CHECK,
        key_imbalance.CHECK,
        stem_twin.CHECK,
        opposites.CHECK,
        yaml_slip.CHECK,
        swallowed_answer.CHECK,
        unread_answer.CHECK,
        broad_answer.CHECK,
    )
}


def advise(bank: Bank) -> tuple[Finding, ...]:
    """Return what could be better in a bank, sorted by place; what its authors silenced is left out."""
    return advised(bank, ADVICE.values())


__all__ = ["ADVICE", "Check", "Finding", "Level", "advise"]
