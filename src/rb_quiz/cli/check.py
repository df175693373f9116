"""The command `check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.banks import bank_paths
from rb_quiz.cli.exits import Exit, described
from rb_quiz.cli.findings import known_format, print_advice, print_explanation, print_for_programs
from rb_quiz.cli.options import BankOption

if TYPE_CHECKING:
    from rb_quiz.bank import Bank


def check(
    context: typer.Context,
    path: Annotated[Path | None, typer.Argument(help="A folder of YAML files, or one; else the bank in use.")] = None,
    advice: Annotated[bool, typer.Option("--advice", help="Say also what could be better.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text; json for programs; github for workflow commands.")
    ] = "text",
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="NAME", help="Say what advice of this name means; list says all.")
    ] = None,
    bank: BankOption = None,
) -> None:
    """Say every problem of a bank, with its place and how to mend it; exit 1 where there are errors.

    Example: rb-quiz check my-questions/ --advice
    """
    from rb_quiz.bank import survey
    from rb_quiz.bank.advice import Finding, Level, advise

    if explain is not None:
        print_explanation(explain)
        return
    for_people = known_format(form) == "text"
    found, problems = survey(bank_paths(path or bank or context.obj), thorough=True)
    findings = tuple(Finding(problem, Level.ERROR) for problem in problems)
    if advice and not problems:
        findings = advise(found)
    if not for_people:
        print_for_programs(findings, form)
    elif problems:
        print("\n".join(described(problems)))
    else:
        print(_summary(found))
        if advice:
            print_advice(findings)
        else:
            _print_templates(found)
    if any(finding.level is Level.ERROR for finding in findings):
        raise typer.Exit(Exit.PROBLEMS)


def _summary(bank: Bank) -> str:
    from rb_quiz.present.figures import counted

    return (
        f"No problems: {counted(len(bank.questions), 'question')} in {counted(len(bank.topics), 'topic')}, "
        f"{counted(len(bank.sources), 'source')}, {counted(len(bank.names.entries), 'name')}{_generated(bank)}."
    )


def _generated(bank: Bank) -> str:
    from rb_quiz.present.figures import counted

    if not bank.templates:
        return ""
    variants = sum(template.variants() for template in bank.templates)
    return f"; {counted(len(bank.templates), 'template')} with {counted(variants, 'proved variant')}"


def _print_templates(bank: Bank) -> None:
    """Print how many questions each template writes, and of which rows it writes none."""
    from rb_quiz.present.figures import counted

    for template in bank.templates:
        common = template.common
        print(f"{common.file}:{common.line}: {common.id}: {counted(template.variants(), 'proved variant')}")
        for row, reason in template.unused():
            print(f"    row on line {template.frame.table.lines[row]}: {reason}")
