"""The screen table: coloured lines folded to the window, and prompts below them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.shortcuts import clear

from rb_quiz.present.terminal import prompts
from rb_quiz.present.terminal.page import Tone, clean, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.present.terminal.page import Line
    from rb_quiz.present.terminal.table import Ask, Reply

_WIDEST: Final = 88
_STYLES: Final = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "ansibrightblack",
    Tone.RIGHT: "bold ansigreen",
    Tone.PARTLY: "bold ansiyellow",
    Tone.WRONG: "bold ansired",
}


class ScreenTable:
    """Shows lines in colour, which is never the only sign of anything, and asks with one key."""

    def show(self, lines: Iterable[Line]) -> None:
        """Print the lines folded to the window's width."""
        for line in lines:
            for piece in folded(line, screen_width()):
                print_formatted_text(FormattedText([(_STYLES[piece.tone], piece.text)]))

    def respond(self, ask: Ask) -> Reply:
        """Return the reply; raise KeyboardInterrupt on Ctrl-C and Ctrl-D."""
        return prompts.respond(ask, screen_width())

    def hand_over(self, player: str) -> None:
        """Wait until the next player sits there, and clear the screen of what the one before saw."""
        prompts.ready(f"{clean(player)}, it is your turn; the others look away.", screen_width())
        clear()


def screen_width() -> int:
    """Return how many columns a line may take."""
    return min(_WIDEST, shutil.get_terminal_size().columns - 1)
