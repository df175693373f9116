"""Mark sheets bring the marks back: a table in CSV with a row for each team, as its sheet of answers says."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from rb_quiz.present.paper.marks.cells import Cell, Cells
from rb_quiz.present.paper.marks.columns import FORM, TEAM, Columns, columns_of
from rb_quiz.present.paper.marks.written import elsewhere, how_to_write, written
from rb_quiz.present.paper.rounds import labels

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from rb_quiz.item import Response
    from rb_quiz.present.paper.rounds import Round
    from rb_quiz.problem import Problem
    from rb_quiz.quiz import Form, Quiz

MOST_BYTES: Final = 20_000_000
MOST_LINES: Final = 100_000
_MARK: Final = "\ufeff"
"""The byte order mark, by which spreadsheets know UTF-8."""
_FORM_NAME: Final = re.compile("[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class Paper:
    """What one team handed in: a response to each item of the quiz, whichever form it sat."""

    team: str
    form: str
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """A mark sheet that was read.

    Attributes:
        quiz: the quiz with its items in the order in which they were printed.
        labels: what each item is called on the sheet of form A.
        papers: what could be read.
        problems: what could not.
        in_forms: whether it has a column for forms, as that of an exam.

    """

    quiz: Quiz
    labels: tuple[str, ...]
    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]
    in_forms: bool = False


def render_marksheet(rounds: Sequence[Round], forms: Sequence[str] = (), rows: Iterable[Sequence[str]] = ()) -> bytes:
    """Return a mark sheet to be filled in, as the bytes of a CSV file.

    Where there are several forms there is a column for them, and a row with each of their names to begin with; `rows`
    are further ones.
    """
    several = len(forms) > 1
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow((TEAM, *((FORM,) if several else ()), *(label for label, _ in labels(rounds))))
    table.writerows(("", name) for name in forms if several)
    table.writerows(rows)
    return (_MARK + out.getvalue()).encode()


def read_marksheet(
    data: bytes,
    file: str,
    quiz: Quiz,
    form: Callable[[str], Form],
    printed: Container[str] | None = None,
) -> MarkSheet:
    """Return what stands on a mark sheet, with every problem in it.

    `form` gives the form of a name, and `printed` are the names of those that were printed, where that is known.
    """
    cells = Cells(file, "")
    text = _decoded(data, cells)
    if text is not None:
        cells = Cells(file, text)
    rows = (row for row in cells.rows() if any(cell.text for cell in row))
    header = next(rows, None)
    if header is None:
        if text is not None:
            message = "expected a first row such as team,1,2,3, found nothing; `rb-quiz print --marksheet` writes one"
            cells.report(0, "empty-file", message)
        return MarkSheet(quiz, (), (), tuple(cells.problems))
    columns = columns_of(header, cells, quiz)
    if columns is None:
        return MarkSheet(quiz, (), (), tuple(sorted(cells.problems)))
    filled = list(rows)
    named = any(_sat_another(row, columns) for row in filled)
    reading = _Reading(cells, columns, cache(form), printed, named)
    papers = tuple(paper for row in filled if (paper := reading.paper(row)) is not None)
    in_forms = columns.form is not None
    return MarkSheet(columns.quiz, columns.labels, papers, tuple(sorted(cells.problems)), in_forms)


def _sat_another(row: Sequence[Cell], columns: Columns) -> bool:
    """Return whether a team sat another form than A, so that those who name none can't be marked."""
    texts = [cell.text for cell in row]
    team, form = ("".join(texts[place : place + 1]) for place in (columns.team, columns.form or len(row)))
    return bool(team) and form.upper() != "A" and bool(_FORM_NAME.fullmatch(form.upper()))


