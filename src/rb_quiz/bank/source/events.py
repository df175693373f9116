"""The events of libyaml become nodes; what a bank may not hold becomes a problem at its place.

No object graph of YAML's own is built, no tag is resolved and no alias is expanded, so a hostile file costs no more
than its length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from rb_quiz.bank.source.nodes import REFUSED, Node, NodeList, NodeMap, mark_of
from rb_quiz.bank.source.text import hidden_character

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank.source.nodes import Mark, ParserMark

    Report: TypeAlias = Callable[[Mark, str, str], None]

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a Python without libyaml reads the same, some fifteen times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEPTH: Final = 64
_ESCAPING: Final = '"'  # the one style in which a character that the file does not hold can be written
_HASH: Final = re.compile(r"\S\s+#[^\s#]")
_SKIPPED: Final = "\x00skipped"  # stands for a key whose value is read and dropped; no file can hold it


class _EndOfReadingError(Exception):
    """What follows is left unread; the problem is reported."""


class _Builder:
    """Builds the nodes of one document, event by event."""

    def __init__(self, report: Report, hashes: dict[int, str]) -> None:
        self._report = report
        self._hashes = hashes
        self._open: list[tuple[NodeMap | NodeList | None, str | None]] = []
        self._current: NodeMap | NodeList | None = None
        self._key: str | None = None
        self._key_mark: ParserMark
        self._documents = 0
        self.root: Node | None = None

    def end(self) -> None:
        self._current, self._key = self._open.pop()

    def document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            mend = "what follows is not read: make it a file of its own"
            message = f"expected one document in a file, found '---' again; {mend}"
            self._report(mark_of(event.start_mark), "second-document", message)
            raise _EndOfReadingError

    def scalar(self, event: Any) -> None:
        mark: ParserMark = event.start_mark
        value: str = event.value
        if event.anchor or event.tag or event.style == _ESCAPING:
            self._inspect(event, mark)
            if not value and event.style != _ESCAPING:
                self._place(REFUSED, mark)  # what was typed is what is refused
                return
        elif self._hashes and not event.style:
            self._look_behind(event)
        current = self._current
        if type(current) is not NodeMap:
            self._place(value, mark)
        elif self._key is None:
            self._begin_entry(current, value, mark)
        elif self._key is _SKIPPED:
            self._place(REFUSED, mark)
        else:  # what `_place` does, without the call: this is four in ten of all events
            current[self._key] = value
            current.parser_marks[self._key] = (self._key_mark, mark)
            self._key = None

    def _look_behind(self, event: Any) -> None:
        """Report a text that goes on as a comment: `Song #1` would be read as `Song` without a word."""
        end = event.end_mark
        behind = self._hashes.get(end.line, "")[end.column :].lstrip()
        if behind.startswith("#"):
            message = (
                f"expected the whole text, found {event.value!r} and a comment {behind[:20]!r}; put the text in quotes"
            )
            self._report(mark_of(end), "lost-text", f"{message}, or a space after the '#' of a comment")

    def _inspect(self, event: Any, mark: ParserMark) -> None:
        self._refuse_extras(event, mark)
        found = hidden_character(event.value)
        if found is not None:
            message = f"expected plain text, found the hidden character {found!r}; remove it"
            self._report(mark_of(mark), "control-character", message)

    def begin(self, event: Any, node: NodeMap | NodeList) -> None:
        mark: ParserMark = event.start_mark
        if event.anchor or event.tag:
            self._refuse_extras(event, mark)
        if len(self._open) >= DEPTH:
            self._report(node.at, "too-deep", f"expected at most {DEPTH} levels, found more; the rest is not read")
            raise _EndOfReadingError
        is_key = self._key is None and type(self._current) is NodeMap
        if is_key:
            message = (
                "expected a text as key, found a list or map; "
                "a text that begins with '[', '{' or '?' must stand in quotes"
            )
            self._report(node.at, "complex-key", message)
            self._open.append((self._current, _SKIPPED))
        else:
            self._place(node, mark)
            self._open.append((self._current, None))
        self._current, self._key = node, None

    def alias(self, event: Any) -> None:
        mark = event.start_mark
        message = (
            f"expected a text, found the alias '*{event.anchor}'; write the value out, "
            "or put a text that begins with '*' in quotes"
        )
        self._report(mark_of(mark), "alias", message)
        if self._key is None and isinstance(self._current, NodeMap):
            self._begin_entry(self._current, _SKIPPED, mark)
        else:
            self._place(REFUSED, mark)

    def _begin_entry(self, current: NodeMap, key: str, mark: ParserMark) -> None:
        if key in current:
            first = current.key_mark(key).line
            message = (
                f"expected each key once, found {key!r} again (first on line {first}); remove or rename one of them"
            )
            self._report(mark_of(mark), "repeated-key", message)
            key = _SKIPPED
        self._key, self._key_mark = key, mark

    def _place(self, node: Node, mark: ParserMark) -> None:
        current = self._current
        if current is None:
            self.root = node
        elif isinstance(current, NodeList):
            current.append(node)
            current.parser_marks.append(mark)
        elif self._key is _SKIPPED:
            current.damaged = True
        elif self._key is not None:
            current[self._key] = node
            current.parser_marks[self._key] = (self._key_mark, mark)
        self._key = None

    def _refuse_extras(self, event: Any, mark: ParserMark) -> None:
        tag: str | None = getattr(event, "tag", None)
        if event.anchor:
            message = (
                f"expected a value, found the anchor '&{event.anchor}'; remove it, "
                "or put a text that begins with '&' in quotes"
            )
            self._report(mark_of(mark), "anchor", message)
        if tag:
            typed = tag.replace("tag:yaml.org,2002:", "!!")
            message = (
                f"expected a value, found the tag {typed!r}; remove it, or put a text that begins with '!' in quotes"
            )
            self._report(mark_of(mark), "tag", message)


def build(text: str, report: Report) -> Node | None:
    """Return the nodes of a YAML text, None for an empty one; raise `yaml.YAMLError` where it is no YAML."""
    hashes = {number: line for number, line in enumerate(text.split("\n")) if _HASH.search(line)} if "#" in text else {}
    builder = _Builder(report, hashes)
    next_event: Callable[[], Any] = _Loader(text).get_event
    kind: object = None
    try:
        while kind is not StreamEndEvent:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                builder.scalar(event)
            elif kind is MappingStartEvent:
                builder.begin(event, NodeMap(event.start_mark, flow=bool(event.flow_style)))
            elif kind is SequenceStartEvent:
                builder.begin(event, NodeList(event.start_mark, flow=bool(event.flow_style)))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                builder.end()
            elif kind is AliasEvent:
                builder.alias(event)
            elif kind is DocumentStartEvent:
                builder.document(event)
    except _EndOfReadingError:
        pass
    return builder.root
