"""The command `check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.banks import bank_paths
from rb_quiz.cli.exits import Exit, described
from rb_quiz.cli.options import BankOption

if TYPE_CHECKING:
    from rb_quiz.bank import Bank


def check(
    context: typer.Context,
    path: Annotated[Path | None, typer.Argument(help="A folder of YAML files, or one; else the bank in use.")] = None,
    advice: Annotated[bool, typer.Option("--advice", help="Say also what could be better.")] = False,
    bank: BankOption = None,
) -> None:
    """Say every problem of a bank, with its place and how to mend it.

    Example: rb-quiz check my-questions/
    """
    from rb_quiz.bank import survey
    from rb_quiz.present.figures import counted

    found, problems = survey(bank_paths(path or bank or context.obj), thorough=True)
    if problems:
        print("\n".join(described(problems)))
        raise typer.Exit(Exit.PROBLEMS)
    print(
        f"No problems: {counted(len(found.questions), 'question')} in {counted(len(found.topics), 'topic')}, "
        f"{counted(len(found.sources), 'source')}, {counted(len(found.names.entries), 'name')}{_generated(found)}."
    )
    if advice:
        from rb_quiz.bank.advice import advise

        findings = advise(found)
        problems = tuple(finding.problem for finding in findings)
        print("\n".join(described(problems)) if findings else "No advice: nothing was found that could be better.")
        return
    for template in found.templates:
        common = template.common
        print(f"{common.file}:{common.line}: {common.id}: {counted(template.variants(), 'proved variant')}")
        for row, reason in template.unused():
            print(f"    row on line {template.frame.table.lines[row]}: {reason}")


def _generated(bank: Bank) -> str:
    from rb_quiz.present.figures import counted

    if not bank.templates:
        return ""
    variants = sum(template.variants() for template in bank.templates)
    return f"; {counted(len(bank.templates), 'template')} with {counted(variants, 'proved variant')}"
