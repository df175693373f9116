"""Options of a question: no two of them equal, not too many, numbers in ascending order and all else shuffled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from rb_quiz.answers import Expects, value_of
from rb_quiz.bank.fields import shown
from rb_quiz.item.interaction import MOST_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from rb_quiz.bank.fields import Fields
    from rb_quiz.chance import Stream

_AMOUNT: Final = re.compile(r"[\d.,\s]|\b(?:hundred|thousand|million|billion)\b")
"""What of a text says how many, and not of what."""
SHOWN: Final = 4
"""How many options a choice shows when its author wrote more."""


def refuse_equal(fields: Fields, **groups: tuple[str, ...]) -> None:
    """Report every option that is equal to one before it; numbers are equal by value, texts but for case."""
    seen: dict[object, str] = {}
    for key, texts in groups.items():
        for index, text in enumerate(texts):
            value = _value(text)
            if value in seen:
                other = shown(seen[value])
                message = f"expected options that differ, found {shown(text)} equal to {other}; change or remove one"
                fields.report("equal-options", message, key, index)
            seen.setdefault(value, text)


def refuse_many(fields: Fields, key: str, count: int) -> None:
    """Report more options than there are letters to name them."""
    if count > MOST_OPTIONS:
        fields.report("too-many-options", f"expected at most {MOST_OPTIONS} options, found {count}", key)


def in_order(texts: Sequence[str], stream: Stream) -> tuple[str, ...]:
    """Return the texts as they are shown: ascending when all are numbers, else shuffled."""
    values = [_number(text) for text in texts]
    if all(value is not None for value in values):
        return tuple(text for _, text in sorted(zip(values, texts, strict=True)))
    return stream.shuffled(texts)


def _value(text: str) -> object:
    """Return what two options are compared by: a number with its unit, else the words."""
    number, words = _number(text), " ".join(normalize("NFKC", text).casefold().split())
    return words if number is None else (number, _AMOUNT.sub("", words))


def _number(text: str) -> Fraction | None:
    """Return a number's value; a text such as 007 is a name, not a number."""
    if not text[:1].isdigit() or (text[0] == "0" and text[1:2].isdigit()):
        return None
    value = value_of(Expects.NUMBER, text)
    return value if not isinstance(value, str | tuple) else None
