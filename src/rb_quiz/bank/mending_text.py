"""One more accepted answer is written between what an author typed, in the layout that the author chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.insertions import (
    BARE,
    BREAK,
    break_at,
    in_braces,
    in_place_of_nothing,
    into_brackets,
    lines_below,
    separator,
)

if TYPE_CHECKING:
    from rb_quiz.bank.insertions import Insertion
    from rb_quiz.bank.source.places import Place

_INDENT: Final = 2


def insertions(text: str, entry: Place, alias: str) -> tuple[Insertion, ...]:
    """Return what to write into a text, and where, so that an entry with an answer accepts a typed alias."""
    if "accept" not in entry.fields:
        return (_new_field(text, entry, alias),)
    key, value = entry.fields["accept"]
    if text.startswith("[", value.start):
        return (into_brackets(text, value, alias),)
    if value.items:
        return (lines_below(text, value.items[-1].end, f"{' ' * value.col}- {alias}"),)
    if value.start == value.end:
        return (in_place_of_nothing(text, key, value, f"[{alias}]"),)
    if in_braces(text, entry) or _fits_into_brackets(text, key, value):
        return (value.start, "["), (value.end, f", {alias}]")
    return _as_lines(text, key, value, alias)


def _new_field(text: str, entry: Place, alias: str) -> Insertion:
    key, value = entry.fields["answer"]
    if not in_braces(text, entry):
        return lines_below(text, value.end, f"{' ' * entry.col}accept: [{alias}]")
    ends = [value.end for _, value in entry.fields.values() if value.end <= key.start]
    return value.end, f"{separator(text, ends, key, value)}accept: [{alias}]"


def _as_lines(text: str, key: Place, value: Place, alias: str) -> tuple[Insertion, Insertion]:
    """Turn one text into a list: its `- ` is put right behind the colon, so that the text needs no other quotes."""
    behind_colon = text.index(":", key.end) + 1
    indent = " " * (key.col if BREAK.search(text, key.end, value.end) else key.col + _INDENT)
    dash = behind_colon, f"{break_at(text, behind_colon)}{indent}-"
    return dash, lines_below(text, value.end, f"{indent}- {alias}")


def _fits_into_brackets(text: str, key: Place, value: Place) -> bool:
    """Return whether a text means the same in a list of brackets, and stands on the line of its key."""
    if BREAK.search(text, key.end, value.end):
        return False
    return text[value.start] in "\"'" or bool(BARE.fullmatch(text, value.start, value.end))
