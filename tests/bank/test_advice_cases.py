"""Cases of each check: a bank in which a comment on its line says how bad each flaw is, and all else is sound."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rb_quiz.bank import load, survey
from rb_quiz.bank.advice import ADVICE, advise
from rb_quiz.bank.advice.advising import advised

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

CASES = sorted((Path(__file__).parent / "advice_cases").glob("*.yaml"))
LEVEL = re.compile(r"# (error|warning|note)$")
FEWEST = 5
PIECES = (
    "a an A never NOT n't \" I ' \u2018x \u201cy\u201d ____ 8 11, 1,000 \u00bd 10-20 3-1 may May 17/05/2012 %, all "
    "of the above who is are which two \u0661 \ufb01 \u00df \u0130 \U0001f600 Ali's and or ** X-ray -s "
    "\u00b2 \u0301 \u200b"
)
ODD = st.one_of(
    st.text(min_size=1, max_size=30),
    st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=8).map(" ".join),
)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_check_finds_the_flaws_of_its_cases_and_no_others(path: Path) -> None:
    """Each marked line is found, at its level, and no other line is."""
    lines = path.read_text(encoding="utf-8").splitlines()
    levels = {number: LEVEL.search(line) for number, line in enumerate(lines, 1)}
    marked = {number: level[1] for number, level in levels.items() if level}
    entries = sum(line.startswith("  - {") for line in lines)

    findings = advised(load([path]), [ADVICE[path.stem]])
    found = {each.problem.line: each.level.value for each in findings if each.problem.name == path.stem}

    assert found == marked
    assert len(marked) >= FEWEST
    assert entries - len(marked) >= FEWEST


@pytest.mark.parametrize("word", ["not", "NOT"])
def test_a_bank_of_negative_stems_is_told_so(word: str, bank_of: Callable[..., Bank]) -> None:
    """More than a tenth of negative stems is a flaw of the bank, however they are written."""
    plain = "\n".join(f"  - {{kind: text, ask: What is number {n}?, answer: x}}" for n in range(20))
    negative = "\n".join(f"  - {{kind: text, ask: What is {word} number {n}?, answer: x}}" for n in range(3))
    check = ADVICE["negative-stem"]

    found = advised(bank_of(f"questions:\n{plain}\n{negative}"), [check])
    few = advised(bank_of(f"questions:\n{plain}"), [check])

    assert [finding.problem.line for finding in found].count(0) == 1
    assert few == ()


def test_a_silence_of_an_unknown_check_is_reported(bank_of: Callable[..., Bank]) -> None:
    """A misspelt name under `allow` is an error, and the likely one is said."""
    bank = bank_of("questions:\n  - {kind: text, ask: Who?, answer: Ali, allow: {longest-kee: it has to be}}")

    (finding,) = advise(bank)

    assert finding.problem.name == "unknown-check"
    assert finding.level == "error"
    assert "did you mean 'longest-key'?" in finding.problem.message


def shown(text: str) -> str:
    """Return a text in quotation marks as YAML reads them."""
    return "".join(f"\\U{ord(character):08X}" for character in text)


@settings(max_examples=150)
@given(ask=ODD, texts=st.lists(ODD, min_size=3, max_size=6, unique=True))
def test_no_text_is_too_odd_for_a_check(ask: str, texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a bank that can be loaded says, each check comes to an end."""
    quoted = [f'"{shown(text)}"' for text in texts]
    others = ", ".join(quoted[1:])
    path = tmp_path_factory.mktemp("odd") / "bank.yaml"
    path.write_text(
        f"names: {{title: [{quoted[0]}], text: [{quoted[-1]}]}}\nquestions:\n"
        f'  - {{ask: "{shown(ask)}", answer: {quoted[0]}, distractors: [{others}]}}\n'
        f'  - {{kind: multiple, ask: "x {shown(ask)}", answers: [{quoted[0]}], distractors: [{others}]}}\n'
        f'  - {{kind: order, ask: "y {shown(ask)}", order: [{", ".join(quoted)}]}}\n',
        encoding="utf-8",
    )
    bank, _ = survey([path])
    for check in ADVICE.values():
        list(check.look(bank))
