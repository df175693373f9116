"""Adding a row to a table: what flags don't say is asked, and who makes how many more questions of it is told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.adding import compared
from rb_quiz.bank.draft import Fault
from rb_quiz.bank.growing import SAID_OF_ROWS, Growing, growing
from rb_quiz.bank.kinds.asked import Asked
from rb_quiz.bank.library import files_of, survey
from rb_quiz.cli.adding import WRITE, desk_for
from rb_quiz.cli.banks import bank_paths
from rb_quiz.cli.interview import UNWRITTEN, Interview
from rb_quiz.cli.placing import swapped, target
from rb_quiz.present.figures import counted
from rb_quiz.present.terminal.page import Line, Tone, clean
from rb_quiz.problem import BankError, CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rb_quiz.bank import Bank
    from rb_quiz.bank.tables.column import Column
    from rb_quiz.bank.writing import Said
    from rb_quiz.cli.adding import Manner

_YES, _NO = "yes", "no"
_WHICH: Final = Asked("column", "Which cell shall be changed")


def add_row(
    name: str,
    flags: Mapping[str, tuple[str, ...]],
    cells: Sequence[str],
    file: Path | None,
    bank: Path | None,
    manner: Manner,
) -> None:
    """Add the row that flags and answers make to a table of the bank."""
    paths = bank_paths(bank) if file is None else list(target(file, bank).bank)
    adding = _Adding(name, paths, bundled=file is None and bank is None)
    row = adding.said(flags, cells)
    asked = not cells
    interview = Interview(desk_for(manner), adding.faults)
    try:
        row = adding.asked(row, interview) if asked else row
        while True:
            after, more = adding.ready(row, interview)
            if after is None:
                row = adding.changed(row, interview)
                continue
            interview.desk.say([Line(), *adding.shown(row), *more, Line()])
            if asked and interview.desk.patient and not manner.yes and not _confirmed(interview):
                print("Nothing was written.")
                return
            if swapped(adding.table.file, adding.table.data, after):
                break
            adding.read()
    except KeyboardInterrupt:
        print("Nothing was written.", file=sys.stderr)
        raise
    print(f"Added a row to {name!r} in {adding.table.file}.")


def _confirmed(interview: Interview) -> bool:
    return interview.choose(WRITE, [(_YES, "Yes"), (_NO, "No, throw it away")]) == _YES


class _Adding:
    """One row under way to one table."""

    table: Growing
    bank: Bank

    def __init__(self, name: str, paths: Sequence[Path], *, bundled: bool) -> None:
        self.name = name
        self.paths = paths
        self.bundled = bundled
        self.writable = [path for path in paths[1:] if path.is_dir()] if bundled else list(paths)
        self.read()

    def read(self) -> None:
        """Read the bank and the table as they are now."""
        self.bank, problems = survey(self.paths)
        files = [file.resolve() for path in self.writable for file in files_of(path)]
        found = [table for file in files if (table := growing(file, self.name, self.bank.names, {})) is not None]
        theirs = self.paths[0].resolve() if self.bundled else None
        own = tuple(each for each in problems if self._concerns(Path(each.file).resolve(), found, theirs))
        if own:
            raise BankError(own)
        if not found:
            raise CallError(f"expected a table of a bank of your own, found none called {self.name!r}{self._mend()}")
        self.table = found[0]

    @staticmethod
    def _concerns(file: Path, found: Sequence[Growing], theirs: Path | None) -> bool:
        """Return whether a problem of a file keeps a row from being added; where no table is found, it may be why."""
        if found:
            return file in (found[0].path, found[0].file)
        return theirs is None or not file.is_relative_to(theirs)

    def _mend(self) -> str:
        known = {template.frame.table.name for template in self.bank.templates}
        if self.name in known:
            return "; the bundled tables belong to the program, and --bank PATH names another bank"
        return did_you_mean(self.name, known) or "; --bank PATH names the bank that it is in"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of the table."""
        return self.table.table.columns

    def said(self, flags: Mapping[str, tuple[str, ...]], cells: Sequence[str]) -> dict[str, str]:
        """Return what flags say of a row; raise CallError for what can't be said of one."""
        foreign = [name for name in flags if name not in SAID_OF_ROWS]
        if foreign:
            raise CallError(f"expected --cell COLUMN=VALUE beside --table, found --{foreign[0]}; leave it out")
        names = [column.name for column in self.columns]
        row: dict[str, str] = {}
        for cell in cells:
            name, sign, value = (part.strip() for part in cell.partition("="))
            if not sign or name not in names:
                mend = did_you_mean(name, names) or f"; the columns are {', '.join(names)}"
                raise CallError(f"expected --cell COLUMN=VALUE, found {cell!r:.80}{mend}")
            if name in row:
                raise CallError(f"expected each column once, found --cell {name} again; leave one out")
            row |= {name: value} if value else {}
        return row | {name: " ".join(texts) for name, texts in flags.items()}

    def asked(self, row: dict[str, str], interview: Interview) -> dict[str, str]:
        """Return a row with the cells that the author says."""
        for column in self.columns:
            row = self._asked(row, column, interview)
        return row

    def _asked(self, row: dict[str, str], column: Column, interview: Interview) -> dict[str, str]:
        unit = f", in {column.unit}" if column.unit else ""
        said = interview.ask(Asked(column.name, f"{column.name}, a {column.expects}{unit}"), row.get(column.name, ""))
        others = {name: value for name, value in row.items() if name != column.name}
        return others | ({column.name: str(said)} if said else {})

    def faults(self, name: str, value: Said) -> tuple[Fault, ...]:
        """Return what is wrong with a cell by itself."""
        column = next(column for column in self.columns if column.name == name)
        message = self.table.fault(column, str(value))
        return (Fault(name, "bad-cell", message),) if message else ()

    def ready(self, row: dict[str, str], interview: Interview) -> tuple[bytes | None, list[Line]]:
        """Return the file with the row and what the row brings; no file where it has problems, which are then said."""
        if not any(column.name in row for column in self.columns):
            interview.refuse(self.name, "expected something in a row, found nothing")
            return None, []
        for column in self.columns:
            for fault in self.faults(column.name, row[column.name]) if column.name in row else ():
                interview.refuse(column.name, fault.message)
                return None, []
        file, ordered = self.table.file, self._ordered(row)
        after = self.table.with_row(ordered)
        bank, problems = compared(self.paths, {file: self.table.data}, {file: after})
        if not problems:
            return after, list(self._more(bank))
        if not interview.desk.patient:
            raise CallError("\n".join([*(found.message for found in problems), UNWRITTEN]))
        interview.desk.say(Line(f"  {clean(found.message)}", Tone.WRONG, 2) for found in problems)
        return None, []

    def changed(self, row: dict[str, str], interview: Interview) -> dict[str, str]:
        """Return the row with one cell said anew."""
        name = interview.choose(_WHICH, [(column.name, column.name) for column in self.columns])
        return self._asked(row, next(column for column in self.columns if column.name == name), interview)

    def shown(self, row: dict[str, str]) -> Iterator[Line]:
        """Yield the row as it will stand there."""
        yield Line(f"In {self.table.file}:", Tone.STRONG)
        for name, value in self._ordered(row).items():
            yield Line(f"  {clean(name)}: {clean(value)}", hang=4)

    def _ordered(self, row: dict[str, str]) -> dict[str, str]:
        names = (*(column.name for column in self.columns), *SAID_OF_ROWS)
        return {name: row[name] for name in names if name in row}

    def _more(self, bank: Bank) -> Iterator[Line]:
        """Yield for each template of the table how many questions it makes now."""
        had = {template.common.id: template.variants() for template in self.bank.templates}
        grown = [template for template in bank.templates if template.frame.table.name == self.name]
        for template in grown:
            now = template.variants()
            more = now - had.get(template.common.id, 0)
            yield Line(f"{template.common.id}: {counted(now, 'question')}, {more} more than before", hang=2)
        if not grown:
            yield Line("No template makes questions from this table yet.")
