"""The schema says what the reader does: every file that is read is valid by it, and what is built otherwise is not."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from datetime import date
from pathlib import Path
from sys import modules
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias, cast

import pytest
import yaml
from jsonschema import Draft202012Validator

from rb_quiz.bank import KINDS, survey
from rb_quiz.bank.advice import ADVICE, Level
from rb_quiz.bank.kinds.order import Order
from rb_quiz.bank.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conftest import Run
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds import Kind

Place: TypeAlias = tuple[str | int, ...]

ROOT: Final = Path(__file__).parents[2]
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
FILES: Final = (
    *sorted((ROOT / "questions").rglob("*.yaml")),
    *sorted((ROOT / "src/rb_quiz/cli/starter").glob("*.yaml")),
    *(ROOT / "tests" / "golden" / name / "bank.yaml" for name in ("quizzes", "playthroughs")),
)
SOUND: Final = {
    **{str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in FILES},
    **{f"readme {number}": text for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))},
    **{
        f"the kind {name}": "questions:\n" + str(modules[kind.__module__].__doc__).partition("\n\n")[2]
        for name, kind in KINDS.items()
    },
    **{f"{name}, {which}": getattr(check, which) for name, check in ADVICE.items() for which in ("bad", "mended")},
    "nothing": "",
    "empty sections": "topic: T\nsources:\nnames:\ntables:\nquestions:\n",
    "capitals": "difficulty: Hard\nquestions: [{kind: true-false, ask: So., answer: TRUE, spoiler: PLOT}]\n",
}
EVERYTHING: Final = """
topic: T
difficulty: easy
spoiler: plot
source: a
sources: {a: {title: T, publisher: P, url: U, licence: L}}
names: {person: [Ana, {name: Ben, also: [B], like: {sex: male}}], character: [], place: [], title: [], text: []}
tables:
  t:
    columns: {col_a: text, col_b: {type: number, unit: cm}, col_c: year}
    unique: [col_a, [col_b, col_c]]
    complete: "true"
    decoys: {col_a: [never]}
    rows:
      - {col_a: x1, col_b: "1", col_c: "1901", alternatives: {col_c: ["1801"]}, difficulty: hard, spoiler: ending}
      - {col_a: x2, col_b: "2", col_c: "1902", source: a, fact: f}
      - {col_a: x3, col_b: "3", col_c: "1903"}
questions:
  - {ask: Q1, answer: x, distractors: [y, z], id: q1, topic: T, difficulty: hard, spoiler: premise, feedback: F,
     source: [a], tags: [t], fact: [f], allow: {longest-key: so}}
  - {kind: choice, ask: Q2, answer: x, distractors: y}
  - {kind: multiple, ask: Q3, answers: [x1, x2], distractors: [y1, y2]}
  - {kind: true-false, ask: Q4, answer: "false"}
  - {kind: text, ask: Q5, answer: x, expects: person, accept: [x1], too-broad: [x2], reject: [x3]}
  - {kind: number, ask: Q6, answer: "8", unit: weeks, tolerance: "1", closeness: "2"}
  - {kind: order, ask: Q7, order: [x1, x2, x3]}
  - {kind: match, ask: Q8, pairs: {l1: r1, l2: r2}, distractors: [r3]}
  - {kind: match, ask: Q9, pairs: [[l1, r1], [l2, r2]]}
  - {kind: odd-one-out, ask: Q10, answer: x, distractors: [y1, y2]}
  - {from: t, ask: ["{col_a}?", "{col_a}!"], answer: col_b, where: {col_b: ["1", "2", "3"]}, feedback: F, id: t1}
  - {from: t, kind: multiple, ask: Q, answers: col_a, id: t2, tags: [t], fact: f, allow: {longest-key: so}}
  - {from: t, kind: true-false, ask: "{col_a} {col_b}", answer: col_b, id: t3, difficulty: easy, spoiler: plot}
  - {from: t, kind: text, ask: "{col_b}?", answer: col_a, id: t4, topic: T, source: a}
  - {from: t, kind: number, ask: "{col_a}??", answer: col_b, id: t5}
  - {from: t, kind: number, ask: Q, count: col_a, id: t6}
  - {from: t, kind: order, ask: Q, order: col_a, by: col_c, id: t7}
  - {from: t, kind: match, ask: Q, pairs: {col_a: col_b}, id: t8}
  - {from: t, kind: odd-one-out, ask: Q, answer: col_a, id: t9}
