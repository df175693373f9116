"""Distractors of a generated question: proved false, of the key's own form, as alike to it as the difficulty asks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from rb_quiz.answers import normal
from rb_quiz.bank.ladder import rungs
from rb_quiz.bank.likeness import band, features, ranked
from rb_quiz.bank.names import NAMED
from rb_quiz.bank.proof import prove_wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.proof import Binding
    from rb_quiz.bank.tables import Table
    from rb_quiz.chance import Stream
    from rb_quiz.item import Difficulty, Proof

FEWEST: Final = 2
_MOST: Final = 3
_POOL: Final = 48
_SHORT_WORD: Final = 3
_MOST_SETS: Final = 12
_MOST_KNOWN: Final = 1 << 14
_QUOTES: Final = re.compile("[\"\u201c\u201d\u00ab\u00bb]|(?<!\\w)['\u2018\u2019]|['\u2018\u2019](?!\\w)")


def wrong_values(
    binding: Binding, column: int, keys: Sequence[str], difficulty: Difficulty, streams: Streams, count: int = _MOST
) -> tuple[Proof, ...]:
    """Return proofs for up to `count` distractors that go with the keys; fewer than two where two can't be found."""
    stream = streams("distractors")
    table = binding.table
    if table.columns[column].measured:
        made = _on_ladder(binding, column, keys[0], difficulty, streams, count)
        if len(made) >= FEWEST:
            return made
    chosen: list[str] = []
    for pool in _own, _further:
        fitting, alike = _ranked(binding, column, tuple(keys), pool, stream)
        if not fitting:
            continue
        near = [fitting[place] for place in band(alike, difficulty, count, stream)]
        rest = [text for text in fitting if text not in near]
        order = stream.shuffled(near) if len(keys) == 1 else _as_often_as_right(binding, column, near, stream)
        for text in (*order, *stream.shuffled(rest)):
            if len(chosen) < count and not any(_twins(text, other) for other in chosen):
                chosen.append(text)
        if len(chosen) >= min(FEWEST, count):
            break  # what never is a key would give itself away: it serves only where rows don't
    proofs = [_proof(binding, column, text) for text in chosen]
    return tuple(proof for proof in proofs if proof is not None)


def _ranked(
    binding: Binding,
    column: int,
    keys: tuple[str, ...],
    pool: Callable[[Table, int, Stream], list[str]],
    stream: Stream,
) -> tuple[list[str], list[float]]:
    """Return what of a pool goes with the keys and is proved false, and how alike it is to the first of them.

    It is the same for the same stem, so it is kept, unless the pool is a sample.
    """
    table = binding.table
    place = (binding.columns, binding.accepted, column, keys, pool is _own)
    if place in table.memory:
        return cast("tuple[list[str], list[float]]", table.memory[place])
    fitting = _fitting(binding, column, keys, pool(table, column, stream))
    hidden = frozenset(binding.columns)
    key = features(table, column, hidden, keys[0])
    found = fitting, ranked(key, [features(table, column, hidden, text) for text in fitting])
    if len(table.texts(column)) <= _POOL:
        table.memory[place] = found
    return found


def _proof(binding: Binding, column: int, text: str) -> Proof | None:
    place = (binding.columns, binding.accepted, column, text)
    memory = binding.table.memory
    if len(binding.table.texts(column)) > _POOL:
        return prove_wrong(binding, column, text)
    if place not in memory:
        memory[place] = prove_wrong(binding, column, text)
    return cast("Proof | None", memory[place])


def _as_often_as_right(binding: Binding, column: int, texts: Sequence[str], stream: Stream) -> Iterator[str]:
    """Yield the texts by chance, first those that are often right for other sets, so that it tells nothing how often.

    A value is shown as right in each of its sets of two or more, and in a large set more seldom.
    """
    table = binding.table
    sets = table.index(binding.columns)
    weights = []
    for text in texts:
        rows = table.index((column,)).get((table.value(column, text),), ())[:_MOST_SETS]
        sizes = [len(sets.get(table.binding(row, binding.columns), ())) for row in rows]
        weights.append(sum(_MOST_SETS * _MOST // max(_MOST, size) for size in sizes if size >= FEWEST))
    left = list(zip(texts, weights, strict=True))
    while left:
        total = sum(weight for _, weight in left)
        ticket = stream.below(total or len(left))
        place = ticket if not total else _place_of(ticket, [weight for _, weight in left])
        yield left.pop(place)[0]


def _place_of(ticket: int, weights: Sequence[int]) -> int:
    for place, weight in enumerate(weights):
        ticket -= weight
        if ticket < 0:
            return place
    raise AssertionError("a ticket is less than the sum of the weights")


def _on_ladder(
    binding: Binding, column: int, key: str, difficulty: Difficulty, streams: Streams, count: int
) -> tuple[Proof, ...]:
    expects = binding.table.columns[column].expects
    texts = rungs(key, expects, difficulty, count, streams("gaps"))
    proofs = [prove_wrong(binding, column, text) for text in texts]
    sound = [proof for proof in proofs if proof is not None]
    return tuple(sound) if len(sound) == len(proofs) else ()


def _own(table: Table, column: int, stream: Stream) -> list[str]:
    """Return the values of the column's own rows, some of them where there are very many."""
    own = table.texts(column)
    return own if len(own) <= _POOL else list(dict.fromkeys(own[stream.below(len(own))] for _ in range(_POOL)))


def _further(table: Table, column: int, stream: Stream) -> list[str]:  # noqa: ARG001 - a pool like the other
    """Return what else there is: the author's decoys, and what the bank knows of the same sort."""
    expects = table.columns[column].expects
    known = [entry.name for entry in table.names.entries if entry.expects is expects and expects in NAMED]
    return [*table.decoys.get(column, ()), *known]


def _fitting(binding: Binding, column: int, keys: Sequence[str], pool: Iterable[str]) -> list[str]:
    table = binding.table
    shapes = {_shape(key) for key in keys}
    return [
        text
        for text in pool
        if _shape(text) in shapes
        and not any(_twins(text, key) for key in keys)
        and binding.refute(column, table.value(column, text)) is not None
    ]


@lru_cache(_MOST_KNOWN)
def _shape(text: str) -> tuple[object, ...]:
    """Return the form of a text: how it begins, whether it holds digits or quotes, how it ends."""
    first = text[0]
    begins = "upper" if first.isupper() else "lower" if first.islower() else "digit" if first.isdigit() else "other"
    return (
        begins,
        any(character.isdigit() for character in text),
        bool(_QUOTES.search(text)),
        text[-1] in ".!?",
    )


def _twins(one: str, other: str) -> bool:
    """Return whether two texts could be taken for one another: one's words are all among the other's."""
    first, second = _words(one), _words(other)
    return first <= second or second <= first


@lru_cache(_MOST_KNOWN)
def _words(text: str) -> frozenset[str]:
    return frozenset(normal(text).split())


def tells_itself(stem: str, key: str, others: Iterable[str]) -> bool:
    """Return whether a key shares a word with the stem that no distractor shares (the clang cue)."""
    asked = {word for word in normal(stem).split() if len(word) > _SHORT_WORD}
    shared = asked & _words(key)
    return bool(shared) and not any(asked & _words(other) for other in others)
