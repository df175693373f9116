"""The command `add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rb_quiz.cli.options import BankOption, PlainOption


def add(
    context: typer.Context,
    ask: Annotated[str | None, typer.Option("--ask", help="The question.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Its kind: choice, text, number, …")] = None,
    answer: Annotated[list[str] | None, typer.Option("--answer", help="What is right; several for `multiple`.")] = None,
    distractor: Annotated[list[str] | None, typer.Option("--distractor", help="What is wrong; give several.")] = None,
    order: Annotated[list[str] | None, typer.Option("--order", help="A thing to put in order; give them so.")] = None,
    pair: Annotated[list[str] | None, typer.Option("--pair", metavar='"LEFT = RIGHT"', help="What matches.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="The unit of a number.")] = None,
    tolerance: Annotated[str | None, typer.Option("--tolerance", help="How far off is right: 2, or 5 %.")] = None,
    closeness: Annotated[str | None, typer.Option("--closeness", help="A factor; who is nearer gets a share.")] = None,
    expects: Annotated[str | None, typer.Option("--expects", help="What is typed: person, place, year, …")] = None,
    accept: Annotated[list[str] | None, typer.Option("--accept", help="What is right too, when typed.")] = None,
    too_broad: Annotated[list[str] | None, typer.Option("--too-broad", help="Right, but not precise.")] = None,
    reject: Annotated[list[str] | None, typer.Option("--reject", help="Wrong, whatever it looks like.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="Its topic, a new one or an old one.")] = None,
    difficulty: Annotated[str | None, typer.Option("--difficulty", help="easy, medium or hard.")] = None,
    spoiler: Annotated[str | None, typer.Option("--spoiler", help="premise, plot or ending.")] = None,
    source: Annotated[list[str] | None, typer.Option("--source", help="A declared source, or any address.")] = None,
    feedback: Annotated[str | None, typer.Option("--feedback", help="What to tell after the answer.")] = None,
    own_id: Annotated[str | None, typer.Option("--id", help="Its id; usually made from the text.")] = None,
    table: Annotated[str | None, typer.Option("--table", metavar="NAME", help="Add a row to this table.")] = None,
    cell: Annotated[list[str] | None, typer.Option("--cell", metavar="COLUMN=VALUE", help="A cell of it.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Another file than your own questions.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking whether to.")] = False,
    attempt: Annotated[
        bool | None, typer.Option("--try/--no-try", help="Ask it once when it is written; usually in a terminal.")
    ] = None,
    plain: PlainOption = False,
    bank: BankOption = None,
) -> None:
    """Add a question to your own, or a row to a table; whatever no flag says is asked.

    Example: rb-quiz add --ask "Who plays Sam?" --answer "Armand Verdure" --distractor "Alex Martin"
    """
    from rb_quiz.cli.adding import Manner, add_question
    from rb_quiz.cli.placing import target
    from rb_quiz.cli.rows import add_row
    from rb_quiz.problem import CallError

    several = {"answer": answer, "distractor": distractor, "order": order, "pair": pair, "accept": accept}
    several |= {"too-broad": too_broad, "reject": reject, "source": source}
    one = {"ask": ask, "kind": kind, "unit": unit, "tolerance": tolerance, "closeness": closeness, "expects": expects}
    one |= {"topic": topic, "difficulty": difficulty, "spoiler": spoiler, "feedback": feedback, "id": own_id}
    flags = {name: tuple(each) for name, each in several.items() if each}
    flags |= {name: (text,) for name, text in one.items() if text is not None}
    manner = Manner(yes, attempt, plain)
    bank = bank or context.obj
    if table is not None:
        add_row(table, flags, tuple(cell or ()), file, bank, manner)
    elif cell:
        raise CallError("expected --table NAME beside --cell, found none; say which table the row is for")
    else:
        add_question(flags, target(file, bank), manner)
