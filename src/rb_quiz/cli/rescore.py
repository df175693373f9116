"""The command `rescore`."""

from __future__ import annotations

import typer

from rb_quiz.cli.options import BankOption


def rescore(context: typer.Context, bank: BankOption = None) -> None:
    """Mark all past games by the keys as they are in the bank now.

    Example: rb-quiz rescore
    """
    from rb_quiz.bank import Template
    from rb_quiz.cli.banks import open_bank
    from rb_quiz.cli.keeping import opened
    from rb_quiz.draw import draw_item
    from rb_quiz.problem import CallError
    from rb_quiz.records.settling import answered_items, rekey

    store, opened_bank = opened(), open_bank(bank or context.obj)
    current, gone = {}, 0
    for item_id in answered_items(store):
        try:
            question = opened_bank.question(item_id)
        except CallError:
            gone += 1
            continue
        if not isinstance(question, Template):
            current[item_id] = draw_item(opened_bank, question, "rescore")
    count = rekey(store, current)
    print(f"{count} mark{'' if count == 1 else 's'} changed.")
    if gone:
        print(f"{gone} question{' is' if gone == 1 else 's are'} no longer in the bank; their marks stand.")
