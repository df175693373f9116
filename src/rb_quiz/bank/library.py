"""The library turns a folder of files into a bank, or into every problem that stands in its way."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from errno import EINVAL
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.bank import Bank
from rb_quiz.bank.fields import Fields, shown
from rb_quiz.bank.kinds import Text
from rb_quiz.bank.names import NAMED, Name, Names, read_names
from rb_quiz.bank.question import DIFFICULTY, EXAMPLE, SOURCE, SPOILER, TOPIC, Defaults, Question, read_question
from rb_quiz.bank.source import Mark, NodeList, NodeMap, read
from rb_quiz.bank.sources import Source, is_citation, read_sources
from rb_quiz.bank.tables import read_table
from rb_quiz.bank.templates import Template, read_template
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import BankError, CallError, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rb_quiz.answers import Expects
    from rb_quiz.bank.question import Common
    from rb_quiz.bank.tables import Table

_NO_DRAFTS: Final[Mapping[Path, bytes]] = MappingProxyType({})
_SUFFIXES: Final = (".yaml", ".yml")
_KEY: Final = re.compile(r"\s*([^\s:#]+)\s*:")
_SECTIONS: Final = "expected sections such as 'questions:' in the file"


def load(paths: Sequence[Path]) -> Bank:
    """Return the bank that the folders and files make together; raise BankError with all of its problems."""
    bank, problems = survey(paths)
    if problems:
        raise BankError(problems)
    _ = bank.edition  # a large table takes a while to sum up, and no draw should have to wait for it
    return bank


def survey(
    paths: Sequence[Path], *, thorough: bool = False, drafts: Mapping[Path, bytes] = _NO_DRAFTS
) -> tuple[Bank, tuple[Problem, ...]]:
    """Return what can be read of a bank, and every problem of it, sorted; raise CallError when nothing is there.

    A thorough survey also looks whether every template makes a question, which takes longer than reading. With
    `drafts`, files are read as if that stood in them, whether they are there already or not.
    """
    reading = Reading(drafts)
    with _no_garbage_collection():
        files = [file for path in paths for file in files_of(path)]
        new = [] if not drafts else sorted(set(drafts) - {file.resolve() for file in files})
        for file in (*files, *(file for file in new if file.suffix.lower() in _SUFFIXES)):
            reading.file(file)
        reading.generate(thorough=thorough)
        return reading.bank(), reading.all_problems()


def read_defaults(sections: Fields, path: Path) -> Defaults:
    """Return what a file says of all its questions; the topic is made of the file's name where it says none."""
    topic = sections.text("topic", TOPIC, default=path.stem.replace("-", " ").replace("_", " ").capitalize())
    difficulty = sections.word("difficulty", Difficulty, Difficulty.MEDIUM, DIFFICULTY)
    spoiler = sections.word("spoiler", Spoiler, Spoiler.PREMISE, SPOILER)
    return Defaults(topic, sections.texts("source", SOURCE), difficulty, spoiler)


def files_of(path: Path) -> list[Path]:
    """Return the YAML files of a folder, hidden ones left out, or the file itself; raise CallError for none."""
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES and not _hidden(file, path))
        if not found:
            raise CallError(f"expected YAML files (*.yaml) in {str(path)!r}, found none; a bank is a folder of them")
        return found
    if not path.exists():
        raise CallError(f"expected a folder of YAML files or one such file, found nothing at {str(path)!r}")
    return [path]


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


