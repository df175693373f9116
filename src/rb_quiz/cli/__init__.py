"""The command line: one command a file; it parses, calls, prints, and turns errors into text and exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Final

import typer

from rb_quiz import __version__
from rb_quiz.cli.exits import guarded
from rb_quiz.cli.options import BankOption

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMANDS: Final = {
    "play": "play",
    "resume": "resume",
    "practise": "practise",
    "stats": "stats",
    "replay": "replay",
    "draw": "draw",
    "print": "print_quiz",
    "mark": "mark",
    "check": "check",
    "schema": "schema",
    "list": "list_questions",
    "show": "show",
    "try": "try_response",
    "add": "add",
    "new": "new",
    "appeals": "appeals",
    "rescore": "rescore",
    "forget": "forget",
}
"""Each command with its function, in the order in which the help lists them."""
_FILES: Final = {"print": "printing", "list": "listing", "try": "trying"}
"""The commands whose names Python or its builtins have taken, with the module each stands in."""


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


def app(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the command line with these commands."""
    made = typer.Typer(
        name="rb-quiz",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback(invoke_without_command=True)(start)
    for name in commands:
        module = import_module(f"rb_quiz.cli.{_FILES.get(name, name)}")
        made.command(name)(getattr(module, COMMANDS[name]))
    return made


def called(arguments: Sequence[str]) -> Iterable[str]:
    """Return the commands that a call may mean: making all of them takes as long as Python takes to start."""
    if "_RB_QUIZ_COMPLETE" in os.environ:  # a shell asks what there is
        return COMMANDS
    if not arguments or list(arguments) == ["--version"]:
        return ()
    return [name for name in COMMANDS if name in arguments] or COMMANDS


def main() -> None:
    """Run the command line and exit: 0 done, 1 bad data, 2 a wrong call, 3 the game was not kept, 130 interrupted."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # the caller closed it
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(guarded(app(called(sys.argv[1:]))))


__all__ = ["COMMANDS", "app", "main"]
