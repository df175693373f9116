"""Insertions are texts written between what an author typed, in the layout and with the line ends of the file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.bank.source.places import Place

Insertion: TypeAlias = tuple[int, str]
"""A text, and the offset at which it is written."""

BARE: Final = re.compile(r"[\w€$£¥(](?:[^:?#\[\]{},\"\\\x00-\x1f]*[^:?#\[\]{},\"\\\s])?")
BREAK: Final = re.compile(r"\r\n|\r|\n")
_SEPARATOR: Final = re.compile(r"\s*,\s*")
_COMMENT_BEHIND: Final = re.compile(r"[ \t,]*#")
_COMMENT_LINE: Final = re.compile(r"( *)#[^\r\n]*(?:\r\n|\r|\n|$)")
_SHORT_SEPARATOR: Final = ", "


def typed(text: str) -> str:
    """Return a text bare where that is safe in a list of any layout, else in the quotes that JSON and YAML share."""
    return text if BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def with_insertions(text: str, insertions: Iterable[Insertion]) -> str:
    """Return a text with others written into it, each at its offset."""
    for at, inserted in sorted(insertions, reverse=True):
        text = text[:at] + inserted + text[at:]
    return text


def break_at(text: str, at: int) -> str:
    """Return how lines end in this part of a text."""
    found = BREAK.search(text, at) or BREAK.search(text)
    return found.group() if found else "\n"


def in_braces(text: str, place: Place) -> bool:
    """Return whether a map is typed in braces."""
    return text.startswith("{", place.start)


def lines_below(text: str, end: int, lines: str, *, col: int | None = None) -> Insertion:
    """Give the line on which something ends, and the comment beside it, lines of their own below.

    With a column, comments on lines of their own stay above where they stand further right than that.
    """
    begins = end > 0 and text[end - 1] in "\r\n"  # what ends so is a text typed after `|` or `>`
    found = None if begins else BREAK.search(text, end)
    if found is None and not begins:
        return len(text), break_at(text, end) + lines
    at = found.end() if found else end
    while col is not None and (comment := _COMMENT_LINE.match(text, at)) and len(comment.group(1)) > col:
        at = comment.end()
        if at == len(text) and text[-1] not in "\r\n":
            return at, break_at(text, end) + lines
    return at, lines + break_at(text, end)


def into_brackets(text: str, value: Place, added: str) -> Insertion:
    """Put one more value behind the last one of a list in brackets."""
    if not value.items:
        return value.end - 1, added
    *others, last = value.items
    return last.end, f"{separator(text, [other.end for other in others], last, last)}{added}"


def separator(text: str, ends: Sequence[int], start: Place, end: Place) -> str:
    """Return what parts the last two values, a comma when nothing does; a comment stays beside its own value."""
    between = text[ends[-1] : start.start] if ends else ""
    splits_comment = BREAK.search(between) and _COMMENT_BEHIND.match(text, end.end)
    return between if _SEPARATOR.fullmatch(between) and not splits_comment else _SHORT_SEPARATOR


def in_place_of_nothing(text: str, key: Place, value: Place, added: str) -> Insertion:
    """Put a value on the line of a key that has none."""
    colon = text.find(":", key.end, value.start)
    return (key.end, f": {added}") if colon < 0 else (colon + 1, f" {added}")
