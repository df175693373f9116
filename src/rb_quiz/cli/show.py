"""The command `show`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.banks import open_bank
from rb_quiz.cli.options import BankOption, JsonOption
from rb_quiz.cli.output import print_text

if TYPE_CHECKING:
    from rb_quiz.bank import Question


def show(
    context: typer.Context,
    question_id: Annotated[
        str, typer.Argument(metavar="ID", help="A question's or template's id, as `list` prints it.")
    ],
    variants: Annotated[
        int | None, typer.Option("--variants", min=1, help="Of a template, show so many questions as YAML.")
    ] = None,
    proof: Annotated[bool, typer.Option("--proof", help="Say of each option why it is right or wrong.")] = False,
    json: JsonOption = False,
    bank: BankOption = None,
) -> None:
    """Show all of one question, its answer too; of a template, the questions that it makes.

    Example: rb-quiz show ID --variants 3 --proof
    """
    from json import dumps

    from rb_quiz.bank import Template
    from rb_quiz.cli.listing import question_json, template_json

    opened = open_bank(bank or context.obj)
    found = opened.question(question_id)
    fields = template_json(opened, found) if isinstance(found, Template) else question_json(opened, found)
    if json:
        if isinstance(found, Template) and variants:
            fields["questions"] = [question_json(opened, question) for question in islice(found.every(), variants)]
        print_text(dumps(fields, ensure_ascii=False, indent=1) + "\n")
        return
    if not variants:
        for name, value in fields.items():
            for each in value if isinstance(value, list) else [value] if value != "" else []:
                print(f"{name + ':':<12} {each}")
    if isinstance(found, Template):
        for question in islice(found.every(), variants or (1 if proof else 0)):
            _print_variant(question, proof=proof)
    elif variants or proof:
        _print_variant(found, proof=proof)


def _print_variant(question: Question, *, proof: bool) -> None:
    from rb_quiz.bank import written

    print("\n".join(written(question)))
    if proof:
        for each in question.proofs:
            print(f"# {each.rule}: {each.sentence}")
        if not question.proofs:
            print("# written by its author, who names the source")
