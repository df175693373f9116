"""The frame of a template: its table, the rows it may use, and its wordings with their placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.fields import shown
from rb_quiz.bank.proof import Binding, bind_row, bind_where
from rb_quiz.bank.question import FEEDBACK
from rb_quiz.bank.tables.reading import column_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.tables import Table, Value

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with placeholders, and the columns they name, each once and in ascending order."""

    text: str
    columns: tuple[int, ...]

    def filled(self, table: Table, row: int, swapped: dict[int, str] | None = None) -> str:
        """Return the text with the cells of a row in place of the placeholders, some of them swapped for others."""
        numbers = {column.name: number for number, column in enumerate(table.columns)}
        cells = dict(enumerate(table.cells[row])) | (swapped or {})
        return _PLACEHOLDER.sub(lambda found: cells[numbers[found.group(1).strip()]], self.text)


@dataclass(frozen=True)
class Frame:
    """What all templates share.

    Attributes:
        where: for some columns, the values that a row must have.
        rows: the rows that have them, and have something in every placeholder.

    """

    table: Table
    wordings: tuple[Wording, ...]
    feedback: Wording
    where: tuple[tuple[int, frozenset[Value]], ...]
    rows: Sequence[int]

    @cached_property
    def where_binding(self) -> Binding:
        """Return what a stem without placeholders says."""
        return bind_where(self.table, self.where)

    def binding(self, wording: Wording, row: int) -> Binding:
        """Return what a stem says: the cells it names; where it names none, the template's `where`."""
        return bind_row(self.table, wording.columns, row) if wording.columns else self.where_binding

    def narrowed(self, wording: Wording, row: int) -> Binding:
        """Return what a question about a set says: the cells that its stem names, and the template's `where`."""
        if not wording.columns:
            return self.where_binding
        said = self.binding(wording, row)
        rows = frozenset(self.where_binding.rows)
        more = [(column, accepted) for column, accepted in self.where if column not in said.columns]
        return Binding(
            self.table,
            said.columns + tuple(column for column, _ in more),
            said.accepted + tuple(accepted for _, accepted in more),
            [bound for bound in said.rows if bound in rows] if self.where else said.rows,
        )

    def wording(self, streams: Streams) -> Wording:
        """Return one of the wordings by chance."""
        return self.wordings[streams("wording").below(len(self.wordings))]

    def incomplete(self) -> Iterator[tuple[int, str]]:
        """Yield the rows that the `where` picks but that lack something in a placeholder, and which column that is."""
        usable = frozenset(self.rows)
        for row in self.where_binding.rows:
            if row not in usable:
                needed = (*self.bound, *self.feedback.columns)
                missing = next((column for column in needed if not self.table.cells[row][column]), None)
                if missing is not None:
                    yield row, self.table.columns[missing].name

    @property
    def bound(self) -> tuple[int, ...]:
        """Return every column that some wording names."""
        return tuple(sorted({column for wording in self.wordings for column in wording.columns}))

    def with_cell(self, column: int) -> list[int]:
        """Return the rows that have something in a column."""
        return [row for row in self.rows if self.table.cells[row][column]]


def read_frame(fields: Fields, table: Table) -> Frame | None:
    """Return the frame of one template, None when something in it is reported as a problem."""
    asks = fields.texts("ask", "The question, {column} filled from a row; of several, one is drawn.", needed=True)
    wordings = tuple(_wording(fields, table, text, "ask") for text in asks)
    feedback = _wording(fields, table, fields.text("feedback", FEEDBACK), "feedback")
    where = _read_where(fields, table)
    if not fields.sound or not wordings:
        return None
    needed = {column for wording in wordings for column in wording.columns} | set(feedback.columns)
    rows = [
        row
        for row in range(len(table.cells))
        if all(table.cells[row][column] for column in needed)
        and all(not accepted.isdisjoint(table.attested(row, column)) for column, accepted in where)
    ]
    return Frame(table, wordings, feedback, where, rows)


def _wording(fields: Fields, table: Table, text: str, key: str) -> Wording:
    columns = set()
    for name in _PLACEHOLDER.findall(text):
        number = column_number(fields, table.columns, name.strip(), key)
        if number is not None:
            columns.add(number)
    if "{" in _PLACEHOLDER.sub("", text) or "}" in _PLACEHOLDER.sub("", text):
        message = f"expected a placeholder such as {{column}} and nothing more in braces, found {shown(text)}"
        fields.report("bad-placeholder", message, key)
    return Wording(text, tuple(sorted(columns)))


def _read_where(fields: Fields, table: Table) -> tuple[tuple[int, frozenset[Value]], ...]:
    given = fields.map("where", "result: won", "Which rows it may use: those that have one of these values.")
    where = []
    for name in given.node if given else ():
        assert given is not None  # noqa: S101 - the loop has just asked; this tells the type checker
        number = column_number(given, table.columns, name, name)
        texts = given.texts(name, "What this column must hold: one of these.")
        if number is None:
            continue
        values = frozenset(table.value(number, text) for text in texts)
        known = {value for (value,) in table.index((number,))}
        for text in texts:
            if table.value(number, text) not in known:
                message = f"expected a value that stands in column {name!r}, found {shown(text)}"
                given.report("unknown-value", message, name)
        where.append((number, values))
    return tuple(where)