"""
STRUCTURE: Final = frozenset(
    "unknown-field missing-field not-a-text not-a-map not-a-list not-a-pair unknown-word unknown-kind empty-value "
    "no-sections".split()
)
"""The problems that both find."""
BEYOND: Final = frozenset(
    # names that stand elsewhere
    "unknown-source unknown-table unknown-column unknown-value no-placeholder unreadable-file "
    # values that must be read
    "unreadable-answer unreadable-cell bad-id not-a-number no-order "
    # texts beside one another, and rows
    "equal-options too-few-options contradiction true-decoy unprovable".split()
)
"""The problems that no schema can find; there are more, but no change that is made here leads to them."""
COLUMNS: Final = frozenset({"columns", "rows", "where"})
"""Where a key is the name of a column, so that one that is unknown is beyond a schema too."""
VALUES: Final[tuple[Any, ...]] = (
    *("word", "Easy", "true", " ", None, [], ["word"], [" "], [["x", "y"]], [["x", "y", "z"]], [{"x": "y"}]),
    *({}, {"x": "y"}, {"x": ["y"]}, {"name": "y"}),
)
VALIDATOR: Final = Draft202012Validator(schema())


def parsed(text: str, loader: Any) -> Any:
    """Return what other programs read where we keep text."""
    return as_json(yaml.load(text, loader))


def as_json(value: Any) -> Any:
    """Return a value as JSON has it: keys are text, dates too, and nothing is null."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else None if value == "" else value


def said(data: Any) -> str:
    """Return why the schema refuses something, nothing when it doesn't."""
    return "\n".join(f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data))


def test_the_schema_is_one() -> None:
    """It is valid by the schema of schemas, and always the same."""
    Draft202012Validator.check_schema(schema())
    assert json.dumps(schema()) == json.dumps(schema())


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.CSafeLoader])
@pytest.mark.parametrize("name", SOUND)
def test_what_is_read_is_valid(name: str, loader: Any) -> None:
    """Every sound file is valid, whether a program takes `8`, `false` and `2012-05-17` for text or not."""
    assert not said(parsed(SOUND[name], loader))


def test_every_field_is_described() -> None:
    """Whatever may be typed is explained, and ends as a sentence does."""
    found = list(properties(schema()))

    assert {name for name, _ in found} <= set(re.findall(r"[\w-]+(?=:)", EVERYTHING)), "try each field there too"
    assert [name for name, field in found if not re.fullmatch(r"[A-Z].*\.", field.get("description", ""))] == []


def properties(node: Any) -> Iterator[tuple[str, Any]]:
    """Yield each property in a schema with what is said of it."""
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            if isinstance(field, dict) and "const" not in field:
                yield name, field
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from properties(inner)


def test_a_file_is_a_map() -> None:
    """It may be empty, but it is no list and no text."""
    assert not said(None)
    assert said("text")
    assert said([{"ask": "Q", "answer": "x", "distractors": "y"}])


def everything() -> dict[str, tuple[Any, Place]]:
    """Return banks that hold everything there is, each with the place of what is to be changed in it."""
    whole = parsed(EVERYTHING, yaml.CBaseLoader)
    shared = {"sources": whole["sources"], "tables": whole["tables"]}
    entries = {
        f"{entry.get('from', '-')} {entry.get('kind', '-')} {entry['ask']}": {**shared, "questions": [entry]}
        for entry in whole["questions"]
    }
    one = {name: (bank, ("questions", 0)) for name, bank in entries.items()}
    return {"sections": ({**whole, "questions": []}, ()), **one}


