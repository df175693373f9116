"""The bytes of a file become text that can safely be shown: UTF-8, and nothing in it that a terminal would obey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rb_quiz.bank.source.nodes import Mark

if TYPE_CHECKING:
    from collections.abc import Callable

# C0 but tab and line ends, DEL, C1, line and paragraph separators, direction overrides, the BOM inside a text,
# lone surrogates and the two noncharacters.
_HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_HIDDEN_IN_FILE = re.compile(f"[{_HIDDEN}]")
_HIDDEN_IN_VALUE = re.compile(f"[\r{_HIDDEN}]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BAD_BYTES = frozenset(map(chr, range(0xDC80, 0xDD00)))  # how `surrogateescape` keeps what is no UTF-8
_REPLACEMENT = "\ufffd"
_MOST_REPORTED = 20


def hidden_character(value: str) -> str | None:
    """Return the first character of a value that must not stand in a text, or None."""
    found = _HIDDEN_IN_VALUE.search(value)
    return found.group() if found else None


def decode(data: bytes, report: Callable[[Mark, str, str], None]) -> str:
    """Return the file's text, with a replacement character for whatever was reported and can't be kept."""
    if data[:2] in _UTF_16 or b"\x00" in data[:4]:
        report(Mark(1, 1), "not-utf-8", "expected UTF-8, found UTF-16 or no text at all; save the file as UTF-8")
        return ""
    text = data.decode("utf-8-sig", "surrogateescape")
    for count, found in enumerate(_HIDDEN_IN_FILE.finditer(text)):
        if count == _MOST_REPORTED:
            break
        character, mark = found.group(), _mark_after(text[: found.start()])
        if character in _BAD_BYTES:
            message = f"expected UTF-8, found the byte 0x{ord(character) - 0xDC00:02x}; save the file as UTF-8"
            report(mark, "not-utf-8", message)
        else:
            report(
                mark, "control-character", f"expected plain text, found the hidden character {character!r}; remove it"
            )
    return _HIDDEN_IN_FILE.sub(_REPLACEMENT, text)


def _mark_after(before: str) -> Mark:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Mark(len(lines), len(lines[-1]) + 1)


def lines_of(text: str) -> list[str]:
    """Return the lines as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
