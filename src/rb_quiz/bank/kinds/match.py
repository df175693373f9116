"""The kind `match`: give each thing on the left its partner on the right, one to one.

- kind: match
  ask: Who plays whom?
  pairs:
    Marion Cotillard: Stéphanie
    Armand Verdure: Sam
  distractors: [Anna]           # right-hand sides that belong to nobody
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.bank.kinds.options import in_order, refuse_equal, refuse_many
from rb_quiz.bank.source import NodeList
from rb_quiz.item import Pair, PairKey, labelled

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names

_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Match:
    """The pairs, left and right, and right-hand sides that belong to nobody."""

    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...] = ()

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        pairs = _read_pairs(fields)
        distractors = fields.texts("distractors", "Right-hand sides that belong to nobody.")
        if fields.sound and len(pairs) < _FEWEST:
            fields.report("too-few-options", f"expected at least {_FEWEST} pairs, found {len(pairs)}", "pairs")
        refuse_equal(fields, pairs=tuple(left for left, _ in pairs))
        refuse_equal(fields, pairs=tuple(right for _, right in pairs), distractors=distractors)
        refuse_many(fields, "pairs", len(pairs) + len(distractors))
        return cls(pairs, distractors) if fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return each pair in words."""
        return tuple(f"{left} = {right}" for left, right in self.pairs)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return the right-hand sides that belong to nobody."""
        return self.distractors

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Pair, PairKey]:  # noqa: ARG002
        """Return the left sides numbered and the right sides lettered, each in an order of its own."""
        lefts = streams("prompts").shuffled([left for left, _ in self.pairs])
        rights = in_order([*(right for _, right in self.pairs), *self.distractors], streams("options"))
        prompts, options = labelled(lefts), labelled(rights, letters=True)
        partner = dict(self.pairs)
        pairs = tuple(prompt.id + options[rights.index(partner[prompt.text])].id for prompt in prompts)
        return Pair(prompts, options), PairKey(pairs, len(options))


def _read_pairs(fields: Fields) -> tuple[tuple[str, str], ...]:
    example, says = "Marion Cotillard: Stéphanie", "What goes with what: left with right, or a list of [left, right]."
    if isinstance(fields.node.get("pairs"), NodeList):
        return fields.pairs("pairs", "[Marion Cotillard, Stéphanie]", says)
    pairs = fields.map("pairs", example, says)
    if pairs is None:
        if "pairs" not in fields.node:
            fields.miss("pairs", f"{{{example}}}")
        return ()
    return tuple((left, pairs.text(left, "Its partner on the right.")) for left in pairs.node)