def mutants(data: Any, root: Place, fields: Iterable[str]) -> Iterator[tuple[Place, Any]]:
    """Yield the data with one thing in it changed, and where that is."""
    for place in places(held(data, root), root):
        *above, key = place or [""]
        for value in VALUES if place else ():
            if value is not None or isinstance(key, str):  # an element that is nothing has no place in a list
                mutant = deepcopy(data)
                held(mutant, above)[key] = deepcopy(value)
                yield place, mutant
        if isinstance(key, str) and place:
            mutant = deepcopy(data)
            del held(mutant, above)[key]
            yield place, mutant
            mutant = deepcopy(data)
            held(mutant, above)[f"{key}z"] = held(mutant, above).pop(key)
            yield place, mutant
    for name in sorted({"zzz", *fields} - set(held(data, root))):
        mutant = deepcopy(data)
        held(mutant, root)[name] = "word"
        yield (*root, name), mutant


def places(data: Any, at: Place) -> Iterator[Place]:
    """Yield where each value stands."""
    yield at
    for key, inner in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(inner, (*at, key))


def held(data: Any, place: Iterable[str | int]) -> Any:
    """Return what stands at a place."""
    for key in place:
        data = data[key]
    return data


def problems(data: Any, path: Path) -> set[str]:
    """Return the names of the problems that the reader finds in a file."""
    path.write_text(json.dumps(data, ensure_ascii=False).replace(": null", ": "), encoding="utf-8")
    return {problem.name for problem in survey([path])[1]}


@pytest.mark.parametrize("name", everything())
def test_the_schema_refuses_what_the_reader_refuses(name: str, tmp_path: Path) -> None:
    """Of every change to a sound bank both say the same, but for what is beyond a schema."""
    path = tmp_path / "bank.yaml"
    data, root = everything()[name]
    assert (problems(data, path), said(data)) == (set(), "")
    for place, mutant in mutants(data, root, dict(properties(schema()))):
        found, refused = problems(mutant, path), said(mutant)
        assert found <= STRUCTURE | BEYOND, (place, mutant)
        if "unique" not in place:  # the reader passes over a map there
            assert found or not refused, (place, mutant)
        if COLUMNS & set(place):
            found.discard("unknown-field")
        assert refused or not STRUCTURE & found, (place, mutant, found)


def test_a_kind_that_is_added_is_in_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name and fields are known, what it needs is needed, and what others have is refused."""

    class Riddle(Order):
        """A made-up kind."""

        @classmethod
        def read(cls, fields: Fields) -> Self | None:
            """Return a riddle."""
            fields.texts("hints", "What helps.", needed=True)
            fields.word("tone", Level, Level.NOTE, "How it sounds.")
            return super().read(fields)

    riddle = {"kind": "riddle", "ask": "Q", "order": ["a", "b"], "hints": "c", "tone": "error"}
    assert "'riddle' is not one of" in said({"questions": [riddle]})
    monkeypatch.setitem(cast("dict[str, type[Kind]]", KINDS), "riddle", Riddle)
    validator = Draft202012Validator(schema())

    def valid(**changed: object) -> bool:
        entry = {key: value for key, value in (riddle | changed).items() if value is not None}
        return bool(validator.is_valid({"questions": [entry]}))

    assert valid()
    assert valid(tone=None)
    assert not valid(tone="loud")
    assert not valid(hints=None)
    assert not valid(hints=[])
    assert not valid(distractors=["d"])
    assert not valid(**{"from": "t"})
    assert validator.is_valid({"questions": [{"kind": "order", "ask": "Q", "order": ["a", "b"]}]})


def test_the_command_prints_it(rb_quiz: Run, tmp_path: Path) -> None:
    """It goes to stdout or into a file, and the help says how a file names it."""
    assert json.loads(rb_quiz("schema").stdout) == schema()
    path = tmp_path / "bank.schema.json"
    assert rb_quiz("schema", "-o", path).stdout == ""
    assert path.read_text(encoding="utf-8") == rb_quiz("schema").stdout
    assert "# yaml-language-server: $schema=bank.schema.json\n" in rb_quiz("schema", "--help").stdout
