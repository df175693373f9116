"""The plain game: a line an item, asked again when it can't be read, and a score at the end."""

from __future__ import annotations

import io
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.answers import Expects
from rb_quiz.draw import draw
from rb_quiz.item import Arrange, Choose, Enter, Interaction, Pair, allows, labelled
from rb_quiz.play import MODES, Mode
from rb_quiz.present.figures import number
from rb_quiz.present.terminal import Game, PlainTable, play
from rb_quiz.present.terminal.page import Line, clean, folded
from rb_quiz.present.terminal.reading import UnreadableError, read
from rb_quiz.quiz import Blueprint, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from rb_quiz.bank import Bank
    from rb_quiz.item import Response

GOLDEN = Path(__file__).parents[1] / "golden" / "playthroughs"
OPTIONS = labelled(("Antibes", "Cannes", "Strasbourg", "Warsaw"))
ONE = Choose(OPTIONS)
SEVERAL = Choose(OPTIONS, 1, 4)
ORDER = Arrange(OPTIONS[:3])
PAIRS = Pair(OPTIONS[:2], labelled(("x", "y", "z"), letters=True))


@pytest.mark.parametrize(
    ("interaction", "line", "response"),
    [
        (ONE, "2", ("2",)),
        (ONE, " b) ", ("2",)),
        (ONE, "B", ("2",)),
        (ONE, "cannes", ("2",)),
        (ONE, "", ()),
        (SEVERAL, "1 3", ("1", "3")),
        (SEVERAL, "a, c", ("1", "3")),
        (SEVERAL, "13", ("1", "3")),
        (SEVERAL, "4", ("4",)),
        (ORDER, "3 1 2", ("3", "1", "2")),
        (ORDER, "cab", ("3", "1", "2")),
        (PAIRS, "1c 2a", ("1c", "2a")),
        (PAIRS, "1-C, 2-A", ("1c", "2a")),
        (PAIRS, "1c2a", ("1c", "2a")),
        (Enter(Expects.TEXT), " Ali ", ("Ali",)),
    ],
)
def test_what_can_be_read(interaction: Interaction, line: str, response: Response) -> None:
    """Numbers, letters, pairs and whole options in words are read with or without separators."""
    assert read(interaction, line) == response


@pytest.mark.parametrize(
    ("interaction", "line"),
    [
        (ONE, "5"),
        (ONE, "1 2"),
        (Enter(Expects.NUMBER), "many"),
        (Enter(Expects.DATE), "no idea"),
        (ONE, "Nice"),
        (ORDER, "1 2"),
        (ORDER, "1 1 2"),
        (PAIRS, "1c 2c"),
        (PAIRS, "1c 1a"),
        (PAIRS, "3a"),
        (PAIRS, "one x"),
    ],
)
def test_what_cannot_be_read_is_said(interaction: Interaction, line: str) -> None:
    """A line that is no response says what one looks like."""
    with pytest.raises(UnreadableError, match=r"Expected .*An empty line skips"):
        read(interaction, line)


@given(st.sampled_from([ONE, SEVERAL, ORDER, PAIRS, Enter(Expects.TEXT)]), st.text())
def test_a_line_is_read_or_refused(interaction: Interaction, line: str) -> None:
    """Any line at all is a response that is allowed, or refused with a word."""
    try:
        assert allows(interaction, read(interaction, line))
    except UnreadableError as error:
        assert str(error)  # noqa: PT017 - the other branch is as good


def game(quiz: Quiz, lines: str, mode: Mode = MODES["classic"], players: tuple[str, ...] = ("",)) -> str:
    """Return all that is printed in a plain game with these lines."""
    out = io.StringIO()
    ticks = count()
    played = Game(quiz, mode, players, "rb-quiz play CODE")
    play(played, PlainTable(io.StringIO(lines), out), lambda: next(ticks))
    return out.getvalue()


@pytest.fixture
def quiz(bundled: Bank) -> Quiz:
    """Return a quiz of the bundled bank with every interaction in it."""
    return draw(bundled, Blueprint(12), "SEED0")


def test_a_game_from_a_script_is_always_the_same(
    bank_of: Callable[..., Bank], golden: Callable[[Path, str], None]
) -> None:
    """A scripted game on a small bank gives the transcript that is kept; read a change of it as prose."""
    text = (GOLDEN / "bank.yaml").read_text(encoding="utf-8")
    quiz = draw(bank_of(text), Blueprint(8), "SEED0")
    lines = "\n".join(_line(item.interaction, place) for place, item in enumerate(quiz.items))

    golden(GOLDEN / "plain.txt", game(quiz, lines))


def _line(interaction: Interaction, place: int) -> str:
    match interaction:
        case Choose():
            return "what?\n1"
        case Arrange():
            return "1 2 3"
        case Pair():
            return "1a 2b 3c"
        case Enter():
            return "Audiard" if place % 2 else ""


def test_the_models_earn_all(quiz: Quiz) -> None:
    """Typing each item's model, as the quiz file holds it, earns the full score on the last line."""
    printed = game(quiz, "".join(" ".join(item.key.model) + "\n" for item in quiz.items))

    assert printed.endswith("Score: 12 / 12\n")


@pytest.mark.parametrize("lines", ["", "q\n", "\n" * 12, "\n\nq\n"])
def test_nothing_right_is_a_score_too(quiz: Quiz, lines: str) -> None:
    """The end of the input, a stop and skipping all end in a score of nothing."""
    assert game(quiz, lines).endswith("Score: 0 / 12\n")


def test_a_line_that_cannot_be_read_is_asked_again(bank_of: Callable[..., Bank]) -> None:
    """A slip of the finger is no wrong answer."""
    quiz = draw(bank_of("questions: [{kind: true-false, ask: So., answer: true}]"), Blueprint(1), "S")

    assert game(quiz, "7\nx\n1\n").endswith("Score: 1 / 1\n")


def test_typed_text_is_kept_as_typed(bank_of: Callable[..., Bank]) -> None:
    """Answers that YAML would change are shown as they were typed."""
    typed = ["No", "12:30", "007", "1.10", "2012-05-17", "on", "~", "1_000"]
    entries = "".join(f"  - {{kind: text, ask: 'Q {text}?', answer: {text}}}\n" for text in typed)
    quiz = draw(bank_of(f"questions:\n{entries}"), Blueprint(len(typed)), "S")
    printed = game(quiz, "\n".join(item.key.model[0] for item in quiz.items))

    assert all(f"\nRight: {text}\n" in printed for text in typed)
    assert printed.endswith("Score: 8 / 8\n")


@given(st.text())
def test_what_is_shown_obeys_nobody(text: str) -> None:
    """A shown text is one line without escape codes, direction overrides or lone surrogates."""
    shown = clean(text)

    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    shown.encode()


@given(st.text("ab c", max_size=80), st.integers(20, 60), st.integers(0, 6))
def test_folding_loses_no_word(text: str, width: int, hang: int) -> None:
    """A folded line holds the same words, and no piece is wider than the window."""
    pieces = list(folded(Line(text, hang=hang), width))

    assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(text.split())
    assert all(len(piece.text) <= width for piece in pieces)


@given(st.fractions(0, 100, max_denominator=1000))
def test_numbers_are_short(value: Fraction) -> None:
    """A number has at most two decimals and no zeros at its end."""
    shown = number(value)

    assert abs(float(shown) - float(value)) <= 0.005 + 1e-9
    assert "." not in shown or not shown.endswith("0")
