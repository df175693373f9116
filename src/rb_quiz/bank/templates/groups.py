"""Makers of questions about several rows side by side: put in order, match."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice
from math import comb
from typing import TYPE_CHECKING, Any, Final, Self

from rb_quiz.bank.kinds.match import Match
from rb_quiz.bank.kinds.order import Order
from rb_quiz.bank.proof import Rule, bind_row
from rb_quiz.bank.tables.reading import column_number
from rb_quiz.bank.templates.maker import Made
from rb_quiz.bank.templates.single import read_column
from rb_quiz.item import Difficulty, Proof

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.templates.frame import Frame
    from rb_quiz.bank.templates.maker import Unit
    from rb_quiz.chance import Stream

_SIZES: Final = {Difficulty.EASY: 3, Difficulty.MEDIUM: 4, Difficulty.HARD: 5}
_FEWEST: Final = 3
_WORTH_A_LOOK: Final = 200
_PLENTY: Final = 40
_MOST_TRIED: Final = 400


@dataclass(frozen=True)
class SideBySide:
    """What the makers about several rows share: two columns; a unit is the rows that may stand together."""

    frame: Frame
    left: int
    right: int

    def together(self, chosen: Sequence[int], row: int) -> bool:
        """Return whether a row may stand beside those chosen."""
        raise NotImplementedError

    @cached_property
    def rows(self) -> list[int]:
        """Return the rows that can be used: with something in both columns, and one thing only."""
        table = self.frame.table
        filled = [row for row in self.frame.with_cell(self.left) if table.cells[row][self.right]]
        if table.is_unique(frozenset({self.left})):
            return filled
        return [row for row in filled if bind_row(table, (self.left,), row).determines(row, self.right)]

    def every(self) -> Iterator[Unit]:
        """Yield sets of three rows that may stand together, as many as are worth looking at."""
        fitting = (unit for unit in islice(combinations(self.rows, _FEWEST), _MOST_TRIED) if self._fit(unit))
        yield from islice(fitting, _WORTH_A_LOOK)

    def _fit(self, unit: Unit) -> bool:
        return all(self.together(unit[:place], row) for place, row in enumerate(unit) if place)

    def most(self) -> int:
        """Return a number of sets that is plenty for one quiz: many of them share rows."""
        return min(_PLENTY, len(self.frame.rows))

    def drawn(self, stream: Stream, count: int) -> Iterator[Unit]:
        """Yield up to `count` sets of up to five rows, no set twice."""
        seen: set[frozenset[int]] = set()
        for _ in range(2 * min(count, self.most())):
            unit = self._one(stream)
            if len(unit) >= _FEWEST and frozenset(unit) not in seen and len(seen) < count:
                seen.add(frozenset(unit))
                yield unit

    def _one(self, stream: Stream) -> Unit:
        chosen: list[int] = []
        tried = 0
        while self.rows and len(chosen) < max(_SIZES.values()) and tried < min(_MOST_TRIED, 4 * len(self.rows)):
            row = self.rows[stream.below(len(self.rows))]
            tried += 1
            if row not in chosen and self.together(chosen, row):
                chosen.append(row)
        return tuple(chosen)

    def unprovable(self) -> str:
        """Return what to declare when one column doesn't determine the other."""
        table = self.frame.table
        if table.complete or table.is_unique(frozenset({self.left})):
            return ""
        name = table.columns[self.left].name
        return f"declare 'unique: [{name}]' if each {name} stands in one row only, or 'complete: true'"