def _decoded(data: bytes, cells: Cells) -> str | None:
    """Return the text of a file, None after reporting why it has none."""
    if len(data) > MOST_BYTES:
        message = f"expected a mark sheet of at most {MOST_BYTES // 1_000_000} MB, found a larger one; split it"
        cells.report(0, "too-large", message)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        message = f"expected UTF-8, found the byte 0x{error.object[error.start]:02x}; save it again as 'CSV UTF-8'"
        found = Cells(cells.file, before)
        found.report(len(before), "not-utf-8", message)
        cells.problems += found.problems
        return None
    lines = text.count("\n") + text.replace("\r\n", "").count("\r")
    if lines > MOST_LINES:
        cells.report(0, "too-large", f"expected at most {MOST_LINES:,} lines, found {lines:,}; split it")
        return None
    return text


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the rows below the header; what is wrong goes to the problems of the cells."""

    cells: Cells
    columns: Columns
    form: Callable[[str], Form]
    printed: Container[str] | None
    named: bool  # whether a row without a form may be of any
    lines: dict[str, int] = field(default_factory=dict)

    def paper(self, row: Sequence[Cell]) -> Paper | None:
        """Return what a team handed in, None when the row is empty or can't be marked."""
        columns = self.columns
        if not any(cell.text for place, cell in enumerate(row) if place != columns.form):
            return None
        blank = not any(cell.text.strip("-_ ") for place, cell in enumerate(row) if place in columns.questions)
        unnamed = "" if self.named and not blank else "A"
        team, name = self._at(row, columns.team), self._at(row, columns.form).upper() or unnamed
        checks = (self._extra(row), self._nameless(row, team), self._known(row, team, name))
        if not all(checks):
            return None
        self.lines[_key(team)] = self.cells.line(row[0].start)
        return Paper(team, name, self._responses(row, team, name))

    def _at(self, row: Sequence[Cell], place: int | None) -> str:
        return row[place].text if place is not None and place < len(row) else ""

    def _extra(self, row: Sequence[Cell]) -> bool:
        """Return whether each cell stands in a column that has a name."""
        names = self.columns.names
        extra = next((c for place, c in enumerate(row) if c.text and (place >= len(names) or not names[place])), None)
        if extra is None:
            return True
        if self.columns.form is None and _FORM_NAME.fullmatch(extra.text.upper()):
            mend = "call its column in the first row, 'form' if it is one, or remove the cell"
        else:
            mend = "remove it, or quote an answer with a comma in it"
        message = f"expected nothing outside the columns of the first row, found {extra.text!r:.60}; {mend}"
        self.cells.report(extra.start, "extra-cell", f"{message}; this row is not marked")
        return False

    def _nameless(self, row: Sequence[Cell], team: str) -> bool:
        """Return whether a row has a name, and one of its own."""
        place = self.columns.team
        start = row[min(place, len(row) - 1)].start
        if not team:
            self.cells.report(start, "missing-team", "expected the name of a team, found none; this row is not marked")
        elif _key(team) in self.lines:
            first = self.lines[_key(team)]
            message = f"expected each team once, found {team!r:.60} in line {first} too; this row is not marked"
            self.cells.report(start, "repeated-team", message)
        else:
            return True
        return False

    def _known(self, row: Sequence[Cell], team: str, name: str) -> bool:
        """Return whether a form can be what a row says."""
        single = self.columns.in_rounds and name != "A"
        if _FORM_NAME.fullmatch(name) and not single and (self.printed is None or name in self.printed):
            return True
        place = min(self.columns.form or 0, len(row) - 1)
        wanted = "form A, as questions in rounds have no other" if single else "the letter of a form that was printed"
        message = f"expected {wanted}, found {row[place].text!r:.60} for {team!r:.60}; this row is not marked"
        self.cells.report(row[place].start, "unknown-form", message)
        return False

    def _responses(self, row: Sequence[Cell], team: str, name: str) -> tuple[Response, ...]:
        columns = self.columns
        items = columns.quiz.items
        responses: list[Response] = [()] * len(items)
        sat = None if name == "A" else self.form(name)
        for place, cell in enumerate(row):
            number = columns.questions.get(place)
            if number is None:
                continue
            item = items[number] if sat is None else sat.quiz.items[number]
            master = number if sat is None else sat.numbers[number] - 1
            response = written(item.interaction, cell.text)
            if response is None:
                where = f"question {columns.labels[number]}{f' of form {name}' if sat else ''}"
                message = (
                    f"expected {how_to_write(item.interaction)}, for {where} from {team!r:.60}, "
                    f"found {cell.text!r:.60}; mend the cell, until then it counts as blank"
                )
                self.cells.report(cell.start, "unreadable-response", message)
            elif response:
                responses[master] = elsewhere(response, item.interaction, items[master].interaction)
        return tuple(responses)


def _key(team: str) -> str:
    return " ".join(team.split()).casefold()
