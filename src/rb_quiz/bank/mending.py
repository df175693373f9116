"""Mending writes into an author's file what a game has shown to be missing: one more accepted answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.fields import Fields, shown
from rb_quiz.bank.insertions import typed, with_insertions
from rb_quiz.bank.mending_text import insertions
from rb_quiz.bank.question import Defaults, read_question
from rb_quiz.bank.source import NodeList, NodeMap, read
from rb_quiz.bank.source.places import places
from rb_quiz.bank.source.text import hidden_character
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.bank.source import Document, Node
    from rb_quiz.problem import Problem

_BYTE_ORDER_MARK: Final = "\ufeff"
_NO_DEFAULTS: Final = Defaults("")


def with_alias(text: str, line: int, alias: str) -> str:
    """Return the text of a bank file with one more accepted answer for the typed question that begins on a line.

    All that was typed stays as it is, comments and line ends too, and the result has been read again: it differs in
    this answer only. Raise CallError when no such question begins there, or the answer can't be added to it.
    """
    _refuse_unwritable(alias)
    before = _read(text)
    if before.problems:
        found = before.problems[0]
        raise CallError(f"expected a file without problems, found one on line {found.line}: {found.message}")
    index, entry = _typed_question(before, line)
    accepted = _accepted(before, entry, alias)
    body = text.removeprefix(_BYTE_ORDER_MARK)
    place = places(body).fields["questions"][1].items[index]
    mended = text[: len(text) - len(body)] + with_insertions(body, insertions(body, place, typed(alias)))
    after = _read(mended)
    if after.problems or after.root != _expected(before, index, [*accepted, alias]):
        mend = f"add {alias!r} to its 'accept' by hand"
        raise CallError(f"expected a question typed as most are, found an unusual one on line {line}; {mend}")
    _refuse_faulty(after, _entries(after)[index], line)
    return mended


def _refuse_unwritable(alias: str) -> None:
    hidden = hidden_character(alias) or next((character for character in "\n\t" if character in alias), None)
    if hidden is not None:
        raise CallError(f"expected an answer in plain text, found the hidden character {hidden!r}; remove it")
    if not alias.strip():
        raise CallError(f"expected an answer to accept, found {alias!r}; say what else is right")


def _read(text: str) -> Document:
    return read(text.encode("utf-8", "surrogatepass"), "")


def _entries(document: Document) -> Sequence[Node]:
    questions = document.root.get("questions") if isinstance(document.root, NodeMap) else None
    return questions if isinstance(questions, NodeList) else ()


def _typed_question(document: Document, line: int) -> tuple[int, NodeMap]:
    """Return the entry that begins on a line, and which of all it is; refuse any that has no `accept`."""
    begun = [(index, node) for index, node in enumerate(_entries(document)) if isinstance(node, NodeMap)]
    here = [(index, node) for index, node in begun if node.at.line == line]
    if len(here) != 1:
        mend = "give each a line of its own" if here else "look up where it begins in the file as it is now"
        raise CallError(f"expected one question to begin on line {line}, found {len(here) or 'none'}; {mend}")
    index, entry = here[0]
    if "from" in entry:
        mend = "list what else is right under 'names'"
        raise CallError(f"expected a question written out on line {line}, found a template; {mend}")
    kind = entry.get("kind", "choice")
    if kind != "text":
        mend = "only the kind 'text' has other accepted answers"
        found = f"the kind {shown(kind)}" if isinstance(kind, str) else "none"
        raise CallError(f"expected a question of the kind 'text' on line {line}, found {found}; {mend}")
    return index, entry


def _accepted(document: Document, entry: NodeMap, alias: str) -> tuple[str, ...]:
    """Return what a sound question accepts beside its answer; refuse an alias that is right already."""
    if entry.get("accept") != "":  # an empty field is a problem too, but one that an alias mends
        _refuse_faulty(document, entry, entry.at.line)
    fields = Fields(entry, document, [])
    accepted = fields.texts("accept")
    for right in (fields.text("answer"), *accepted):
        if right == alias or normal(right) == normal(alias) != "":
            raise CallError(f"expected an answer that is not accepted yet, found {shown(alias)} beside {shown(right)}")
    return accepted


def _refuse_faulty(document: Document, entry: Node, line: int) -> None:
    problems: list[Problem] = []
    if isinstance(entry, NodeMap) and read_question(Fields(entry, document, problems), _NO_DEFAULTS) is None:
        raise CallError(f"the question on line {line}: {problems[0].message}")


def _expected(document: Document, index: int, accepted: list[str]) -> dict[str, object]:
    """Return the nodes of a file as they should be read once one of its questions accepts these texts."""
    entries = _entries(document)
    changed = [
        {**node, "accept": accepted} if at == index and isinstance(node, NodeMap) else node
        for at, node in enumerate(entries)
    ]
    return {**(document.root if isinstance(document.root, NodeMap) else {}), "questions": changed}