@dataclass(frozen=True)
class MakeOrder(SideBySide):
    """Things are put in the order of a column of dates or numbers; ties never stand together."""

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker, None when a column is reported or has no order."""
        left = read_column(fields, frame, "order", "The column whose cells are put in order.")
        right = read_column(fields, frame, "by", "The column of dates or numbers that gives the order.")
        if left is None or right is None:
            return None
        column = frame.table.columns[right]
        if not column.measured:
            fields.report(
                "no-order", f"expected a column of dates or numbers, found {column.name!r} of {column.expects}", "by"
            )
            return None
        return cls(frame, left, right)

    def _span(self, row: int) -> tuple[str, Any, Any] | None:
        spans = [
            self.frame.table.columns[self.right].span(value) for value in self.frame.table.attested(row, self.right)
        ]
        known = [span for span in spans if span is not None]
        if len(known) < len(spans) or len({scale for scale, _, _ in known}) > 1:
            return None
        return known[0][0], min(low for _, low, _ in known), max(high for _, _, high in known)

    def together(self, chosen: Sequence[int], row: int) -> bool:
        """Return whether it is certain that a row comes before or after each of those chosen."""
        span = self._span(row)
        others = [self._span(other) for other in chosen]
        return span is not None and all(
            other is not None and other[0] == span[0] and (other[2] < span[1] or span[2] < other[1]) for other in others
        )

    def count(self) -> int | None:
        """Return how many sets of three without ties there are: e3 of how many rows have each value."""
        sizes: dict[object, int] = {}
        for row in self.rows:
            span = self._span(row)
            if span is not None:
                sizes[span] = sizes.get(span, 0) + 1
        power = [sum(size**k for size in sizes.values()) for k in (1, 2, 3)]
        return (power[0] ** 3 - 3 * power[0] * power[1] + 2 * power[2]) // 6

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return the things of up to five rows in their order."""
        table, wording = self.frame.table, self.frame.wording(streams)
        rows = unit[: _SIZES[difficulty]]
        ranked = sorted(rows, key=lambda row: self._span(row) or ("", 0, 0))
        texts = tuple(table.cells[row][self.left] for row in ranked)
        if len({table.value(self.left, text) for text in texts}) < len(texts):
            return None
        proofs = tuple(_stated(self, row, Rule.ROW) for row in ranked)
        return Made(wording.text, Order(texts), (), proofs, tuple(ranked))


@dataclass(frozen=True)
class MakeMatch(SideBySide):
    """Pairs from two columns; only rows that pair one way stand together."""

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker, None when a column is reported."""
        pairs = fields.map("pairs", "actor: character", "The two columns that are matched.", "pair")
        if pairs is None or len(pairs.node) != 1:
            fields.report("not-a-pair", "expected two columns such as 'pairs: {actor: character}'", "pairs")
            return None
        (name,) = pairs.node
        partner = pairs.text(name, "The column on the right.")
        columns = frame.table.columns
        left, right = column_number(pairs, columns, name, name), column_number(pairs, columns, partner, name)
        return None if left is None or right is None else cls(frame, left, right)

    def together(self, chosen: Sequence[int], row: int) -> bool:
        """Return whether no two of the rows could be paired crosswise."""
        return all(self._refuted(row, other) and self._refuted(other, row) for other in chosen)

    @cached_property
    def _crosswise(self) -> dict[tuple[int, int], bool]:
        return {}

    def _refuted(self, row: int, other: int) -> bool:
        """Return whether what a row has on the right is proved false of another's left."""
        if (row, other) not in self._crosswise:
            self._crosswise[row, other] = self._prove_crosswise(row, other)
        return self._crosswise[row, other]

    def _prove_crosswise(self, row: int, other: int) -> bool:
        table = self.frame.table
        binding = bind_row(table, (self.left,), row)
        return all(binding.refute(self.right, value) for value in table.attested(other, self.right))

    def count(self) -> int | None:
        """Return how many sets of three there are when all rows may stand together, None when some may not."""
        table = self.frame.table
        alone = all(len(table.index((column,))) == len(self.rows) for column in (self.left, self.right))
        return comb(len(self.rows), _FEWEST) if alone else None

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return the pairs of up to five rows."""
        table, wording = self.frame.table, self.frame.wording(streams)
        rows = unit[: _SIZES[difficulty]]
        pairs = tuple((table.cells[row][self.left], table.cells[row][self.right]) for row in rows)
        return Made(wording.text, Match(pairs), (), tuple(_stated(self, row, Rule.ROW) for row in rows), rows)


def _stated(maker: SideBySide, row: int, rule: Rule) -> Proof:
    table = maker.frame.table
    left, right = table.cells[row][maker.left], table.cells[row][maker.right]
    sentence = f"{left} goes with {right}: so the table {table.name!r} says."
    return Proof(left, rule, (table.row_id(row),), sentence)
