"""Nodes are what a YAML file is made of: text, maps and lists, with the positions of what they hold."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol, TypeAlias


class Mark(NamedTuple):
    """A position in a file, line and column both from 1."""

    line: int
    col: int


class ParserMark(Protocol):
    """A position as the parser hands it out, line and column both from 0; made into a `Mark` only when asked for."""

    line: int
    column: int


class NodeMap(dict[str, "Node"]):
    """A map in the order it was typed.

    Attributes:
        flow: whether it was typed in braces.
        damaged: whether an entry was refused, so that what is missing may have been there.
        parser_marks: for each key, where the key and where its value stand.

    """

    __slots__ = ("_at", "damaged", "flow", "parser_marks")

    def __init__(self, at: ParserMark, *, flow: bool) -> None:
        self._at = at
        self.flow = flow
        self.damaged = False
        self.parser_marks: dict[str, tuple[ParserMark, ParserMark]] = {}

    @property
    def at(self) -> Mark:
        """Return where the map begins."""
        return mark_of(self._at)

    def key_mark(self, key: str) -> Mark:
        """Return where a key stands."""
        return mark_of(self.parser_marks[key][0])

    def value_mark(self, key: str) -> Mark:
        """Return where the value of a key stands."""
        return mark_of(self.parser_marks[key][1])


class NodeList(list["Node"]):
    """A list in the order it was typed; `flow` as in a map, with one mark for each value."""

    __slots__ = ("_at", "flow", "parser_marks")

    def __init__(self, at: ParserMark, *, flow: bool) -> None:
        self._at = at
        self.flow = flow
        self.parser_marks: list[ParserMark] = []

    @property
    def at(self) -> Mark:
        """Return where the list begins."""
        return mark_of(self._at)

    def mark(self, index: int) -> Mark:
        """Return where a value stands."""
        return mark_of(self.parser_marks[index])


def mark_of(mark: ParserMark) -> Mark:
    """Return the parser's position as people count."""
    return Mark(mark.line + 1, mark.column + 1)


class Refused:
    """A value that was refused while reading; its problem is reported already, so that nobody reports it again."""

    __slots__ = ()


REFUSED: Final = Refused()

Node: TypeAlias = str | NodeMap | NodeList | Refused
