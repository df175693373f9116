"""Reading a table: its columns and declarations, its rows from YAML or a CSV file, and what the rows contradict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects
from rb_quiz.bank.fields import shown
from rb_quiz.bank.source import NodeMap
from rb_quiz.bank.tables.cells import RESERVED, Rows, read_csv, read_rows
from rb_quiz.bank.tables.column import Column
from rb_quiz.bank.tables.table import Table
from rb_quiz.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.names import Names
    from rb_quiz.problem import Problem

_MOST_ALIKE: Final = 20
_CELLS: Final = "What the cells of this column are."


def read_table(
    name: str,
    fields: Fields,
    names: Names,
    folder: Path,
    sources: tuple[str, ...],
    contents: Callable[[Path], bytes] = Path.read_bytes,
) -> Table | None:
    """Return the table of one entry, None when it has problems, which are then reported.

    `contents` gives what stands in a file; it raises OSError for one that can't be read.
    """
    columns = _read_columns(fields)
    unique = _read_unique(fields, columns)
    complete = _read_complete(fields)
    decoys = _read_decoys(fields, columns)
    beside = isinstance(fields.node.get("rows"), str)
    rows = read_csv(fields, columns, folder, contents) if beside else read_rows(fields, columns)
    fields.close()
    if not fields.sound:
        return None
    table = Table(
        name, rows.file, columns, rows.cells, rows.lines, rows.extras, unique, complete, decoys, names, sources
    )
    contradictions = [*_unreadable(table, fields, rows), *_repeated(table, rows), *_true_decoys(table, fields)]
    fields.add(contradictions)
    return None if contradictions else table


def _read_columns(fields: Fields) -> tuple[Column, ...]:
    declared = fields.map("columns", "actor: person", "The columns, each with what its cells are.")
    if declared is None:
        if "columns" not in fields.node:
            fields.miss("columns", "{actor: person, character: character}")
        return ()
    columns = []
    for name, node in declared.node.items():
        if name in RESERVED:
            declared.report("reserved-word", f"expected another name for a column, {name!r} is said of a row", name)
        elif isinstance(node, NodeMap):
            inner = declared.map(name, "type: number", _CELLS)
            if inner is not None:
                expects = inner.word("type", Expects, Expects.TEXT, _CELLS)
                columns.append(Column(name, expects, inner.text("unit", "What its numbers count or measure.")))
                inner.close()
        else:
            columns.append(Column(name, declared.word(name, Expects, Expects.TEXT, _CELLS)))
    return tuple(columns)


def _read_unique(fields: Fields, columns: tuple[Column, ...]) -> tuple[frozenset[int], ...]:
    groups: list[frozenset[int]] = []
    says = "Columns whose values stand in one row only; a list inside is a group, such as [award, year]."
    for names in fields.groups("unique", says):
        found = [column_number(fields, columns, name, "unique") for name in names]
        if names and None not in found:
            groups.append(frozenset(number for number in found if number is not None))
    return tuple(groups)


def column_number(fields: Fields, columns: tuple[Column, ...], name: str, key: str) -> int | None:
    """Return the number of a column, None after reporting that there is none of this name."""
    names = [column.name for column in columns]
    if name in names:
        return names.index(name)
    if columns:
        mend = did_you_mean(name, names) or f"; the columns are {', '.join(names)}"
        fields.report("unknown-column", f"expected a column of the table, found {shown(name)}{mend}", key)
    return None


def _read_complete(fields: Fields) -> bool:
    return bool(fields.flag("complete", "Whether whatever the table does not list is false."))


def _read_decoys(fields: Fields, columns: tuple[Column, ...]) -> dict[int, tuple[str, ...]]:
    declared = fields.map("decoys", "actor: [Léa Seydoux]", "For some columns, what is true in no row.")
    decoys: dict[int, tuple[str, ...]] = {}
    for name in declared.node if declared else ():
        assert declared is not None  # noqa: S101 - the loop has just asked; this tells the type checker
        number = column_number(declared, columns, name, name)
        if number is not None:
            decoys[number] = declared.texts(name, "What is true in no row.")
    return decoys


def _unreadable(table: Table, fields: Fields, rows: Rows) -> Iterable[Problem]:
    """Yield a problem for each cell that is no value of its column's type."""
    for number, column in enumerate(table.columns):
        if not column.measured:
            continue
        for row, cells in enumerate(table.cells):
            texts = (cells[number], *table.row(row).alternatives.get(number, ()))
            for text in texts:
                if text and table.value(number, text) is None:
                    message = f"expected a {column.expects} in column {column.name!r}, found {shown(text)}"
                    yield rows.problem(row, "unreadable-cell", message)
        for text in table.decoys.get(number, ()):
            if table.value(number, text) is None:
                message = f"expected a {column.expects} in column {column.name!r}, found {shown(text)}"
                yield fields.document.problem(fields.mark("decoys"), "unreadable-cell", message)


def _repeated(table: Table, rows: Rows) -> Iterable[Problem]:
    """Yield a problem for each row that has the values of another in columns declared unique."""
    for group in table.unique:
        columns = tuple(sorted(group))
        names = " and ".join(repr(table.columns[column].name) for column in columns)
        for alike in table.index(columns).values():
            if len(set(alike)) > 1:
                first, *others = sorted(set(alike))
                for row in others[:_MOST_ALIKE]:
                    said = ", ".join(shown(table.cells[row][column]) for column in columns)
                    where = f"line {table.lines[first]}"
                    message = f"expected each value of {names} once, found {said} again (first on {where})"
                    yield rows.problem(row, "not-unique", f"{message}; remove one, or don't declare it unique")


def _true_decoys(table: Table, fields: Fields) -> Iterable[Problem]:
    """Yield a problem for each decoy that stands in a row."""
    for number, texts in table.decoys.items():
        index = table.index((number,))
        for text in texts:
            rows = index.get((table.value(number, text),))
            if rows:
                where = f"line {table.lines[rows[0]]}"
                message = f"expected decoys that are never true, found {shown(text)}, which stands on {where}"
                yield fields.document.problem(fields.mark("decoys"), "true-decoy", f"{message}; remove it")
