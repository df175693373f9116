"""The command `print`: files, flags, and what can't be printed."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from rb_quiz.present.paper.packs import PACKS

if TYPE_CHECKING:
    from conftest import Run

BANK = Path(__file__).parents[1] / "golden" / "playthroughs" / "bank.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return an empty folder to print into."""
    made = tmp_path / "desk"
    made.mkdir()
    return made


def pages(path: Path) -> int:
    """Return how many pages a PDF has."""
    return len(PdfReader(BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("ending", ["pdf", "md"])
def test_every_pack_is_written(pack: str, ending: str, desk: Path, rb_quiz: Run) -> None:
    """Each pack goes into a file by its ending, and twice gives the same bytes."""
    first, again = (desk / f"{name}.{ending}" for name in ("first", "again"))
    said = [rb_quiz("print", "--pack", pack, "--seed", "x", "-o", path, "--bank", BANK) for path in (first, again)]

    assert [run.returncode for run in said] == [0, 0]
    assert "quiz code " in said[0].stderr
    assert first.read_bytes() == again.read_bytes()


def test_a_code_is_printed_as_it_is_played(desk: Path, rb_quiz: Run) -> None:
    """The code on the host script draws what was printed."""
    night = desk / "night.md"
    code = rb_quiz("print", "--seed", "x", "--questions", "6", "-o", night).stderr.split()[-1]
    drawn = rb_quiz("draw", code, "--json").stdout

    assert code in night.read_text(encoding="utf-8")
    assert rb_quiz("print", code, "-o", "-").stdout == night.read_text(encoding="utf-8")
    assert drawn.count('"stem"') == 6


def test_a_quiz_file_is_printed_without_its_bank(desk: Path, rb_quiz: Run) -> None:
    """A quiz file is enough; tie-breakers would need the bank it was drawn from."""
    quiz = desk / "quiz.json"
    rb_quiz("draw", "--bank", BANK, "--seed", "x", "-o", quiz)
    said = rb_quiz("print", quiz, "-o", desk / "night.pdf")

    assert said.returncode == 0
    assert "no tie-breakers" in said.stderr


def test_a_pack_is_split_into_files(desk: Path, rb_quiz: Run) -> None:
    """Each part of a night, and each form of an exam, has a file of its own."""
    rb_quiz("print", "--split", "-o", desk / "night.pdf", "--questions", "5")
    rb_quiz("print", "--split", "-o", desk / "exam.pdf", "--questions", "5", "--pack", "exam", "--forms", "2")

    assert sorted(path.name for path in desk.iterdir()) == [
        "exam-A.pdf",
        "exam-B.pdf",
        "exam-key.pdf",
        "night-answers.pdf",
        "night-host.pdf",
        "night-scores.pdf",
        "night-sheet.pdf",
        "night-title.pdf",
    ]
    assert pages(desk / "exam-key.pdf") == 3


def test_nothing_is_overwritten_unasked(desk: Path, rb_quiz: Run) -> None:
    """A file that is there stays, also where only one of several is; --force overwrites it."""
    night = desk / "night.pdf"
    (desk / "night-host.pdf").write_text("mine")
    split = rb_quiz("print", "--split", "-o", night, "--questions", "2")
    night.write_text("mine")
    whole = rb_quiz("print", "-o", night, "--questions", "2")

    assert (split.returncode, whole.returncode) == (2, 2)
    assert "found '" in whole.stderr
    assert "--force" in whole.stderr
    assert sorted(path.name for path in desk.iterdir()) == ["night-host.pdf", "night.pdf"]
    assert night.read_text() == "mine"
    assert rb_quiz("print", "-o", night, "--questions", "2", "--force").returncode == 0
    assert night.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("-o", "night.doc"), "ends in .pdf or .md"),
        (("--pack", "nigth"), "did you mean 'night'?"),
        (("--pack", "exam", "--rounds", "2"), "--rounds with a pack that has room for it"),
        (("--forms", "2"), "--forms with a pack that has room for it"),
        (("--pack", "cards", "--logo", "x.png"), "--logo with a pack that has room for it"),
        (("--pack", "key", "--forms", "2", "--rounds", "2"), "found both"),
        (("--scoring", "speed"), "which needs a clock"),
        (("--scoring", "confidence"), "asks how sure"),
        (("--scoring", "ladder"), "order of the answers"),
        (("--by", "colour"), "topic, difficulty"),
        (("--paper", "a5"), "a4, letter"),
        (("--flip", "left"), "long, short"),
        (("--logo", "none.png"), "none at 'none.png'"),
        (("--fonts", "none"), "none at 'none'"),
        (("--rounds", "9", "--questions", "3"), "at most as many rounds as questions"),
        (("--title", "東京"), "in the title, date or venue"),
        (("NOCODE",), "a quiz file or a quiz code"),
    ],
)
def test_what_can_not_be_printed_is_said(flags: tuple[str, ...], said: str, desk: Path, rb_quiz: Run) -> None:
    """One line says what was expected, nothing is written, and the exit code is 2."""
    run = rb_quiz("print", "--bank", BANK, *flags, cwd=desk)

    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert list(desk.iterdir()) == []


