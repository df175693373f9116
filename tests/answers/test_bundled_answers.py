"""The judge on the bundled bank: a second host's verdicts, and every name against every question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.answers import Verdict, judge, normal
from rb_quiz.bank.names import NAMED
from rb_quiz.draw import draw_item
from rb_quiz.item import EnterKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.answers import Expected
    from rb_quiz.bank import Bank

TABLE = Path(__file__).with_name("bundled_cases.txt")


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield verdict, question and response of each case; an empty response is one too."""
    for line in TABLE.read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            verdict, question_id, response = line.split(" | ", 2)
            yield verdict, question_id, response


@pytest.fixture(scope="module")
def typed(bundled: Bank) -> dict[str, Expected]:
    """Return what each typed question of the bank expects, generated ones too."""
    questions = list(bundled.questions)
    for template in bundled.templates:
        if template.common.kind in ("text", "number"):
            questions += template.every()
    keys = {question.id: draw_item(bundled, question, "any").key for question in questions}
    return {question_id: key.expected for question_id, key in keys.items() if isinstance(key, EnterKey)}


def test_the_judge_agrees_with_a_second_host(typed: dict[str, Expected]) -> None:
    """Each response gets the verdict that a host gave it blind."""
    judged = [(verdict, each, text, judge(typed[each], text)) for verdict, each, text in cases()]

    assert len(judged) > 1000
    assert [case for case in judged if case[3].verdict not in case[0].split("/")] == []


def test_no_name_of_the_bank_is_accepted_for_another(bundled: Bank, typed: dict[str, Expected]) -> None:
    """Whatever the bank knows by name is right for its own questions only."""
    for expected in typed.values():
        own = {normal(text) for text in (expected.answer, *expected.accept)}
        for name in bundled.names.known(expected.expects) if expected.expects in NAMED else ():
            if normal(name) not in own:
                assert judge(expected, name).verdict is not Verdict.ACCEPT, (expected.answer, name)


def test_every_key_of_the_bank_accepts_itself(typed: dict[str, Expected]) -> None:
    """Every right wording is accepted as it stands, in capitals, and with spaces around."""
    for expected in typed.values():
        for text in (expected.answer, *expected.accept):
            for said in (text, text.upper(), f" {text}  "):
                assert judge(expected, said).verdict is Verdict.ACCEPT, (expected.answer, said)
