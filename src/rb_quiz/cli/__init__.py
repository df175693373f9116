"""The command line: one command a file; it parses, calls, prints, and turns errors into text and exit codes."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from rb_quiz import __version__
from rb_quiz.cli.appeals import appeals
from rb_quiz.cli.check import check
from rb_quiz.cli.draw import draw
from rb_quiz.cli.exits import guarded
from rb_quiz.cli.forget import forget
from rb_quiz.cli.listing import list_questions
from rb_quiz.cli.options import BankOption
from rb_quiz.cli.play import play
from rb_quiz.cli.practise import practise
from rb_quiz.cli.replay import replay
from rb_quiz.cli.rescore import rescore
from rb_quiz.cli.resume import resume
from rb_quiz.cli.show import show
from rb_quiz.cli.stats import stats
from rb_quiz.cli.trying import try_response

app = typer.Typer(
    name="rb-quiz",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    bank: BankOption = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Play trivia about the film Rust and Bone, or about anything a folder of YAML files asks.

    Example: rb-quiz play --questions 10 --spoilers premise
    """
    context.obj = bank
    if version:
        print(f"rb-quiz {__version__}")
    elif context.invoked_subcommand is None:
        from rb_quiz.cli.menu import menu

        menu(bank)


app.command()(play)
app.command()(resume)
app.command()(practise)
app.command()(stats)
app.command()(replay)
app.command()(draw)
app.command()(check)
app.command("list")(list_questions)
app.command()(show)
app.command("try")(try_response)
app.command()(appeals)
app.command()(rescore)
app.command()(forget)


def main() -> None:
    """Run the command line and exit: 0 done, 1 bad data, 2 a wrong call, 3 the game was not kept, 130 interrupted."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # the caller closed it
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(guarded(app))


__all__ = ["app", "main"]