def test_a_missing_glyph_names_its_question(desk: Path, rb_quiz: Run) -> None:
    """The message says which question holds it, and that Markdown can; Markdown then does."""
    bank = desk / "bank.yaml"
    bank.write_text("questions: [{id: tokyo, ask: 東京?, answer: a, distractors: [b]}]", encoding="utf-8")
    run = rb_quiz("print", "--bank", bank, "--pack", "sheet", "-o", desk / "sheet.pdf")

    assert run.returncode == 2
    assert "found '東', '京' in question tokyo;" in run.stderr
    assert "東京?" in rb_quiz("print", "--bank", bank, "--pack", "sheet", "-o", "-").stdout
    assert not (desk / "sheet.pdf").exists()


def test_a_question_too_long_for_a_card_is_left_out(desk: Path, rb_quiz: Run) -> None:
    """The others are printed, and what is left out is said; where none is left that is an error."""
    bank = desk / "bank.yaml"
    long = f"{{id: long, ask: {'very long ' * 300}, answer: a, distractors: [b]}}"
    bank.write_text(f"questions: [{long}, {{ask: B?, answer: a, distractors: [b]}}]")
    run = rb_quiz("print", "--bank", bank, "--pack", "cards", "-o", desk / "cards.pdf")

    assert run.returncode == 0
    assert "left out, as it is too long for cards: long" in run.stderr
    assert pages(desk / "cards.pdf") == 2
    bank.write_text(f"questions: [{long}]")
    assert rb_quiz("print", "--bank", bank, "--pack", "cards", "-o", desk / "none.pdf").returncode == 2


def test_a_folder_that_can_not_be_written_is_said(rb_quiz: Run) -> None:
    """No traceback, and nothing is left behind."""
    for path in ("/proc/night.pdf", "/nowhere/night.pdf"):
        run = rb_quiz("print", "--bank", BANK, "-o", path)
        assert run.returncode == 2
        assert f"expected to write '{path}', found" in run.stderr


def test_a_full_disk_leaves_no_half_file(desk: Path) -> None:
    """A file that can't be written whole isn't there at all, and the one before it stays."""
    night = desk / "night.pdf"
    night.write_text("mine")
    limited = f"ulimit -f 8; exec {sys.executable} -m rb_quiz print --bank {BANK} -o {night} --force"
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    run = subprocess.run(["sh", "-c", limited], capture_output=True, encoding="utf-8", env=env, check=False)

    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert night.read_text() == "mine"
    assert [path.name for path in desk.iterdir()] == ["night.pdf"]


@pytest.mark.parametrize(("date", "printed"), [("2026-11-27", "Friday 27 November 2026"), ("soon", "soon")])
def test_a_date_is_written_out(date: str, printed: str, rb_quiz: Run) -> None:
    """An ISO date becomes words, any other text stays."""
    assert printed in rb_quiz("print", "--bank", BANK, "--date", date, "--venue", "Café", "-o", "-").stdout


def test_the_mark_sheet_comes_with_the_print(desk: Path, rb_quiz: Run) -> None:
    """The empty table has a column for each question; alone it prints nothing else."""
    sheet = desk / "responses.csv"
    run = rb_quiz("print", "--bank", BANK, "--rounds", "2", "--seed", "x", "--marksheet", sheet)

    assert run.returncode == 0
    assert sheet.read_text(encoding="utf-8-sig").startswith("team,R1.1,R1.2,")
    assert [path.name for path in desk.iterdir()] == ["responses.csv"]
    assert rb_quiz("print", "--bank", BANK, "--seed", "x", "--marksheet", sheet).returncode == 2
