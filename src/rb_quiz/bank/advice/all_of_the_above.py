"""The check `all-of-the-above`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import every
from rb_quiz.bank.kinds.match import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

_SOME: Final = r"(?:all|none|both|neither|either|any|each|some|two|three|most|more than one|one|not one)"
_THESE: Final = (
    r"(?:above|below|these|those|them|options?|answers?|choices?|alternatives|(?:the )?(?:above|previous|preceding|"
    r"other|others|aforementioned|rest|other)(?: (?:options?|answers?|choices|ones?|three|two|four))?)"
)
_ABOVE: Final = re.compile(rf"{_SOME}(?: of)? (?:the )?{_THESE}(?: is| are)?(?: true| right| correct| wrong| false)?")
_LABEL: Final = r"(?:[a-f]|[1-6]|i{1,3}|iv)"
_LABELS: Final = re.compile(
    rf"(?:(?P<lead>only|both|either|neither|all of|options?|answers?) )*{_LABEL}(?: (?:and|or|nor) {_LABEL}"
    rf"|(?: {_LABEL})+ (?:and|or|nor) {_LABEL})(?P<only> only| both)?|(?:options?|answers?) {_LABEL}"
)
_SINGLE: Final = re.compile(r"(?:only [a-f]|[a-f] only|(?:i|ii|iii|iv|[1-6]) only)")
_COUNTS: Final = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?<![\w.])\(?1[.):]")
_CAPITALS: Final = re.compile(r"\b(?:[A-F]|I{1,3}|IV|[1-6])\b")


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each option that speaks of the other options."""
    for question in every(bank):
        for text in _options(question):
            if _speaks_of_others(text, question.ask):
                message = (
                    f"expected options that stand for themselves, found {text!r}, which speaks of the others; "
                    "take it out, or use the kind 'multiple'"
                )
                yield Flaw(message, question)


def _options(question: Question) -> Iterator[str]:
    """Yield the texts that are shown beside each other."""
    if isinstance(question.form, Match):
        yield from (right for _, right in question.form.pairs)
    elif question.kind not in {"text", "number", "true-false"}:
        yield from question.form.right
    yield from question.form.wrong


def _speaks_of_others(text: str, stem: str) -> bool:
    plain = normal(text)
    if _ABOVE.fullmatch(plain) and not _COUNTS.search(stem):
        return True
    if _SINGLE.fullmatch(plain):
        return True
    found = _LABELS.fullmatch(plain)
    if found is None or not _CAPITALS.search(text):
        return False
    labelled = found["lead"] or found["only"] or plain[0] not in "123456"
    return bool(labelled or _NUMBERED.search(stem))


CHECK: Final = Check(
    name="all-of-the-above",
    level=Level.ERROR,
    rule="An option speaks of other options: all or none of the above, both A and B, A and C only.",
    why="Options are shuffled, so that nothing is above; and who knows two of them, or one wrong one, has the answer.",
    bad="""\
questions:
  - {ask: Which of them swims?, answer: All of the above, distractors: [Anna, Sam, Louise]}
""",
    mended="""\
questions:
  - {kind: multiple, ask: Which of them swim?, answers: [Anna, Sam], distractors: [Louise, Simon]}
""",
    look=_look,
)
