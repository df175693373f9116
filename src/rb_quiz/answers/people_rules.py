"""The host's rules for people and characters: the surname is enough, a given name must agree."""

from typing import assert_never

from .expected import Expects, Judgement, Verdict, accept, prompt, reject
from .lexicon import LINKS, SMALL_WORDS, SUFFIXES
from .people import Agreement, Name, agreement, agrees
from .reply import Reply
from .sheet import Sheet, Wording, between, slip
from .stems import Words

_NOT_NAMES = (LINKS | SMALL_WORDS) - {"a", "d", "l"}
_BEST_FIRST = (Verdict.ACCEPT, Verdict.PROMPT, Verdict.REJECT)


def full_name(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Judge a typed name by its parts; of several readings the kindest counts."""
    if sheet.expected.expects not in {Expects.PERSON, Expects.CHARACTER}:
        return None
    if any(word in SUFFIXES and word not in sheet.most for word in reply.words[1:]):
        return reject("another-generation", "That is another one of the family.")
    readings = (
        _named(sheet, wording, form) for wording in sheet.wordings for form in dict.fromkeys((reply.short, reply.bare))
    )
    judged = [judgement for judgement in readings if judgement is not None]
    return min(judged, key=lambda one: _BEST_FIRST.index(one.verdict), default=None)


def _named(sheet: Sheet, wording: Wording, typed: Words) -> Judgement | None:
    if not typed:
        return None
    found = agreement(wording.name, typed, lambda word, said: slip(sheet, word, said) is not None)
    match found:
        case Agreement.NONE:
            return None
        case Agreement.SURNAME:
            return _surname(sheet, wording, typed) if wording.name.given else None
        case Agreement.FULL:
            return _full(sheet, wording, typed)
        case Agreement.GIVEN_ALONE:
            return _given(sheet, wording, typed)
        case Agreement.GIVEN_DIFFERS:
            return _another_given(wording, typed)
        case never:
            assert_never(never)


def _another_given(wording: Wording, typed: Words) -> Judgement | None:
    """Reject another given name; a sentence around the surname is no given name."""
    name = wording.name
    if not name.given or len(typed) > len(wording.trimmed) + 1 or _NOT_NAMES & set(typed) - set(name.particles):
        return None
    return reject("given-name-differs", "The given name is another one.")


def _surname(sheet: Sheet, wording: Wording, typed: Words) -> Judgement:
    name = wording.name
    if any(other.surname == name.surname and other.given != name.given for other in sheet.rival_names):
        return prompt("shared-surname", wording.text, "More than one person has that surname; say the given name too.")
    if between(sheet, name.surname, typed[-1]):
        return prompt("between-two-names", "", "That lies between two names; check the spelling.")
    rule = "surname" if sheet.expected.expects is Expects.PERSON else "name-alone"
    return accept(rule, wording.text, "The surname is enough.")


def _full(sheet: Sheet, wording: Wording, typed: Words) -> Judgement:
    name = wording.name
    if not set(name.given) <= set(typed) and any(_fits_as_well(other, name, typed) for other in sheet.rival_names):
        return prompt("shared-surname", wording.text, "More than one person could be meant; say the full name.")
    return accept("full-name", wording.text, f"That names {wording.text}.")


def _fits_as_well(other: Name, name: Name, typed: Words) -> bool:
    if other.surname != name.surname or other.given == name.given or not other.given:
        return False
    given = tuple(word for word in typed if word != name.surname and word not in name.particles)
    return agrees(other.given, given, str.__eq__)


def _given(sheet: Sheet, wording: Wording, typed: Words) -> Judgement:
    """Reject a person's given name alone; any name of a character is enough, unless another one bears it."""
    if sheet.expected.expects is Expects.PERSON or all(len(word) == 1 for word in typed):
        return reject("given-name-alone", "A given name alone is not enough.")
    if any(word in (*other.given, other.surname) for other in sheet.rival_names for word in wording.name.given):
        return prompt("shared-name", wording.text, "More than one goes by that name; say the full name.")
    return accept("name-alone", wording.text, "That name is enough.")
