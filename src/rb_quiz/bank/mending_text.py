"""One more accepted answer is written between what an author typed, in the layout that the author chose."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.bank.source.places import Place

    Insertion: TypeAlias = tuple[int, str]

_BARE: Final = re.compile(r"[\w€$£¥(](?:[^:?#\[\]{},\"\\]*[^:?#\[\]{},\"\\\s])?")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_SEPARATOR: Final = re.compile(r"\s*,\s*")
_COMMENT: Final = re.compile(r"[ \t,]*#")
_SHORT_SEPARATOR: Final = ", "
_INDENT: Final = 2


def typed(alias: str) -> str:
    """Return a text bare where that is safe in a list of any layout, else in the quotes that JSON and YAML share."""
    return alias if _BARE.fullmatch(alias) else json.dumps(alias, ensure_ascii=False)


def with_insertions(text: str, insertions: Iterable[Insertion]) -> str:
    """Return a text with others written into it, each at its offset."""
    for at, inserted in sorted(insertions, reverse=True):
        text = text[:at] + inserted + text[at:]
    return text


def insertions(text: str, entry: Place, alias: str) -> tuple[Insertion, ...]:
    """Return what to write into a text, and where, so that an entry with an answer accepts a typed alias."""
    if "accept" not in entry.fields:
        return (_new_field(text, entry, alias),)
    key, value = entry.fields["accept"]
    if text.startswith("[", value.start):
        return (_into_brackets(text, value, alias),)
    if value.items:
        return (_line_behind(text, value.items[-1], f"{' ' * value.col}- {alias}"),)
    if value.start == value.end:
        colon = text.find(":", key.end, value.start)
        return ((key.end, f": [{alias}]") if colon < 0 else (colon + 1, f" [{alias}]"),)
    if _in_braces(text, entry) or _fits_into_brackets(text, key, value):
        return (value.start, "["), (value.end, f", {alias}]")
    return _as_lines(text, key, value, alias)


def _new_field(text: str, entry: Place, alias: str) -> Insertion:
    key, value = entry.fields["answer"]
    if not _in_braces(text, entry):
        return _line_behind(text, value, f"{' ' * entry.col}accept: [{alias}]")
    ends = [value.end for _, value in entry.fields.values() if value.end <= key.start]
    return value.end, f"{_separator(text, ends, key, value)}accept: [{alias}]"


def _into_brackets(text: str, value: Place, alias: str) -> Insertion:
    if not value.items:
        return value.end - 1, alias
    *others, last = value.items
    return last.end, f"{_separator(text, [other.end for other in others], last, last)}{alias}"


def _separator(text: str, ends: list[int], start: Place, end: Place) -> str:
    """Return what parts the last two values, a comma when nothing does; a comment stays beside its own value."""
    between = text[ends[-1] : start.start] if ends else ""
    splits_comment = _BREAK.search(between) and _COMMENT.match(text, end.end)
    return between if _SEPARATOR.fullmatch(between) and not splits_comment else _SHORT_SEPARATOR


def _as_lines(text: str, key: Place, value: Place, alias: str) -> tuple[Insertion, Insertion]:
    """Turn one text into a list: its `- ` is put right behind the colon, so that the text needs no other quotes."""
    behind_colon = text.index(":", key.end) + 1
    indent = " " * (key.col if _BREAK.search(text, key.end, value.end) else key.col + _INDENT)
    return (behind_colon, f"{_break(text, behind_colon)}{indent}-"), _line_behind(text, value, f"{indent}- {alias}")


def _line_behind(text: str, value: Place, line: str) -> Insertion:
    """Give a value, and the comment beside it, a line below."""
    if text[value.end - 1] in "\r\n":
        return value.end, line + _break(text, value.end)
    found = _BREAK.search(text, value.end)
    end = found.start() if found else len(text)
    return end, _break(text, end) + line


def _break(text: str, at: int) -> str:
    """Return how lines end in this part of a text."""
    found = _BREAK.search(text, at) or _BREAK.search(text)
    return found.group() if found else "\n"


def _in_braces(text: str, entry: Place) -> bool:
    return text.startswith("{", entry.start)


def _fits_into_brackets(text: str, key: Place, value: Place) -> bool:
    """Return whether a text means the same in a list of brackets, and stands on the line of its key."""
    if _BREAK.search(text, key.end, value.end):
        return False
    return text[value.start] in "\"'" or bool(_BARE.fullmatch(text, value.start, value.end))
