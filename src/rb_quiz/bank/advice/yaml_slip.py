"""The check `yaml-slip`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.kinds import Text
from rb_quiz.bank.kinds.choice import Choice
from rb_quiz.bank.kinds.multiple import Multiple
from rb_quiz.bank.kinds.number import Number
from rb_quiz.bank.kinds.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

_NOTHING: Final = frozenset({"null", "Null", "NULL", "None", "nil", "NaN", "nan", ".nan"})
_TRUTHS: Final = (frozenset({"yes", "no"}), frozenset({"true", "false"}))
_GROUPED: Final = re.compile(r"[-+]?\d{1,3}(?:_\d{3})+(?:\.\d+)?")
_ZEROS: Final = re.compile(r"0\d+")
_CLOCK: Final = re.compile(r"\d{1,2}:[0-5]\d")
_ESCAPE: Final = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})|\\[\"']")
_DOUBLED: Final = re.compile(r"[^\W\d_]''[^\W\d_]")
_MEASURED: Final = frozenset(
    {Expects.NUMBER, Expects.YEAR, Expects.PERCENT, Expects.MONEY, Expects.DURATION, Expects.DATE}
)
_FEWEST_COMMAS: Final = 2


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question with a text that YAML reads otherwise than people, or that a slip in YAML would leave."""
    for question in bank.everything:
        found = _slip(question)
        if found:
            message, level = found
            yield Flaw(message, question, level)


def _slip(question: Question) -> tuple[str, Level] | None:
    texts = _texts(question)
    for text in (question.ask, *texts):
        sure = _sure(text)
        if sure:
            return f"expected text as players should read it, found {text!r:.100}; {sure}", Level.ERROR
    return _swallowed(question) or _doubtful(question, texts)


def _texts(question: Question) -> tuple[str, ...]:
    """Return all answers and options, listed ones too."""
    form = question.form
    listed = (*form.accept, *form.too_broad, *form.reject) if isinstance(form, Text) else ()
    return (*form.right, *form.wrong, *listed)


def _sure(text: str) -> str:
    """Return how to mend a text that nobody means as it stands, nothing where it may be meant."""
    if text == "~":
        return "that is YAML's word for nothing; write what is meant"
    if _GROUPED.fullmatch(text):
        return f"write {text.replace('_', ',')!r}"
    if _ESCAPE.search(text):
        return "a backslash works between double quotes only; write the character itself"
    if _DOUBLED.search(text):
        return "two apostrophes are one only between single quotes; write one"
    return ""


def _swallowed(question: Question) -> tuple[str, Level] | None:
    """Return that a list without its brackets was read as one text."""
    form = question.form
    lists = {"distractors": form.wrong} if isinstance(form, Choice | Multiple) else {}
    if isinstance(form, Text):
        lists = {"accept": form.accept, "too-broad": form.too_broad, "reject": form.reject}
    own = max(text.count(",") for text in form.right)
    for field, texts in lists.items():
        if len(texts) == 1 and texts[0].count(",") >= max(_FEWEST_COMMAS, own + 1):
            message = f"expected a list under '{field}', found one text {texts[0]!r:.100}; write [ and ] around it"
            return message, Level.ERROR
    return None


def _doubtful(question: Question, texts: tuple[str, ...]) -> tuple[str, Level] | None:
    """Return what may be meant as it stands, and more often is not."""
    form = question.form
    offered = frozenset(text.casefold() for text in (*form.right, *form.wrong))
    if not isinstance(form, TrueFalse) and any(offered <= truths for truths in _TRUTHS):
        return f"expected 'kind: true-false' for a statement, found {form.right[0]!r} as {question.kind}", Level.NOTE
    for text in texts:
        if text in _NOTHING:
            message = f"expected a text, found {text!r}, as programs write nothing; write it out if it is meant"
            return message, Level.NOTE
        if _expects_value(question) and _ZEROS.fullmatch(text):
            return f"expected a number, found {text!r}; write it without the zero, or expect a text", Level.NOTE
    clocks = [text for text in texts if _CLOCK.fullmatch(text)]
    if clocks and isinstance(form, Choice | Multiple) and len(clocks) == 1:
        message = f"expected other times beside {clocks[0]!r}, found none; say what it is, such as 'half past twelve'"
        return message, Level.NOTE
    return None


def _expects_value(question: Question) -> bool:
    form = question.form
    return isinstance(form, Number) or (isinstance(form, Text) and form.expects in _MEASURED)


CHECK: Final = Check(
    name="yaml-slip",
    level=Level.ERROR,
    rule=(
        "A text looks like a slip in YAML: ~ or null, 1_000, a backslash that is no escape, a doubled apostrophe, a "
        "list without brackets; a note where it may be meant: yes and no as options, 017 for a number, one 12:30 alone."
    ),
    why="Files are read as typed, so nothing is changed silently, and what was typed is what players see.",
    bad="""\
questions:
  - {ask: How many metres make a kilometre?, answer: 1_000, distractors: ["100", "500", "2000"]}
""",
    mended="""\
questions:
  - {ask: How many metres make a kilometre?, answer: "1,000", distractors: ["100", "500", "2,000"]}
""",
    look=_look,
)
