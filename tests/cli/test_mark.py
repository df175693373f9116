"""`rb-quiz mark` as a process: from a drawn quiz and a filled-in table to standings, JSON and exit codes."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from rb_quiz.draw import form
from rb_quiz.present.paper.answer import answered
from rb_quiz.present.paper.marks.marksheet import render_marksheet
from rb_quiz.present.paper.rounds import split
from rb_quiz.quiz import Quiz, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from conftest import Run

BANK = """
topic: Cast
questions:
  - {id: a, ask: A?, answer: x, distractors: [y, z]}
  - {kind: text, expects: person, id: g, ask: G?, answer: Marion Cotillard, too-broad: [Marion]}
  - {kind: true-false, id: h, ask: H., answer: true}
  - {kind: match, id: e, ask: E, pairs: {x: 1, y: 2, z: 3}, topic: Plot}
"""


@pytest.fixture
def night(rb_quiz: Run, folder: Callable[..., Path]) -> Path:
    """Return a quiz file of the small bank."""
    path = folder(BANK) / "night.json"
    assert rb_quiz("draw", "--bank", path.parent, "-n", "4", "--seed", "S", "-o", path).returncode == 0
    return path


def quiz_of(path: Path) -> Quiz:
    """Return the quiz of a file."""
    return read(path.read_text(encoding="utf-8"))


def written(quiz: Quiz, team: str, name: str) -> list[str]:
    """Return a row with the key of a form."""
    return [team, name, *(answered(item, "1").written for item in form(quiz, name).quiz.items)]


def filled(night: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Return a mark sheet with these rows."""
    path = night.with_name("responses.csv")
    path.write_bytes(render_marksheet(split(quiz_of(night), 1), ("A", "B"), rows))
    return path


def test_a_night_is_marked(rb_quiz: Run, night: Path) -> None:
    """Teams with two forms get their ranks, and the questions their figures, on stdout alone."""
    quiz = quiz_of(night)
    row = partial(written, quiz)
    sheet = filled(night, [row("Orca", "A"), row("Team Ülker", "B"), ["Ben", "", "-"], ["Cleo"]])
    done = rb_quiz("mark", sheet, "--quiz", night)
    lines = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0] == "4 papers, 4 questions, scoring: exam"
    assert lines[2:7] == [
        "    Team        Points   right  partly   wrong   blank",
        "1.  Orca         4 / 4       4       0       0       0",
        "1.  Team Ülker   4 / 4       4       0       0       0",
        "3.  Ben          0 / 4       0       0       0       4",
        "3.  Cleo         0 / 4       0       0       0       4",
    ]
    assert any(line.startswith("1. 50% right: ") for line in lines)
    assert max(map(len, lines)) <= 80


def test_the_host_settles_what_is_open(rb_quiz: Run, night: Path) -> None:
    """The line that the report ends with is what makes the answer right."""
    quiz = quiz_of(night)
    place = [item.id for item in quiz.items].index("g")
    row = ["Orca", "", *["-"] * 4]
    row[2 + place] = "Marion"
    sheet = filled(night, [row])
    before = rb_quiz("mark", sheet, "--quiz", night)
    flag, wish = before.stdout.splitlines()[-1].split()[-2:]
    after = json.loads(rb_quiz("mark", sheet, "--quiz", night, flag, wish, "--json").stdout)

    assert (before.returncode, flag, wish) == (0, "--accept", f"{place + 1}=Marion")
    assert "too broad" in before.stdout
    assert (after["standings"][0]["exact"], after["undecided"], after["problems"]) == ("1", [], [])


def test_json_says_all(rb_quiz: Run, night: Path) -> None:
    """Standings, figures, what is open and the problems, with numbers as they are in the quiz."""
    quiz = quiz_of(night)
    row = written(quiz, "Orca", "B")
    done = rb_quiz("mark", filled(night, [row, ["Ben", "B", *["?"] * 4]]), "--quiz", night, "--json")
    found = json.loads(done.stdout)

    assert done.returncode == 1
    assert [(each["team"], each["form"], each["exact"]) for each in found["standings"]] == [
        ("Orca", "B", "4"),
        ("Ben", "B", "0"),
    ]
    assert [(each["question"], each["id"]) for each in found["questions"]] == [
        (str(place), item.id) for place, item in enumerate(quiz.items, start=1)
    ]
    assert {each["name"] for each in found["problems"]} == {"unreadable-response"}
    assert len(found["problems"]) == done.stderr.count("[unreadable-response]") == 3


