"""A folder becomes a bank, or every problem of it at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.bank import load, survey
from rb_quiz.cli.exits import described
from rb_quiz.item import Difficulty, Spoiler
from rb_quiz.problem import BankError, CallError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank
    from rb_quiz.problem import Problem

GOLDEN = Path(__file__).parents[1] / "golden" / "errors"


@pytest.mark.parametrize("name", [path.stem for path in sorted(GOLDEN.glob("*.yaml"))])
def test_golden_errors(name: str, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each broken file gives the problems written beside it."""
    monkeypatch.chdir(GOLDEN)
    _, problems = survey([Path(f"{name}.yaml")])

    assert problems
    golden(GOLDEN / f"{name}.txt", "\n".join(described(problems)) + "\n")


def test_defaults_of_a_file(bank_of: Callable[..., Bank]) -> None:
    """Topic, source, difficulty and spoiler are said once and can be said otherwise in an entry."""
    bank = bank_of(
        """
        topic: Cast
        difficulty: hard
        spoiler: plot
        source: a
        sources: {a: {title: A}, b: {publisher: B, url: "http://b"}}
        questions:
          - {ask: One?, answer: x, distractors: [y]}
          - {ask: Two?, answer: x, distractors: [y], difficulty: easy, spoiler: ENDING, source: [a, b], topic: Plot}
        """
    )
    one, two = bank.questions

    assert (one.topic, one.difficulty, one.spoiler) == ("Cast", Difficulty.HARD, Spoiler.PLOT)
    assert (two.topic, two.difficulty, two.spoiler) == ("Plot", Difficulty.EASY, Spoiler.ENDING)
    assert (bank.citation(one.sources), bank.citation(two.sources)) == ("“A”", "“A”; B <http://b>")


def test_a_file_without_topic_is_named_after_itself(bank_of: Callable[..., Bank]) -> None:
    """The topic is the file's name when none is given."""
    assert bank_of(world_capitals="questions: [{ask: One?, answer: x, distractors: [y]}]").topics == ("World capitals",)


def test_ids_are_stable(bank_of: Callable[..., Bank]) -> None:
    """An id made from the text stays when anything but question and answer changes, or others are added."""
    before = bank_of("questions: [{ask: Who plays Ali?, answer: x, distractors: [y]}]").questions[0].id
    after = (
        bank_of(
            """
        questions:
          - {ask: Another?, answer: x, distractors: [y]}
          - {ask: Who plays Ali?, answer: x, distractors: [z, w], feedback: More., difficulty: hard}
        """
        )
        .questions[1]
        .id
    )

    assert before == after
    assert before.startswith("who-plays-ali-")


def test_the_edition_changes_with_what_can_change_a_quiz(bank_of: Callable[..., Bank]) -> None:
    """A distractor more is another edition; other feedback is not."""
    first = bank_of("questions: [{ask: One?, answer: x, distractors: [y]}]").edition
    reworded = bank_of("questions: [{ask: One?, answer: x, distractors: [y], feedback: New.}]").edition
    extended = bank_of("questions: [{ask: One?, answer: x, distractors: [y, z]}]").edition

    assert first == reworded != extended


TEN_FAULTS = """\
topic: Cast
questions:
  - ask: Who said: hello?
    answer: x
  - ask: One?
    ask: Again?
    answer: x
    distractors: [y]
  - {ask: Two?, answer: !!int 3, distractors: [y]}
  - {ask: Three?, distractors: [y]}
  - {kind: choise, ask: Four?, answer: x}
  - {ask: Five?, answer: x, distractors: [y], dificulty: easy}
  - {ask: Six?, answer: x, distractors: [y], difficulty: simple}
  - {ask: Seven?, answer: x, distractors: [y, X]}
  - {ask: Eight?, answer: *x, distractors: [y]}
  - {kind: number, ask: Nine?, answer: many}
  - {kind: true-false, ask: Ten., answer: maybe}
"""


