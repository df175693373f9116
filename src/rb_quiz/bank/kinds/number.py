"""The kind `number`: a typed number, exact, within a tolerance, or the closer the better.

- kind: number
  ask: How many weeks did filming last?
  answer: 8
  unit: weeks
  tolerance: 1          # or a share of the answer: 5 %
  closeness: 2          # a share for what is nearer than twice as much or half of it
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.answers import Expected, Expects, readable, value_of
from rb_quiz.bank.fields import shown
from rb_quiz.item import Enter, EnterKey

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names


_WORD: Final = re.compile(r"[^\W\d_]+")
_LARGE: Final = frozenset({"hundred", "thousand", "million", "billion", "e"})


@dataclass(frozen=True, slots=True)
class Number:
    """The number as it was typed, its unit, how far off an answer may be, and by which factor to earn a share."""

    answer: str
    unit: str = ""
    tolerance: str = ""
    closeness: str = ""

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        answer = fields.text("answer", "The number, without its unit.", needed=True)
        unit = fields.text("unit", "What is counted, such as weeks.")
        tolerance = fields.text("tolerance", "How far off is still right: a number, or a share such as 5 %.")
        closeness = fields.text("closeness", "By which factor, such as 2, one may be off and still earn a share.")
        if answer and not readable(Expects.NUMBER, answer):
            message = f"expected a number such as 8 or 15.4, found {shown(answer)}; a unit goes under 'unit'"
            fields.report("unreadable-answer", message, "answer")
        elif answer and _has_words(answer):
            message = f"expected a number alone, found {shown(answer)}; write its unit under 'unit', and no more"
            fields.report("unreadable-answer", message, "answer")
        amount = value_of(Expects.NUMBER, tolerance.removesuffix("%").strip()) if tolerance else Fraction(0)
        if not isinstance(amount, Fraction) or amount < 0:
            message = f"expected a tolerance such as 2 or '5 %', found {shown(tolerance)}"
            fields.report("unreadable-answer", message, "tolerance")
        factor = value_of(Expects.NUMBER, closeness) if closeness else Fraction(2)
        number = value_of(Expects.NUMBER, answer)
        if not isinstance(factor, Fraction) or factor <= 1:
            message = f"expected a factor above 1, such as 2, found {shown(closeness)}"
            fields.report("unreadable-answer", message, "closeness")
        elif closeness and isinstance(number, Fraction) and number <= 0:
            message = f"expected an answer above 0 beside 'closeness', found {shown(answer)}; take 'closeness' out"
            fields.report("unreadable-answer", message, "closeness")
        return cls(answer, unit, tolerance, closeness) if fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return the number with its unit."""
        return (f"{self.answer} {self.unit}".strip(),)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return nothing: nothing is offered."""
        return ()

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Enter, EnterKey]:  # noqa: ARG002
        """Return the number to be typed."""
        expected = Expected(
            Expects.NUMBER, self.answer, stem=stem, unit=self.unit, tolerance=self.tolerance, closeness=self.closeness
        )
        return Enter(Expects.NUMBER, self.unit), EnterKey(expected)


def _has_words(answer: str) -> bool:
    """Return whether words stand beside digits, but for those that make a number larger."""
    digits = any(character.isdigit() for character in answer)
    return digits and not _LARGE.issuperset(_WORD.findall(answer.casefold()))
