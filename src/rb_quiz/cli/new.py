"""The command `new`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Final

import typer

from rb_quiz.problem import CallError

_SOUND: Final = re.compile(r"\w(?:[\w .-]{0,62}[\w-])?")
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows keeps for itself."""


def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make; an empty one may be there.")],
) -> None:
    """Start a bank about another subject, with a few questions to write your own between.

    Example: rb-quiz new my-quiz
    """
    from shlex import quote

    from rb_quiz.cli.output import write

    folder = _sound(name)
    made = not folder.exists()
    written: list[Path] = []
    folder.mkdir(exist_ok=True)
    try:
        for file, data in _starter():
            write(folder / file, data)
            written.append(folder / file)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        if made:
            folder.rmdir()
        raise
    said = quote(str(folder))
    print(f"""\
Made {said} with {", ".join(path.name for path in written)}. What next?

  rb-quiz play --bank {said}
  rb-quiz add --bank {said}
  rb-quiz add --bank {said} --table boats
  rb-quiz check --advice {said}
  rb-quiz print --bank {said} -o {quote(f"{folder.name}.pdf")}""")


def _starter() -> list[tuple[str, bytes]]:
    """Return the files that a new bank begins with."""
    from importlib.resources import files

    starter = files("rb_quiz.cli") / "starter"
    return sorted((file.name, file.read_bytes()) for file in starter.iterdir() if file.name.endswith(".yaml"))


def _sound(folder: Path) -> Path:
    """Return the folder; raise CallError for one that is in use, or that some machine could not hold."""
    if not _SOUND.fullmatch(folder.name) or _DEVICES.fullmatch(folder.name):
        raise CallError(f"expected a name of letters, digits, spaces, '-', '_' or '.', found {folder.name!r}")
    if not folder.parent.is_dir():
        raise CallError(f"expected a folder to make {folder.name!r} in, found none at {str(folder.parent)!r}")
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise CallError(f"expected a new folder, or an empty one, found {str(folder)!r} in use; take another name")
    return folder
