"""A second prover, written apart from the first: an option is wrong when no world that fits the table makes it true.

A world is the table's rows, their unknown cells filled in somehow, and any further rows, as long as all that the
table declares holds: unique groups, completeness, decoys. So it is enough to ask whether one row more, or one unknown
cell filled in, could make the option true.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

Row = tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """A table as its author declares it: cells are plain texts, empty where nothing is known."""

    rows: tuple[Row, ...]
    unique: tuple[frozenset[int], ...]
    complete: bool
    decoys: dict[int, frozenset[str]]

    def could_hold(self, known: dict[int, str]) -> bool:
        """Return whether some world has a row with these cells."""
        return any(self._completes(row, known) for row in self.rows) or (
            not self.complete and self._could_be_added(known)
        )

    def _completes(self, row: Row, known: dict[int, str]) -> bool:
        """Return whether a row has these cells, or could have them once its unknown cells are known."""
        if any(row[column] not in ("", value) for column, value in known.items()):
            return False
        learnt = {column: value for column, value in known.items() if not row[column]}
        if not learnt:
            return True
        completed = tuple(learnt.get(column, cell) for column, cell in enumerate(row))
        return self._fits(completed, [other for other in self.rows if other is not row])

    def _could_be_added(self, known: dict[int, str]) -> bool:
        width = len(self.rows[0])
        fresh = [{known[column]} if column in known else {f"fresh {column}"} for column in range(width)]
        return any(self._fits(row, self.rows) for row in product(*fresh))

    def _fits(self, row: Row, others: list[Row] | tuple[Row, ...]) -> bool:
        for group in self.unique:
            values = [row[column] for column in sorted(group)]
            if "" in values:
                continue
            if any([other[column] for column in sorted(group)] == values for other in others):
                return False
        return not any(row[column] in texts for column, texts in self.decoys.items())
