"""CommonMark with pipe tables, made of plain texts: whatever was typed in them shows as it was typed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPACES: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_UNSEEN: Final = ("Cc", "Cs")
_INLINE: Final = re.compile(
    r"""
    (?P<harmless>
        (?<=[^\W_]) _+ (?=[^\W_])               # snake_case
      | (?<!\S) (?: \*+ | _+ ) (?! [\w*~] )     # 2 * 3, and a ____ to fill in: these can't close what they can open
      | (?<!\S) ~ (?!~)                         # ~5 can't close either
    )
    | [*_~`]
    | \\ (?= [!-/:-@\[-`{-~] | \Z )
    | < (?=\S)                                  # tags, comments and addresses
    | & (?= \#? \w+ ; )
    | \] (?= [(\[] )                            # links; [sic] is none
    """,
    re.VERBOSE,
)
_LEADING: Final = re.compile(
    r"""
    (?: [-+*] (?= \s | \Z )                     # a list
      | (?P<rule> [-_*=] ) (?= (?: (?P=rule) | \s )* \Z )
      | [#>]                                    # a heading, a quotation
      | \[ (?= .* \]: | [ xX] \] )               # the target of a link, a box to tick
    )
    | (?P<number> [0-9]{1,9} ) (?= [.)] (?: \s | \Z ) )
    """,
    re.VERBOSE,
)
_CLOSING: Final = re.compile(r"(?<!\S)(?=#+\Z)")
_ESCAPE: Final = r"\\"
_TICKS: Final = re.compile("`+")


def clean(text: str) -> str:
    """Return a text on one line, without control characters; its no-break spaces stay."""
    seen = (mark for mark in _SPACES.sub(" ", text) if unicodedata.category(mark) not in _UNSEEN)
    return "".join(seen).strip()


def inline(text: str) -> str:
    """Return what shows as a text after the beginning of a line, with space or nothing on either side.

    Only what would be read as markup is escaped. No text holds a delimiter that could close emphasis, so that those
    which could open it may stay.
    """
    return _INLINE.sub(lambda found: found.group() if found["harmless"] else f"\\{found.group()}", clean(text))


def paragraph(text: str) -> str:
    """Return what shows as a text at the beginning of a line or of an entry in a list."""
    escaped = inline(text)
    found = _LEADING.match(escaped)
    if not found:
        return escaped
    place = found.end("number") if found["number"] else 0
    return f"{escaped[:place]}\\{escaped[place:]}"


def heading(level: int, text: str) -> str:
    """Return a heading; a text's own hash marks at its end stay."""
    return f"{'#' * level} {_CLOSING.sub(_ESCAPE, inline(text))}".rstrip()


def labelled(label: str, text: str) -> str:
    """Return a text after its label in bold."""
    return f"**{inline(label)}** {inline(text)}".rstrip()


def lines(texts: Iterable[str]) -> str:
    """Return a paragraph of lines that stay lines; the spaces that break them don't disturb who reads them as text."""
    return "  \n".join(texts)


def numbered(texts: Sequence[str]) -> str:
    """Return a list numbered from 1."""
    return "\n".join(f"{place}. {paragraph(text)}" for place, text in enumerate(texts, start=1))


def code(text: str) -> str:
    """Return a text to be typed as it stands."""
    text = clean(text)
    fence = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], first: int = 0) -> str:
    """Return a table; in plain text a column is as wide as its widest cell, the first at least as wide as it says."""
    shown = [[inline(text).replace("|", r"\|") for text in row] for row in (heads, *rows)]
    widths = [max(3, *map(len, column)) for column in zip(*shown, strict=True)]
    widths[0] = max(first, widths[0])
    head, *body = (_row([cell.ljust(width) for cell, width in zip(row, widths, strict=True)]) for row in shown)
    return "\n".join((head, _row(["-" * width for width in widths]), *body))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
