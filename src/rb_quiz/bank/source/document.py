"""A document is one file of a bank: its nodes, its problems, and its lines to quote from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import yaml

from rb_quiz.bank.source.events import build
from rb_quiz.bank.source.nodes import Mark
from rb_quiz.bank.source.syntax import explain, without_entry
from rb_quiz.bank.source.text import decode, lines_of
from rb_quiz.problem import Problem

if TYPE_CHECKING:
    from rb_quiz.bank.source.nodes import Node

_MOST_RESTARTS: Final = 100


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was typed.

    Attributes:
        file: its name in problems.
        root: its nodes, None when it is empty.
        problems: what could not be read.
        whole: whether every entry was read, so that what is missing is really missing.
        lines: the text, line by line.

    """

    file: str
    root: Node | None
    problems: tuple[Problem, ...]
    whole: bool
    lines: tuple[str, ...]

    def problem(self, mark: Mark, name: str, message: str) -> Problem:
        """Return a problem of this file, with the line it stands on."""
        return _problem(self.file, self.lines, mark, name, message)


def _problem(file: str, lines: tuple[str, ...], mark: Mark, name: str, message: str) -> Problem:
    excerpt = lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""
    return Problem(file, mark.line, mark.col, name, message, excerpt)


def read(data: bytes, file: str) -> Document:
    """Return a file's nodes and every problem of its text; an entry that is no YAML is left out, the rest is read."""
    found: list[tuple[Mark, str, str]] = []
    text = decode(data, lambda *finding: found.append(finding))
    lines = lines_of(text)
    quotable = tuple(lines)
    root: Node | None = None
    whole = True
    for _ in range(_MOST_RESTARTS):
        refused: list[tuple[Mark, str, str]] = []
        try:
            root = build("\n".join(lines), lambda *finding: refused.append(finding))  # noqa: B023 - called at once
        except yaml.MarkedYAMLError as error:
            whole = False
            mark, message = explain(error, lines)
            found.append((mark, "syntax", message))
            root = None
            lines = without_entry(lines, mark.line)
        else:
            found += refused
            break
    else:
        found.append(
            (Mark(1, 1), "unread", f"expected YAML, found more than {_MOST_RESTARTS} faults; mend these first")
        )
    problems = tuple(_problem(file, quotable, *finding) for finding in found)
    return Document(file, root, problems, whole, quotable)
