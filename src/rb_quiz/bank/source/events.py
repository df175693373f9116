"""The events of libyaml become nodes; what a bank may not hold becomes a problem at its place.

No object graph of YAML's own is built, no tag is resolved and no alias is expanded, so a hostile file costs no more
than its length.
"""

from __future__ import annotations

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

from rb_quiz.bank.source.nodes import REFUSED, Mark, Node, NodeList, NodeMap
from rb_quiz.bank.source.text import hidden_character

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import CollectionStartEvent, NodeEvent

    Report: TypeAlias = Callable[[Mark, str, str], None]

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a Python without libyaml reads the same, some fifteen times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEPTH: Final = 64
_SKIPPED: Final = "\x00skipped"  # stands for a key whose value is read and dropped; no file can hold it


class _EndOfReadingError(Exception):
    """What follows is left unread; the problem is reported."""


class _Builder:
    """Builds the nodes of one document, event by event."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._open: list[tuple[NodeMap | NodeList | None, str | None]] = []
        self._current: NodeMap | NodeList | None = None
        self._key: str | None = None
        self._key_mark = Mark(1, 1)
        self._documents = 0
        self.root: Node | None = None

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self.scalar(event)
        elif kind is MappingStartEvent:
            self.begin(event, NodeMap(_mark(event), flow=bool(event.flow_style)))
        elif kind is SequenceStartEvent:
            self.begin(event, NodeList(_mark(event), flow=bool(event.flow_style)))
        elif kind in (MappingEndEvent, SequenceEndEvent):
            self._current, self._key = self._open.pop()
        elif kind is AliasEvent:
            self.alias(event)
        elif kind is DocumentStartEvent:
            self.document(event)

    def document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "expected one document in a file, found '---' again; make it a file of its own"
            self._report(_mark(event), "second-document", message)
            raise _EndOfReadingError

    def scalar(self, event: ScalarEvent) -> None:
        mark = _mark(event)
        value: str = event.value
        if event.anchor or event.tag:
            self._refuse_extras(event, mark)
        if not value.isprintable() and (found := hidden_character(value)) is not None:
            message = f"expected plain text, found the hidden character {found!r}; remove it"
            self._report(mark, "control-character", message)
        if self._key is None and type(self._current) is NodeMap:
            self._begin_entry(value, mark)
        else:
            self._place(value, mark)

    def begin(self, event: CollectionStartEvent, node: NodeMap | NodeList) -> None:
        if event.anchor or event.tag:
            self._refuse_extras(event, node.at)
        if len(self._open) >= DEPTH:
            self._report(node.at, "too-deep", f"expected at most {DEPTH} levels inside one another, found more")
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
            self._place(node, node.at)
            self._open.append((self._current, None))
        self._current, self._key = node, None

    def alias(self, event: AliasEvent) -> None:
        mark = _mark(event)
        message = (
            f"expected a text, found the alias '*{event.anchor}'; write the value out, "
            "or put a text that begins with '*' in quotes"
        )
        self._report(mark, "alias", message)
        if self._key is None and type(self._current) is NodeMap:
            self._begin_entry(_SKIPPED, mark)
        else:
            self._place(REFUSED, mark)

    def _begin_entry(self, key: str, mark: Mark) -> None:
        assert type(self._current) is NodeMap  # noqa: S101 - the callers have just asked; this tells the type checker
        if key in self._current:
            first = self._current.marks[key][0].line
            message = (
                f"expected each key once, found {key!r} again (first on line {first}); remove or rename one of them"
            )
            self._report(mark, "repeated-key", message)
            key = _SKIPPED
        self._key, self._key_mark = key, mark

    def _place(self, node: Node, mark: Mark) -> None:
        current = self._current
        if current is None:
            self.root = node
        elif isinstance(current, NodeList):
            current.append(node)
            current.marks.append(mark)
        elif self._key is _SKIPPED:
            current.damaged = True
        elif self._key is not None:
            current[self._key] = node
            current.marks[self._key] = (self._key_mark, mark)
        self._key = None

    def _refuse_extras(self, event: NodeEvent, mark: Mark) -> None:
        tag: str | None = getattr(event, "tag", None)
        if event.anchor:
            message = (
                f"expected a value, found the anchor '&{event.anchor}'; remove it, "
                "or put a text that begins with '&' in quotes"
            )
            self._report(mark, "anchor", message)
        if tag:
            typed = tag.replace("tag:yaml.org,2002:", "!!")
            message = (
                f"expected a value, found the tag {typed!r}; remove it, or put a text that begins with '!' in quotes"
            )
            self._report(mark, "tag", message)


def build(text: str, report: Report) -> Node | None:
    """Return the nodes of a YAML text, None for an empty one; raise `yaml.YAMLError` where it is no YAML."""
    builder = _Builder(report)
    next_event: Callable[[], Any] = _Loader(text).get_event
    try:
        while type(event := next_event()) is not StreamEndEvent:
            builder.take(event)
    except _EndOfReadingError:
        pass
    return builder.root


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