def test_all_problems_in_one_run(problems_of: Callable[..., list[Problem]]) -> None:
    """A bank with eleven faults has eleven positioned problems, sorted, in one run."""
    problems = problems_of(TEN_FAULTS)

    assert [(problem.line, problem.name) for problem in problems] == [
        (3, "syntax"),
        (6, "repeated-key"),
        (9, "tag"),
        (10, "missing-field"),
        (11, "unknown-kind"),
        (12, "unknown-field"),
        (13, "unknown-word"),
        (14, "equal-options"),
        (15, "alias"),
        (16, "unreadable-answer"),
        (17, "unknown-word"),
    ]
    assert problems == sorted(problems)


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("{ask: Q?, answer: x, distractors: []}", "empty-value"),
        ("{ask: '', answer: x, distractors: [y]}", "empty-value"),
        ("{ask: {Q: ''}, answer: x, distractors: [y]}", "not-a-text"),
        ("{ask: Q?, answer: '1,000', distractors: ['1000']}", "equal-options"),
        ("{kind: number, ask: Q?, answer: 4 months, unit: days}", "unreadable-answer"),
        ("{kind: number, ask: Q?, answer: about 40}", "unreadable-answer"),
        ("{ask: Q?, answer: a, distractors: -Brie -Feta}", "not-a-list"),
        ("{ask: Q?, answer: 15.4 million, distractors: ['15,400,000']}", "equal-options"),
        ("{ask: Q?, answer: x, distractors: [y], id: 'a b'}", "bad-id"),
        ("{ask: Q?, answer: x, distractors: [y], source: nowhere}", "unknown-source"),
        ("{kind: odd-one-out, ask: Q?, answer: x, distractors: [y]}", "too-few-options"),
        ("{kind: order, ask: Q?, order: [x]}", "too-few-options"),
        ("{kind: match, ask: Q?, pairs: {a: x}}", "too-few-options"),
        ("{kind: match, ask: Q?, pairs: {a: x, b: x}}", "equal-options"),
        ("{kind: match, ask: Q?, pairs: [[a, x], [b]]}", "not-a-pair"),
        ("{kind: match, ask: Q?, pairs: text}", "not-a-map"),
        ("{kind: match, ask: Q?}", "missing-field"),
        ("{kind: multiple, ask: Q?, answers: [a], distractors: [A]}", "equal-options"),
        ("{kind: text, ask: Q?, answer: x, expects: persn}", "unknown-word"),
        ("{kind: text, ask: Q?, answer: soon, expects: date}", "unreadable-answer"),
        ("{kind: text, ask: Q?, answer: x, reject: [X]}", "contradiction"),
        ("{kind: number, ask: Q?, answer: 8, tolerance: some}", "unreadable-answer"),
        ("just a text", "not-a-map"),
    ],
)
def test_each_fault_has_its_name(entry: str, name: str, problems_of: Callable[..., list[Problem]]) -> None:
    """A fault in one entry is one problem with its name, on the entry's line."""
    problems = problems_of(f"questions:\n  - {entry}\n")

    assert [(problem.line, problem.name) for problem in problems] == [(2, name)]


def test_repeats_are_found_across_files(problems_of: Callable[..., list[Problem]]) -> None:
    """The same question, id or source in a second file is a problem there that names the first place."""
    problems = problems_of(
        a="sources: {s: {title: S}}\nquestions: [{ask: Q?, answer: x, distractors: [y]}, "
        "{id: i, ask: R?, answer: x, distractors: [y]}]",
        b="sources: {s: {title: S}}\nquestions: [{ask: Q?, answer: x, distractors: [z]}, "
        "{id: i, ask: T?, answer: x, distractors: [y]}]",
    )

    assert {problem.name for problem in problems} == {"repeated-question", "repeated-id", "repeated-source"}
    assert all(problem.file.endswith("b.yaml") for problem in problems)
    assert all("a.yaml:2" in problem.message for problem in problems if problem.name != "repeated-source")


def test_names_are_checked(problems_of: Callable[..., list[Problem]]) -> None:
    """A sort of names that is none, and a name without a name, are problems."""
    problems = problems_of("names:\n  persn: [A]\n  person:\n    - {also: [B]}\n    - [C]\n")

    assert [(problem.line, problem.name) for problem in problems] == [
        (2, "unknown-field"),
        (4, "missing-field"),
        (5, "not-a-map"),
    ]


