"""The prompts on a screen, driven by keys without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from rb_quiz.answers import Expects
from rb_quiz.item import Arrange, Choose, Enter, Interaction, Pair, labelled
from rb_quiz.present.terminal import prompts
from rb_quiz.present.terminal.prompts import pick, respond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.item import Response

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
    monkeypatch.setattr(prompts, "GUARD", 0)


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
        (ONE, "q", None),
        (SEVERAL, "13\r", ("1", "3")),
        (SEVERAL, "131\r", ("3",)),
        (SEVERAL, f" {DOWN} \r", ("1", "2")),
        (SEVERAL, "\r", ()),
        (SEVERAL, "q", None),
        (ORDER, "31", ("3", "1", "2")),
        (ORDER, f"3{BACKSPACE}12", ("1", "2", "3")),
        (ORDER, "3s", ()),
        (PAIRS, "cab", ("1c", "2a", "3b")),
        (PAIRS, f"c{BACKSPACE}abc", ("1a", "2b", "3c")),
        (PAIRS, "cq", None),
        (TEXT, "Ali van Versch\r", ("Ali van Versch",)),
        (TEXT, "  \r", ()),
        (TEXT, "q\r", None),
        (TEXT, "Qatar\r", ("Qatar",)),
    ],
)
def test_keys_become_a_response(
    keys: PipeInput, interaction: Interaction, typed: str, response: Response | None
) -> None:
    """One key answers a choice, several an order or a match; s skips and q stops."""
    keys.send_text(typed)

    assert respond(interaction, 80) == response


@pytest.mark.parametrize("interaction", [ONE, SEVERAL, ORDER, PAIRS, TEXT])
@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_interrupt(keys: PipeInput, interaction: Interaction, key: str) -> None:
    """Both keys that end programs raise KeyboardInterrupt at every prompt."""
    keys.send_text(key)
    with pytest.raises(KeyboardInterrupt):
        respond(interaction, 80)


def test_a_menu_gives_the_value(keys: PipeInput) -> None:
    """Picking from a menu gives the value of the entry, leaving it gives None."""
    keys.send_text("2")
    assert pick("Which?", [("a", "First"), ("b", "Second")], 80) == "b"
    keys.send_text("q")
    assert pick("Which?", [("a", "First"), ("b", "Second")], 80) is None
