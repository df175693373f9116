"""The screen table: coloured lines folded to the window, and prompts below them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from prompt_toolkit import print_formatted_text
from prompt_toolkit.formatted_text import FormattedText

from rb_quiz.present.terminal import prompts
from rb_quiz.present.terminal.page import Tone, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.item import Interaction, Response
    from rb_quiz.present.terminal.page import Line

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
            for piece in folded(line, _width()):
                print_formatted_text(FormattedText([(_STYLES[piece.tone], piece.text)]))

    def respond(self, interaction: Interaction) -> Response | None:
        """Return the response, () for none, None to stop; raise KeyboardInterrupt on Ctrl-C and Ctrl-D."""
        return prompts.respond(interaction, _width())


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size().columns - 1)
