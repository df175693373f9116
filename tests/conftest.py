"""Fixtures that many tests share: banks made of text, the bundled bank, golden files, the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, settings

from rb_quiz.bank import Bank, load, survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rb_quiz.problem import Problem

ROOT = Path(__file__).parents[1]

settings.register_profile("rb-quiz", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("rb-quiz")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, which rewrites the golden files; read the difference as a reviewer reads prose."""
    parser.addoption("--update", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session", autouse=True)
def away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every process that a test starts away from the records of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RB_QUIZ_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or rewrite the file under --update."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a bank of one file, `bank.yaml`, or of several by name; return its folder."""

    def write(text: str = "", **files: str) -> Path:
        for name, content in ({"bank": text} | files).items():
            if content:
                (tmp_path / f"{name}.yaml").write_text(dedent(content), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def bank_of(folder: Callable[..., Path]) -> Callable[..., Bank]:
    """Return the bank that a YAML text makes."""
    return lambda text="", **files: load([folder(text, **files)])


@pytest.fixture
def problems_of(folder: Callable[..., Path]) -> Callable[..., list[Problem]]:
    """Return the problems of the bank that a YAML text makes."""
    return lambda text="", **files: list(survey([folder(text, **files)])[1])


@pytest.fixture(scope="session")
def bundled() -> Bank:
    """Return the bundled bank."""
    return load([ROOT / "questions"])


class Run(Protocol):
    """Runs `rb-quiz` as a process of its own."""

    def __call__(
        self, *args: str | Path, stdin: str = "", cwd: Path = ROOT, **env: str
    ) -> subprocess.CompletedProcess[str]:
        """Return the finished process."""
        ...


@pytest.fixture
def rb_quiz(tmp_path: Path) -> Run:
    """Run `rb-quiz` as a process with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()

    def run(*args: str | Path, stdin: str = "", cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RB_QUIZ")}
        return subprocess.run(
            [sys.executable, "-m", "rb_quiz", *map(str, args)],
            input=stdin,
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            env=kept | {"HOME": str(home), "XDG_DATA_HOME": str(home)} | env,
            check=False,
            timeout=60,
        )

    return run
