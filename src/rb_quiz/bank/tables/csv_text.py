"""One more row is written at the end of a CSV file, with the quotes and line ends that it has."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.insertions import BREAK, break_at
from rb_quiz.bank.source import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_BYTE_ORDER_MARK: Final = "\ufeff"


def header_of(text: str) -> tuple[str, ...]:
    """Return the names of the columns of a CSV file."""
    return tuple(cell.strip() for cell in next(csv.reader(lines_of(text.removeprefix(_BYTE_ORDER_MARK))), []))


def with_record(text: str, cells: Mapping[str, str]) -> str:
    """Return a CSV text with one more row at its end; cells that aren't given are empty."""
    ending = break_at(text, 0)
    written = StringIO()
    row = [cells.get(name, "") for name in header_of(text)]
    if _all_quoted(text):
        csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="").writerow(row)
    else:
        csv.writer(written, lineterminator="").writerow(row)
    ends = text.endswith(("\r", "\n"))
    return f"{text}{written.getvalue()}{ending}" if ends else f"{text}{ending}{written.getvalue()}"


def _all_quoted(text: str) -> bool:
    """Return whether every cell of the last row, or of a header alone, stands in quotes."""
    lines = [line for line in BREAK.split(text.removeprefix(_BYTE_ORDER_MARK)) if line.strip()]
    cells = next(csv.reader(lines[-1:]), []) if lines else []
    return bool(cells) and all(f'"{cell.replace(chr(34), chr(34) * 2)}"' in lines[-1] for cell in cells)
