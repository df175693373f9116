"""The host's rule book for values: years, dates, money, numbers, percentages and lengths of time, never fuzzed."""

import re
from collections.abc import Callable

from .comparison import compared
from .expected import Expects, Judgement, Verdict, accept, prompt, reject
from .lexicon import ABOUT, NEGATIONS, NONE_AT_ALL, QUALIFIERS
from .normal import words
from .quantity import lexemes
from .reply import passes, sure
from .trimmings import part, unitless
from .value_sheet import ValueSheet
from .values import value_of
from .wording import hard_parts, parts

ValueRule = Callable[[ValueSheet, str], Judgement | None]

_RANGE = re.compile(
    r"\d\s*(?:-|~|\.\.+|to|through|until)\s*[€$£¥+-]?\d|\bbetween\b|\bentre\b|\bfrom\b.*\bto\b"
    r"|\w\s+(?:to|through|until)\s+\w"
)
_OR = re.compile(r"\bor\b|\bou\b|[;|]")
_IT_IS = re.compile(r"^(?:(?:it|that|there|he|she)'s|they're)\b")
_VAGUE = frozenset({Expects.YEAR, Expects.DATE})


def exact(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Accept a listed wording as it stands."""
    text = sheet.folds.get(fold)
    return None if text is None else accept("exact", text, "That is the answer.")


def empty(_: ValueSheet, fold: str) -> Judgement | None:
    """Reject silence."""
    return None if words(fold) else reject("empty", "There is no answer to judge.")


def none_at_all(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Accept "none" for zero."""
    if fold.strip(" .!") in NONE_AT_ALL and value_of(sheet.expected.expects, sheet.expected.answer) == 0:
        return accept("same-value", sheet.expected.answer, "None is zero.")
    return None


def given_up(_: ValueSheet, fold: str) -> Judgement | None:
    """Reject "pass" and "I don't know"."""
    return reject("pass", "You passed.") if passes(fold) else None


def refused(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Reject a value that the author ruled out."""
    if sheet.refused and {fold, value_of(sheet.expected.expects, fold)} & sheet.refused:
        return reject("refused", "The author lists this as wrong.")
    return None


def too_broad(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Prompt for a value that the author lists as too broad."""
    if sheet.broad and {fold, value_of(sheet.expected.expects, fold)} & sheet.broad:
        return prompt("too-broad", fold, "That is right but too broad; be more precise.")
    return None


def out_of(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Judge "4 out of 5" and "4/5" as 4 when the question says "out of five"."""
    counted = part(sheet.wholes, fold)
    if counted is None:
        return None
    if not words(counted):
        return reject("question-words", "The question says that already.")
    return _first_of(SURE_RULES, sheet, counted)


def with_unit(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Judge "4 km/h" as 4 when km/h is the question's unit."""
    bare = unitless(sheet.unit_form, fold)
    return None if bare is None else _first_of(SURE_RULES, sheet, bare)


def negation(_: ValueSheet, fold: str) -> Judgement | None:
    """Reject an answer that says what it is not."""
    word = next((word for word in words(fold) if word in NEGATIONS or "n't" in fold), "")
    return reject("negation", f"“{word}” says what it is not; say what it is.") if word else None


def unsure(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Prompt for a right answer said with "maybe", and for a year or day said with "around"."""
    without = sure(fold)
    if sheet.expected.expects in _VAGUE:
        without = " ".join(word for word in without.split() if word not in ABOUT)
    if without == fold:
        return None
    judged = _first_of(SURE_RULES, sheet, without)
    if judged.verdict is Verdict.ACCEPT:
        return prompt("unsure", judged.matched, "Is that your answer? Say it without “maybe” or “about”.")
    return judged


def qualified(_: ValueSheet, fold: str) -> Judgement | None:
    """Reject "more than 9" and the like: they say another value."""
    said = next((word for word in lexemes(fold) if word in QUALIFIERS or word in "<>≤≥≠"), "")
    return reject("qualified", f"“{said}” makes it another value.") if said else None


def value_range(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Reject a range: it is several answers."""
    if _RANGE.search(fold) and compared(sheet, fold) is None:
        return reject("range", "Give one value, not a range.")
    return None


def hard_list(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Judge each side of "or", a semicolon or a question mark; all must be right."""
    pieces = hard_parts(fold)
    if len(pieces) > 1 and (_OR.search(fold) or compared(sheet, fold) is None):
        return _all_right(sheet, pieces)
    return None


def same_value(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Compare the value with the keys'."""
    return compared(sheet, fold)


def soft_list(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Judge each part of a list by commas, brackets or "and"; all must be right."""
    pieces = parts(sheet.expected.expects, fold)
    return _all_right(sheet, pieces) if len(pieces) > 1 else None


def _all_right(sheet: ValueSheet, pieces: tuple[str, ...]) -> Judgement:
    if all(decide_value(sheet, piece).verdict is Verdict.ACCEPT for piece in pieces):
        return accept("all-parts-right", sheet.expected.answer, "Every value you gave is right.")
    return reject("several-answers", "Give one answer, not several to choose from.")


SURE_RULES: tuple[ValueRule, ...] = (
    exact,
    empty,
    none_at_all,
    given_up,
    refused,
    too_broad,
    with_unit,
    out_of,
    negation,
    hard_list,
    value_range,
    qualified,
    same_value,
    soft_list,
)
"""A whole response, lists included."""

VALUE_RULES: tuple[ValueRule, ...] = (*SURE_RULES[:3], unsure, *SURE_RULES[3:])
"""The same, "maybe" included."""


def _first_of(rules: tuple[ValueRule, ...], sheet: ValueSheet, fold: str) -> Judgement:
    for rule in rules:
        judged = rule(sheet, fold)
        if judged is not None:
            return judged
    return reject("unreadable", f"That can't be read as a {sheet.expected.expects}.")


def decide_value(sheet: ValueSheet, fold: str) -> Judgement:
    """Judge a folded response by the whole rule book."""
    return _first_of(VALUE_RULES, sheet, _IT_IS.sub("it is", fold))