def test_problems_are_said_and_the_rest_is_shown(rb_quiz: Run, night: Path) -> None:
    """What can't be read is exit 1 with its place; escape codes are harmless wherever they stand."""
    quiz = quiz_of(night)
    rows = [written(quiz, "\x1b[31mOrca\x07", "A"), ["Ben", "7"], ["\x1b]0;x", "", *["\x1b[2J"] * 4]]
    done = rb_quiz("mark", filled(night, rows), "--quiz", night)

    assert done.returncode == 1
    assert "responses.csv:5:5: expected the letter of a form" in done.stderr
    assert "1.  \ufffd[31mOrca\ufffd" in done.stdout
    assert not {"\x1b", "\x07"} & {*done.stdout, *done.stderr}


@pytest.mark.parametrize(("way", "letter"), [("topic", "R"), ("difficulty", "D")])
def test_rounds_are_marked_by_their_labels(rb_quiz: Run, night: Path, way: str, letter: str) -> None:
    """A quiz in rounds calls its questions R1.1 by topic and D1.1 by difficulty, so that marks can't be mixed up."""
    rounds = split(quiz_of(night), 2, way)
    row = ["Orca", *(answered(item, "1").written for each in rounds for item in each.items)]
    sheet = night.with_name("responses.csv")
    sheet.write_bytes(render_marksheet(rounds, rows=[row]))
    done = rb_quiz("mark", sheet, "--quiz", night)

    assert done.returncode == 0
    assert "Orca   4 / 4" in done.stdout
    assert f"\n{letter}2.1. 100% right" in done.stdout


def test_labels_without_a_letter_are_no_questions(rb_quiz: Run, night: Path) -> None:
    """Whether 1.1 stands in a round by topic or by difficulty nobody knows, so nothing is marked."""
    sheet = night.with_name("responses.csv")
    sheet.write_text("team,1.1,1.2,2.1,2.2\nOrca,A,B,A,B\n", encoding="utf-8")
    done = rb_quiz("mark", sheet, "--quiz", night)

    assert done.returncode == 1
    assert "[unknown-column]" in done.stderr
    assert "Orca" not in done.stdout


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--scoring", "speed"), "'speed', which needs a clock; there are casual, exam, strict"),
        (("--scoring", "ladder"), "which goes by the order of the answers"),
        (("--scoring", "confidence"), "which asks how sure players are"),
        (("--scoring", "exma"), "did you mean 'exam'"),
        (("--accept", "9=x"), "expected --accept to name a question of this quiz, 1 to 4"),
        (("--quiz", "nothing"), "expected a quiz file or a quiz code"),
    ],
)
def test_a_wrong_call_says_what_can_be_called(rb_quiz: Run, night: Path, flags: tuple[str, ...], words: str) -> None:
    """Schemes without paper, unknown words and answers that nobody gave are exit 2 with a mend."""
    done = rb_quiz("mark", filled(night, []), "--quiz", night, *flags)

    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("data", [b"", b"\xff\x00\xfe", b"team,1\n", b"PK\x03\x04" + bytes(range(256))])
def test_any_file_is_answered(rb_quiz: Run, night: Path, data: bytes) -> None:
    """A file that is no mark sheet is a problem, never a traceback; one that is not there is a wrong call."""
    path = night.with_name("other.csv")
    path.write_bytes(data)
    done, none = (rb_quiz("mark", each, "--quiz", night) for each in (path, night.with_name("none.csv")))

    assert (done.returncode, none.returncode) == (1, 2)
    assert "Traceback" not in done.stderr + none.stderr
    assert "There is no paper to mark yet." in done.stdout


def test_a_form_that_was_not_printed_is_a_problem(rb_quiz: Run, night: Path) -> None:
    """Who says how many forms there were is told of a letter that was none."""
    sheet = night.with_name("responses.csv")
    sheet.write_text("team,form,1,2,3,4\nOrca,D,,,,\n", encoding="utf-8")

    assert rb_quiz("mark", sheet, "--quiz", night, "--forms", "4").returncode == 0
    said = rb_quiz("mark", sheet, "--quiz", night, "--forms", "3")
    assert said.returncode == 1
    assert "responses.csv:2:6: expected the letter of a form that was printed, found 'D'" in said.stderr
