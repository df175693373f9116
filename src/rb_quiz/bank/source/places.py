"""Places are where the values of a text begin and end, for whoever writes something in between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the reader's own, so that both agree


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    Attributes:
        start, end: the offsets of its first character and of what follows its last one; a text typed after `|` or `>`
            ends where a line begins, and a list or map without brackets where the next thing does.
        col: how many characters stand before it on its line.
        fields: for a map, the places of each key and of its value.
        items: for a list, the places of what it holds.

    """

    start: int
    end: int
    col: int
    fields: Mapping[str, tuple[Place, Place]] = field(default_factory=dict)
    items: tuple[Place, ...] = ()


def places(text: str) -> Place:
    """Return the place of all that a text holds, which must be one that can be read without a problem."""
    return _place(yaml.compose(text, _LOADER))


def _place(node: Any) -> Place:
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.MappingNode):
        fields = {key.value: (_place(key), _place(value)) for key, value in node.value}
        return Place(start.index, end.index, start.column, fields)
    items = tuple(map(_place, node.value)) if isinstance(node, yaml.SequenceNode) else ()
    return Place(start.index, end.index, start.column, items=items)
