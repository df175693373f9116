"""The command `appeals`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.options import BankOption

if TYPE_CHECKING:
    from rb_quiz.records.settling import Appeal
    from rb_quiz.records.store import Store


def appeals(
    context: typer.Context,
    accept: Annotated[int | None, typer.Option("--accept", metavar="N", help="Appeal N is right.")] = None,
    decline: Annotated[int | None, typer.Option("--decline", metavar="N", help="The mark of appeal N stands.")] = None,
    bank: BankOption = None,
) -> None:
    """List what players protested; accept or decline it. What is accepted counts in all past games.

    Example: rb-quiz appeals --accept 1
    """
    from rb_quiz.cli.keeping import opened
    from rb_quiz.problem import CallError
    from rb_quiz.records import settling

    store = opened()
    found = settling.appeals(store)
    if accept is not None and decline is not None:
        raise CallError("expected --accept or --decline, found both; leave one out")
    if accept is None and decline is None:
        _list(found)
        return
    number = accept if accept is not None else decline
    if number is None or not 1 <= number <= len(found):
        raise CallError(
            f"expected the number of an appeal, 1 to {len(found)}, found {number}; `rb-quiz appeals` lists them"
        )
    appeal = found[number - 1]
    if accept is None:
        settling.decline(store, appeal)
        print(f"Declined: {appeal.response!r} stays wrong.")
        return
    _accept(store, appeal, bank or context.obj)


def _list(found: tuple[Appeal, ...]) -> None:
    from rb_quiz.present.terminal.page import clean

    for number, appeal in enumerate(found, start=1):
        names = ", ".join(name or "you" for name in appeal.players)
        print(f"{number}. {clean(appeal.stem)}")
        print(f"   {clean(appeal.response)!r} by {clean(names)}, for {clean(appeal.answer)!r}")
    print("Settle them with --accept N or --decline N." if found else "There are no appeals.")


def _accept(store: Store, appeal: Appeal, bank: Path | None) -> None:
    from rb_quiz.present.figures import counted
    from rb_quiz.records import settling

    changed = settling.accept(store, appeal)
    print(f"Accepted: {counted(changed, 'mark')} changed.")
    _offer_patch(appeal, bank)


def _offer_patch(appeal: Appeal, bank: Path | None) -> None:
    """Show how the bank's file would accept the answer from now on, and write it on a yes."""
    from difflib import unified_diff

    from rb_quiz.bank import Template
    from rb_quiz.bank.mending import with_alias
    from rb_quiz.cli.banks import open_bank
    from rb_quiz.cli.output import confirmed, write
    from rb_quiz.problem import RbQuizError

    try:
        question = open_bank(bank).question(appeal.item)
        if isinstance(question, Template) or question.template:
            print("The question is made by a template; add the answer under 'names:', as another name of it.")
            return
        path = Path(question.file)
        before = path.read_bytes().decode("utf-8")
        after = with_alias(before, question.line, appeal.response)
    except (RbQuizError, OSError, UnicodeDecodeError) as error:
        print(f"rb-quiz: the bank is left as it is: {error}", file=sys.stderr)
        return
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    print("".join(unified_diff(old, new, str(path), str(path), n=2)), end="")
    if confirmed(f"Write this to {path}?"):
        write(path, after.encode())
        print("Written.")
