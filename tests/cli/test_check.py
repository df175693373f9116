"""The command `check`: advice by level, the formats for programs, and what a check means."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from rb_quiz.bank.advice import ADVICE, Finding, Level
from rb_quiz.cli.findings import print_explanation, print_for_programs
from rb_quiz.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

SOUND = "questions:\n  - {kind: text, ask: Which city is the capital of Portugal?, answer: Lisbon}\n"
FLAWED = """\
questions:
  - {ask: "What are clouds made of, as a rule?", answer: Water and ice., distractors: [Wool and dust, Salt and sand]}
  - {ask: The capital of Portugal, answer: Lisbon, distractors: [Porto, Faro]}
  - {ask: How long is a lunar month?, answer: four weeks, distractors: [two weeks, three weeks, six weeks]}
"""
NOTED = "\n".join(line for line in FLAWED.splitlines() if "clouds" not in line)
BROKEN = "questions:\n  - {ask: Q?, answr: x}\n"


def test_advice_is_told_by_level(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """Errors, warnings and notes stand apart under their counts, each with its place, and sum up on the last line."""
    done = rb_quiz("check", folder(FLAWED), "--advice")
    lines = done.stdout.splitlines()

    assert lines[0].startswith("No problems: 3 questions")
    assert [line for line in lines if re.fullmatch(r"\w+ \(\d\)", line)] == ["Errors (1)", "Warnings (1)", "Notes (1)"]
    found = re.findall(r"bank\.yaml:(\d):1: .* \[([a-z-]+)\]\n", done.stdout)
    assert found == [("2", "odd-form"), ("3", "unfocused-stem"), ("4", "lost-sequence")]
    assert lines[-1].startswith("Advice: 1 error, 1 warning, 1 note;")
    assert done.stderr == ""


@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (NOTED, 0), (FLAWED, 1), (BROKEN, 1)])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_errors_alone_are_exit_1(rb_quiz: Run, folder: Callable[..., Path], text: str, code: int, form: str) -> None:
    """Problems and advice of level error are exit 1 in every format, warnings and notes are 0."""
    assert rb_quiz("check", folder(text), "--advice", "--format", form).returncode == code


def test_without_advice_flaws_are_no_matter(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """A bank that can be used is exit 0; nothing to say is said."""
    path = folder(FLAWED)

    assert (rb_quiz("check", path).returncode, rb_quiz("check", path, "--format", "github").stdout) == (0, "")
    assert "\nNo advice: nothing was found" in rb_quiz("check", folder(SOUND), "--advice").stdout


def test_programs_get_a_list_of_objects(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """JSON holds the advice, or the problems that come before any, each with place, name, level and message."""
    advice = json.loads(rb_quiz("check", folder(FLAWED), "--advice", "--format", "json").stdout)
    problems = json.loads(rb_quiz("check", folder(BROKEN), "--advice", "--format", "json").stdout)

    assert [(each["line"], each["name"], each["level"]) for each in advice] == [
        (2, "odd-form", "error"),
        (3, "unfocused-stem", "warning"),
        (4, "lost-sequence", "note"),
    ]
    assert {tuple(each) for each in advice + problems} == {("file", "line", "col", "name", "level", "message")}
    assert {each["level"] for each in problems} == {"error"}
    assert json.loads(rb_quiz("check", folder(SOUND), "--format", "json").stdout) == []


def test_github_gets_workflow_commands(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """Each finding is a command of its level, with its place and name."""
    path = folder(FLAWED)
    lines = rb_quiz("check", path, "--advice", "--format", "github").stdout.splitlines()

    assert lines[0].startswith(f"::error file={path}/bank.yaml,line=2,col=1,title=odd-form::expected ")
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_what_would_end_a_workflow_command_is_escaped(capfd: pytest.CaptureFixture[str]) -> None:
    """Percent and line ends are escaped everywhere, colons and commas in properties; a bank as a whole has no line."""
    problem = Problem("a:b,c%.yaml", 0, 0, "odd", "50 %\r\nof it, as: such")
    print_for_programs([Finding(problem, Level.NOTE)], "github")

    assert capfd.readouterr().out == "::notice file=a%3Ab%2Cc%25.yaml,title=odd::50 %25%0D%0Aof it, as: such\n"


@pytest.mark.parametrize("name", ADVICE)
def test_a_check_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Level, rule, reason and both examples are printed."""
    check = ADVICE[name]
    print_explanation(name)
    said = capsys.readouterr().out

    assert said.startswith(f"{name} ({check.level})\n{check.rule}\nWhy: {check.why}\n\nBad:\n")
    assert all(f"    {line}\n" in said for line in (check.bad + check.mended).splitlines())


def test_an_explanation_needs_no_bank(rb_quiz: Run) -> None:
    """What a check means is said where no bank is."""
    assert rb_quiz("check", "nowhere", "--explain", "odd-form").stdout.startswith("odd-form (error)\n")


def test_checks_are_listed_and_unknown_ones_refused(rb_quiz: Run) -> None:
    """`list` has a line for each check; a slip is told what was meant, with all there are."""
    listed = rb_quiz("check", "--explain", "list").stdout.splitlines()
    refused = rb_quiz("check", "--explain", "od-form")

    assert [line.split()[0] for line in listed] == list(ADVICE)
    assert refused.returncode == 2
    assert "(did you mean 'odd-form'?); the checks are " in refused.stderr
    assert "did you mean 'github'" in rb_quiz("check", "--format", "gihub").stderr
