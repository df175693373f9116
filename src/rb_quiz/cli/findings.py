"""Findings are the problems of a bank and the advice on it, as people, programs and GitHub read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.cli.exits import described
from rb_quiz.cli.output import print_text
from rb_quiz.problem import CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rb_quiz.bank.advice import Check, Finding

FORMATS: Final = ("text", "json", "github")
_EVERY: Final = "list"
_ON_GITHUB: Final = {"error": "error", "warning": "warning", "note": "notice"}
_SPECIAL: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_SPECIAL_IN_PROPERTIES: Final = _SPECIAL | {":": "%3A", ",": "%2C"}


def known_format(typed: str) -> str:
    """Return the format that was typed; raise CallError when there is none such."""
    if typed not in FORMATS:
        mend = did_you_mean(typed, FORMATS)
        raise CallError(f"expected --format text, json or github, found {typed!r}{mend}")
    return typed


def print_for_programs(findings: Sequence[Finding], form: str) -> None:
    """Print findings as JSON, or as the workflow commands by which GitHub shows them beside the lines."""
    if form == "json":
        from json import dumps

        print_text(dumps([_plain(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n")
    else:
        print_text("".join(f"{_command(finding)}\n" for finding in findings))


def _plain(finding: Finding) -> dict[str, str | int]:
    problem = finding.problem
    return {
        "file": problem.file,
        "line": problem.line,
        "col": problem.col,
        "name": problem.name,
        "level": finding.level.value,
        "message": problem.message,
    }


def _command(finding: Finding) -> str:
    """Return a workflow command; what is about a whole bank has no line."""
    problem = finding.problem
    properties: dict[str, str | int] = {"file": problem.file}
    if problem.line:
        properties |= {"line": problem.line, "col": problem.col}
    properties["title"] = problem.name
    written = ",".join(f"{name}={_escaped(str(value), _SPECIAL_IN_PROPERTIES)}" for name, value in properties.items())
    return f"::{_ON_GITHUB[finding.level]} {written}::{_escaped(problem.message, _SPECIAL)}"


def _escaped(text: str, special: Mapping[str, str]) -> str:
    return "".join(special.get(character, character) for character in text)


def print_advice(findings: Sequence[Finding]) -> None:
    """Print advice for people: errors, warnings and notes apart, and how many there are of each."""
    from rb_quiz.bank.advice import Level
    from rb_quiz.present.figures import counted

    if not findings:
        print("No advice: nothing was found that could be better.")
        return
    counts: list[str] = []
    for level in Level:
        problems = [finding.problem for finding in findings if finding.level is level]
        if problems:
            print("\n".join((f"\n{level.capitalize()}s ({len(problems)})", *described(problems))))
            counts.append(counted(len(problems), level))
    print(f"\nAdvice: {', '.join(counts)}; `rb-quiz check --explain NAME` says more of each.")


def print_explanation(name: str) -> None:
    """Print what a check looks for and why, with examples, or a line for each check there is."""
    from rb_quiz.bank.advice import ADVICE

    if name == _EVERY:
        for check in ADVICE.values():
            print(f"{check.name} ({check.level}): {check.rule}")
        return
    if name not in ADVICE:
        mend = did_you_mean(name, ADVICE)
        raise CallError(f"expected the name of a check, found {name!r}{mend}; the checks are {', '.join(ADVICE)}")
    print("\n".join(_explained(ADVICE[name])))


def _explained(check: Check) -> Iterator[str]:
    yield f"{check.name} ({check.level})"
    yield check.rule
    yield f"Why: {check.why}"
    for heading, example in {"Bad": check.bad, "Mended": check.mended}.items():
        yield f"\n{heading}:"
        yield from (f"    {line}" for line in example.rstrip().splitlines())
