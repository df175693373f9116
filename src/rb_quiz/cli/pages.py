"""Writing what was printed: one file or several, PDF or Markdown, whole or not at all."""

from __future__ import annotations

import sys
from itertools import chain, groupby
from operator import attrgetter
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.cli.output import print_text, write
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rb_quiz.item import Item
    from rb_quiz.present.paper import Layout, Part
    from rb_quiz.present.paper.packs import Job, Pack
    from rb_quiz.quiz import Quiz

_PDF, _MARKDOWN = ".pdf", ".md"
_STDOUT: Final = "-"


def print_pack(pack: Pack, job: Job, layout: Layout, output: str, *, split: bool, force: bool) -> list[Path]:
    """Print a pack and return the files it is in; raise CallError for a file that is there or can't be written."""
    from rb_quiz.present.paper import forget, render_markdown

    if output == _STDOUT:
        print_text(render_markdown(_parts(pack, job)))
        return []
    path = Path(output)
    if path.suffix.casefold() not in (_PDF, _MARKDOWN):
        raise CallError(f"expected a file that ends in .pdf or .md, or - for stdout, found {output!r}")
    files = [file for file, _ in _files(path, pack, job, split=split)]
    if not force:
        refuse_existing(files)
    for file, parts in _files(path, pack, job, split=split):
        write(file, _rendered(file, job, parts, layout))
        if len(files) > 1:
            forget()
    return files


def refuse_marksheet(job: Job, quiz: Quiz, path: Path, output: str | None, *, force: bool) -> None:
    """Raise CallError for a mark sheet that can't be written, or that would not fit the quiz."""
    if not force:
        refuse_existing([path])
    if output is not None and path.resolve() == Path(output).resolve():
        raise CallError(f"expected --marksheet and --output to name two files, found {str(path)!r} twice")
    if job.quiz.items != quiz.items:
        raise CallError("expected a pack that prints every question beside --marksheet, found some left out")


def write_marksheet(job: Job, path: Path) -> Path:
    """Write the empty table into which marks are filled, and return its path."""
    from rb_quiz.present.paper.marks.marksheet import render_marksheet

    write(path, render_marksheet(job.rounds, [form.name for form in job.forms]))
    return path


def refuse_existing(files: Iterable[Path], mend: str = "name another or add --force") -> None:
    """Raise CallError where one of the files is there already, even as a link to nowhere."""
    for file in files:
        if lexists(file):
            raise CallError(f"expected a new file, found {str(file)!r} there already; {mend}")


def _files(path: Path, pack: Pack, job: Job, *, split: bool) -> Iterator[tuple[Path, tuple[Part, ...]]]:
    """Yield each file with its parts; a PDF that would take too much memory is split."""
    from rb_quiz.present.paper import pieces

    if split:
        for name, documents in groupby(pack.documents(job), key=attrgetter("name")):
            yield path.with_stem(f"{path.stem}-{name}"), tuple(part for each in documents for part in each.parts)
        return
    several = pieces(_parts(pack, job)) if path.suffix.casefold() == _PDF else iter([tuple(_parts(pack, job))])
    first, second = next(several), next(several, None)
    if second is None:
        yield path, first
        return
    for number, piece in enumerate(chain((first, second), several), start=1):
        yield path.with_stem(f"{path.stem}-{number}"), piece


def _parts(pack: Pack, job: Job) -> Iterator[Part]:
    return (part for document in pack.documents(job) for part in document.parts)


def _rendered(file: Path, job: Job, parts: Sequence[Part], layout: Layout) -> bytes:
    from rb_quiz.present.paper import GlyphError, render_markdown, render_pdf

    if file.suffix.casefold() == _MARKDOWN:
        return render_markdown(parts).encode("utf-8")
    try:
        return render_pdf(job.title, parts, layout)
    except GlyphError as error:
        where = _where(job, error.characters)
        raise CallError(
            f"{error} in {where}; change the text, name a folder of fonts that have it with --fonts, or print Markdown "
            f"(-o {file.stem}.md)"
        ) from None


def _where(job: Job, characters: Sequence[str]) -> str:
    """Return which questions hold one of the characters, else that it is the title, date or venue."""
    from rb_quiz.present.paper.answer import texts

    def holds(item: Item) -> bool:
        return any(character in text for text in texts(item) for character in characters)

    items = [*job.quiz.items, *job.tie_breakers]
    found = [item.id for item in items if holds(item)]
    return f"question {', '.join(found)}" if found else "the title, date or venue"


def say_files(files: Iterable[Path], code: str) -> None:
    """Say on stderr what was written, and the code that brings the quiz back."""
    for file in files:
        print(f"rb-quiz: printed {file}", file=sys.stderr)
    if code:
        print(f"rb-quiz: quiz code {code}", file=sys.stderr)
