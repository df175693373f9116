"""The command `try`."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Final

import typer

from rb_quiz.cli.banks import open_bank
from rb_quiz.cli.exits import Exit
from rb_quiz.cli.options import BankOption
from rb_quiz.cli.output import print_text
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rb_quiz.answers import Judgement
    from rb_quiz.bank import Bank
    from rb_quiz.item import EnterKey

_SEED: Final = "try"


def try_response(
    context: typer.Context,
    question_id: Annotated[str | None, typer.Argument(metavar="ID", help="A question whose answer is typed.")] = None,
    response: Annotated[str | None, typer.Argument(help="What a player might type.")] = None,
    lines: Annotated[
        bool, typer.Option("--lines", help='Read lines such as {"question": ID, "response": TEXT} from stdin.')
    ] = False,
    bank: BankOption = None,
) -> None:
    """Say how a typed response would be judged, by which rule, and why.

    Example: rb-quiz try ID "marion cotilard"
    """
    if lines == (question_id is not None) or (response is None) != lines:
        raise CallError("expected an ID and a RESPONSE, or --lines and neither; found something else")
    judged = _judging(open_bank(bank or context.obj))
    if question_id is not None and response is not None:
        _print_judgement(judged(question_id, response))
    elif not _print_judgements(judged):
        raise typer.Exit(Exit.PROBLEMS)


def _judging(bank: Bank) -> Callable[[str, str], Judgement]:
    """Return what judges a response to a question of the bank; it raises CallError for one that is not typed."""
    from rb_quiz.bank import Template
    from rb_quiz.draw import draw_item
    from rb_quiz.item import EnterKey

    @cache
    def key(question_id: str) -> EnterKey:
        found = bank.question(question_id)
        if isinstance(found, Template):
            raise CallError(
                f"expected one question, found {question_id!r}, which makes many; "
                f"`rb-quiz show {question_id} --variants 9` gives their ids"
            )
        drawn = draw_item(bank, found, _SEED).key
        if not isinstance(drawn, EnterKey):
            raise CallError(f"expected a question whose answer is typed, found {question_id!r}, a {found.kind}")
        return drawn

    return lambda question_id, response: key(question_id).judgement((response,))


def _print_judgement(judgement: Judgement) -> None:
    by = f" (as {judgement.matched!r})" if judgement.matched else ""
    print(f"{judgement.verdict}: {judgement.rule}{by}\n{judgement.why}")


def _print_judgements(judged: Callable[[str, str], Judgement]) -> bool:
    """Print a JSON line for each that is read, with an `error` where it can't be judged; return whether all could."""
    from json import dumps

    sound = True
    for number, line in _lines():
        try:
            question_id, response = _read(line)
            judgement = judged(question_id, response)
        except CallError as error:
            sound = False
            said = {"error": f"line {number}: {error}"}
        else:
            said = {"verdict": judgement.verdict, "rule": judgement.rule, "matched": judgement.matched}
        print_text(dumps(said, ensure_ascii=False) + "\n")
    return sound


def _lines() -> Iterator[tuple[int, str]]:
    """Yield the lines of stdin with their numbers, as UTF-8, which JSON is on every machine; blank ones say nothing."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            yield number, line.decode("utf-8", "replace")


def _read(line: str) -> tuple[str, str]:
    from json import JSONDecodeError, loads

    try:
        found = loads(line)
        question_id, response = found["question"], found["response"]
    except (JSONDecodeError, RecursionError, LookupError, TypeError):
        question_id = response = None
    if not isinstance(question_id, str) or not isinstance(response, str):
        raise CallError(f'expected {{"question": ID, "response": TEXT}}, found {line.strip()[:60]!r}')
    return question_id, response