class Reading:
    """What has been read of a bank so far."""

    def __init__(self, drafts: Mapping[Path, bytes] = _NO_DRAFTS) -> None:
        self.drafts = drafts
        self.problems: list[Problem] = []
        self.names: list[Name] = []
        self.sources: dict[str, Source] = {}
        self.cited: list[tuple[Fields, str, int]] = []
        self.questions: list[Question] = []
        self.templates: list[Template] = []
        self.places: dict[str, Question | Common] = {}
        self.pending_tables: list[tuple[str, Fields, Path, tuple[str, ...]]] = []
        self.pending_templates: list[tuple[Fields, Defaults]] = []
        self.tables: dict[str, Table] = {}
        self.unread: set[str] = set()

    def contents(self, path: Path) -> bytes:
        """Return what stands in a file, or is to stand there."""
        draft = self.drafts.get(path.resolve()) if self.drafts else None
        if draft is not None:
            return draft
        if path.exists() and not path.is_file():
            raise OSError(EINVAL, "it is not a file")  # a pipe would wait for ever
        return path.read_bytes()

    def file(self, path: Path) -> None:
        """Read one file."""
        try:
            data = self.contents(path)
        except OSError as error:
            reason = error.strerror or "it can't be opened"
            self.problems.append(
                Problem(str(path), 1, 1, "unreadable-file", f"expected a file to read, found: {reason}")
            )
            return
        document = read(data, str(path))
        self.problems += document.problems
        if not document.whole:
            self.unread |= {found.group(1) for line in document.lines if (found := _KEY.match(line))}
        if isinstance(document.root, NodeMap):
            self.sections(Fields(document.root, document, self.problems), path)
        elif document.root is not None and not document.problems:
            message = f"{_SECTIONS}, found something else; write 'questions:' above a list of questions"
            self.problems.append(document.problem(Mark(1, 1), "no-sections", message))

    def sections(self, sections: Fields, path: Path) -> None:
        """Read what the root of a file holds, and keep what must wait for other files."""
        defaults = read_defaults(sections, path)
        self._cite(sections)
        self._declare(sections)
        self.names += read_names(sections)
        says = "Questions written out, and templates, which take theirs 'from' a table."
        for entry in sections.entries("questions", EXAMPLE, says):
            self._cite(entry)
            if "from" in entry.node:
                self.pending_templates.append((entry, defaults))
            else:
                self._add(entry, read_question(entry, defaults))
        self._await_tables(sections, path, defaults)
        sections.close()

    def _await_tables(self, sections: Fields, path: Path, defaults: Defaults) -> None:
        """Keep the tables of a file until all names are known: they decide which cells are equal."""
        says = "Facts in rows, each table under its name; templates write questions from them."
        declared = sections.map("tables", "cast: {columns: {actor: person}, rows: […]}", says)
        for name in declared.node if declared else ():
            table = declared.map(name, "columns: {actor: person}", "One table.") if declared else None
            if table is None or declared is None:
                continue
            if any(name == other for other, *_ in self.pending_tables):
                message = f"expected each table once, found {shown(name)} again; rename one of them"
                self.problems.append(declared.document.problem(declared.node.key_mark(name), "repeated-table", message))
            self.pending_tables.append((name, table, path.parent, defaults.sources))

    def generate(self, *, thorough: bool) -> None:
        """Read the tables, and then the templates that write questions from them."""
        names = Names(tuple(self.names))
        for name, fields, folder, sources in self.pending_tables:
            table = read_table(name, fields, names, folder, sources, self.contents)
            if table is not None:
                self.tables[name] = table
                self._cite_rows(fields, table)
        broken = {name for name, *_ in self.pending_tables} - set(self.tables)
        for fields, defaults in self.pending_templates:
            wanted = fields.node.get("from")
            if not isinstance(wanted, str) or wanted not in broken:
                self._add(fields, read_template(fields, defaults, self.tables, thorough=thorough))

    def _cite_rows(self, fields: Fields, table: Table) -> None:
        for row in table.extras.values():
            self.cited += [(fields, name, 0) for name in row.sources if not is_citation(name)]

    def _declare(self, sections: Fields) -> None:
        for mark, source in read_sources(sections):
            if source.name in self.sources:
                message = f"expected each source to be declared once, found {shown(source.name)} again; remove one"
                self.problems.append(sections.document.problem(mark, "repeated-source", message))
            self.sources.setdefault(source.name, source)

    def _cite(self, entry: Fields) -> None:
        node = entry.node.get("source")
        named = node if isinstance(node, NodeList) else [node]
        names = [name for name in named if isinstance(name, str)]
        self.cited += [(entry, name, index) for index, name in enumerate(names) if not is_citation(name)]

    def _add(self, entry: Fields, found: Question | Template | None) -> None:
        if found is None:
            return
        said = found.common if isinstance(found, Template) else found
        first = self.places.setdefault(said.id, said)
        if first is not said:
            where = f"{first.file}:{first.line}"
            if "id" in entry.node:
                message = f"expected each id once, found {shown(said.id)} again (first at {where}); rename one of them"
                entry.report("repeated-id", message, "id")
            else:
                message = f"expected each question once, found the same again (first at {where}); remove one"
                entry.report("repeated-question", message, "ask")
        elif isinstance(found, Template):
            self.templates.append(found)
        else:
            self.questions.append(found)

    def all_problems(self) -> tuple[Problem, ...]:
        """Return every problem, sorted."""
        for entry, name, index in self.cited:
            if name.strip() and name not in self.sources and name not in self.unread:
                mend = (
                    did_you_mean(name, self.sources) or "; declare it under 'sources:', or cite a page by its address"
                )
                message = f"expected the name of a declared source, found {shown(name)}{mend}"
                entry.report("unknown-source", message, "source", index)
        return tuple(sorted(set(self.problems)))

    def _entities(self) -> Iterator[tuple[Expects, str]]:
        """Yield what the bank knows by name though nobody listed it: cells of tables, and answers to be typed."""
        for table in self.tables.values():
            yield from table.entities()
        for question in self.questions:
            if isinstance(question.form, Text) and question.form.expects in NAMED:
                yield question.form.expects, question.form.answer

    def bank(self) -> Bank:
        """Return what could be read."""
        return Bank(
            tuple(self.questions),
            Names(tuple(self.names), tuple(dict.fromkeys(self._entities()))),
            tuple(self.sources.values()),
            tuple(self.templates),
        )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Leave the cyclic collector off while many objects are made, none of them in a cycle: a third of the time.

    What was made is frozen, as it lives as long as the process and would be searched in vain again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
