"""Tables and templates: what is wrong in one is said at its place, and what they make is well-formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rb_quiz.answers import Expects, value_of
from rb_quiz.bank.ladder import rungs
from rb_quiz.bank.writing import written
from rb_quiz.chance import Stream
from rb_quiz.item import Difficulty

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rb_quiz.bank import Bank, Template
    from rb_quiz.problem import Problem

HEAD = """
tables:
  films:
    columns: {title: title, year: year, country: place}
    unique: [title]
    rows:
      - {title: Amour, year: 2012, country: Austria}
      - {title: Rust and Bone, year: 2012, country: France}
      - {title: Shame, year: 2011, country: United Kingdom}
      - {title: The Hunt, year: 2013, country: Denmark}
      - {title: Headhunters, year: 2010, country: Norway}
questions:
"""


def bank(*templates: str) -> str:
    """Return the YAML of a bank with the films and some templates."""
    return HEAD + "".join(f"  - {template}\n" for template in templates)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{from: film, ask: 'When was {title} made?', answer: year}", "unknown-table"),
        ("{from: films, ask: 'When was {titel} made?', answer: year}", "unknown-column"),
        ("{from: films, ask: 'When was {title.__class__} made?', answer: year}", "unknown-column"),
        ("{from: films, ask: 'When was {title!r:>9} made?', answer: year}", "unknown-column"),
        ("{from: films, ask: 'When was {title made?', answer: year}", "bad-placeholder"),
        ("{from: films, ask: 'When was {title} made?', answer: yaer}", "unknown-column"),
        ("{from: films, ask: 'When was {title} made?'}", "missing-field"),
        ("{from: films, ask: 'Which film is of {year}?', answer: country}", "unprovable"),
        ("{kind: text, from: films, ask: 'Name a film of {year}.', answer: title}", "unprovable"),
        ("{kind: number, from: films, ask: 'How many in {year}?', count: title}", "unprovable"),
        ("{kind: number, from: films, ask: 'When was {title} made?', answer: year}", "not-a-number"),
        ("{kind: order, from: films, ask: Order., order: title, by: country}", "no-order"),
        ("{kind: match, from: films, ask: Match., pairs: title}", "not-a-map"),
        ("{kind: true-false, from: films, ask: '{title} is good.', answer: year}", "no-placeholder"),
        ("{from: films, where: {year: 1999}, ask: 'Where was {title} made?', answer: country}", "unknown-value"),
        ("{from: films, where: {yaer: 2012}, ask: 'Where was {title} made?', answer: country}", "unknown-column"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(
    template: str, name: str, problems_of: Callable[..., list[Problem]]
) -> None:
    """Each fault of a template is a problem with its name on the template's line."""
    problems = problems_of(bank(template))

    assert name in [problem.name for problem in problems]
    assert all(problem.line == len(HEAD.splitlines()) + 1 for problem in problems)


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("{columns: {a: text}, unique: [a], rows: [{a: x}, {a: X}]}", "not-unique"),
        ("{columns: {a: text}, decoys: {a: [x]}, rows: [{a: x}]}", "true-decoy"),
        ("{columns: {a: year}, rows: [{a: soon}]}", "unreadable-cell"),
        ("{columns: {a: yaer}, rows: [{a: x}]}", "unknown-word"),
        ("{columns: {a: text}, unique: [b], rows: [{a: x}]}", "unknown-column"),
        ("{columns: {source: text}, rows: []}", "reserved-word"),
        ("{columns: {a: text}, rows: [{b: x}]}", "unknown-field"),
        ("{columns: {a: text}}", "missing-field"),
        ("{columns: {a: text}, complete: perhaps, rows: [{a: x}]}", "unknown-word"),
        ("{columns: {a: text}, rows: nowhere.csv}", "unreadable-file"),
        ("{columns: {a: text}, rows: ../../etc/passwd}", "unreadable-file"),
        ("{rows: [{a: x}]}", "missing-field"),
    ],
)
def test_a_table_that_contradicts_itself_says_where(
    table: str, name: str, problems_of: Callable[..., list[Problem]]
) -> None:
    """Each fault of a table is a problem with its name and place."""
    problems = problems_of(f"tables:\n  t: {table}\n")

    assert name in [problem.name for problem in problems]
    assert all(problem.line == 2 for problem in problems)


