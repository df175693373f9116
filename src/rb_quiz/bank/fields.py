"""Fields are what an author wrote under one entry; reading one tells what is wrong with it, in the author's words."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from rb_quiz.bank.source import Mark, Node, NodeList, NodeMap, Refused
from rb_quiz.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from rb_quiz.bank.source import Document
    from rb_quiz.bank.source.nodes import ParserMark
    from rb_quiz.problem import Problem

Word = TypeVar("Word", bound=StrEnum)
Form: TypeAlias = Literal[
    "text", "texts", "word", "kind", "flag", "map", "pair", "entries", "named entries", "pairs", "groups"
]
"""The forms in which a value may be asked for."""

USUAL_KIND: Final = "choice"
_SHOWN: Final = 60
_DASH_ALONE: Final = re.compile(r"-[^\W\d].* -[^\W\d]")
"""What YAML makes of list entries whose dashes have no space behind them: one text."""
_FLAGS: Final = {"true": True, "false": False}


class Fields:
    """Reads the fields of one entry and collects its problems; every reader returns something usable or empty.

    What each field means is told to the reader as it is asked for: from that the schema is made.
    """

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

    def text(self, key: str, says: str = "", *, needed: bool = False, default: str = "") -> str:
        """Return a text; report when it is missing though needed, empty, or not a text."""
        self._asked(key, "text", says, needed=needed)
        value = self.node.get(key)
        if isinstance(value, str) and value and not value.isspace():
            return value
        if value is not None:
            return self._as_text(value, key)
        if needed:
            self.miss(key, "…")
        return default

    def texts(self, key: str, says: str = "", *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts; one text alone counts as a list of one."""
        self._asked(key, "texts", says, needed=needed)
        value = self.node.get(key)
        if isinstance(value, NodeList):
            found = tuple(self._as_text(element, key, index) for index, element in enumerate(value))
            if needed and not found:
                self.report("empty-value", f"expected at least one text under {key!r}, found none", key)
            return found if all(found) else tuple(text for text in found if text)
        if value is not None:
            text = self._as_text(value, key)
            if _DASH_ALONE.match(text):
                message = f"expected a list under {key!r}, found {shown(text)}; put a space behind each '-'"
                self.report("not-a-list", message, key)
            return (text,) if text else ()
        if needed:
            self.miss(key, "[one, two, …]")
        return ()

    def word(self, key: str, words: type[Word], default: Word, says: str = "") -> Word:
        """Return one of the words; report any other."""
        self._asked(key, "word", says, words=words)
        value = self.node.get(key)
        text = "" if value is None else self._as_text(value, key)
        if not text:
            return default
        try:
            return words(text.casefold())
        except ValueError:
            mend = did_you_mean(text, words)
            self.report("unknown-word", f"expected {listed(words)}, found {shown(text)}{mend}", key)
            return default

    def flag(self, key: str, says: str = "", *, needed: bool = False) -> bool | None:
        """Return whether a field says true, None where it says nothing; report what is neither true nor false."""
        self._asked(key, "flag", says, needed=needed)
        text = self.text(key, needed=needed)
        if text and text.casefold() not in _FLAGS:
            self.report("unknown-word", f"expected true or false, found {shown(text)}", key)
        return _FLAGS.get(text.casefold())

    def kind(self, kinds: Collection[str], says: str = "") -> str:
        """Return of which kind an entry is, the usual one where it doesn't say; report one that there isn't."""
        self._asked("kind", "kind", says, words=kinds)
        value = self.node.get("kind")
        kind = USUAL_KIND if value is None else self._as_text(value, "kind")
        if kind in kinds:
            return kind
        mend = did_you_mean(kind, kinds) or f"; the kinds are {', '.join(kinds)}"
        self.report("unknown-kind", f"expected a kind of question, found {shown(kind)}{mend}", "kind")
        return ""

    def map(self, key: str, example: str, says: str = "", form: Form = "map") -> Fields | None:
        """Return the fields of a map; report anything else, with an example of what is meant."""
        self._asked(key, form, says)
        value = self._raw(key)
        if isinstance(value, NodeMap):
            return self._inner(key, value)
        if value is not None and value != "":
            self.report("not-a-map", f"expected entries such as '{example}' under {key!r}, found {_sort(value)}", key)
        return None

    def entries(self, key: str, example: str, says: str = "", *, name: str = "") -> Iterator[Fields]:
        """Yield the fields of each map in a list; report anything else, with an example of what is meant.

        Where an entry has a `name`, a text alone is an entry that has nothing but this field.
        """
        self._asked(key, "named entries" if name else "entries", says)
        for index, (mark, node) in enumerate(self._list(key, example)):
            if isinstance(node, NodeMap):
                yield self._inner(key, node)
            elif name and isinstance(node, str):
                if node.strip():
                    yield self._inner(key, _named(name, node, mark))
            elif isinstance(node, Refused):
                self.spoil()
            else:
                message = f"expected an entry such as '- {example}', found {_sort(node)}"
                self.report("not-a-map", message, key, index)

    def pairs(self, key: str, example: str, says: str = "") -> tuple[tuple[str, str], ...]:
        """Return the elements of a list, each a list of two texts; report any other."""
        self._asked(key, "pairs", says)
        found: list[tuple[str, str]] = []
        for index, (_, node) in enumerate(self._list(key, example)):
            match node:
                case [str(left), str(right)] if left.strip() and right.strip():
                    found.append((left, right))
                case _:
                    self.report("not-a-pair", "expected '[left, right]', found something else", key, index)
        return tuple(found)

    def groups(self, key: str, says: str = "") -> list[list[str]]:
        """Return groups of texts; a text in the place of a group is one of its own, and so is a text alone."""
        self._asked(key, "groups", says)
        value = self._raw(key)
        groups = value if isinstance(value, NodeList) else [] if value is None else [value]
        if not all(isinstance(group, str | NodeList | Refused) for group in groups):
            self.report("not-a-list", f"expected names, or lists of names, under {key!r}, found a map", key)
        return [
            [group] if isinstance(group, str) else [str(name) for name in group]
            for group in groups
            if isinstance(group, str | NodeList)
        ]

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
        self.close_unread()

    def close_unread(self) -> None:
        """Report every needed field that is missing; what else there may be could not be asked for."""
        for message in () if self.node.damaged else self._missing.values():
            self.report("missing-field", message)

    def _asked(self, key: str, form: Form, says: str, *, needed: bool = False, words: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Note that a field is known; a recorder, which overrides this, notes all that is said of it."""
        self._known.add(key)

    def _inner(self, key: str, node: NodeMap) -> Fields:  # noqa: ARG002 - a recorder wants to know the key
        """Return the fields of a map that stands under a key, or in its list."""
        return Fields(node, self.document, self._problems, self)

    def _raw(self, key: str) -> Node | None:
        """Return the value as it was read, None when there is none or it was refused."""
        value = self.node.get(key)
        if isinstance(value, Refused):
            self.spoil()
            return None
        return value

    def _list(self, key: str, example: str) -> list[tuple[ParserMark, Node]]:
        value = self._raw(key)
        if isinstance(value, NodeList):
            return list(zip(value.parser_marks, value, strict=True))
        if value is not None and value != "":
            message = f"expected a list of entries such as '- {example}' under {key!r}, found {_sort(value)}"
            self.report("not-a-list", message, key)
        return []

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


def _named(name: str, text: str, mark: ParserMark) -> NodeMap:
    node = NodeMap(mark, flow=True)
    node[name] = text
    node.parser_marks[name] = (mark, mark)
    return node


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
