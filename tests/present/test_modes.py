"""Every mode, alone and in company, from a script to its end; read a change of a transcript as prose."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rb_quiz.cli.modes import wanted_mode
from rb_quiz.cli.quizzes import Flags, new_quiz
from rb_quiz.draw import spares
from rb_quiz.item import Choose, Enter
from rb_quiz.play import MODES, Outcome, Protested
from rb_quiz.present.terminal import Game, PlainTable, play

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rb_quiz.bank import Bank
    from rb_quiz.item import Item
    from rb_quiz.present.terminal import Played
    from rb_quiz.quiz import Quiz

GOLDEN = Path(__file__).parents[1] / "golden" / "playthroughs"
SCRIPTS = {
    "classic": ["right", "wrong", "protest", "right", "skip", "right"],
    "sprint": ["right", "wrong", "right", "skip", "right"],
    "survival": ["right", "wrong", "right", "skip", "right", "wrong", "right"],
    "ladder": ["right", "halve", "right", "skip", "right", "wrong"],
    "confidence": ["right 3", "wrong 3", "right 1", "wrong 1", "skip", "right 2"],
    "daily": ["right", "right", "wrong", "stop"],
}


@pytest.fixture
def bank(bank_of: Callable[..., Bank]) -> Bank:
    """Return the small bank of the transcripts."""
    return bank_of((GOLDEN / "modes.yaml").read_text(encoding="utf-8"))


def lines(quiz: Quiz, script: list[str], players: int = 1) -> Iterator[str]:
    """Yield what the players type: for each word what it says of the current item, and once more from the start."""
    words, places = iter(script * 9), [item for item in quiz.items for _ in range(players)]
    for item in places:
        word = next(words)
        while word in ("halve", "protest"):
            yield {"halve": "x", "protest": "!"}[word]
            word = next(words)
        answer, _, certainty = word.partition(" ")
        yield {"right": " ".join(item.key.model), "wrong": wrong(item), "skip": "", "stop": "q"}[answer]
        if certainty:
            yield certainty


def wrong(item: Item) -> str:
    """Return what is not right: another option, or another name or number."""
    if isinstance(item.interaction, Choose):
        return next(option.id for option in item.interaction.options if option.id not in item.key.model)
    return "Michel Audiard" if isinstance(item.interaction, Enter) and not item.interaction.unit else "7"


def transcript(game: Game, typed: list[str], pace: float = 2.0) -> tuple[str, Played]:
    """Return what is printed in a game where each response takes so many seconds, and how it ended."""
    out, time = io.StringIO(), iter(range(10_000))
    played = play(game, PlainTable(io.StringIO("".join(f"{line}\n" for line in typed)), out), lambda: next(time) * pace)
    return out.getvalue(), played


@pytest.mark.parametrize("name", MODES)
def test_a_scripted_game_of_each_mode(name: str, bank: Bank, golden: Callable[[Path, str], None]) -> None:
    """The transcript of each mode is the one that is kept, and the last line is the score."""
    mode = wanted_mode(name, None, None, clock=True)
    quiz = new_quiz(bank, Flags(seed="S"), mode)
    text, played = transcript(Game(quiz, mode, again="rb-quiz play CODE"), list(lines(quiz, SCRIPTS[name])))

    golden(GOLDEN / f"{name}.txt", text)
    assert text.splitlines()[-1].startswith("Score: ")
    assert not played.interrupted


def test_a_scripted_game_of_three(bank: Bank, golden: Callable[[Path, str], None]) -> None:
    """Three players answer each question before it is told; a tie is broken by the nearest number."""
    mode = MODES["classic"]
    quiz = new_quiz(bank, Flags(questions=4, topics=("Cast", "Plot"), seed="S"), mode)
    decider = spares(bank, quiz, "number", 1)[0]
    game = Game(quiz, mode, ("Ana", "Ben", "Team Orca"), "rb-quiz play CODE", decider)
    script = ["right", "right", "wrong", "wrong", "right", "skip", "right", "wrong", "right", "right", "right", "right"]
    text, played = transcript(game, [*lines(quiz, script, 3), "7", "11 weeks"])

    golden(GOLDEN / "company.txt", text)
    assert [len(session.marks) for session in played.sessions] == [4, 4, 4]


def test_nobody_is_told_before_everybody_answered(bank: Bank) -> None:
    """No answer is printed between the turns of one round."""
    quiz = new_quiz(bank, Flags(questions=2, kinds=("choice",), seed="S"))
    text, _ = transcript(Game(quiz, MODES["classic"], ("Ana", "Ben")), ["1", "1", "2", "2"])
    first_round = text.partition("The answer")[0]

    assert first_round.count("it is your turn") == 2
    assert "Right" not in first_round
    assert "Wrong" not in first_round


def test_who_stops_leaves_the_others_playing(bank: Bank) -> None:
    """One player's q ends the game for that player alone; the end of the input ends it for all."""
    quiz = new_quiz(bank, Flags(questions=2, kinds=("choice",), seed="S"))
    _, played = transcript(Game(quiz, MODES["classic"], ("Ana", "Ben")), ["q", "1"])

    assert [len(session.marks) for session in played.sessions] == [0, 1]
    assert [session.stopped for session in played.sessions] == [True, True]


