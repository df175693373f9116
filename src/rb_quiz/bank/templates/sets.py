"""Makers of questions about a set of rows that share what the stem names: multiple, odd one out, how many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, Self

from rb_quiz.bank.kinds.multiple import Multiple
from rb_quiz.bank.kinds.number import Number
from rb_quiz.bank.kinds.odd_one_out import OddOneOut
from rb_quiz.bank.proof import Rule, prove_right
from rb_quiz.bank.templates.distractors import FEWEST, wrong_values
from rb_quiz.bank.templates.maker import Made
from rb_quiz.bank.templates.single import read_column
from rb_quiz.item import Proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.proof import Binding
    from rb_quiz.bank.templates.frame import Frame, Wording
    from rb_quiz.bank.templates.maker import Unit
    from rb_quiz.chance import Stream
    from rb_quiz.item import Difficulty

_MOST_SHOWN: Final = 3


@dataclass(frozen=True)
class OneSet:
    """What the makers about sets share: the column whose values are the members; a unit is the set's first row."""

    key: ClassVar[str] = "answer"
    """The field that names the column."""
    says: ClassVar[str] = "The column of the odd one."
    """What is said of that field."""

    frame: Frame
    column: int

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker, None when the column is reported."""
        column = read_column(fields, frame, cls.key, cls.says)
        return None if column is None else cls(frame, column)

    @cached_property
    def _units(self) -> list[Unit]:
        columns = self.frame.wordings[0].columns
        first: dict[object, Unit] = {}
        for row in self.frame.with_cell(self.column):
            first.setdefault(self.frame.table.binding(row, columns), (row,))
        return list(first.values())

    def count(self) -> int | None:
        """Return None: every unit is yielded."""
        return None

    def most(self) -> int:
        """Return the number of sets."""
        return len(self._units)

    def every(self) -> Iterator[Unit]:
        """Yield the first row of each set."""
        yield from self._units

    def drawn(self, stream: Stream, count: int) -> Iterator[Unit]:
        """Yield up to `count` sets by chance."""
        yield from stream.shuffled(self._units)[:count]

    def members(self, binding: Binding) -> list[int]:
        """Return the rows of a set, one for each different value."""
        table = self.frame.table
        known: dict[object, int] = {}
        for row in binding.rows:
            if table.cells[row][self.column]:
                known.setdefault(table.value(self.column, table.cells[row][self.column]), row)
        return list(known.values())

    def unprovable(self) -> str:
        """Return what to declare when nothing can be proved not to belong to a set."""
        table = self.frame.table
        if table.complete or table.decoys.get(self.column) or table.is_unique(frozenset({self.column})):
            return ""
        name = table.columns[self.column].name
        return f"declare 'complete: true' if the table lists all there is, or 'decoys' for {name!r}"


@dataclass(frozen=True)
class MakeMultiple(OneSet):
    """The right options are members of the set; the wrong ones are proved not to be."""

    key: ClassVar[str] = "answers"
    says: ClassVar[str] = "The column of the right options."

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return two or three right options with as many wrong ones, None when there are not two of each."""
        wording = self.frame.wording(streams)
        table = self.frame.table
        asked = self.frame.narrowed(wording, unit[0])
        rows = streams("members").shuffled(self.members(asked))[:_MOST_SHOWN]
        right = tuple(table.cells[row][self.column] for row in rows)
        if len(right) < FEWEST:
            return None
        wrong = wrong_values(self.frame.binding(wording, unit[0]), self.column, right, difficulty, streams)
        if len(wrong) < FEWEST:
            return None
        proofs = (*(prove_right(asked, row, self.column) for row in rows), *wrong)
        form = Multiple(right, tuple(proof.text for proof in wrong))
        return Made(wording.filled(table, unit[0]), form, (), proofs, rows)


@dataclass(frozen=True)
class MakeOddOneOut(OneSet):
    """The odd one is proved not to be a member; the others are members."""

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return an odd one among two or three members, None when there are too few or none is proved odd."""
        wording = self.frame.wording(streams)
        table = self.frame.table
        asked = self.frame.narrowed(wording, unit[0])
        rows = streams("members").shuffled(self.members(asked))[:_MOST_SHOWN]
        alike = tuple(table.cells[row][self.column] for row in rows)
        if len(alike) < FEWEST:
            return None
        odd = wrong_values(asked, self.column, alike, difficulty, streams, 1)
        if not odd:
            return None
        proofs = (*odd, *(prove_right(asked, row, self.column) for row in rows))
        form = OddOneOut(odd[0].text, alike)
        return Made(wording.filled(table, unit[0]), form, (odd[0].text,), proofs, rows)


@dataclass(frozen=True)
class MakeCount(OneSet):
    """The answer is how many different members the set has; only of a table that is complete."""

    key: ClassVar[str] = "count"
    says: ClassVar[str] = "The column whose different values are counted; the number is the answer."

    def unprovable(self) -> str:
        """Return what to declare when the table may have more rows than it lists."""
        return "" if self.frame.table.complete else "declare 'complete: true' if the table lists all there is"

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:  # noqa: ARG002
        """Return the number of members, None when a row leaves open whether it is one."""
        wording = self.frame.wording(streams)
        table = self.frame.table
        asked = self.frame.narrowed(wording, unit[0])
        _, left_open = asked.truths(self.column)
        if left_open or table.loose(asked.columns):
            return None
        rows = self.members(asked)
        names = ", ".join(table.cells[row][self.column] for row in rows)
        facts = tuple(table.row_id(row) for row in rows)
        sentence = (
            f"{len(rows)} is right: the table {table.name!r} is complete, and for {asked.said()} it gives {names}."
        )
        proof = Proof(str(len(rows)), Rule.COMPLETE, facts, sentence)
        return Made(self._ask(wording, unit), Number(str(len(rows))), (), (proof,), tuple(rows))

    def _ask(self, wording: Wording, unit: Unit) -> str:
        return wording.filled(self.frame.table, unit[0])
