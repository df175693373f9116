"""The table itself: its rows, what is true of one row, and which rows share values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import product
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.chance import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rb_quiz.answers import Expects
    from rb_quiz.bank.names import Names
    from rb_quiz.bank.tables.column import Column, Value
    from rb_quiz.item import Difficulty, Spoiler

_MARK_LENGTH: Final = 6
_MOST_NAMED: Final = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """What an author said of one row beside its cells.

    Attributes:
        sources: the names of its sources.
        facts: words that tie it to other questions on the same fact.
        difficulty, spoiler: None where nothing was said.
        alternatives: for each column, the other values that sources attest.

    """

    sources: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    spoiler: Spoiler | None = None
    alternatives: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def repr_of(contents: object) -> bytes:
    """Return contents of lists, tuples and texts as bytes that are the same on every Python."""
    return json.dumps(contents, ensure_ascii=False).encode("utf-8", "surrogatepass")


PLAIN_ROW: Final = Row()


@dataclass(frozen=True)
class Table:
    """Facts in rows; columns are numbered from 0, rows too.

    Attributes:
        cells: for each row its texts, one a column, empty where nothing is known.
        lines: for each row its line in the file.
        extras: what was said of rows beside their cells.
        unique: groups of columns whose values together stand in one row only.
        complete: whether whatever is not listed is false.
        decoys: for each column, texts that are true in no row.

    """

    name: str
    file: str
    columns: tuple[Column, ...]
    cells: Sequence[tuple[str, ...]]
    lines: Sequence[int]
    extras: Mapping[int, Row]
    unique: tuple[frozenset[int], ...]
    complete: bool
    decoys: Mapping[int, tuple[str, ...]]
    names: Names
    sources: tuple[str, ...] = ()

    @cached_property
    def _values(self) -> dict[tuple[int, str], Value]:
        return {}

    @cached_property
    def _ids(self) -> dict[int, str]:
        return {}

    @cached_property
    def memory(self) -> dict[object, object]:
        """Return what was worked out about this table and stays true; each room that uses it has keys of its own."""
        return {}

    @cached_property
    def features(self) -> dict[tuple[int, frozenset[int]], dict[str, frozenset[object]]]:
        """Return what is known of the values of a column, beside some hidden columns; filled as it is asked for."""
        return {}

    @cached_property
    def _loose(self) -> dict[tuple[int, ...], list[int]]:
        return {}

    @cached_property
    def _texts(self) -> dict[int, list[str]]:
        return {}

    @cached_property
    def _indexes(self) -> dict[tuple[int, ...], dict[tuple[Value, ...], list[int]]]:
        return {}

    @cached_property
    def digest(self) -> str:
        """Return hex digits that change with whatever the table states."""
        declared = [sorted(map(sorted, self.unique)), self.complete, sorted(self.decoys.items())]
        columns = [(column.name, column.expects.value, column.unit) for column in self.columns]
        said = [
            (row, self.extras[row].facts, str(self.extras[row].spoiler), str(self.extras[row].difficulty))
            for row in sorted(self.extras)
        ]
        others = [(row, sorted(self.extras[row].alternatives.items())) for row in sorted(self.extras)]
        whole = sha256(repr_of([self.name, columns, declared, said, others]))
        for cells in self.cells:
            whole.update("\x1f".join(cells).encode("utf-8", "surrogatepass"))
            whole.update(b"\x1e")
        return whole.hexdigest()

    def row(self, row: int) -> Row:
        """Return what was said of a row beside its cells."""
        return self.extras.get(row, PLAIN_ROW)

    def value(self, column: int, text: str) -> Value:
        """Return what a text of this column is compared by."""
        key = (column, text)
        if key not in self._values:
            self._values[key] = self.columns[column].value(text, self.names)
        return self._values[key]

    def attested(self, row: int, column: int) -> tuple[Value, ...]:
        """Return every value that sources give for a cell, its own first; none where nothing is known."""
        text = self.cells[row][column]
        others = self.row(row).alternatives.get(column, ()) if row in self.extras else ()
        return tuple(self.value(column, each) for each in (text, *others) if each)

    def binding(self, row: int, columns: tuple[int, ...]) -> tuple[Value, ...]:
        """Return the values of a row in some columns."""
        return tuple(self.value(column, self.cells[row][column]) for column in columns)

    def index(self, columns: tuple[int, ...]) -> dict[tuple[Value, ...], list[int]]:
        """Return the rows by their attested values in some columns; rows where one is not known are left out."""
        if columns not in self._indexes:
            index: dict[tuple[Value, ...], list[int]] = {}
            for row in range(len(self.cells)):
                for values in product(*(self.attested(row, column) for column in columns)):
                    index.setdefault(values, []).append(row)
            self._indexes[columns] = index
        return self._indexes[columns]

    def loose(self, columns: tuple[int, ...]) -> list[int]:
        """Return the rows of which some cell in these columns is not known."""
        if columns not in self._loose:
            cells = enumerate(self.cells)
            self._loose[columns] = [row for row, texts in cells if not all(texts[column] for column in columns)]
        return self._loose[columns]

    def decoy_values(self, column: int) -> frozenset[Value]:
        """Return the values that are true in no row of a column."""
        return frozenset(self.value(column, decoy) for decoy in self.decoys.get(column, ()))

    def texts(self, column: int) -> list[str]:
        """Return the different values of a column, each as it was first written."""
        if column not in self._texts:
            rows = (alike[0] for alike in self.index((column,)).values())
            texts = {self.value(column, self.cells[row][column]): self.cells[row][column] for row in rows}
            self._texts[column] = [text for text in texts.values() if text]
        return self._texts[column]

    def entities(self) -> Iterator[tuple[Expects, str]]:
        """Yield the names and texts in the cells; none of a very large table, which would take minutes to index."""
        if len(self.cells) <= _MOST_NAMED:
            for number, column in enumerate(self.columns):
                if not column.measured:
                    yield from ((column.expects, row[number]) for row in self.cells if row[number])

    def is_unique(self, columns: frozenset[int]) -> bool:
        """Return whether values in these columns determine the row."""
        return any(group <= columns for group in self.unique)

    def row_id(self, row: int) -> str:
        """Return an id of a row that stays as long as its cells do."""
        if row in self._ids:
            return self._ids[row]
        cells = self.cells[row]
        self._ids[row] = f"{self.name}/{'-'.join(normal(cells[0]).split()[:4])}-{digest(*cells).hex()[:_MARK_LENGTH]}"
        return self._ids[row]

    def facts(self, row: int) -> tuple[str, ...]:
        """Return the facts that a row states: its author's words for them, or its own id."""
        return self.row(row).facts or (self.row_id(row),)
