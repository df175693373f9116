"""The desks at which an author is asked: a screen driven by keys, and plain lines."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from rb_quiz.present.terminal import asking
from rb_quiz.present.terminal.authoring import NoMoreLinesError, PlainDesk
from rb_quiz.present.terminal.authoring_screen import ScreenDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

DOWN = "\x1b[B"
WORDS = [("easy", "Easy"), ("medium", "Medium"), ("hard", "Hard")]


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Return an input whose keys are queued before the prompt runs."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.mark.parametrize(
    ("typed", "draft", "said"),
    [("Who?\r", "", "Who?"), ("\r", "", ""), ("\r", "Who?", "Who?"), ("!\r", "Who?", "Who?!"), ("q\r", "", "q")],
)
def test_a_line_is_typed_on_a_screen(typed: str, draft: str, said: str, keys: PipeInput) -> None:
    """Every key is text, an Enter that comes at once counts, and what was typed before can be typed on from."""
    keys.send_text(typed)

    assert ScreenDesk().line("The question", draft) == said


@pytest.mark.parametrize(("typed", "picked"), [("3", "hard"), ("\r", "medium"), (f"{DOWN}\r", "hard")])
def test_one_key_picks_on_a_screen(typed: str, picked: str, keys: PipeInput, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number picks; the pointer begins at what is usual."""
    monkeypatch.setattr(asking, "GUARD", 0)
    keys.send_text(typed)

    assert ScreenDesk().pick("How hard is it", WORDS, "medium") == picked


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_an_author_can_leave_at_any_time(key: str, keys: PipeInput) -> None:
    """Ctrl-C and Ctrl-D end a prompt."""
    keys.send_text(key)

    with pytest.raises(KeyboardInterrupt):
        ScreenDesk().line("The question")


def test_leaving_a_menu_is_leaving(keys: PipeInput) -> None:
    """`q` at a menu is no answer."""
    keys.send_text("q")

    with pytest.raises(KeyboardInterrupt):
        ScreenDesk().pick("How hard is it", WORDS)


@pytest.mark.parametrize(
    ("typed", "picked"), [("3\n", "hard"), ("HARD\n", "hard"), ("9\n", "9"), ("\n", ""), ("else\n", "else")]
)
def test_a_plain_line_picks_by_number_or_word(typed: str, picked: str) -> None:
    """A number or a word picks; what else is typed is for whoever asked to judge."""
    said = StringIO()

    assert PlainDesk(StringIO(typed), said).pick("How hard is it", WORDS, "medium") == picked
    assert said.getvalue().startswith("  1) Easy\n")


def test_plain_lines_end() -> None:
    """The end of the input is no answer."""
    desk = PlainDesk(StringIO("one\n"), StringIO())

    assert desk.line("The question") == "one"
    with pytest.raises(NoMoreLinesError):
        desk.line("The answer")
