"""The plain table: lines in, lines out, for pipes, screen readers and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.present.terminal.page import Line, clean
from rb_quiz.present.terminal.reading import UnreadableError, how
from rb_quiz.present.terminal.reply import legend, reply
from rb_quiz.present.terminal.table import Wish
from rb_quiz.present.terminal.wording import offered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from rb_quiz.item import Response
    from rb_quiz.present.terminal.table import Ask


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

    def respond(self, ask: Ask) -> Response | Wish:
        """Return the reply; ask again for what can't be read. Nothing here ends when time does: it is measured."""
        self.show(offered(ask.interaction))
        self.show([Line(". ".join(filter(None, (f"Type {how(ask.interaction)}", legend(ask)))) + ".")])
        while True:
            line = self._in.readline()
            if not line and self._in.isatty():
                raise KeyboardInterrupt  # at a keyboard the end of the input is Ctrl-D, which means the same as Ctrl-C
            if not line:
                return Wish.STOP
            try:
                return reply(ask, line)
            except UnreadableError as error:
                self.show([Line(str(error))])

    def hand_over(self, player: str) -> None:
        """Say whose turn it is."""
        self.show([Line(), Line(f"{clean(player)}, it is your turn.")])
