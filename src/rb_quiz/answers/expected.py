"""What a question expects, what a typed answer is worth, and why: the values that cross this room's door."""

from dataclasses import dataclass
from enum import StrEnum


class Expects(StrEnum):
    """The sort of answer a question asks for; it decides how a response is read."""

    TEXT = "text"
    PERSON = "person"
    CHARACTER = "character"
    PLACE = "place"
    TITLE = "title"
    YEAR = "year"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"
    DURATION = "duration"


NAMES = frozenset({Expects.TEXT, Expects.PERSON, Expects.CHARACTER, Expects.PLACE, Expects.TITLE})


@dataclass(frozen=True, slots=True)
class Expected:
    """All that is needed to judge one typed answer; it travels inside a saved quiz.

    `rivals` are the names, aliases included, of other known entities: they are never forgiven as a slip, and a
    surname shared with one of them prompts. `tolerance` is '' (exact), '0.5' (absolute) or '5 %' (of the answer);
    `closeness` is '' or the factor by which a number may be off and still earn a share.
    """

    expects: Expects
    answer: str
    accept: tuple[str, ...] = ()
    too_broad: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    stem: str = ""
    unit: str = ""
    tolerance: str = ""
    closeness: str = ""


class Verdict(StrEnum):
    """What the host says: right, "be more precise", or wrong."""

    ACCEPT = "accept"
    PROMPT = "prompt"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the rule that decided it, the wording it matched, and a sentence for the player."""

    verdict: Verdict
    rule: str
    matched: str = ""
    why: str = ""


def accept(rule: str, matched: str, why: str) -> Judgement:
    """Say that the response is right."""
    return Judgement(Verdict.ACCEPT, rule, matched, why)


def prompt(rule: str, matched: str, why: str) -> Judgement:
    """Ask the player to be more precise."""
    return Judgement(Verdict.PROMPT, rule, matched, why)


def reject(rule: str, why: str) -> Judgement:
    """Say that the response is wrong."""
    return Judgement(Verdict.REJECT, rule, "", why)
