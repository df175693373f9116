"""The bundled bank: large enough, mixed enough, sourced, and without the flaws a program can find."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

from rb_quiz.answers import Verdict, judge, normal
from rb_quiz.bank import KINDS
from rb_quiz.chance import Stream
from rb_quiz.item import EnterKey, Spoiler

if TYPE_CHECKING:
    from rb_quiz.bank import Bank


def test_it_is_large(bundled: Bank) -> None:
    """There are at least 200 questions, and at least 12 of each kind."""
    kinds = Counter(question.kind for question in bundled.questions)

    assert len(bundled.questions) >= 200
    assert all(kinds[kind] >= 12 for kind in KINDS)


def test_everything_has_a_source(bundled: Bank) -> None:
    """Every question names declared sources, and at least 60 cite a page beyond the article."""
    declared = {source.name for source in bundled.sources}

    assert all(question.sources and set(question.sources) <= declared for question in bundled.questions)
    assert sum(set(question.sources) != {"article"} for question in bundled.questions) >= 60


def test_no_source_is_declared_in_vain(bundled: Bank) -> None:
    """Every declared source supports a question."""
    assert {source.name for source in bundled.sources} == {
        name for question in bundled.questions for name in question.sources
    }


def test_most_have_feedback(bundled: Bank) -> None:
    """At least two thirds carry feedback."""
    assert sum(bool(question.feedback) for question in bundled.questions) * 3 >= len(bundled.questions) * 2


def test_about_half_of_the_statements_are_true(bundled: Bank) -> None:
    """True answers make 40 to 60 % of the true-false questions."""
    answers = [question.form.right[0] for question in bundled.questions if question.kind == "true-false"]

    assert 0.4 <= answers.count("True") / len(answers) <= 0.6


def test_all_levels_are_there(bundled: Bank) -> None:
    """Each difficulty has at least 40 questions, each spoiler level at least 15."""
    assert all(count >= 40 for count in Counter(question.difficulty for question in bundled.questions).values())
    spoilers = Counter(question.spoiler for question in bundled.questions)
    assert all(spoilers[level] >= 15 for level in Spoiler)


def test_the_key_is_not_the_longest_option_too_often(bundled: Bank) -> None:
    """The answer of a choice is its longest option in fewer than a third of the questions."""
    choices = [question for question in bundled.questions if question.kind in ("choice", "odd-one-out")]
    longest = sum(len(question.form.right[0]) > max(map(len, question.form.wrong)) for question in choices)

    assert longest * 3 < len(choices)


def test_stems_differ(bundled: Bank) -> None:
    """No stem is asked twice."""
    stems = Counter(normal(question.ask) for question in bundled.questions)

    assert [stem for stem, count in stems.items() if count > 1] == []


def test_no_statement_uses_all_or_none_of_the_above(bundled: Bank) -> None:
    """No option refers to the other options."""
    for question in bundled.questions:
        for option in (*question.form.right, *question.form.wrong):
            assert "of the above" not in option.casefold()
            assert "of these" not in option.casefold()


def test_every_typed_key_is_accepted(bundled: Bank) -> None:
    """The judge accepts every typed answer and every other wording its author listed, and none that is refused."""
    for question in bundled.questions:
        _, key = question.form.draw(question.ask, partial(Stream, "seed", question.id), bundled.names)
        if not isinstance(key, EnterKey):
            continue
        for wording in (key.expected.answer, *key.expected.accept):
            if wording not in key.expected.reject:
                assert judge(key.expected, wording).verdict is Verdict.ACCEPT, (question.ask, wording)
        for wording in key.expected.reject:
            assert judge(key.expected, wording).verdict is Verdict.REJECT, (question.ask, wording)


@pytest.mark.parametrize("word", ["mother's name", "running time", "which animal"])
def test_what_the_sources_leave_open_is_not_asked(word: str, bundled: Bank) -> None:
    """Some things must not be asked: the sources are silent or disagree."""
    assert [question.ask for question in bundled.questions if word in question.ask.casefold()] == []
