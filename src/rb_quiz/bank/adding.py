"""Adding writes one more entry into an author's file: a question, or a row of a table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.adding_text import with_entry
from rb_quiz.bank.fields import Fields
from rb_quiz.bank.library import read_defaults, survey
from rb_quiz.bank.source import NodeList, NodeMap, read
from rb_quiz.bank.source.places import places
from rb_quiz.problem import BankError, CallError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Defaults
    from rb_quiz.bank.source import Document, Node
    from rb_quiz.bank.writing import Said
    from rb_quiz.problem import Problem

_BYTE_ORDER_MARK: Final = "\ufeff"


def with_question(data: bytes, path: Path, entry: Sequence[tuple[str, Said]]) -> bytes:
    """Return the bytes of a bank's file with one more question at the end of its list.

    All that was typed stays as it is, comments and line ends too, and the result has been read again: it differs in
    this question only. Raise BankError for a file with problems, and CallError when nothing can be added to it.
    """
    return _with_entry(data, path, ("questions",), entry, short=False)


def with_row(data: bytes, path: Path, table: str, entry: Sequence[tuple[str, Said]]) -> bytes:
    """Return the bytes of a bank's file with one more row in a table of it, as `with_question` does."""
    return _with_entry(data, path, ("tables", table, "rows"), entry, short=True)


def _with_entry(
    data: bytes, path: Path, keys: tuple[str, ...], entry: Sequence[tuple[str, Said]], *, short: bool
) -> bytes:
    before = read(data, str(path))
    if before.problems:
        raise BankError(before.problems)
    text = data.decode("utf-8")
    body = text.removeprefix(_BYTE_ORDER_MARK)
    root = None if before.root is None else places(body)
    if before.root is not None and not isinstance(before.root, NodeMap):
        raise CallError(f"expected sections such as 'questions:' in {str(path)!r}, found none; add one by hand")
    added = text[: len(text) - len(body)] + with_entry(body, root, keys, entry, short=short)
    after = read(added.encode("utf-8", "surrogatepass"), str(path))
    if after.problems or after.root != _expected(before.root, keys, entry):
        mend = "add this one by hand, and the next can go below it"
        raise CallError(f"expected {keys[-1]!r} typed as most are in {str(path)!r}, found another layout; {mend}")
    return added.encode()


def _expected(root: Node | None, keys: tuple[str, ...], entry: Sequence[tuple[str, Said]]) -> object:
    """Return the nodes of a file as they should be read once a list has one more entry."""
    if not keys:
        node = {key: _node(value) for key, value in entry}
        return [*(root if isinstance(root, NodeList) else ()), node]
    key, *rest = keys
    sections = root if isinstance(root, NodeMap) else {}
    return {**sections, key: _expected(sections.get(key), tuple(rest), entry)}


def _node(value: Said) -> object:
    return [_node(each) for each in value] if isinstance(value, tuple) else value


def defaults_in(data: bytes, path: Path) -> Defaults:
    """Return what a file says of all its questions."""
    document: Document = read(data, str(path))
    root = document.root if isinstance(document.root, NodeMap) else NodeMap(_Start(), flow=False)
    return read_defaults(Fields(root, document, []), path)


class _Start:
    """Where an empty file begins."""

    line = column = 0


def compared(paths: Sequence[Path], before: dict[Path, bytes], after: dict[Path, bytes]) -> tuple[Bank, list[Problem]]:
    """Return the bank with files as they are to be, and the problems that it does not have with them as they are."""
    had = Counter((found.file, found.name, found.message) for found in survey(paths, drafts=before)[1])
    bank, problems = survey(paths, drafts=after)
    return bank, [found for found in problems if not had[found.file, found.name, found.message]]
