"""The host's rule book for names, titles and texts: each rule decides or stays silent, in the order below."""

import re
from collections.abc import Callable
from itertools import permutations

from .expected import Expects, Judgement, Verdict, accept, prompt, reject
from .first_rules import empty, exact, given_up, negation, refused, repetition, too_broad
from .lexicon import CARRIERS, ROLES, SMALL_WORDS, TITLE_NOUNS
from .likeness_rules import (
    another_name,
    in_digits,
    incomplete,
    misspelt,
    no_match,
    plural,
    question_words,
    same_words,
    small_words,
    spacing,
    within_broader,
)
from .people_rules import full_name
from .reply import Reply, reply_of, sure
from .sheet import Sheet
from .wording import hard_parts, spoken

Rule = Callable[[Sheet, Reply], Judgement | None]
_MEMBERS = 5
_SURNAME_FIRST = re.compile(r"[^,()/;]+(?:,|\()[^,()/;]+\)?")


def unsure(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Prompt for a right answer said with "maybe"."""
    without = sure(reply.fold)
    if without == reply.fold or any(sure(fold) != fold for fold in sheet.folds):
        return None
    judged = first_of(SURE_RULES, sheet, reply_of(sheet, without))
    if judged.verdict is Verdict.ACCEPT:
        return prompt("unsure", judged.matched, "Is that your answer? Say it without “maybe”.")
    return judged


def surname_first(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept "Cotillard, Marion" and "Cotillard (Marion)"."""
    if sheet.expected.expects is Expects.PERSON and _SURNAME_FIRST.fullmatch(reply.fold):
        if spoken(reply.words) != reply.words:
            return None
        judged = full_name(sheet, reply)
        return judged if judged is not None and judged.verdict is Verdict.ACCEPT else None
    return None


def joined_key(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept all parts of a joined key in any order, and prompt for one alone."""
    members = sheet.members
    if not members or len(members) > _MEMBERS or " or " in f" {reply.fold} " or " ou " in f" {reply.fold} ":
        return None
    if len(reply.parts) == len(members):
        table = [[decide(member, part).verdict is Verdict.ACCEPT for part in reply.parts] for member in members]
        if any(all(row[n] for row, n in zip(table, order, strict=True)) for order in permutations(range(len(members)))):
            return accept("all-parts-right", sheet.expected.answer, "All parts are right.")
    elif len(reply.parts) == 1:
        for member in members:
            judged = decide(member, reply.fold)
            if judged.verdict is Verdict.ACCEPT:
                return prompt("incomplete", judged.matched, "That is one part of the answer; say all of it.")
    return None


def several(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept a list only when every part of it is right; "or" is no way to be right twice."""
    if len(reply.parts) <= 1:
        return None
    if len(reply.parts) in sheet.joints:
        whole = first_of(PART_RULES, sheet, reply)
        if whole.verdict is Verdict.ACCEPT:
            return whole
    judged: list[Judgement] = []
    hedged = len(hard_parts(reply.fold)) > 1
    for part in reply.parts:
        piece = reply_of(sheet, part)
        if not hedged and (_says_nothing(piece) or (judged and too_broad(sheet, piece))):
            continue
        judged.append(first_of(PART_RULES, sheet, piece))
        if judged[-1].verdict is not Verdict.ACCEPT:
            break
    if not judged or judged[-1].verdict is not Verdict.ACCEPT:
        return reject("several-answers", "Give one answer, not several to choose from.")
    if len(judged) > 1:
        return accept("all-parts-right", judged[0].matched, "Every name you gave is right.")
    one = judged[0]
    return accept("same-words", one.matched, "The answer stands in what you said.") if one.rule == "exact" else one


def _says_nothing(piece: Reply) -> bool:
    if not spoken(piece.words) or not piece.bare:
        return True
    return all(word in ROLES | TITLE_NOUNS | SMALL_WORDS | CARRIERS for word in piece.words)


PART_RULES: tuple[Rule, ...] = (
    exact,
    empty,
    refused,
    negation,
    too_broad,
    same_words,
    within_broader,
    question_words,
    another_name,
    spacing,
    in_digits,
    plural,
    small_words,
    full_name,
    misspelt,
    incomplete,
)
"""One answer by itself."""

SURE_RULES: tuple[Rule, ...] = (
    exact,
    empty,
    given_up,
    refused,
    negation,
    repetition,
    too_broad,
    surname_first,
    joined_key,
    several,
    *PART_RULES,
)
"""A whole response, lists included."""

NAME_RULES: tuple[Rule, ...] = (*SURE_RULES[:3], unsure, *SURE_RULES[3:])
"""The same, "maybe" included."""


def first_of(rules: tuple[Rule, ...], sheet: Sheet, reply: Reply) -> Judgement:
    """Give the judgement of the first rule that decides."""
    for rule in rules:
        judged = rule(sheet, reply)
        if judged is not None:
            return judged
    return no_match(sheet, reply)


def decide(sheet: Sheet, fold: str) -> Judgement:
    """Judge a folded response by the whole rule book."""
    return first_of(NAME_RULES, sheet, reply_of(sheet, fold))
