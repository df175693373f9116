"""The kind `multiple`: choose all options that apply.

- kind: multiple
  ask: Which of these won a César for the film?
  answers: [Matthias Schoenaerts, Alexandre Desplat, Juliette Welfling]
  distractors: [Marion Cotillard, Bouli Lanners]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.bank.kinds.options import in_order, refuse_equal, refuse_many
from rb_quiz.item import Choose, ChooseKey, labelled

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names

_SHOWN: Final = 6
_FEWEST_WRONG: Final = 2


@dataclass(frozen=True, slots=True)
class Multiple:
    """All answers that are right, and distractors, of which some are drawn."""

    answers: tuple[str, ...]
    distractors: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        answers = fields.texts("answers", "All options that are right.", needed=True)
        distractors = fields.texts("distractors", "Wrong options, of which some are drawn.", needed=True)
        refuse_equal(fields, answers=answers, distractors=distractors)
        refuse_many(fields, "answers", len(answers) + min(_FEWEST_WRONG, len(distractors)))
        return cls(answers, distractors) if fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return all answers."""
        return self.answers

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return the distractors."""
        return self.distractors

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Choose, ChooseKey]:  # noqa: ARG002
        """Return all answers among enough distractors to show six options, or two distractors where more are right."""
        count = min(max(_SHOWN - len(self.answers), _FEWEST_WRONG), len(self.distractors))
        distractors = streams("distractors").sample(self.distractors, count)
        options = labelled(in_order((*self.answers, *distractors), streams("options")))
        right = tuple(option.id for option in options if option.text in self.answers)
        return Choose(options, 1, len(options)), ChooseKey(right, len(options), len(options))
