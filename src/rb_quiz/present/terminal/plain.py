"""The plain table: lines in, lines out, for pipes, screen readers and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.present.terminal.reading import STOP, UnreadableError, how, read
from rb_quiz.present.terminal.wording import offered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from rb_quiz.item import Interaction, Response
    from rb_quiz.present.terminal.page import Line


class PlainTable:
    """Reads one line an item; an empty line skips, `q` stops, and the end of the input stops too."""

    def __init__(self, lines_in: TextIO, lines_out: TextIO) -> None:
        self._in = lines_in
        self._out = lines_out

    def show(self, lines: Iterable[Line]) -> None:
        """Print the lines, one each, without colour."""
        for line in lines:
            self._out.write(f"{line.text if line.spoken is None else line.spoken}\n")
        self._out.flush()

    def respond(self, interaction: Interaction) -> Response | None:
        """Return the response, () for none; None when the player stops. Ask again for what can't be read."""
        self.show(offered(interaction))
        self._say(f"Type {how(interaction)}. Enter alone skips, {STOP} stops.")
        while True:
            line = self._in.readline()
            if not line and self._in.isatty():
                raise KeyboardInterrupt  # at a keyboard the end of the input is Ctrl-D, which means the same as Ctrl-C
            if not line or line.strip() == STOP:
                return None
            try:
                return read(interaction, line)
            except UnreadableError as error:
                self._say(str(error))

    def _say(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()
