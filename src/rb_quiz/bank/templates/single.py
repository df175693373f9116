"""Makers of questions about one cell of one row: choice, typed text and number, true or false."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.answers import Expects
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.number import Number
from rb_quiz.bank.kinds.text import Text
from rb_quiz.bank.kinds.true_false import TrueFalse
from rb_quiz.bank.proof import bind_row, prove_right
from rb_quiz.bank.tables.reading import column_number
from rb_quiz.bank.templates.distractors import FEWEST, tells_itself, wrong_values
from rb_quiz.bank.templates.maker import Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.templates.frame import Frame
    from rb_quiz.bank.templates.maker import Unit
    from rb_quiz.chance import Stream
    from rb_quiz.item import Difficulty

_LARGE: Final = 4096
_ANSWER: Final = "The column of the answer."


def read_column(fields: Fields, frame: Frame, key: str, says: str) -> int | None:
    """Return the column that a field names, None after reporting that it names none."""
    name = fields.text(key, says, needed=True)
    return column_number(fields, frame.table.columns, name, key) if name else None


@dataclass(frozen=True)
class OneCell:
    """What the makers about one cell share: the column that is asked, and the rows, grouped by its values."""

    frame: Frame
    column: int

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker, None when the column is reported."""
        column = read_column(fields, frame, "answer", _ANSWER)
        return None if column is None else cls(frame, column)

    def count(self) -> int | None:
        """Return None: every unit is yielded."""
        return None

    def most(self) -> int:
        """Return the number of rows."""
        return len(self.frame.rows)

    def every(self) -> Iterator[Unit]:
        """Yield each row that has an answer."""
        for row in self.frame.with_cell(self.column):
            yield (row,)

    @cached_property
    def _by_answer(self) -> list[list[int]]:
        table = self.frame.table
        groups: dict[object, list[int]] = {}
        for row in self.frame.with_cell(self.column):
            groups.setdefault(table.value(self.column, table.cells[row][self.column]), []).append(row)
        return list(groups.values())

    def drawn(self, stream: Stream, count: int) -> Iterator[Unit]:
        """Yield rows with different answers first, so that no answer comes up oftener than another."""
        groups = self._by_answer
        if len(groups) > _LARGE:
            picked = dict.fromkeys(stream.below(len(groups)) for _ in range(count))
            order = [groups[place] for place in picked]
        else:
            order = list(stream.shuffled(groups))
        spent: set[int] = set()
        for _ in range(count):
            for group in order:
                row = group[stream.below(len(group))]
                if row not in spent:
                    spent.add(row)
                    yield (row,)
                if len(spent) >= count:
                    return

    def declarations(self) -> str:
        """Return what could be declared so that answers can be proved."""
        table = self.frame.table
        names = [table.columns[column].name for column in self.frame.bound]
        unique = f"'unique: [{names[0]}]' if each {names[0]} stands in one row only, " if names else ""
        return f"declare {unique}'complete: true' if the table lists all there is, or 'decoys'"

    def unprovable(self) -> str:
        """Return what to declare when no wording's columns are unique, the table isn't whole and has no decoys."""
        table = self.frame.table
        alone = table.is_unique(frozenset({self.column}))
        if table.complete or alone or table.decoys.get(self.column):
            return ""
        provable = all(table.is_unique(frozenset(wording.columns)) for wording in self.frame.wordings)
        return "" if provable else self.declarations()


