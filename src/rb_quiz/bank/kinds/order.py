"""The kind `order`: put things in their order.

- kind: order
  ask: Put these releases in order, earliest first.
  order: [France, the United Kingdom, the United States]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.bank.kinds.options import refuse_equal, refuse_many
from rb_quiz.item import Arrange, ArrangeKey, labelled

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names

_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Order:
    """The things in their right order."""

    order: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        order = fields.texts("order", "The things in their right order.", needed=True)
        if order and len(order) < _FEWEST:
            fields.report("too-few-options", f"expected at least {_FEWEST} things to put in order, found one", "order")
        refuse_equal(fields, order=order)
        refuse_many(fields, "order", len(order))
        return cls(order) if fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return the things in their right order."""
        return self.order

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return nothing: all that is offered is part of the answer."""
        return ()

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Arrange, ArrangeKey]:  # noqa: ARG002
        """Return the things shuffled; every order is as likely, the right one too, so that none can be ruled out."""
        shown = streams("options").shuffled(self.order)
        options = labelled(shown)
        return Arrange(options), ArrangeKey(tuple(options[shown.index(text)].id for text in self.order))
