"""The command `rescore`."""

from __future__ import annotations

import typer

from rb_quiz.cli.options import BankOption


def rescore(context: typer.Context, bank: BankOption = None) -> None:
    """Mark all past games by the keys as they are in the bank now.

    Example: rb-quiz rescore
    """
    from rb_quiz.cli.banks import open_bank
    from rb_quiz.cli.keeping import opened
    from rb_quiz.draw import draw_item
    from rb_quiz.present.figures import counted
    from rb_quiz.records.settling import answered_items, rekey

    store, opened_bank = opened(), open_bank(bank or context.obj)
    answered = set(answered_items(store))
    there = [question for question in opened_bank.every() if question.id in answered]
    current = {question.id: draw_item(opened_bank, question, "rescore") for question in there}
    count = rekey(store, current)
    print(f"{counted(count, 'mark')} changed.")
    gone = len(answered) - len(current)
    if gone:
        print(f"{gone} question{' is' if gone == 1 else 's are'} no longer in the bank; their marks stand.")
