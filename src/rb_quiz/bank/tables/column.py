"""A column has a name, a type and perhaps a unit; its cells stay text and are compared as values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rb_quiz.answers import Expects, normal, value_of

if TYPE_CHECKING:
    from rb_quiz.bank.names import Names

Value: TypeAlias = object
"""What two cells are compared by; only ever hashed and compared, never shown."""

MEASURED: Final = frozenset(
    {Expects.YEAR, Expects.DATE, Expects.MONEY, Expects.NUMBER, Expects.PERCENT, Expects.DURATION}
)
"""The types whose cells are read as values; the cells of all others are names or texts."""

_MONTHS: Final = 12
_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    expects: Expects
    unit: str = ""

    @property
    def measured(self) -> bool:
        """Return whether the cells are years, dates, amounts and the like."""
        return self.expects in MEASURED

    @property
    def partial(self) -> bool:
        """Return whether a value may say less than another that is as true: May 2012, and 17 May 2012."""
        return self.expects is Expects.DATE

    def agree(self, one: Value, other: Value) -> bool:
        """Return whether two values can both be true: equal, or dates of which one only says less."""
        if one == other:
            return True
        if not self.partial or not isinstance(one, tuple) or not isinstance(other, tuple):
            return False
        return all(first == second or not first or not second for first, second in zip(one, other, strict=True))

    def span(self, value: Value) -> tuple[str, Any, Any] | None:
        """Return a value's scale, least and greatest, for putting in order; None for what has no order."""
        if isinstance(value, int | Fraction):
            return "", value, value
        if self.expects is Expects.MONEY and isinstance(value, tuple):
            return str(value[0]), value[1], value[1]
        if self.expects is Expects.DATE and isinstance(value, tuple) and value[0]:
            year, month, day = value
            return "", (year, month or 1, day or 1), (year, month or _MONTHS, day or _DAYS)
        return None

    def value(self, text: str, names: Names) -> Value:
        """Return what a cell is compared by, None for one that can't be read as this type.

        1,000 equals 1000, 17/05/2012 equals 17 May 2012, and an alias equals its name.
        """
        if not self.measured:
            return normal(names.canonical(self.expects, text)) or text
        if text.isascii() and text.isdigit() and self.expects in (Expects.NUMBER, Expects.YEAR):
            return int(text)
        return value_of(self.expects, text)