def test_a_late_line_counts_for_nothing(bank: Bank) -> None:
    """In plain lines the clock is announced and measured: what comes after it is late, and told so."""
    mode = wanted_mode(None, "speed", 5, clock=True)
    quiz = new_quiz(bank, Flags(questions=3, kinds=("choice",), seed="S"), mode)
    text, played = transcript(Game(quiz, mode), list(lines(quiz, ["right"])), pace=3.0)

    assert "You have 5 seconds for each question." in text
    assert "Too late: " in text
    assert [mark.outcome for mark in played.sessions[0].marks] == [Outcome.LATE] * 3
    assert text.endswith("Score: 0 / 3000\n")


def test_a_clock_that_jumps_is_no_crash(bank: Bank) -> None:
    """A clock that runs backwards, or leaps by years, gives seconds that can be."""
    quiz = new_quiz(bank, Flags(questions=4, kinds=("choice",), seed="S"))
    times = iter([0.0, -50.0, 1e12, 1e12 + 1, 5.0, 1e15] + [0.0] * 50)
    out = io.StringIO()
    played = play(Game(quiz, MODES["classic"]), PlainTable(io.StringIO("1\n1\n1\n1\n"), out), lambda: next(times))

    assert all(0 <= mark.seconds <= 86_400 for mark in played.sessions[0].marks)


def test_the_last_verdict_can_be_protested_too(bank: Bank) -> None:
    """After the last item comes one more prompt where it was a typed answer marked wrong; a plain end goes on."""
    quiz = new_quiz(bank, Flags(questions=1, kinds=("text",), topics=("Crew",), seed="S"))
    text, played = transcript(Game(quiz, MODES["classic"]), ["Michel", "2"])
    _, unprotested = transcript(Game(quiz, MODES["classic"]), ["Michel"])

    assert "(protested: “Michel”)" in text
    assert isinstance(played.sessions[0].events[-1], Protested)
    assert len(unprotested.sessions[0].events) == 1


def test_an_interrupted_round_gives_nothing_away(bank: Bank) -> None:
    """When a game in company is interrupted between two turns, the answer stays untold and nobody has won."""

    class Interrupted(io.StringIO):
        def isatty(self) -> bool:
            return True

    quiz = new_quiz(bank, Flags(questions=2, kinds=("choice",), seed="S"))
    out = io.StringIO()
    game = Game(quiz, MODES["classic"], ("Ana", "Ben"))
    played = play(game, PlainTable(Interrupted("1\n"), out), lambda: 0.0)

    assert played.interrupted
    assert "answer" not in out.getvalue()
    assert "wins" not in out.getvalue()
    assert "share the first" not in out.getvalue()
