"""The prompts on a screen, driven by keys without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from rb_quiz.answers import Expects
from rb_quiz.item import Arrange, Choose, Enter, Interaction, Pair, labelled
from rb_quiz.present.terminal import asking
from rb_quiz.present.terminal.prompts import pick, ready, respond
from rb_quiz.present.terminal.table import Ask, TimeUp, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.present.terminal.table import Reply

DOWN, BACKSPACE = "\x1b[B", "\x7f"
FOUR = labelled(("Antibes", "Cannes", "Strasbourg", "Warsaw"))
ONE = Choose(FOUR)
SEVERAL = Choose(FOUR, 1, 4)
ORDER = Arrange(FOUR[:3])
PAIRS = Pair(FOUR[:3], labelled(("x", "y", "z"), letters=True))
TEXT = Enter(Expects.TEXT)


@pytest.fixture(autouse=True)
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take Enter at once, as the keys of a test are all there before the prompt."""
    monkeypatch.setattr(asking, "GUARD", 0)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Return an input whose keys are queued before the prompt runs."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.mark.parametrize(
    ("interaction", "typed", "response"),
    [
        (ONE, "3", ("3",)),
        (ONE, "c", ("3",)),
        (ONE, f"{DOWN}\r", ("2",)),
        (ONE, "s", ()),
        (ONE, "q", Wish.STOP),
        (SEVERAL, "13\r", ("1", "3")),
        (SEVERAL, "131\r", ("3",)),
        (SEVERAL, f" {DOWN} \r", ("1", "2")),
        (SEVERAL, "\r", ()),
        (SEVERAL, "q", Wish.STOP),
        (ORDER, "31", ("3", "1", "2")),
        (ORDER, f"3{BACKSPACE}12", ("1", "2", "3")),
        (ORDER, "3s", ()),
        (PAIRS, "cab", ("1c", "2a", "3b")),
        (PAIRS, f"c{BACKSPACE}abc", ("1a", "2b", "3c")),
        (PAIRS, "cq", Wish.STOP),
        (TEXT, "Ali van Versch\r", ("Ali van Versch",)),
        (TEXT, "  \r", ()),
        (TEXT, "q\r", Wish.STOP),
        (TEXT, "Qatar\r", ("Qatar",)),
    ],
)
def test_keys_become_a_response(keys: PipeInput, interaction: Interaction, typed: str, response: Reply) -> None:
    """One key answers a choice, several an order or a match; s skips and q stops."""
    keys.send_text(typed)

    assert respond(Ask(interaction), 80) == response


@pytest.mark.parametrize("interaction", [ONE, SEVERAL, ORDER, PAIRS, TEXT])
@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_interrupt(keys: PipeInput, interaction: Interaction, key: str) -> None:
    """Both keys that end programs raise KeyboardInterrupt at every prompt."""
    keys.send_text(key)
    with pytest.raises(KeyboardInterrupt):
        respond(Ask(interaction), 80)


def test_a_menu_gives_the_value(keys: PipeInput) -> None:
    """Picking from a menu gives the value of the entry, leaving it gives None."""
    keys.send_text("2")
    assert pick("Which?", [("a", "First"), ("b", "Second")], 80) == "b"
    keys.send_text("q")
    assert pick("Which?", [("a", "First"), ("b", "Second")], 80) is None


AIDED = frozenset({Wish.STOP, Wish.HALVE, Wish.PROTEST})


@pytest.mark.parametrize(
    ("interaction", "typed", "reply"),
    [
        (ONE, "x", Wish.HALVE),
        (ONE, "!", Wish.PROTEST),
        (SEVERAL, "1!", Wish.PROTEST),
        (ORDER, "1!", Wish.PROTEST),
        (TEXT, "!", Wish.PROTEST),
        (TEXT, "Ali!\r", ("Ali!",)),
        (TEXT, "x\r", ("x",)),
        (ONE, "s2", ("2",)),
        (TEXT, "\rAli\r", ("Ali",)),
    ],
)
def test_wishes_have_a_key(keys: PipeInput, interaction: Interaction, typed: str, reply: Reply) -> None:
    """A key halves, one protests, both only where that can be wished; where nothing can be skipped, s does nothing."""
    keys.send_text(typed)
    wishes = AIDED if interaction is ONE else AIDED - {Wish.HALVE}

    assert respond(Ask(interaction, skips=False, wishes=wishes), 80) == reply


@pytest.mark.parametrize(
    ("interaction", "typed", "standing"),
    [
        (TEXT, "Marion Cot", ("Marion Cot",)),
        (TEXT, "", ()),
        (Enter(Expects.YEAR), "201", ("201",)),
        (Enter(Expects.YEAR), "dunno", ()),
        (SEVERAL, "13", ("1", "3")),
        (ONE, DOWN, ()),
        (ORDER, "3", ()),
        (PAIRS, "c", ()),
    ],
)
def test_time_ends_a_prompt_with_what_stands_there(
    keys: PipeInput, interaction: Interaction, typed: str, standing: tuple[str, ...]
) -> None:
    """When the seconds are over the prompt ends by itself, and half-typed text or ticks are the response."""
    keys.send_text(typed)

    assert respond(Ask(interaction, seconds=0.3), 80) == TimeUp(standing)


def test_a_clock_that_is_not_over_changes_nothing(keys: PipeInput) -> None:
    """With seconds left an answer is an answer."""
    keys.send_text("3")

    assert respond(Ask(ONE, seconds=30), 80) == ("3",)


def test_a_message_counts_down() -> None:
    """The seconds stand before the message as it is drawn, and not where there is no clock."""
    assert f"{asking.Message('Press a number', asking.Clock(12.2))}" == "[12 s] Press a number"
    assert f"{asking.Message('Press a number', asking.Clock(None))}" == "Press a number"


def test_the_next_player_says_when(keys: PipeInput) -> None:
    """Handing over waits for a key, and q is none."""
    keys.send_text("q1")

    ready("Ben, it is your turn.", 80)
