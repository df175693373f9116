"""Cells come from rows in YAML, or from a CSV file beside it; both with a line for each row."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.source import decode, lines_of
from rb_quiz.bank.tables.table import Row
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.source import Mark
    from rb_quiz.bank.tables.column import Column

_ALTERNATIVES: Final = "alternatives"
RESERVED: Final = ("source", "fact", "difficulty", "spoiler", _ALTERNATIVES)
"""What can be said of a row beside its cells."""

_ROWS: Final = "The rows, each with its cells by column; or the name of a CSV file beside this one."
_ASKED: Final = "The same of questions about this row, if not what their template says."
_MOST_RAGGED: Final = 50
_LARGEST_CELL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table and where they stand; `cols` is empty for a CSV file, whose rows begin in column 1."""

    file: str
    cells: Sequence[tuple[str, ...]] = ()
    lines: Sequence[int] = ()
    cols: Sequence[int] = ()
    extras: Mapping[int, Row] = field(default_factory=dict)

    def problem(self, row: int, name: str, message: str) -> Problem:
        """Return a problem of one row."""
        return Problem(self.file, self.lines[row], self.cols[row] if self.cols else 1, name, message)


def read_rows(fields: Fields, columns: tuple[Column, ...]) -> Rows:
    """Return the rows that stand in the YAML file itself."""
    example = "{actor: Marion Cotillard, character: Stéphanie}"
    if "rows" not in fields.node:
        fields.miss("rows", f"[{example}], or the name of a CSV file")
    cells: list[tuple[str, ...]] = []
    lines: list[int] = []
    cols: list[int] = []
    extras: dict[int, Row] = {}
    for row in fields.entries("rows", example, _ROWS):
        cells.append(tuple(row.text(column.name, "A cell; leave it out where nothing is known.") for column in columns))
        said = _read_row(row, columns)
        row.close()
        if said != Row():
            extras[len(lines)] = said
        lines.append(row.node.at.line)
        cols.append(row.node.at.col)
    return Rows(fields.document.file, cells, lines, cols, extras)


def _read_row(row: Fields, columns: tuple[Column, ...]) -> Row:
    alternatives: dict[int, tuple[str, ...]] = {}
    given = row.map(_ALTERNATIVES, "budget: [€15.5 million]", "For some columns, what other sources say.")
    if given is not None:
        for number, column in enumerate(columns):
            if column.name in given.node:
                alternatives[number] = given.texts(column.name, "What other sources say.")
        given.close()
    difficulty = row.word("difficulty", Difficulty, Difficulty.MEDIUM, _ASKED)
    spoiler = row.word("spoiler", Spoiler, Spoiler.PREMISE, _ASKED)
    return Row(
        row.texts("source", "Where this row can be looked up, if not where the table can."),
        row.texts("fact", "What it says, in a word: questions on the same fact are never drawn into one quiz."),
        difficulty if "difficulty" in row.node else None,
        spoiler if "spoiler" in row.node else None,
        alternatives,
    )


def read_csv(fields: Fields, columns: tuple[Column, ...], folder: Path, contents: Callable[[Path], bytes]) -> Rows:
    """Return the rows of a CSV file beside the YAML file; every fault of it is reported with its own line."""
    name = fields.text("rows", _ROWS)
    path = folder / name
    data, reason = b"", ""
    try:
        if path.resolve().is_relative_to(folder.resolve()):
            data = contents(path)
        else:
            reason = "it lies outside the bank's folder"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    if reason:
        fields.report("unreadable-file", f"expected a CSV file beside this one, found {name!r}: {reason}", "rows")
        return Rows(str(path))
    reader = _Csv(str(path), columns)
    text = decode(data, reader.report)
    reader.read(text)
    fields.add(reader.problems)
    return Rows(str(path), reader.cells, reader.lines, (), reader.extras)


class _Csv:
    """Reads one CSV file."""

    def __init__(self, file: str, columns: tuple[Column, ...]) -> None:
        self.file = file
        self.columns = columns
        self.problems: list[Problem] = []
        self.cells: list[tuple[str, ...]] = []
        self.lines: list[int] = []
        self.extras: dict[int, Row] = {}

    def report(self, mark: Mark, name: str, message: str) -> None:
        self.problems.append(Problem(self.file, mark.line, mark.col, name, message))

    def problem(self, line: int, name: str, message: str) -> None:
        self.problems.append(Problem(self.file, line, 1, name, message))

    def read(self, text: str) -> None:
        csv.field_size_limit(_LARGEST_CELL)
        reader = csv.reader(lines_of(text), strict=True)
        begun = 1
        try:
            header = next(reader, [])
            places = self._places([cell.strip() for cell in header])
            if places is None:
                return
            begun = reader.line_num + 1
            for record in reader:
                if record:
                    self._record(record, header, places, begun)
                begun = reader.line_num + 1
        except csv.Error as error:
            self.problem(
                begun, "bad-csv", f"expected cells parted by commas, found a fault ({error}); check the quotes"
            )

    def _places(self, header: list[str]) -> list[int] | None:
        """Return where each column stands in the file, None when the header doesn't fit the columns."""
        names = [column.name for column in self.columns]
        known = [*names, *RESERVED[:-1], *(f"{_ALTERNATIVES}:{name}" for name in names)]
        for name in header:
            if name not in known:
                mend = did_you_mean(name, known) or f"; the columns are {', '.join(names)}"
                self.problem(1, "unknown-column", f"expected the name of a column, found {name!r}{mend}")
        missing = [name for name in names if name not in header]
        if missing:
            self.problem(1, "missing-column", f"expected the columns {', '.join(names)}, found none for {missing[0]!r}")
        return None if self.problems else [header.index(name) for name in names]

    def _record(self, record: list[str], header: list[str], places: list[int], line: int) -> None:
        if len(record) != len(header):
            if len(self.problems) < _MOST_RAGGED:
                message = f"expected {len(header)} cells as in the header, found {len(record)}; check commas and quotes"
                self.problem(line, "ragged-row", message)
            return
        if len(header) > len(places):
            self._extras(dict(zip(header, record, strict=True)), line)
        self.cells.append(tuple([record[place].strip() for place in places]))
        self.lines.append(line)

    def _extras(self, said: dict[str, str], line: int) -> None:
        alternatives = {
            number: tuple(text.strip() for text in said[f"{_ALTERNATIVES}:{column.name}"].split(";") if text.strip())
            for number, column in enumerate(self.columns)
            if said.get(f"{_ALTERNATIVES}:{column.name}")
        }
        try:
            difficulty = Difficulty(said["difficulty"]) if said.get("difficulty") else None
            spoiler = Spoiler(said["spoiler"]) if said.get("spoiler") else None
        except ValueError as error:
            self.problem(line, "unknown-word", f"expected a difficulty or spoiler, found: {error}")
            return
        sources, facts = (tuple(said.get(name, "").split()) for name in ("source", "fact"))
        row = Row(sources, facts, difficulty, spoiler, alternatives)
        if row != Row():
            self.extras[len(self.lines)] = row
