"""A proof says why an option is right, or can't be: by a row, or by what its table declares (DESIGN §4).

Absence alone proves nothing: a value that no row gives is wrong only where the table says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from rb_quiz.item import Proof

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.bank.tables import Column, Table, Value


class Rule(StrEnum):
    """Why an option is what it is."""

    ROW = "row"
    """A row says that it is true."""

    UNIQUE = "unique"
    """A column declared unique determines the one row, and it says otherwise."""

    COMPLETE = "complete"
    """The table is declared complete, and no row says so."""

    DECOY = "decoy"
    """The author listed it as never true."""


@dataclass(frozen=True)
class Binding:
    """What a stem says of the rows it asks about: for some columns, which values they must have.

    Attributes:
        rows: every row that has them, as attested by any source.

    """

    table: Table
    columns: tuple[int, ...]
    accepted: tuple[frozenset[Value], ...]
    rows: Sequence[int]
    _known: dict[int, tuple[frozenset[Value], bool]] = field(default_factory=dict, repr=False, compare=False)

    def truths(self, column: int) -> tuple[frozenset[Value], bool]:
        """Return every value that some source attests for the bound rows, and whether one row leaves it open."""
        if column not in self._known:
            attested = [self.table.attested(row, column) for row in self.rows]
            self._known[column] = frozenset(value for values in attested for value in values), not all(attested)
        return self._known[column]

    @property
    def _single(self) -> frozenset[int]:
        return frozenset(c for c, accepted in zip(self.columns, self.accepted, strict=True) if len(accepted) == 1)

    def refute(self, column: int, value: Value) -> tuple[Rule, Sequence[int]] | None:
        """Return the rule and rows by which a value is proved false for the bound rows, None when it isn't."""
        table = self.table
        truths, left_open = self.truths(column)
        if value in truths or (table.columns[column].partial and _agrees(table.columns[column], value, truths)):
            return None
        if self.rows and not left_open and table.is_unique(self._single):
            return Rule.UNIQUE, self.rows
        if value in table.decoy_values(column):
            return Rule.DECOY, ()
        attested = [table.attested(row, column) for row in table.loose(self.columns)]
        if any(value in values or not values for values in attested):
            return None  # a row of which a bound cell is not known may be one of those asked about
        bearers = table.index((column,)).get((value,), ())
        if bearers and table.is_unique(frozenset({column})):
            return Rule.UNIQUE, bearers
        return (Rule.COMPLETE, self.rows) if table.complete and not left_open else None

    def determines(self, row: int, column: int) -> bool:
        """Return whether the bound rows have one value only in a column, that of this row, and can have no other."""
        truths, left_open = self.truths(column)
        if left_open or not truths <= frozenset(self.table.attested(row, column)):
            return False
        whole = self.table.complete and not self.table.loose(self.columns)
        return whole or self.table.is_unique(self._single)

    def said(self) -> str:
        """Return the bound values in words, such as `actor Marion Cotillard`."""
        if not self.rows:
            return "what is asked"
        row = self.rows[0]
        return (
            ", ".join(f"{self.table.columns[c].name} {self.table.cells[row][c]}" for c in self.columns) or "the table"
        )


def _agrees(column: Column, value: Value, truths: frozenset[Value]) -> bool:
    return any(column.agree(value, truth) for truth in truths)


def bind_row(table: Table, columns: tuple[int, ...], row: int) -> Binding:
    """Return the binding of a stem that names these cells of a row."""
    values = table.binding(row, columns)
    rows = table.index(columns)[values] if columns else range(len(table.cells))
    return Binding(table, columns, tuple(frozenset({value}) for value in values), rows)


def bind_where(table: Table, where: tuple[tuple[int, frozenset[Value]], ...]) -> Binding:
    """Return the binding of a stem without placeholders, which asks about the rows its `where` picks."""
    rows = [
        row
        for row in range(len(table.cells))
        if all(not accepted.isdisjoint(table.attested(row, column)) for column, accepted in where)
    ]
    return Binding(table, tuple(column for column, _ in where), tuple(accepted for _, accepted in where), rows)


def prove_right(binding: Binding, row: int, column: int) -> Proof:
    """Return the proof of a row's own value."""
    table = binding.table
    text = table.cells[row][column]
    sentence = f"{text} is right: the table {table.name!r} says so of {binding.said()}."
    return Proof(text, Rule.ROW, (table.row_id(row),), sentence)


def prove_wrong(binding: Binding, column: int, text: str) -> Proof | None:
    """Return the proof that a text is false for the bound rows, None when that isn't proved."""
    table = binding.table
    refuted = binding.refute(column, table.value(column, text))
    if refuted is None:
        return None
    rule, rows = refuted
    facts = tuple(table.row_id(row) for row in rows[:3])
    return Proof(text, rule, facts, f"{text} is wrong: {_reason(binding, column, rule, rows)}.")


def _reason(binding: Binding, column: int, rule: Rule, rows: Sequence[int]) -> str:
    table = binding.table
    name = table.columns[column].name
    if rule is Rule.DECOY:
        return f"the table {table.name!r} lists it among what is never true as {name}"
    if rule is Rule.COMPLETE:
        return f"the table {table.name!r} is complete, and no row gives it as {name} for {binding.said()}"
    said = table.cells[rows[0]][column]
    if rows[0] in binding.rows:
        return f"{binding.said()} stands in one row of the table {table.name!r} only, and there {name} is {said}"
    others = ", ".join(f"{table.columns[c].name} {table.cells[rows[0]][c]}" for c in binding.columns)
    return f"as {name} it stands in one row of the table {table.name!r} only, and that is another one ({others})"
