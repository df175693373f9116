"""One more entry is written behind the last one of a list, in the layout that the author of the file chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.insertions import (
    BREAK,
    break_at,
    in_braces,
    in_place_of_nothing,
    into_brackets,
    lines_below,
    with_insertions,
)
from rb_quiz.bank.writing import in_braces as braced
from rb_quiz.bank.writing import in_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.bank.insertions import Insertion
    from rb_quiz.bank.source.places import Place
    from rb_quiz.bank.writing import Said

    Entry = Sequence[tuple[str, Said]]

_INDENT: Final = 2


def with_entry(text: str, root: Place | None, path: Sequence[str], entry: Entry, *, short: bool) -> str:
    """Return a text with one more entry in the list that a path of keys leads to; the list may not be there yet.

    `root` is the place of all that the text holds, None where it holds nothing. A short entry is typed in braces
    where others are, or where there are none.
    """
    *parents, name = path
    holder = root
    for parent in parents:
        holder = holder and holder.fields[parent][1]
    return with_insertions(text, [_insertion(text, holder, name, entry, short=short)])


def _insertion(text: str, holder: Place | None, name: str, entry: Entry, *, short: bool) -> Insertion:
    if holder is None or name not in holder.fields:
        return _new_list(text, holder, name, entry)
    key, value = holder.fields[name]
    if value.start == value.end and in_braces(text, holder):
        return in_place_of_nothing(text, key, value, f"[{braced(entry)}]")
    if value.start == value.end:
        return lines_below(text, value.end, _lines(text, key.col + _INDENT, entry, short=short), col=key.col)
    if text.startswith("[", value.start):
        return into_brackets(text, value, braced(entry))
    return _behind_last(text, value, entry, short=short)


def _new_list(text: str, holder: Place | None, name: str, entry: Entry) -> Insertion:
    """Begin a section at the end of the text."""
    if holder is not None and in_braces(text, holder):
        last = max((value.end for _, value in holder.fields.values()), default=holder.start + 1)
        return last, f"{', ' if holder.fields else ''}{name}: [{braced(entry)}]"
    ending, col = break_at(text, 0), holder.col if holder else 0
    section = f"{' ' * col}{name}:{ending * 2}{_lines(text, col + _INDENT, entry, short=False)}"
    lines = BREAK.split(text)
    if lines[-1]:
        return len(text), f"{ending * 2}{section}"
    apart = ending if any(line.strip() for line in lines[-2:]) else ""
    return len(text), f"{apart}{section}{ending}"


def _behind_last(text: str, value: Place, entry: Entry, *, short: bool) -> Insertion:
    if not value.items:
        return value.end, ""  # quotes around nothing; the file is found to lack the entry when it is read again
    last = value.items[-1]
    dash = text.rfind("-", 0, last.start)
    gap = _INDENT if BREAK.search(text, dash, last.start) else last.start - dash
    lines = _lines(text, value.col, entry, gap, short=short and in_braces(text, last))
    at, inserted = lines_below(text, _end(text, last), lines, col=value.col)
    apart = _stands_apart(text, dash) and BREAK.split(text[:at])[-2:] != ["", ""]
    return at, break_at(text, dash) + inserted if apart else inserted


def _lines(text: str, col: int, entry: Entry, gap: int = _INDENT, *, short: bool) -> str:
    lines = [f"-{' ' * (gap - 1)}{braced(entry)}"] if short else in_lines(entry, gap)
    return break_at(text, 0).join(" " * col + line for line in lines)


def _end(text: str, place: Place) -> int:
    """Return where a value really ends: without brackets, that is where the last value in it does."""
    if text.startswith(("[", "{"), place.start) or not (place.fields or place.items):
        return place.end
    return _end(text, [*place.items, *(value for _, value in place.fields.values())][-1])


def _stands_apart(text: str, dash: int) -> bool:
    """Return whether an entry, with the comment above it, has an empty line above."""
    lines = [line.strip() for line in BREAK.split(text[:dash])[:-1]]
    while lines and lines[-1].startswith("#"):
        lines.pop()
    return bool(lines) and not lines[-1]
