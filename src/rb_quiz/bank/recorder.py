"""The recorder reads a specimen with the readers of all banks, and writes down what they ask for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rb_quiz.bank.fields import Fields
from rb_quiz.bank.kinds import KINDS
from rb_quiz.bank.library import Reading
from rb_quiz.bank.names import NAMED
from rb_quiz.bank.source import NodeMap, read
from rb_quiz.bank.templates.template import MAKERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.bank.fields import Form
    from rb_quiz.bank.source import Document
    from rb_quiz.problem import Problem

ANY: Final = "*"
"""How a name begins that authors choose themselves."""


class Asked(NamedTuple):
    """What a reader said when it asked for a field."""

    form: Form
    says: str
    needed: bool
    words: tuple[str, ...]


class Recorder(Fields):
    """Fields that note what is asked of them.

    Attributes:
        asked: what was said of each field.
        needed: the fields that must be there.
        inner: the recorders of the maps that stand under each field.
        closed: whether other fields are reported.
        filled: whether some field must be there, whichever it is.

    """

    def __init__(
        self, node: NodeMap, document: Document, problems: list[Problem], parent: Fields | None = None
    ) -> None:
        super().__init__(node, document, problems, parent)
        self.asked: dict[str, Asked] = {}
        self.needed: set[str] = set()
        self.inner: dict[str, list[Recorder]] = {}
        self.closed = False
        self.filled = False

    def report(self, name: str, message: str, key: str = "", index: int | None = None) -> None:
        """Note also that a field is needed when it is reported though it isn't there."""
        super().report(name, message, key, index)
        if key and key not in self.node:
            self.needed.add(key)
        elif name == "empty-value" and not self.node:
            self.filled = True

    def miss(self, key: str, example: str) -> None:
        """Note also that the field is needed."""
        super().miss(key, example)
        self.needed.add(key)

    def close(self) -> None:
        """Note also that these are all fields there are."""
        super().close()
        self.closed = True

    def _asked(self, key: str, form: Form, says: str, *, needed: bool = False, words: Iterable[str] = ()) -> None:
        super()._asked(key, form, says)
        self.asked.setdefault(key, Asked(form, says, needed, tuple(words)))  # a word is asked for as a text then
        if needed:
            self.needed.add(key)

    def _inner(self, key: str, node: NodeMap) -> Fields:
        inner = Recorder(node, self.document, self._problems, self)
        self.inner.setdefault(key, []).append(inner)
        return inner


def recorded() -> Recorder:
    """Return what the readers asked for while they read the specimen."""
    document = read(json.dumps(_specimen()).encode(), "specimen")
    assert isinstance(document.root, NodeMap)  # noqa: S101 - this tells the type checker
    root = Recorder(document.root, document, [])
    reading = Reading({})
    reading.sections(root, Path())
    reading.generate(thorough=False)
    return root


def _specimen() -> dict[str, Any]:
    """Return a bank with an entry of every kind, and a value wherever readers look into it to know what to ask for.

    Nothing else is in it: which fields there are is for the readers to say.
    """
    row = {ANY: "1", "alternatives": {ANY: "2"}, "difficulty": "easy", "spoiler": "plot"}
    table = {"columns": {ANY: "number", f"{ANY}2": {}}, "rows": [row], "decoys": {ANY: "3"}}
    beside = {"columns": {ANY: "number"}, "rows": ANY}
    written = {"allow": {ANY: ANY}}
    template = {**written, "from": ANY, "ask": ANY, "where": {ANY: "1"}}
    return {
        "sources": {ANY: {}},
        "names": {sort: [{"like": {ANY: ANY}}] for sort in NAMED},
        "tables": {ANY: table, f"{ANY}2": beside, f"{ANY}3": {}},
        "questions": [
            *({**written, "kind": kind} for kind in KINDS),
            {**written, "kind": "match", "pairs": {ANY: ANY}},
            {**written, "kind": "match", "pairs": []},
            *({**template, "kind": kind} for kind in MAKERS),
            {**template, "kind": "number", "count": ANY},
            {**template, "kind": "match", "pairs": {ANY: f"{ANY}2"}},
        ],
    }
