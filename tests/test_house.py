"""The house keeps its promises: rooms import downwards, the README's files run, every option is exported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from rb_quiz.bank import KINDS, survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run
    from rb_quiz.bank import Bank

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))


def test_rooms_import_downwards() -> None:
    """Every contract of import-linter holds."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("place", [0, 1])
def test_the_readmes_banks_are_banks(place: int, folder: Callable[..., Path]) -> None:
    """The YAML of the README has no problems."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    bank, problems = survey([folder(re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)[place])], thorough=True)

    assert problems == ()
    assert place or {question.kind for question in bank.questions} == set(KINDS)


def test_the_readmes_commands_are_commands(rb_quiz: Run) -> None:
    """Each `rb-quiz COMMAND --flag` of the README is one that `--help` knows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command, rest in re.findall(r"^rb-quiz ([a-z]+)(.*?)(?:#|$)", readme, re.MULTILINE):
        known = rb_quiz(command, "--help").stdout
        assert all(flag in known for flag in re.findall(r"(?<!\S)--?[a-z]+", rest)), (command, rest)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kinds_example_is_sound(kind: str, bank_of: Callable[..., Bank]) -> None:
    """The example in a kind's own docstring is a question of that kind."""
    module = __import__(KINDS[kind].__module__, fromlist=["__doc__"])
    example = str(module.__doc__).split("\n\n", 1)[1]

    assert bank_of("questions:\n" + example).questions[0].kind == kind


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(ROOT / "src")) for path in MODULES])
def test_modules_stay_small(path: Path) -> None:
    """No module has more than 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_chance_has_one_source() -> None:
    """No module imports Python's own random numbers."""
    assert [
        path
        for path in MODULES
        if re.search(r"^\s*(import|from) random\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []
