"""The host's rule book for values: years, dates, money, numbers, percentages and lengths of time, never fuzzed."""

import re
from collections.abc import Callable

from .comparison import compared
from .expected import Expects, Judgement, Verdict, accept, prompt, reject
from .lexicon import ABOUT, NEGATIONS, NONE_AT_ALL, QUALIFIERS
from .normal import folded, words
from .number_words import NUMBER_WORDS, ORDINALS
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
_OPENERS = (
    r"(?:it|that|there|he|she)'s|they're|c'est|it (?:would|must) be|i(?:'d| would) say|i'll go with|i'm sure|well"
    r"|i (?:think|believe|guess|reckon|suppose)(?: that)?|my (?:answer|guess) is|the answer(?: is|:)|final answer"
    r"|la (?:bonne )?reponse(?: est| ?:)|je (?:dirais|crois|pense)(?: que)?|a mon avis|surely|definitely|obviously"
    r"|of course"
)
_QUOTES = r"[\s*_\"“”«»]*"
_SAID_BEFORE = re.compile(rf"^{_QUOTES}(?:(?:{_OPENERS})(?!\w)[\s,:]*)?")
_SAID_AFTER = re.compile(
    r"(?:[\s,]+(?:obviously|of course|for sure|please|final answer|i (?:think|believe|guess)|je crois))?"
    rf"{_QUOTES}$"
)
_JOINED = re.compile(r"[+&]|\b(?:and|et|plus)\b")
_A_RATE = re.compile(
    r"\b(?:an?|per|par|each|every|chaque)\s+(?:day|week|month|year|hour|minute|jour|semaine|mois|an|annee|heure)\b"
)
_DAYS = re.compile(r"(?<=\d)\s*d(?![\w'])")
_WHICH_ONE = re.compile(r"\d(?:st|nd|rd|th|e|er|eme)\b")
_HOW_MANY = re.compile(r"\bhow many\b|\bcombien\b")
_COMMA = re.compile(r"([^\W\d_]+)\s*[,(]\s*([^\W\d_]+)")
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


def rate(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Reject so many a day where the question doesn't ask for that."""
    said = _A_RATE.search(fold)
    asked = folded(f"{sheet.expected.stem} {sheet.expected.unit} {sheet.expected.answer}")
    return (
        reject("qualified", f"“{said.group()}” makes it another value.") if said and said.group() not in asked else None
    )


def which_one(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Ask again where "how many" is answered with "the eighth"."""
    if sheet.expected.expects is not Expects.NUMBER or not _HOW_MANY.search(folded(sheet.expected.stem)):
        return None
    if _WHICH_ONE.search(fold) or any(word in ORDINALS for word in words(fold)):
        return prompt("ordinal", "", "Say how many, not which one.")
    return None


def two_numbers(_: ValueSheet, fold: str) -> Judgement | None:
    """Reject number words with a comma between them, which are two numbers."""
    if any(one in NUMBER_WORDS and other in NUMBER_WORDS for one, other in _COMMA.findall(fold)):
        return reject("several-answers", "Give one answer, not several to choose from.")
    return None


def value_range(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Reject a range: it is several answers."""
    if _RANGE.search(fold) and compared(sheet, fold) is None:
        return reject("range", "Give one value, not a range.")
    return None


def hard_list(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Judge each side of "or", a semicolon or a question mark; all must be right."""
    pieces = hard_parts(fold)
    if len(pieces) > 1 and (_OR.search(fold) or compared(sheet, fold) is None):
        return _all_right(sheet, fold, pieces)
    return None


def same_value(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Compare the value with the keys'."""
    return compared(sheet, fold)


def soft_list(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Judge each part of a list by commas, brackets or "and"; all must be right."""
    pieces = parts(sheet.expected.expects, fold)
    return _all_right(sheet, fold, pieces) if len(pieces) > 1 else None


def _all_right(sheet: ValueSheet, fold: str, pieces: tuple[str, ...]) -> Judgement:
    """Accept when every part is right and none is added to another: 9 and 9 are 18."""
    if not _JOINED.search(fold) and all(decide_value(sheet, piece).verdict is Verdict.ACCEPT for piece in pieces):
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
    rate,
    which_one,
    two_numbers,
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
    listed = exact(sheet, fold)
    if listed is not None:
        return listed
    if sheet.expected.expects is Expects.NUMBER and "d" not in folded(sheet.expected.unit):
        fold = _DAYS.sub(" days", fold)
    judged, heard = _first_of(VALUE_RULES, sheet, fold), _heard(fold)
    if judged.verdict is Verdict.ACCEPT or heard == fold or not words(heard):
        return judged
    return _first_of(VALUE_RULES, sheet, heard)


def _heard(fold: str) -> str:
    """Give a folded reply without "I think it's" before it, "of course" after it, and quotation marks."""
    while (shorter := _SAID_AFTER.sub("", _SAID_BEFORE.sub("", fold, count=1), count=1)) != fold:
        fold = shorter
    return fold
