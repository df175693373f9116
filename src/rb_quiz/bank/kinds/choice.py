"""The kind `choice`: one option is right.

- ask: Who plays Stéphanie?
  answer: Marion Cotillard
  distractors: [Céline Sallette, Corinne Masiero, Léa Seydoux]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Self

from rb_quiz.bank.kinds.options import SHOWN, in_order, refuse_equal
from rb_quiz.item import Choose, ChooseKey, labelled

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names

_STRUCK: Final = 2
"""How many wrong options a 50:50 takes away, where as many and one more are there."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer, and distractors, of which as many are drawn as are shown."""

    fewest: ClassVar[int] = 1
    """How many distractors there must be."""

    answer: str
    distractors: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        answer = fields.text("answer", "The right option.", needed=True)
        distractors = fields.texts("distractors", f"Wrong options, of which {SHOWN - 1} are drawn.", needed=True)
        if 0 < len(distractors) < cls.fewest:
            message = f"expected at least {cls.fewest} distractors, found {len(distractors)}; add another"
            fields.report("too-few-options", message, "distractors")
        refuse_equal(fields, answer=(answer,) if answer else (), distractors=distractors)
        return cls(answer, distractors) if fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return the answer."""
        return (self.answer,)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return the distractors."""
        return self.distractors

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Choose, ChooseKey]:  # noqa: ARG002
        """Return the answer among distractors drawn for it."""
        count = min(SHOWN - 1, len(self.distractors))
        distractors = streams("distractors").sample(self.distractors, count)
        texts = in_order((self.answer, *distractors), streams("options"))
        options = labelled(texts)
        key = tuple(option.id for option in options if option.text == self.answer)
        wrong = [option.id for option in options if option.id not in key]
        struck = streams("struck").sample(wrong, min(_STRUCK, len(wrong) - 1))
        return Choose(options), ChooseKey(key, len(options), struck=struck)
