"""The commands that look back: resume, stats, replay, practise, appeals, rescore, forget; and the quiz of the day."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

BANK = """\
topic: Towns
questions:
  # where it plays
  - kind: text
    id: town
    ask: In which town?
    expects: place
    answer: Antibes
    accept: [Antibes-les-Pins]   # the old name
  - {kind: true-false, id: sea, ask: It lies by the sea., answer: true}
"""


@pytest.fixture
def bank(folder: Callable[..., Path]) -> Path:
    """Return a bank of a typed question and another."""
    return folder(BANK)


def test_a_game_is_looked_at_again(rb_quiz: Run, bank: Path) -> None:
    """After a game stats knows the player, replay tells it again, and nothing is left to resume."""
    rb_quiz("play", "--bank", bank, "--plain", "--players", "Ana", "--seed", "S", stdin="Antibes\n1\n1\n")
    stats = rb_quiz("stats")
    figures = json.loads(rb_quiz("stats", "ana", "--json").stdout)
    replay = rb_quiz("replay", "1")

    assert "Played by Ana" in stats.stdout
    assert (figures["games"], figures["answers"]["asked"]) == (1, 2)
    assert "In which town?" in replay.stdout
    assert replay.stdout.splitlines()[-1].startswith("Score: ")
    assert rb_quiz("resume", "--list").stdout == "No game is open.\n"
    assert {each["id"] for each in json.loads(rb_quiz("stats", "--items", "--json").stdout)} == {"town", "sea"}
    assert "In which town?" in rb_quiz("stats", "--items").stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["stats", "Zoe"], "expected a player who has played"),
        (["replay", "7"], "expected the number of a game, found 7"),
        (["resume"], "expected a game without an end, found none"),
        (["resume", "7"], "expected the number of a game"),
        (["forget", "Zoe", "--yes"], "expected a player who is known"),
        (["appeals", "--accept", "1"], "expected the number of an appeal"),
        (["appeals", "--accept", "1", "--decline", "1"], "found both"),
        (["play", "--fresh", "--repeat"], "found both"),
    ],
)
def test_what_is_not_there_is_said(rb_quiz: Run, args: list[str], words: str) -> None:
    """A player, game or appeal that isn't there is a wrong call, told so."""
    done = rb_quiz(*args)

    assert (done.returncode, words in done.stderr) == (2, True), done.stderr


def test_an_empty_store_has_its_words(rb_quiz: Run) -> None:
    """Before the first game every command has something to say."""
    assert "nothing yet" in rb_quiz("stats").stdout
    assert rb_quiz("stats", "--items").stdout == "No question was asked yet.\n"
    assert rb_quiz("appeals").stdout == "There are no appeals.\n"
    assert "`rb-quiz play` first" in rb_quiz("practise").stdout
    assert rb_quiz("rescore").stdout == "0 marks changed.\n"


def protest(rb_quiz: Run, bank: Path) -> None:
    """Play a game with a protest of a typed answer, whichever place it has."""
    args = ("--bank", bank, "--plain", "--kind", "text", "--players", "Ana")
    rb_quiz("play", *args, stdin="Cap d'Antibes village\n2\n")


def test_an_appeal_mends_marks_and_on_a_yes_the_bank(rb_quiz: Run, bank: Path) -> None:
    """The alias is shown as a diff and written only on a yes; every other byte of the file stays."""
    protest(rb_quiz, bank)
    file = bank / "bank.yaml"
    listed = rb_quiz("appeals").stdout
    shown = rb_quiz("appeals", "--accept", "1", "--bank", bank, stdin="no\n")

    assert "Cap d'Antibes village" in listed
    assert "1 mark changed" in shown.stdout
    assert (
        '+    accept: [Antibes-les-Pins, "Cap d' in shown.stdout
        or "+    accept: [Antibes-les-Pins, Cap d'" in shown.stdout
    )
    assert file.read_text(encoding="utf-8") == BANK
    assert json.loads(rb_quiz("stats", "Ana", "--json").stdout)["answers"]["credit"] == 1
    protest(rb_quiz, bank)
    written = rb_quiz("appeals", "--accept", "1", "--bank", bank, stdin="y\n")
    text = file.read_text(encoding="utf-8")

    assert "Written." in written.stdout
    assert "Cap d'Antibes village" in text
    assert text.replace(', "Cap d\'Antibes village"', "").replace(", Cap d'Antibes village", "") == BANK
    assert rb_quiz("try", "--bank", bank, "town", "cap d'antibes village").stdout.startswith("accept: exact")
    assert rb_quiz("appeals").stdout == "There are no appeals.\n"


def test_a_declined_appeal_is_settled(rb_quiz: Run, bank: Path) -> None:
    """The mark stands, and the appeal is gone."""
    protest(rb_quiz, bank)

    assert "stays wrong" in rb_quiz("appeals", "--decline", "1").stdout
    assert rb_quiz("appeals").stdout == "There are no appeals.\n"


def test_a_mended_bank_scores_old_games_again(rb_quiz: Run, bank: Path) -> None:
    """After the author adds an accepted answer, rescore gives its points to who said it."""
    rb_quiz("play", "--bank", bank, "--plain", "--kind", "text", stdin="Juan\n")
    file = bank / "bank.yaml"
    file.write_text(BANK.replace("accept: [", "accept: [Juan, "), encoding="utf-8")

    assert rb_quiz("rescore", "--bank", bank).stdout == "1 mark changed.\n"
    assert rb_quiz("rescore", "--bank", bank).stdout == "0 marks changed.\n"


