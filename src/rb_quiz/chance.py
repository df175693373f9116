"""Chance is the seeded stream from which every draw of a quiz is made.

The stream is our own, because Python promises a stable sequence for `random()` alone and not for `shuffle` or
`sample`. Blocks are SHA-256 digests, so the same key gives the same draw on every Python, on every machine.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERSION = "rbq1"
_BLOCK_BITS = 256

Thing = TypeVar("Thing")


def digest(*parts: str) -> bytes:
    """Return the SHA-256 (32 bytes) of the parts, each UTF-8 with its length before it as 4 bytes, big-endian."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(4, "big"))
        whole.update(data)
    return whole.digest()


class Stream:
    """An endless stream of unbiased whole numbers, fixed by its key.

    Block i is SHA-256(digest("rbq1", *key) followed by i as 8 bytes, big-endian); bits are taken from the top.
    """

    def __init__(self, *key: str) -> None:
        self._root = digest(_VERSION, *key)
        self._next_block = 0
        self._bits = 0
        self._left = 0

    def _take(self, count: int) -> int:
        while self._left < count:
            block = hashlib.sha256(self._root + self._next_block.to_bytes(8, "big")).digest()
            self._next_block += 1
            self._bits = (self._bits << _BLOCK_BITS) | int.from_bytes(block, "big")
            self._left += _BLOCK_BITS
        self._left -= count
        taken = self._bits >> self._left
        self._bits &= (1 << self._left) - 1
        return taken

    def below(self, bound: int) -> int:
        """Return a uniform number in 0..bound-1, by rejection; raise ValueError when bound is under 1."""
        if bound < 1:
            raise ValueError(f"expected a bound of at least 1, found {bound!r}")
        width = (bound - 1).bit_length()
        while True:
            number = self._take(width)
            if number < bound:
                return number

    def shuffled(self, things: Sequence[Thing]) -> tuple[Thing, ...]:
        """Return the things in random order (Fisher and Yates, from the end)."""
        order = list(things)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return tuple(order)

    def sample(self, things: Sequence[Thing], count: int) -> tuple[Thing, ...]:
        """Return `count` different things in random order; raise ValueError when there are fewer."""
        if count > len(things):
            raise ValueError(f"expected at most {len(things)} things to draw, found {count!r}")
        return self.shuffled(things)[:count]
