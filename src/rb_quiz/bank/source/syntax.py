"""What libyaml can't read is said again in an author's words, and the rest of the file is read all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rb_quiz.bank.source.nodes import Mark

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_VALUE = re.compile(r"(?:^|:\s|-\s)\s*(?P<first>[{\[@`%*&!|>])")
_CLOSING = {"[": "]", "{": "}"}
_HASH = re.compile(r"[^\s#\"'] +#\w")
_QUOTED_THEN_MORE = re.compile(r"""(?::\s|-\s)\s*(["'])""")
_COLON = re.compile(r":(?=\s|$)")


def explain(error: MarkedYAMLError, lines: list[str]) -> tuple[Mark, str]:
    """Return where the author should look, and what was expected, what stands there and how to mend it."""
    at = _place(error, lines)
    line = lines[at.line - 1]
    opening = _VALUE.search(line)
    message = _in_words(error, line, at.col)
    return (Mark(at.line, opening.start("first") + 1) if opening and "at its beginning" in message else at), message


def _in_words(error: MarkedYAMLError, line: str, col: int) -> str:
    trouble = error.problem or "something that is not YAML"
    opening = _opening(line)
    said = {
        r"expected an escape that YAML knows, found another after a backslash; write it twice, or use single quotes": (
            "escape" in trouble
        ),
        "expected a closing quotation mark, found none; close the quotation that begins here": (
            "quoted scalar" in (error.context or "")
        ),
        "expected spaces before the text, found a tab; indent with spaces": (
            line[:col].endswith("\t") or "\t" in line[: len(line) - len(line.lstrip())]
        ),
        "expected one key and its value, found another ': '; a text that holds ': ' must stand in quotes": (
            "mapping values are not allowed" in trouble
        ),
        "expected the text to go on after ' #', which begins a comment; a text that holds ' #' must stand in quotes": (
            bool(_HASH.search(line))
        ),
        f"expected {_CLOSING.get(opening or '')!r} to close what {opening!r} begins, found none on this line; close it "
        "or put a text that begins so in quotes": _CLOSING.get(opening or "", line) not in line,
        f"expected plain text, found {opening!r} at its beginning; a text that begins with {opening!r} "
        "must stand in quotes": opening is not None,
        "expected nothing after the closing quotation mark; put the whole text in quotes, "
        "and write a quotation mark inside '…' twice": bool(_QUOTED_THEN_MORE.search(line)),
    }
    otherwise = (
        f"expected YAML as in the other entries, found {line.strip()[:40]!r} ({trouble}); check the indentation, "
    )
    return next((message for message, so in said.items() if so), f"{otherwise}or put the whole text in quotes")


def _opening(line: str) -> str | None:
    found = _VALUE.search(line)
    return found.group("first") if found else None


def _place(error: MarkedYAMLError, lines: list[str]) -> Mark:
    mark = error.problem_mark or error.context_mark
    context = error.context or ""
    if error.context_mark is not None and ("flow" in context or "quoted" in context):
        mark = error.context_mark
    if mark is None:
        return Mark(1, 1)
    line, col = mark.line, mark.column
    if "did not find expected key" in (error.problem or "") and line > 0 and not _suspicious(lines, line):
        line, col = line - 1, 0
    while line >= len(lines) or (line > 0 and not lines[line].strip()):
        line, col = line - 1, 0
    if col == 0:
        col = len(lines[line]) - len(lines[line].lstrip())
    return Mark(line + 1, min(col, len(lines[line])) + 1)


def _suspicious(lines: list[str], line: int) -> bool:
    return line < len(lines) and (_opening(lines[line]) is not None or bool(_QUOTED_THEN_MORE.search(lines[line])))


def without_entry(lines: list[str], line: int) -> list[str]:
    """Return the lines with the entry that holds `line` (from 1) blanked, so that all others keep their places.

    The entry is the outermost list item around the line, or else the outermost indented key, or else the line.
    """
    target = line - 1
    head = target
    indent = _indent(lines[target])
    for above in range(target, -1, -1):
        text = lines[above]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if above != target and _indent(text) >= indent:
            continue
        if _indent(text) == 0 and not text.startswith("-"):
            break
        head, indent = above, _indent(text)
    after = head + 1
    while after < len(lines) and (not lines[after].strip() or _indent(lines[after]) > indent):
        after += 1
    after = max(after, target + 1)
    return [*lines[:head], *[""] * (after - head), *lines[after:]]


def _indent(text: str) -> int:
    text = text.expandtabs()
    return len(text) - len(text.lstrip())
