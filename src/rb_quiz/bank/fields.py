"""Fields are what an author wrote under one entry; reading one tells what is wrong with it, in the author's words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from rb_quiz.bank.source import Mark, Node, NodeList, NodeMap, Refused
from rb_quiz.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.bank.source import Document
    from rb_quiz.problem import Problem

Word = TypeVar("Word", bound=StrEnum)
_SHOWN: Final = 60


class Fields:
    """Reads the fields of one entry and collects its problems; every reader returns something usable or empty."""

    def __init__(
        self, node: NodeMap, document: Document, problems: list[Problem], parent: Fields | None = None
    ) -> None:
        self.node = node
        self.document = document
        self.sound = not node.damaged
        self._problems = problems
        self._parent = parent
        self._known: set[str] = set()
        self._missing: dict[str, str] = {}

    def spoil(self) -> None:
        """Note that this entry, and what it is part of, can't be used as it stands."""
        self.sound = False
        if self._parent is not None:
            self._parent.spoil()

    def report(self, name: str, message: str, key: str = "", index: int | None = None) -> None:
        """Add a problem at the value of `key`, at an element of it, or at the entry itself."""
        self.spoil()
        self._problems.append(self.document.problem(self.mark(key, index), name, message))

    def mark(self, key: str = "", index: int | None = None) -> Mark:
        """Return where the value of `key`, or an element of it, or the entry itself stands."""
        value = self.node.get(key)
        if value is None:
            return self.node.at
        if index is not None and isinstance(value, NodeList):
            return value.mark(index)
        return self.node.value_mark(key)

    def raw(self, key: str) -> Node | None:
        """Return the value as it was read, None when there is none or it was refused."""
        self._known.add(key)
        value = self.node.get(key)
        if isinstance(value, Refused):
            self.spoil()
            return None
        return value

    def text(self, key: str, *, needed: bool = False, default: str = "") -> str:
        """Return a text; report when it is missing though needed, empty, or not a text."""
        self._known.add(key)
        value = self.node.get(key)
        if isinstance(value, str) and value and not value.isspace():
            return value
        if value is not None:
            return self._as_text(value, key)
        if needed:
            self.miss(key, "…")
        return default

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts; one text alone counts as a list of one."""
        self._known.add(key)
        value = self.node.get(key)
        if isinstance(value, NodeList):
            found = tuple(self._as_text(element, key, index) for index, element in enumerate(value))
            if needed and not found:
                self.report("empty-value", f"expected at least one text under {key!r}, found none", key)
            return found if all(found) else tuple(text for text in found if text)
        if value is not None:
            text = self._as_text(value, key)
            return (text,) if text else ()
        if needed:
            self.miss(key, "[one, two, …]")
        return ()

    def word(self, key: str, words: type[Word], default: Word) -> Word:
        """Return one of the words; report any other."""
        text = self.text(key)
        if not text:
            return default
        try:
            return words(text.casefold())
        except ValueError:
            mend = did_you_mean(text, words)
            self.report("unknown-word", f"expected {listed(words)}, found {shown(text)}{mend}", key)
            return default

    def map(self, key: str, example: str) -> Fields | None:
        """Return the fields of a map; report anything else, with an example of what is meant."""
        value = self.raw(key)
        if isinstance(value, NodeMap):
            return Fields(value, self.document, self._problems, self)
        if value is not None and value != "":
            self.report("not-a-map", f"expected entries such as '{example}' under {key!r}, found {_sort(value)}", key)
        return None

    def list(self, key: str, example: str) -> list[tuple[Mark, Node]]:
        """Return the elements of a list with their places; report anything else, with an example of what is meant."""
        value = self.raw(key)
        if isinstance(value, NodeList):
            return [(value.mark(index), node) for index, node in enumerate(value)]
        if value is not None and value != "":
            message = f"expected a list of entries such as '- {example}' under {key!r}, found {_sort(value)}"
            self.report("not-a-list", message, key)
        return []

    def element(self, mark: Mark, node: Node, example: str) -> Fields | None:
        """Return the fields of a list's element; report anything but a map."""
        if isinstance(node, NodeMap):
            return Fields(node, self.document, self._problems, self)
        self.spoil()
        if not isinstance(node, Refused):
            message = f"expected an entry such as '- {example}', found {_sort(node)}"
            self._problems.append(self.document.problem(mark, "not-a-map", message))
        return None

    def add(self, problems: Iterable[Problem]) -> None:
        """Add problems that were found elsewhere but are this entry's."""
        for problem in problems:
            self.spoil()
            self._problems.append(problem)

    def miss(self, key: str, example: str) -> None:
        """Note that a needed field is missing; `close` reports it unless another field is its misspelling."""
        self.spoil()
        self._missing[key] = f"expected the field {key!r}, found none; add '{key}: {example}'"

    def close(self) -> None:
        """Report every field that nobody asked for, and every needed one that is missing."""
        for key in self.node:
            if key not in self._known:
                self.spoil()
                mend = did_you_mean(key, self._known)
                for missing in [missing for missing in self._missing if f"{missing!r}" in mend]:
                    del self._missing[missing]
                mend = mend or f"; known here: {', '.join(sorted(self._known))}"
                message = f"expected a known field, found {shown(key)}{mend}"
                self._problems.append(self.document.problem(self.node.key_mark(key), "unknown-field", message))
        for message in () if self.node.damaged else self._missing.values():
            self.report("missing-field", message)

    def _as_text(self, value: Node, key: str, index: int | None = None) -> str:
        if isinstance(value, str):
            if value and not value.isspace():
                return value
            self.report("empty-value", f"expected a text for {key!r}, found nothing", key, index)
        elif isinstance(value, NodeList | NodeMap):
            self.report(
                "not-a-text", f"expected a text for {key!r}, found {described(value, self.document)}", key, index
            )
        self.spoil()
        return ""


def _sort(value: Node) -> str:
    if isinstance(value, str):
        return f"the text {shown(value)}"
    return "a list" if isinstance(value, NodeList) else "a map"


def described(value: NodeMap | NodeList, document: Document) -> str:
    """Return what a list or map in the place of a text is, and how such a text is written."""
    what = "a list" if isinstance(value, NodeList) else "a map"
    line, col = value.at
    opening = document.lines[line - 1][col - 1 : col]
    if opening in ("[", "{"):
        return f"{what}; a text that begins with '{opening}' must stand in quotes"
    if isinstance(value, NodeMap):
        return f"{what}; a text that holds ': ' must stand in quotes"
    return f"{what}; a text that begins with '- ' must stand in quotes"


def shown(text: str) -> str:
    """Return a text as it stands in a message, cut to a readable length."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def listed(words: Iterable[str]) -> str:
    """Return words as `one, two or three`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
