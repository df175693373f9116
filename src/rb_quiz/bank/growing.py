"""Growing gives a table of a bank's file one more row, in the file or in the CSV file that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.adding import with_row
from rb_quiz.bank.fields import Fields, shown
from rb_quiz.bank.names import Names
from rb_quiz.bank.source import NodeMap, read
from rb_quiz.bank.source.text import hidden_character
from rb_quiz.bank.tables.cells import RESERVED
from rb_quiz.bank.tables.csv_text import header_of, with_record
from rb_quiz.bank.tables.reading import read_table
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rb_quiz.bank.tables.column import Column
    from rb_quiz.bank.tables.table import Table

SAID_OF_ROWS: Final = RESERVED[:-1]
"""What can be said of a row beside its cells, one text each."""


@dataclass(frozen=True)
class Growing:
    """A table as it stands.

    Attributes:
        path: the YAML file that declares it.
        file: the file that its rows stand in, the same or a CSV file.
        data: what stands in that file.
        table: what is read of it.

    """

    path: Path
    file: Path
    data: bytes
    table: Table

    def with_row(self, cells: Mapping[str, str]) -> bytes:
        """Return the file with one more row; raise CallError where none like this can be added."""
        if self.file == self.path:
            after = with_row(self.data, self.path, self.table.name, tuple(cells.items()))
        else:
            after = self._with_record(cells)
        grown = growing(self.path, self.table.name, self.table.names, {self.file: after})
        row = tuple(cells.get(column.name, "") for column in self.table.columns)
        if grown is not None and tuple(grown.table.cells) != (*self.table.cells, row):
            raise CallError(f"expected to find the row again in {str(self.file)!r}, found another; add it by hand")
        return after

    def _with_record(self, cells: Mapping[str, str]) -> bytes:
        text = self.data.decode("utf-8")
        header = header_of(text)
        lost = [name for name in cells if name not in header]
        if lost:
            raise CallError(
                f"expected a column {lost[0]!r} in {self.file.name!r}, found none; add it to the file first"
            )
        for name, cell in cells.items():
            if "\n" in cell or "\r" in cell:
                raise CallError(f"expected a cell on one line for {name!r}, found {shown(cell)}")
        return with_record(text, cells).encode("utf-8", "surrogatepass")

    def fault(self, column: Column, cell: str) -> str:
        """Return what is wrong with a cell by itself, nothing where it can stand in a new row."""
        hidden = hidden_character(cell)
        if hidden is not None:
            return f"expected plain text, found the hidden character {hidden!r}; remove it"
        number = self.table.columns.index(column)
        value = self.table.value(number, cell)
        if value is None:
            return f"expected a {column.expects}, found {shown(cell)}"
        rows = self.table.index((number,)).get((value,), ())
        if rows and frozenset((number,)) in self.table.unique:
            where = f"line {self.table.lines[rows[0]]}"
            return f"expected each value of {column.name!r} once, found {shown(cell)} again (first on {where})"
        if value in self.table.decoy_values(number):
            return f"expected no decoy of the table, found {shown(cell)}, which it says is never true"
        return "" if normal(cell) or column.measured else f"expected a text with letters or digits, found {shown(cell)}"


def growing(path: Path, name: str, names: Names, drafts: Mapping[Path, bytes]) -> Growing | None:
    """Return the table of this name that a file declares, None where it declares none, or one with problems."""

    def contents(file: Path) -> bytes:
        draft = drafts.get(file.resolve())
        return file.read_bytes() if draft is None else draft

    data = contents(path)
    document = read(data, str(path))
    tables = document.root.get("tables") if isinstance(document.root, NodeMap) else None
    node = tables.get(name) if isinstance(tables, NodeMap) else None
    if not isinstance(node, NodeMap):
        return None
    table = read_table(name, Fields(node, document, []), Names(names.entries), path.parent, (), contents)
    if table is None:
        return None
    rows = node.get("rows")
    file = (path.parent / rows).resolve() if isinstance(rows, str) and rows else path
    return Growing(path, file, data if file == path else contents(file), table)
