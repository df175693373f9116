"""Nodes are what a YAML file is made of: text, maps and lists, with the positions of what they hold."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias


class Mark(NamedTuple):
    """A position in a file, line and column both from 1."""

    line: int
    col: int


class NodeMap(dict[str, "Node"]):
    """A map in the order it was typed.

    Attributes:
        at: where the map begins.
        flow: whether it was typed in braces.
        marks: for each key, where the key and where its value stand.
        damaged: whether an entry was refused, so that what is missing may have been there.

    """

    __slots__ = ("at", "damaged", "flow", "marks")

    def __init__(self, at: Mark, *, flow: bool) -> None:
        self.at = at
        self.flow = flow
        self.damaged = False
        self.marks: dict[str, tuple[Mark, Mark]] = {}


class NodeList(list["Node"]):
    """A list in the order it was typed; `at`, `flow` and `marks` as in a map, with one mark for each value."""

    __slots__ = ("at", "flow", "marks")

    def __init__(self, at: Mark, *, flow: bool) -> None:
        self.at = at
        self.flow = flow
        self.marks: list[Mark] = []


class Refused:
    """A value that was refused while reading; its problem is reported already, so that nobody reports it again."""

    __slots__ = ()


REFUSED: Final = Refused()

Node: TypeAlias = str | NodeMap | NodeList | Refused