def test_forgetting_asks_first(rb_quiz: Run, bank: Path) -> None:
    """Without a yes nothing is removed; with one the player is unknown."""
    rb_quiz("play", "--bank", bank, "--plain", "--players", "Ana", stdin="1\n1\n")

    assert "Nothing was removed" in rb_quiz("forget", "Ana", stdin="\n").stderr
    assert "1 game" in rb_quiz("forget", "ANA", stdin="y\n").stdout
    assert rb_quiz("stats", "Ana").returncode == 2


def test_practice_comes_back_to_what_was_missed(rb_quiz: Run, bank: Path) -> None:
    """Right after a game nothing is due, and one is told when to come back."""
    rb_quiz("play", "--bank", bank, "--plain", stdin="\n\n")
    done = rb_quiz("practise", "--bank", bank, "--plain")

    assert "come back at" in done.stdout or "come back on" in done.stdout
    assert "2 facts are being practised" in done.stdout


def test_the_quiz_of_the_day_is_played_once(rb_quiz: Run, bank: Path) -> None:
    """The second time one is shown how it went, and the streak is said after the first."""
    first = rb_quiz("play", "--bank", bank, "--mode", "daily", "--plain", stdin="1\n1\nx\n")
    second = rb_quiz("play", "--bank", bank, "--mode", "daily", "--plain", stdin="1\n1\nx\n")

    assert "1 day in a row" in first.stderr
    assert "You played today: rb-quiz daily" in second.stdout
    assert "Question 1" not in second.stdout


def test_a_game_sleeps_while_its_bank_is_edited(rb_quiz: Run, bank: Path, tmp_path: Path) -> None:
    """The stored quiz is played on as it was, and the change is said."""
    home = tmp_path / "kept"
    rb_quiz("play", "--bank", bank, "--plain", "--mode", "classic", stdin="1\n1\n1\n", RB_QUIZ_HOME=str(home))
    _reopen(home / "records.sqlite3")
    (bank / "bank.yaml").write_text("questions: [{ask: New?, answer: a, distractors: [b]}]", encoding="utf-8")
    done = rb_quiz("resume", "--plain", stdin="1\n1\n1\n", RB_QUIZ_HOME=str(home))

    assert "the bank has changed since" in done.stderr
    assert "New?" not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Score: ")


def _reopen(path: Path) -> None:
    """Take away the last events of the only game, as if it had been killed before them."""
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM events")
        db.execute("DELETE FROM answers")
        db.execute("UPDATE games SET ended = NULL")
    db.close()


def test_a_tie_breaker_is_remembered(rb_quiz: Run) -> None:
    """Who won by the nearest number has won in the replay too."""
    args = ("play", "--plain", "-n", "2", "--seed", "s", "--players", "Ana,Ben", "--tie-breaker")
    played = rb_quiz(*args, stdin="\n\n\n\n0\n100000\n").stdout.splitlines()[-1]

    assert " wins with 0" in played
    assert rb_quiz("replay", "1").stdout.splitlines()[-1] == played


def test_another_quiz_is_not_the_quiz_of_the_day(rb_quiz: Run, bank: Path) -> None:
    """One with a seed doesn't count as today's, and nobody is told of a streak for it."""
    lines = "1\n1\nx\n"
    seeded = rb_quiz("play", "--bank", bank, "--mode", "daily", "--seed", "S", "--plain", stdin=lines)
    real = rb_quiz("play", "--bank", bank, "--mode", "daily", "--plain", stdin=lines)

    assert "in a row" not in seeded.stderr
    assert "Question 1" in real.stdout
    assert "1 day in a row" in real.stderr


def test_who_has_played_today_is_left_out(rb_quiz: Run, bank: Path) -> None:
    """In company the quiz of the day is for those who haven't had it."""
    args = ("play", "--bank", bank, "--mode", "daily", "--plain", "--players")
    rb_quiz(*args, "Ana", stdin="1\n1\nx\n")
    done = rb_quiz(*args, "Ana,Ben")

    assert done.returncode == 2
    assert "found Ana; leave them out" in done.stderr


def test_rescore_goes_there_and_back(rb_quiz: Run, folder: Callable[..., Path]) -> None:
    """A key that is changed, and changed back, leaves the marks as they were; games drawn later keep their own."""
    bank = folder(BANK)
    file = bank / "bank.yaml"
    rb_quiz("play", "--bank", bank, "--plain", "--kind", "text", stdin="Antibes\n")
    file.write_text(BANK.replace("answer: Antibes", "answer: Cannes"), encoding="utf-8")
    there = rb_quiz("rescore", "--bank", bank).stdout
    file.write_text(BANK, encoding="utf-8")
    back = rb_quiz("rescore", "--bank", bank).stdout

    assert (there, back) == ("1 mark changed.\n", "1 mark changed.\n")
    assert rb_quiz("replay", "1").stdout.splitlines()[-1] == "Score: 1 / 1"


@pytest.mark.parametrize("args", [["replay", "9" * 25], ["resume", "9" * 25], ["forget", "\udcff", "--yes"]])
def test_absurd_arguments_are_no_traceback(rb_quiz: Run, args: list[str]) -> None:
    """Numbers no game has, and names that no file can hold, are wrong calls."""
    done = rb_quiz(*args)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_bank_of_one_difficulty_plays_every_mode(rb_quiz: Run, bank: Path) -> None:
    """Where questions can't get harder they are asked as they are, the second time too."""
    for _ in range(3):
        done = rb_quiz("play", "--bank", bank, "--mode", "survival", "--plain", stdin="1\n1\n1\n")
        assert "Question 1" in done.stdout, done.stderr
