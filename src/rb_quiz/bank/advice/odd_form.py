"""The check `odd-form`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.forms import FORMS
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.multiple import Multiple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.names import Names

_FEWEST: Final = 3


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question of which one option alone looks different."""
    for question in bank.everything:
        if not isinstance(question.form, Choice | Multiple):
            continue
        right = question.form.right
        odd = _odd(bank.names, (*right, *question.form.wrong))
        if odd:
            text, form = odd
            role = "the answer" if text in right else "a distractor"
            message = (
                f"expected all options to have one form, found that {role} {text!r} alone {form}; write them alike"
            )
            yield Flaw(message, question)


def _odd(names: Names, texts: Sequence[str]) -> tuple[str, str] | None:
    """Return the option that alone has some form or lacks it, with that form in words."""
    if len(texts) < _FEWEST:
        return None
    for form in FORMS:
        seen: dict[object, list[str]] = {}
        for text in texts:
            seen.setdefault(form.of(text), []).append(text)
        if len(seen) != 2 or None in seen:  # noqa: PLR2004 - what one has and all others have
            continue
        for value, having in seen.items():
            rest = [text for text in texts if text not in having]
            if len(having) == 1 and not form.excused(names, having[0], rest):
                return having[0], form.words(value)
    return None


CHECK: Final = Check(
    name="odd-form",
    level=Level.ERROR,
    rule=(
        "One option alone has, or lacks, what all others share: a capital, digits, a unit, quotation marks, a full "
        "stop, decimals, or the way its date is written."
    ),
    why="What looks different draws the eye: players pick it, or rule it out, without knowing the answer.",
    bad="""\
questions:
  - {ask: What are clouds made of?, answer: Water and ice., distractors: [Wool and dust, Smoke and ash, Salt and sand]}
""",
    mended="""\
questions:
  - {ask: What are clouds made of?, answer: Water and ice, distractors: [Wool and dust, Smoke and ash, Salt and sand]}
""",
    look=_look,
)
