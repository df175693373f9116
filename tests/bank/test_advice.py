"""Advice: each check finds what it is for, at the question's line, and nothing in what is well written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.bank.advice import ADVICE, advise

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

NAMES = """
names:
  place: [Antibes, {name: Cannes, also: [Cannes-la-Bocca]}, Nice]
  person: [{name: Jacques Audiard, also: [Audiard]}, Michel Audiard]
tables:
  towns: {columns: {town: place, film: title}, rows: [{town: Grasse, film: The Hunt}]}
questions:
"""
PLACE = "  - {kind: text, expects: place, ask: Where is it set?, answer: Antibes"
PERSON = "  - {kind: text, expects: person, ask: Who directed it?, answer: Jacques Audiard"
DATE = "  - {kind: text, expects: date, ask: When was it shown?, answer: 17 May 2012"
BAD = {
    "swallowed-answer": [
        f"{PLACE}, accept: [Cannes]}}",
        f"{PLACE}, accept: [cannes]}}",
        f"{PLACE}, accept: [Cannes-la-Bocca]}}",
        f"{PLACE}, accept: [Grasse]}}",
        f"{PERSON}, accept: [Michel Audiard]}}",
        "  - {kind: text, expects: title, ask: Which film?, answer: The Hunter, accept: [The Hunt]}",
    ],
    "unread-answer": [
        f"{DATE}, accept: [the Thursday]}}",
        f"{DATE}, too-broad: [in spring]}}",
        f"{DATE}, reject: [never]}}",
        "  - {kind: text, expects: year, ask: Which year?, answer: 2012, accept: [the year of the owl]}",
        "  - {kind: text, expects: money, ask: How much?, answer: €15 million, accept: [a fortune]}",
    ],
    "broad-answer": [
        f"{PERSON}, too-broad: [Audiard]}}",
        f"{PERSON}, too-broad: [AUDIARD]}}",
        f"{PERSON}, reject: [audiard]}}",
        "  - {kind: text, expects: place, ask: Which town?, answer: Cannes, too-broad: [Cannes la Bocca]}",
        "  - {kind: text, expects: place, ask: Which town?, answer: Cannes-la-Bocca, reject: [Cannes]}",
    ],
}
GOOD = [
    f"{PLACE}, accept: [Antibes-les-Pins], too-broad: [France], reject: [Nice]}}",
    f"{PERSON}, accept: [Monsieur Audiard], reject: [Michel Audiard]}}",
    f"{DATE}, accept: [17/05/2012], too-broad: [May 2012], reject: [18 May 2012]}}",
    "  - {kind: number, ask: How many weeks?, answer: 8, unit: weeks}",
    "  - {ask: Where?, answer: Cannes, distractors: [Nice, Antibes]}",
    "  - {kind: text, expects: place, ask: Which town is near?, answer: Cannes, accept: [Cannes-la-Bocca]}",
]


@pytest.mark.parametrize(("name", "entry"), [(name, entry) for name, entries in BAD.items() for entry in entries])
def test_a_flaw_is_found_at_its_question(name: str, entry: str, bank_of: Callable[..., Bank]) -> None:
    """Each known flaw is reported under its name, on the line of the question."""
    found = [finding.problem for finding in advise(bank_of(NAMES + entry)) if finding.problem.name == name]

    assert [finding.line for finding in found] == [8]


@pytest.mark.parametrize("entry", GOOD)
def test_what_is_well_written_is_left_alone(entry: str, bank_of: Callable[..., Bank]) -> None:
    """No check speaks of a sound question."""
    assert advise(bank_of(NAMES + entry)) == ()


def test_every_check_has_bad_examples() -> None:
    """The corpus knows each check of the registry, here or in a file of cases."""
    cases = {path.stem for path in (Path(__file__).parent / "advice_cases").glob("*.yaml")}

    assert set(BAD) | cases == set(ADVICE)


def test_the_bundled_bank_follows_its_own_advice(bundled: Bank) -> None:
    """The film's bank needs no advice."""
    assert advise(bundled) == ()


@pytest.mark.parametrize("name", ADVICE)
def test_every_check_explains_itself_by_examples(name: str, bank_of: Callable[..., Bank]) -> None:
    """The bad example of a check has its flaw, and the mended one has none of any check."""
    check = ADVICE[name]

    assert name in {finding.problem.name for finding in advise(bank_of(check.bad))}
    assert [finding.problem.headline for finding in advise(bank_of(check.mended))] == []
    assert check.rule.endswith(".")
    assert check.why.endswith(".")


def test_a_silence_silences_one_check(bank_of: Callable[..., Bank]) -> None:
    """What a question allows is not reported; an allowance that is not needed is."""
    silenced = ADVICE["unread-answer"].bad.replace("]}", "], allow: {unread-answer: it is a joke}}")
    unneeded = ADVICE["unread-answer"].mended.replace("]}", "], allow: {unread-answer: it is a joke}}")

    assert advise(bank_of(silenced)) == ()
    assert [finding.problem.name for finding in advise(bank_of(unneeded))] == ["unused-silence"]