@pytest.mark.parametrize(
    ("csv", "line", "name"),
    [
        ("title,year\nAmour,2012\nShame\n", 3, "ragged-row"),
        ("title,yaer\nAmour,2012\n", 1, "unknown-column"),
        ("title\nAmour\n", 1, "missing-column"),
        ("title,year\nAmour,soon\n", 2, "unreadable-cell"),
        ('title,year\nAmour,2012\n"Shame,2011\n', 3, "bad-csv"),
        ("title,year\nAmour,2012\n\nAmour,2013\n", 4, "not-unique"),
        ("title,year\nAm\x1bour,2012\n", 2, "control-character"),
        ("", 1, "missing-column"),
    ],
)
def test_a_csv_file_has_places_too(
    csv: str, line: int, name: str, folder: Callable[..., Path], problems_of: Callable[..., list[Problem]]
) -> None:
    """Each fault of a CSV file is a problem with the line of that file."""
    path = folder()
    (path / "films.csv").write_text(csv, encoding="utf-8")
    problems = problems_of("tables:\n  t: {columns: {title: title, year: year}, unique: [title], rows: films.csv}\n")

    assert (line, name) in [(problem.line, problem.name) for problem in problems]
    assert all(problem.file.endswith("films.csv") for problem in problems)


def test_a_csv_file_makes_questions(folder: Callable[..., Path], bank_of: Callable[..., Bank]) -> None:
    """Rows from a CSV file, with what is said of them in further columns, make the same questions as rows in YAML."""
    path = folder()
    text = "year,title,spoiler,alternatives:year\n2012,Amour,plot,2013\n2011,Shame,,\n2010,Headhunters,,\n"
    (path / "films.csv").write_text(text, encoding="utf-8")
    loaded = bank_of(
        """
        tables: {films: {columns: {title: title, year: year}, unique: [title], rows: films.csv}}
        questions: [{kind: text, from: films, ask: "When was {title} made?", answer: year}]
        """
    )
    (template,) = loaded.templates
    first = next(template.every())

    assert (first.ask, first.form.right, str(first.spoiler)) == ("When was Amour made?", ("2012",), "plot")
    assert getattr(first.form, "accept", ()) == ("2013",)


def test_names_that_differ_only_in_case_or_accents_are_one(problems_of: Callable[..., list[Problem]]) -> None:
    """A column declared unique can't hold René and Rene: nobody could tell the answers apart."""
    problems = problems_of("tables:\n  t: {columns: {a: person}, unique: [a], rows: [{a: René}, {a: Rene}]}\n")

    assert [problem.name for problem in problems] == ["not-unique"]


def test_aliases_are_one_value(bank_of: Callable[..., Bank]) -> None:
    """A distractor is never another name of the key."""
    loaded = bank_of(
        """
        names: {character: [{name: Ali, also: [Alain]}]}
        tables:
          cast:
            columns: {actor: person, character: character}
            unique: [actor]
            decoys: {character: [Alain, Foued, Simon]}
            rows: [{actor: Matthias Schoenaerts, character: Sam}, {actor: Somebody Else, character: Anna}]
        questions: [{from: cast, ask: "Whom does {actor} play?", answer: character}]
        """
    )

    assert loaded.templates