def test_a_file_of_something_else_is_a_problem(problems_of: Callable[..., list[Problem]]) -> None:
    """A list at the top of a file is told what belongs there; an empty file is fine."""
    assert [problem.name for problem in problems_of("- a\n", empty="# nothing yet\n")] == ["no-sections"]


def test_a_file_that_cannot_be_read_is_a_problem(folder: Callable[..., Path]) -> None:
    """A folder named like a file is one problem, and the other files are read."""
    path = folder("questions: [{ask: Q?, answer: x, distractors: [y]}]")
    (path / "trap.yaml").mkdir()
    bank, problems = survey([path])

    assert [problem.name for problem in problems] == ["unreadable-file"]
    assert len(bank.questions) == 1


def test_no_bank_is_a_wrong_call(tmp_path: Path) -> None:
    """An empty folder, and a path where nothing is, say what a bank is."""
    with pytest.raises(CallError, match="a bank is a folder"):
        load([tmp_path])
    with pytest.raises(CallError, match="found nothing"):
        load([tmp_path / "nowhere"])


def test_hidden_files_are_left_alone(folder: Callable[..., Path]) -> None:
    """An editor's hidden copies are not part of the bank."""
    path = folder("questions: [{ask: Q?, answer: x, distractors: [y]}]")
    (path / ".bank.yaml").write_text("broken: [", encoding="utf-8")

    assert len(load([path]).questions) == 1


def test_problems_are_raised_together(folder: Callable[..., Path]) -> None:
    """Loading a bank with problems raises one error that carries them all."""
    with pytest.raises(BankError, match="11 problems") as caught:
        load([folder(TEN_FAULTS)])

    assert len(caught.value.problems) == 11


def test_a_bank_read_from_elsewhere_is_the_same(folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of files and the working directory change neither edition nor questions."""
    path = folder(
        a="questions: [{ask: Q?, answer: x, distractors: [y]}]", b="questions: [{ask: R?, answer: x, distractors: [y]}]"
    )
    first = load([path])
    monkeypatch.chdir(path.parent)

    assert load([Path(os.path.relpath(path))]).edition == first.edition


def test_a_refusal_in_one_file_hides_nothing_in_another(problems_of: Callable[..., list[Problem]]) -> None:
    """A repeated key here and an undeclared source there are both told, and so they are beside a syntax error."""
    problems = problems_of(
        a="questions:\n  - {ask: Q?, ask: R?, answer: x, distractors: [y]}\n  - ask: a: b\n",
        b="questions: [{ask: S?, answer: x, distractors: [y], source: almanack}]\n",
    )

    assert {problem.name for problem in problems} == {"repeated-key", "syntax", "unknown-source"}


def test_a_source_in_an_entry_that_is_no_yaml_is_not_called_unknown(
    problems_of: Callable[..., list[Problem]],
) -> None:
    """What stands in an entry that can't be read may have been declared there."""
    problems = problems_of("sources:\n  page: {title: a: b}\nsource: page\n")

    assert [problem.name for problem in problems] == ["syntax"]


@pytest.mark.parametrize("typed", ["answer: Song #1", "answer: [Song #1]"])
def test_a_text_cut_off_by_a_hash_is_told(typed: str, problems_of: Callable[..., list[Problem]]) -> None:
    """A text that YAML would cut at ` #` without a word is a problem; a comment after a space is none."""
    problems = problems_of(f"questions:\n  - ask: Which?\n    kind: text\n    {typed}\n")

    assert {problem.name for problem in problems} <= {"lost-text", "syntax"}
    assert problems
    assert "#" in problems[0].message
    assert problems_of("questions:\n  - {kind: text, ask: Q?, answer: x} # fine\n") == []


def test_a_list_with_a_colon_is_told_so(problems_of: Callable[..., list[Problem]]) -> None:
    """A text with a colon inside a list is told about its colon, not about a brace that isn't there."""
    (problem,) = problems_of("questions: [{ask: Q?, answer: x, distractors: [Star Wars: A New Hope, y]}]\n")

    assert "holds ': '" in problem.message
