"""The command `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from rb_quiz.cli.options import BankOption, JsonOption, open_bank


def show(
    context: typer.Context,
    question_id: Annotated[str, typer.Argument(metavar="ID", help="A question's id, as `list` prints it.")],
    json: JsonOption = False,
    bank: BankOption = None,
) -> None:
    """Show all of one question, its answer too.

    Example: rb-quiz show who-plays-stephanie-4kx2p
    """
    from json import dumps

    from rb_quiz.cli.listing import as_json

    opened = open_bank(bank or context.obj)
    fields = as_json(opened, opened.question(question_id))
    if json:
        print(dumps(fields, ensure_ascii=False, indent=1))
        return
    for name, value in fields.items():
        if isinstance(value, list):
            for element in value:
                print(f"{name + ':':<12} {element}")
        elif value not in ("", None):
            print(f"{name + ':':<12} {value}")
