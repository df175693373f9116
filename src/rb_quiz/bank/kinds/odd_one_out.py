"""The kind `odd-one-out`: all options but one belong together; the feedback says what they share.

- kind: odd-one-out
  ask: Three of these play in the film. Who doesn't?
  answer: Léa Seydoux
  distractors: [Marion Cotillard, Bouli Lanners, Céline Sallette]
  feedback: The other three are Stéphanie, Martial and Louise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rb_quiz.bank.kinds.choice import Choice


@dataclass(frozen=True, slots=True)
class OddOneOut(Choice):
    """The odd one as the answer, and at least two that belong together as distractors."""

    fewest: ClassVar[int] = 2
