"""Every generated question is proved again by the second prover, on the bundled bank and on arbitrary small tables."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rb_quiz.bank import Bank, Template, survey
from rb_quiz.bank.templates.groups import MakeMatch
from rb_quiz.bank.templates.sets import MakeMultiple, MakeOddOneOut, OneSet
from rb_quiz.bank.templates.single import MakeChoice, MakeTrueFalse, MakeTyped, OneCell
from rb_quiz.quiz import Blueprint
from second_prover import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rb_quiz.bank.question import Question

SEEDS = ("one", "two", "three")
MOST = 40


def facts_of(template: Template) -> Facts:
    """Return a template's table as the second prover reads it: cells equal by value get one and the same text."""
    table = template.frame.table

    def text(column: int, cell: str) -> str:
        return str(table.columns[column].value(cell, table.names)) if cell else ""

    rows = tuple(tuple(text(column, cell) for column, cell in enumerate(cells)) for cells in table.cells)
    decoys = {column: frozenset(text(column, cell) for cell in cells) for column, cells in table.decoys.items()}
    return Facts(rows, table.unique, table.complete, decoys)


def claims(template: Template, unit: tuple[int, ...], question: Question) -> Iterator[tuple[dict[int, str], bool]]:
    """Yield what a question presupposes: cells that some row has together, and whether that is so."""
    table, maker = template.frame.table, template.maker

    def text(column: int, cell: str) -> str:
        return str(table.columns[column].value(cell, table.names))

    if isinstance(maker, MakeMatch):
        pairs = question.form.pairs  # type: ignore[attr-defined]
        for left, _ in pairs:
            for other, right in pairs:
                yield {maker.left: text(maker.left, left), maker.right: text(maker.right, right)}, left == other
        return
    if not isinstance(maker, OneCell | OneSet):
        return
    filled = [each.filled(table, unit[0]) for each in template.frame.wordings]
    wording = template.frame.wordings[filled.index(question.ask) if question.ask in filled else 0]
    named = {column: text(column, table.cells[unit[0]][column]) for column in wording.columns if column != maker.column}
    if not isinstance(maker, MakeTrueFalse) and (isinstance(maker, OneSet) or not wording.columns):
        wanted = [(column, values) for column, values in template.frame.where if len(values) == 1]
        named |= {column: next(iter(map(str, values))) for column, values in wanted}
    right, wrong = question.form.right, question.form.wrong
    if isinstance(maker, MakeTrueFalse):
        yield named | {maker.column: text(maker.column, question.proofs[0].text)}, right == ("True",)
    elif isinstance(maker, MakeOddOneOut):
        yield named | {maker.column: text(maker.column, right[0])}, False
        yield from ((named | {maker.column: text(maker.column, each)}, True) for each in wrong)
    elif isinstance(maker, MakeChoice | MakeMultiple | MakeTyped):
        typed = isinstance(maker, MakeTyped)
        yield from ((named | {maker.column: text(maker.column, each)}, True) for each in right if not typed)
        yield from ((named | {maker.column: text(maker.column, each)}, False) for each in wrong)


def check(template: Template) -> int:
    """Prove the questions of a template again; return how many claims were looked at."""
    facts, looked_at = facts_of(template), 0
    for seed in SEEDS:
        for unit in islice(template.maker.every(), MOST):
            question = template.question(unit, seed)
            if question is None:
                continue
            for cells, true in claims(template, unit, question):
                looked_at += 1
                holds = any(all(row[column] == value for column, value in cells.items()) for row in facts.rows)
                assert holds if true else not facts.could_hold(cells), (question.ask, cells, true)
    return looked_at


def test_the_bundled_bank_is_proved_twice(bundled: Bank) -> None:
    """The second prover agrees with every option of every reachable question of the bundled bank."""
    looked_at = sum(check(template) for template in bundled.templates)

    assert looked_at > 20 * len(bundled.templates)


cells = st.sampled_from(["", "alpha", "beta", "gamma", "delta", "omega"])


def _holds(group: str, rows: list[tuple[str, str, str]]) -> bool:
    values = [tuple(row["abc".index(name)] for name in group) for row in rows]
    whole = [each for each in values if "" not in each]
    return len(set(whole)) == len(whole)


@st.composite
def banks(draw: st.DrawFn) -> str:
    """Return the YAML of a bank with one arbitrary table and templates of several kinds."""
    rows = draw(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6))
    groups = draw(st.lists(st.sampled_from(["a", "b", "c", "ab", "bc"]), max_size=2))
    held = [list(group) for group in groups if _holds(group, rows)]
    table = {
        "columns": {"a": "text", "b": "text", "c": "text"},
        "unique": held,
        "complete": str(draw(st.booleans())).lower(),
        "decoys": {"b": draw(st.lists(st.sampled_from(["psi", "chi", "phi"]), max_size=3, unique=True))},
        "rows": [{name: cell for name, cell in zip("abc", row, strict=True) if cell} for row in rows],
    }
    questions = [
        {"from": "t", "ask": "What goes with {a}?", "answer": "b"},
        {"from": "t", "ask": "What goes with {a} and {c}?", "answer": "b"},
        {"from": "t", "ask": "{a} goes with {b}.", "answer": "b", "kind": "true-false"},
        {"from": "t", "ask": "Which go with {c}?", "answers": "b", "kind": "multiple"},
        {"from": "t", "ask": "Which does not go with {c}?", "answer": "b", "kind": "odd-one-out"},
        {"from": "t", "ask": "Match.", "pairs": {"a": "b"}, "kind": "match"},
    ]
    chosen = draw(st.sampled_from(questions))
    return json.dumps({"tables": {"t": table}, "questions": [chosen]})


@settings(max_examples=400)
@given(text=banks())
def test_arbitrary_tables_are_proved_twice(text: str, tmp_path: Path) -> None:
    """Whatever a small table declares, no question of it has an option that could be otherwise."""
    (tmp_path / "bank.yaml").write_text(text, encoding="utf-8")
    bank, _ = survey([tmp_path])
    for template in bank.templates:
        check(template)


@pytest.mark.parametrize("seed", SEEDS)
def test_generated_questions_have_one_answer_among_different_options(bundled: Bank, seed: str) -> None:
    """No option comes twice, the key is among them once, and each option has its proof."""
    for template in bundled.templates:
        for question in template.questions(seed, 5, Blueprint()):
            if question.kind in ("choice", "odd-one-out"):
                options = [*question.form.right, *question.form.wrong]
                assert len({option.casefold() for option in options}) == len(options) >= 3
                assert {proof.text for proof in question.proofs} == set(options)