@pytest.mark.parametrize("difficulty", Difficulty)
@pytest.mark.parametrize(
    ("text", "expects"),
    [
        ("2012", Expects.YEAR),
        ("17 May 2012", Expects.DATE),
        ("May 31, 2012", Expects.DATE),
        ("2012-02-28", Expects.DATE),
        ("€15.4 million", Expects.MONEY),
        ("82 %", Expects.PERCENT),
        ("99 %", Expects.PERCENT),
        ("8 weeks", Expects.DURATION),
        ("1,904,157", Expects.NUMBER),
        ("3", Expects.NUMBER),
    ],
)
def test_the_ladder_is_well_formed(text: str, expects: Expects, difficulty: Difficulty) -> None:
    """Wrong values differ, keep the key's form, stay possible, and the key's rank is as likely anywhere."""
    ranks = [0, 0, 0, 0]
    for seed in range(400):
        made = list(rungs(text, expects, difficulty, 3, Stream("ladder", str(seed))))
        values = [value_of(expects, each) for each in (text, *made)]
        assert len(set(values)) == 4
        assert None not in values
        assert all("%" not in each or int(each.split()[0]) <= 100 for each in made)
        ranks[sorted(values).index(values[0])] += 1  # type: ignore[type-var]

    possible = 2 if text.startswith("99") else 3 if text == "3" else 4
    assert sum(rank > 0 for rank in ranks) >= possible
    assert max(ranks) < 400 / possible * 1.45


def test_a_time_has_no_ladder() -> None:
    """What can't be imitated safely gives no values at all."""
    assert list(rungs("89:22", Expects.DURATION, Difficulty.EASY, 3, Stream("x"))) == []


def test_what_is_written_can_be_read_again(bundled: Bank, bank_of: Callable[..., Bank]) -> None:
    """The YAML that `show` prints of a generated question is a question, the same one."""
    questions = [next(template.every()) for template in bundled.templates]
    lines = [f"  {line}" for question in questions for line in written(question)]
    sources = "".join(f"  {source.name}: {{publisher: x}}\n" for source in bundled.sources)
    again = bank_of("questions:\n" + "\n".join(lines) + "\nsources:\n" + sources)

    assert [question.form for question in again.questions] == [question.form for question in questions]
    assert [question.ask for question in again.questions] == [question.ask for question in questions]


def test_hard_distractors_are_more_alike(bank_of: Callable[..., Bank]) -> None:
    """A hard question draws those that share most with the key, an easy one those that share least."""
    rows = "".join(
        f"      - {{name: {group.upper()}{number}x{group}, group: {group}, of: T{group}{number}}}\n"
        for group in "abcd"
        for number in range(6)
    )
    template = "  - {{from: t, ask: 'Who is of {{of}}?', answer: name, difficulty: {0}}}\n"
    text = (
        "tables:\n  t:\n    columns: {name: person, group: text, of: text}\n    unique: [name, of]\n"
        f"    rows:\n{rows}questions:\n{template.format('hard')}{template.format('easy')}"
    )
    hard, easy = bank_of(text.replace("easy}", "easy, id: e}")).templates

    def alike(template: Template) -> int:
        questions = list(template.every())
        return sum(wrong[-1] == question.form.right[0][-1] for question in questions for wrong in question.form.wrong)

    assert alike(hard) > 3 * alike(easy)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tables: {t: {unique: {a: b}, columns: {a: text}, rows: [{a: x}]}}", ["not-a-list"]),
        ("tables: {t: {unique: [{a: b}], columns: {a: text}, rows: [{a: x}]}}", ["not-a-list"]),
        ("tables: {t: {columns: {a: text}, rows: [{a: x, dificulty: hard}]}}", ["unknown-field"]),
        (
            "{tables: {t: {unique: a, columns: {a: text}, rows: [{a: x}]}}, questions: [{from: t, ask: '{c}'}]}",
            ["unknown-column"],
        ),
    ],
)
def test_a_slip_has_one_message(text: str, names: list[str], problems_of: Callable[..., list[Problem]]) -> None:
    """What is wrong is said once, and nothing that is right is called wrong beside it."""
    assert [problem.name for problem in problems_of(text)] == names
