"""The README can't drift: its transcripts are played again, and its commands are those there are.

`--update` writes what the commands print now into the README; read the difference as a reviewer reads prose.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.cli import COMMANDS

if TYPE_CHECKING:
    from conftest import Run

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
ELIDED = "…\n"


def played(block: str, folder: Path, rb_quiz: Run) -> str:
    """Return a transcript with what its commands print now, in a folder where the ones before it were played."""
    lines = []
    for command, said in re.findall(r"\$ (.*)\n((?:(?!\$ ).*\n)*)", block):
        program, *words = shlex.split(command)
        if program == "rb-quiz":
            run = rb_quiz(*words, cwd=folder)
            printed = run.stderr + run.stdout
        else:
            assert program == "cat"
            printed = "".join((folder / word).read_text(encoding="utf-8") for word in words)
        printed = "".join(f"{line}\n" for line in printed.replace(f"{folder}/", "").splitlines())
        shown = said.removesuffix(ELIDED)
        elided = said.endswith(ELIDED) and printed.startswith(shown)
        lines += [f"$ {command}\n", said if elided else printed]
    return "".join(lines)


def test_transcripts_are_what_is_printed(tmp_path: Path, rb_quiz: Run, request: pytest.FixtureRequest) -> None:
    """Every console block of the README, played from the first to the last, prints what stands there."""
    folder = tmp_path / "desk"
    folder.mkdir()
    readme = README.read_text(encoding="utf-8")
    now = BLOCK.sub(lambda block: f"```console\n{played(block.group(1), folder, rb_quiz)}```", readme)
    if request.config.getoption("--update"):
        README.write_text(now, encoding="utf-8")

    assert len(BLOCK.findall(readme)) >= 5
    assert README.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, rb_quiz: Run) -> None:
    """Each command has help with an example of its own call, and the README's table tells of it in the same words."""
    said = " ".join(rb_quiz(command, "--help").stdout.split())
    row = re.search(rf"^\| `{command}` \| (.*?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)

    assert f"Example: rb-quiz {command}" in said
    assert row is not None
    assert row.group(1) in said
