"""The command line as a process: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.cli import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

SMALL = """
topic: Towns
questions:
  - {ask: Which town?, answer: "No", distractors: ["007", "12:30"], id: town}
  - {kind: text, ask: Which code?, answer: 007, id: code}
"""


def test_alone_without_a_terminal_it_says_how_to_play(rb_quiz: Run) -> None:
    """`rb-quiz` in a pipe prints how to play and is done."""
    done = rb_quiz()

    assert done.returncode == 0
    assert "rb-quiz play --plain" in done.stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_with_an_example(rb_quiz: Run, command: str) -> None:
    """`--help` works for each command and gives an example."""
    done = rb_quiz(*command.split(), "--help")

    assert done.returncode == 0
    assert "Example: rb-quiz" in done.stdout


def test_a_game_without_input_ends_with_a_score(rb_quiz: Run) -> None:
    """An empty input ends the game cleanly with a score line."""
    done = rb_quiz("play", "--seed", "any", "--plain")

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "Score: 0 / 10"
    assert done.stderr == ""


def test_the_models_of_a_drawn_quiz_win_the_game(rb_quiz: Run) -> None:
    """The same flags draw the same quiz, and its models typed in earn all."""
    flags = ("--seed", "friday", "--questions", "25")
    quiz = json.loads(rb_quiz("draw", *flags, "--json").stdout)
    lines = "".join(" ".join(item["model"]) + "\n" for item in quiz["items"])

    assert rb_quiz("play", *flags, "--plain", stdin=lines).stdout.splitlines()[-1] == "Score: 25 / 25"


def test_a_draw_is_the_same_bytes_everywhere(rb_quiz: Run, tmp_path: Path) -> None:
    """Neither the hash seed nor the working directory changes a drawn quiz."""
    first = rb_quiz("draw", "--seed", "S", "--questions", "40", PYTHONHASHSEED="1")
    second = rb_quiz("draw", "--seed", "S", "--questions", "40", PYTHONHASHSEED="2", cwd=tmp_path)

    assert first.stdout == second.stdout != ""


def test_a_quiz_file_and_a_code_bring_the_quiz_back(rb_quiz: Run, tmp_path: Path) -> None:
    """What was drawn can be drawn again by its file and by its code, and is never overwritten."""
    path = tmp_path / "night.json"
    code = rb_quiz("draw", "--questions", "7", "--spoilers", "premise", "--topic", "Cast", "-o", path).stdout.strip()

    assert rb_quiz("draw", path).stdout == path.read_text(encoding="utf-8")
    assert rb_quiz("draw", code.lower()).stdout == path.read_text(encoding="utf-8")
    again = rb_quiz("draw", "-o", path)
    assert again.returncode == 2
    assert "expected a new file" in again.stderr


def test_list_and_show_keep_text_as_typed(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """The bank option may stand before or after the command, and texts are as they were typed."""
    path = folder(SMALL)
    listed = json.loads(rb_quiz("--bank", path, "list", "--json").stdout)
    shown = json.loads(rb_quiz("show", "town", "--json", "--bank", path).stdout)

    assert [question["id"] for question in listed] == ["town", "code"]
    assert {"id", "topic", "kind", "ask", "difficulty", "spoiler", "source", "file", "line"} <= set(listed[0])
    assert (shown["answer"], shown["distractors"]) == (["No"], ["007", "12:30"])
    assert (
        Path(shown["file"])
        .read_text(encoding="utf-8")
        .splitlines()[shown["line"] - 1]
        .strip()
        .startswith("- {ask: Which town?")
    )
    assert "007" in rb_quiz("show", "code", "--bank", path).stdout
    assert "town" in rb_quiz("list", RB_QUIZ_BANK=str(path)).stdout


def test_check_tells_sound_from_broken(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """A sound bank is one line and exit 0; a broken one its problems on stdout and exit 1."""
    sound = rb_quiz("check")
    path = folder("questions:\n  - {ask: Q?, answr: x}\n")
    broken = rb_quiz("check", path)

    assert (sound.returncode, sound.stdout.startswith("No problems: ")) == (0, True)
    assert rb_quiz("check", folder(SMALL)).stdout.count("\n") == 1
    assert broken.returncode == 1
    assert re.match(r".*bank\.yaml:2:\d+: .* \[[a-z-]+\]$", broken.stdout.splitlines()[0])
    assert broken.stderr == ""


def test_playing_a_broken_bank_says_its_problems(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """A game on a bank with problems is exit 1, with the problems on stderr."""
    done = rb_quiz("play", "--bank", folder("questions:\n  - {ask: Q?}\n"))

    assert done.returncode == 1
    assert "[missing-field]" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["play", "--questions", "4000"], "expected 4000 questions, found"),
        (["play", "--topic", "Cats"], "did you mean 'Cast'"),
        (["play", "--kind", "choise"], "did you mean 'choice'"),
        (["play", "--difficulty", "simple"], "easy, medium, hard or rising"),
        (["play", "--questions", "0"], "questions"),
        (["play", "nothing.json"], "expected a quiz file or a quiz code"),
        (["play", "120AJF-7Q3Z"], "wrong, missing or swapped"),
        (["play", "README.md"], "expected a quiz file"),
        (["show", "no-such-id"], "expected the id of a question"),
        (["check", "nowhere"], "found nothing"),
        (["play", "--bank", "tests/golden"], ""),
        (["ply"], ""),
        (["play", "--mode", "sprnt"], "did you mean 'sprint'"),
        (["play", "--mode", "chess"], "there are classic, sprint"),
        (["play", "--scoring", "examn"], "did you mean 'exam'"),
        (["play", "--seconds", "-3"], "seconds"),
        (["play", "--players", "Ana,ana"], "expected each player once, found 'ana'"),
        (["play", "--players", "Ana,,Ben"], "1 to 40 visible characters"),
        (["play", "--players", ""], "1 to 40 visible characters"),
        (["play", "--players", "Ana,\x1b[31mBen"], "1 to 40 visible characters"),
        (["play", "--players", "x" * 10_000], "1 to 40 visible characters"),
        (["play", "--players", ",".join(map(str, range(300)))], "at most 8, found 300"),
    ],
)
def test_wrong_calls_are_told_so(rb_quiz: Run, args: list[str], words: str) -> None:
    """A call that can't be carried out is exit 1 or 2 with a word on stderr, and no traceback."""
    done = rb_quiz(*args)

    assert done.returncode in (1, 2)
    assert words in done.stderr
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_small_bank_is_played_with_what_it_has(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """Without --questions a bank of two is a quiz of two; with it, too few is an error that says how many there are."""
    path = folder(SMALL)

    assert rb_quiz("play", "--bank", path, stdin="q\n").stdout.endswith("Score: 0 / 2\n")
    refused = rb_quiz("play", "--bank", path, "--questions", "3")
    assert (refused.returncode, "found 2" in refused.stderr) == (2, True)


def test_light_commands_import_no_screen() -> None:
    """Neither the plain game nor a list imports questionary, rich or pydantic."""
    script = (
        "import sys; from rb_quiz.cli import app; app = app()\n"
        "try: app(['play', '--plain', '--seed', 'x'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('questionary', 'prompt_toolkit', 'rich', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], input="", capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_the_players_own_questions_are_loaded_too(rb_quiz: Run, tmp_path: Path) -> None:
    """YAML files in the player's own folder join the bundled bank."""
    own = tmp_path / "home" / "rb-quiz" / "questions"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text(SMALL, encoding="utf-8")

    assert '"town"' in rb_quiz("list", "--json").stdout


def test_problems_of_own_questions_stop_no_game(rb_quiz: Run, tmp_path: Path) -> None:
    """A file with problems is left out, which one line says; the player's other files and the bank are played."""
    own = tmp_path / "home" / "rb-quiz" / "questions"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text(SMALL, encoding="utf-8")
    (own / "twin.yaml").write_text("questions: [{ask: Whose?, answer: A, distractors: B, id: town}]", encoding="utf-8")
    (own / "broken.yaml").write_text("questions: [{ask: Whose?", encoding="utf-8")
    listed, checked = rb_quiz("list"), rb_quiz("check")
    played = rb_quiz("play", "--plain", "--questions", "1")

    assert listed.returncode == played.returncode == 0
    assert "town  Towns" in listed.stdout
    assert len(listed.stderr.splitlines()) == 1
    assert "broken.yaml, twin.yaml of your own questions (2 problems" in listed.stderr
    assert checked.returncode == 1
    assert "expected each id once, found 'town' again (first at " in checked.stdout


def test_a_list_says_where_questions_stand(rb_quiz: Run, tmp_path: Path) -> None:
    """Each question is listed with its file, as seen from here, and its line."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    line = next(number for number, text in enumerate(SMALL.splitlines(), start=1) if "id: town" in text)

    assert f"(small.yaml:{line})" in rb_quiz("list", "--bank", path, cwd=tmp_path).stdout
    assert f"({path}:{line})" in rb_quiz("list", "--bank", path).stdout


@pytest.mark.parametrize("closed", ["<&-", "</dev/null >&-"])
def test_closed_streams_are_no_traceback(closed: str) -> None:
    """A game whose input or output was closed ends quietly."""
    command = f"{sys.executable} -m rb_quiz play --seed x --plain {closed}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_json_is_utf_8_whatever_the_terminal_speaks(rb_quiz: Run) -> None:
    """A machine whose terminal speaks ASCII draws the same bytes."""
    flags = ("draw", "--seed", "S", "--questions", "20")

    assert rb_quiz(*flags).stdout == rb_quiz(*flags, PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout


TYPED = """
questions:
  - {kind: text, id: who, ask: Who?, expects: person, answer: Jacques Audiard}
  - {ask: A?, id: a, answer: b, distractors: [c]}
"""


def test_try_says_verdict_rule_and_why(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """A typed response is judged as in a game; what is not typed, or not there, is said."""
    bank = folder(TYPED)
    done = rb_quiz("try", "--bank", bank, "who", "audiar")

    assert done.stdout == "accept: surname (as 'Jacques Audiard')\nThe surname is enough.\n"
    assert "found 'a', a choice" in rb_quiz("try", "--bank", bank, "a", "b").stderr
    assert "did you mean 'who'" in rb_quiz("try", "--bank", bank, "whom", "b").stderr
    assert [rb_quiz("try", *args).returncode for args in (["who"], ["--lines", "who"], [])] == [2, 2, 2]


def test_try_reads_and_writes_a_json_line_each(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """Each line gets one; a line that is no request gets an error with its number, and the exit code says so."""
    lines = ['{"question": "who", "response": "Jacques Audiard"}', "", "[1]", '{"question": "who", "response": "pas"}']
    done = rb_quiz("try", "--bank", folder(TYPED), "--lines", stdin="\n".join(lines))
    said = [json.loads(line) for line in done.stdout.splitlines()]

    assert said[0] == {"verdict": "accept", "rule": "exact", "matched": "Jacques Audiard"}
    assert said[1]["error"].startswith("line 3: expected")
    assert (said[2]["verdict"], len(said), done.returncode) == ("reject", 3, 1)


def test_the_rules_can_be_read_out(rb_quiz: Run) -> None:
    """--explain says the rules of mode and scoring, and plays nothing."""
    done = rb_quiz("play", "--mode", "survival", "--scoring", "exam", "--explain")

    assert "survival: Three lives" in done.stdout
    assert "blind guessing" in done.stdout
    assert "Score" not in done.stdout


def test_the_quiz_of_the_day_is_the_same_for_all(rb_quiz: Run) -> None:
    """Two games of the day on one date have one code; a seed draws another one, the same each time."""
    first, second = (rb_quiz("play", "--mode", "daily", "--plain").stdout for _ in range(2))
    seeded, again = (rb_quiz("play", "--mode", "daily", "--plain", "--seed", "S").stdout for _ in range(2))

    assert first == second
    assert seeded == again != first


def test_a_tie_breaker_is_played_on_request(rb_quiz: Run) -> None:
    """Two who answered nothing share the first place, and the nearer number wins it."""
    lines = "\n" * 4 + "0\n1000\n"
    done = rb_quiz("play", "--players", "Ana,Ben", "--tie-breaker", "-n", "2", "--seed", "S", "--plain", stdin=lines)

    assert "Tie-breaker: the nearest number wins." in done.stdout
    assert " wins with 0.\n" in done.stdout