@dataclass(frozen=True)
class MakeChoice(OneCell):
    """One cell is the answer; distractors are proved false for the cells that the stem names."""

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return a choice with two or three distractors, None when there are no two good ones."""
        (row,) = unit
        table, wording = self.frame.table, self.frame.wording(streams)
        binding = self.frame.binding(wording, row)
        key = table.cells[row][self.column]
        wrong = wrong_values(binding, self.column, (key,), difficulty, streams)
        ask = wording.filled(table, row)
        texts = tuple(proof.text for proof in wrong)
        if len(wrong) < FEWEST or tells_itself(ask, key, texts):
            return None
        return Made(ask, Choice(key, texts), (key,), (prove_right(binding, row, self.column), *wrong), unit)


@dataclass(frozen=True)
class MakeTyped(OneCell):
    """One cell is the answer, to be typed; the stem must determine it."""

    def unprovable(self) -> str:
        """Return what to declare when the stem can't determine the answer."""
        table = self.frame.table
        determined = all(table.is_unique(frozenset(wording.columns)) for wording in self.frame.wordings)
        return "" if table.complete or determined else self.declarations().partition(", or 'decoys'")[0]

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:  # noqa: ARG002
        """Return a question to type the answer to, None when the stem leaves more than one open."""
        (row,) = unit
        table = self.frame.table
        wording = self.frame.wording(streams)
        binding = self.frame.binding(wording, row)
        ask, key = wording.filled(table, row), table.cells[row][self.column]
        if not binding.determines(row, self.column) or tells_itself(ask, key, ()):
            return None
        others = table.row(row).alternatives.get(self.column, ())
        form = self._form(key, others)
        return Made(ask, form, (key,), (prove_right(binding, row, self.column),), unit)

    def _form(self, key: str, others: tuple[str, ...]) -> Text | Number:
        return Text(self.frame.table.columns[self.column].expects, key, others)


@dataclass(frozen=True)
class MakeNumber(MakeTyped):
    """One cell of a column of numbers is the answer, to be typed."""

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker, None when the column is reported or holds no numbers."""
        column = read_column(fields, frame, "answer", _ANSWER)
        if column is None:
            return None
        if frame.table.columns[column].expects is not Expects.NUMBER:
            message = "expected a column of type number; for other types write 'kind: text'"
            fields.report("not-a-number", message, "answer")
            return None
        return cls(frame, column)

    def _form(self, key: str, others: tuple[str, ...]) -> Text | Number:
        unit = self.frame.table.columns[self.column].unit
        return Text(Expects.NUMBER, key, others) if others else Number(key, unit)


@dataclass(frozen=True)
class MakeTrueFalse(OneCell):
    """The stem states a row, or the row with one cell swapped for a value that is proved false."""

    @classmethod
    def read(cls, fields: Fields, frame: Frame) -> Self | None:
        """Return the maker, None when the column is reported or not part of every statement."""
        column = read_column(fields, frame, "answer", "The column that may be swapped for what is false.")
        if column is None:
            return None
        if not all(column in wording.columns for wording in frame.wordings):
            name = frame.table.columns[column].name
            fields.report(
                "no-placeholder", f"expected {{{name}}} in the statement, as it is what may be swapped", "ask"
            )
            return None
        return cls(frame, column)

    def unprovable(self) -> str:
        """Return what to declare when no false version could be proved."""
        table = self.frame.table
        if table.complete or table.is_unique(frozenset({self.column})) or table.decoys.get(self.column):
            return ""
        stated = [frozenset(wording.columns) - {self.column} for wording in self.frame.wordings]
        return "" if all(table.is_unique(columns) for columns in stated) else self.declarations()

    def make(self, unit: Unit, difficulty: Difficulty, streams: Streams) -> Made | None:
        """Return the statement, as likely true as false; None when no false value is proved."""
        (row,) = unit
        table, wording = self.frame.table, self.frame.wording(streams)
        stated = tuple(column for column in wording.columns if column != self.column)
        binding = bind_row(table, stated, row)
        wrong = wrong_values(binding, self.column, (table.cells[row][self.column],), difficulty, streams)
        if not wrong:
            return None
        if streams("truth").below(2):
            return Made(
                wording.filled(table, row), TrueFalse("True"), (), (prove_right(binding, row, self.column),), unit
            )
        swapped = wrong[streams("swap").below(len(wrong))]
        ask = wording.filled(table, row, {self.column: swapped.text})
        return Made(ask, TrueFalse("False"), (), (swapped,), unit)
