"""A desk is where an author is asked for a question, field by field; the plain one reads and writes lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rb_quiz.present.terminal.page import Line, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO


class NoMoreLinesError(Exception):
    """The input ended before all was said."""


class Desk(Protocol):
    """Where an author is asked."""

    @property
    def patient(self) -> bool:
        """Return whether somebody is there who can be asked again."""
        ...

    def say(self, lines: Iterable[Line]) -> None:
        """Show the lines below what is there."""
        ...

    def line(self, prompt: str, draft: str = "") -> str:
        """Return the line that was typed, perhaps an empty one; `draft` is what can be typed on from.

        Raise KeyboardInterrupt on Ctrl-C, and NoMoreLinesError at the end of the input.
        """
        ...

    def pick(self, prompt: str, options: Sequence[tuple[str, str]], usual: str = "") -> str:
        """Return the value of the (value, text) that was picked, or something else that was typed instead."""
        ...


class PlainDesk:
    """Reads one line an answer; whatever is said goes to another stream than what programs read."""

    def __init__(self, lines_in: TextIO, lines_out: TextIO) -> None:
        self._in = lines_in
        self._out = lines_out

    @property
    def patient(self) -> bool:
        """Return whether the lines are typed by somebody."""
        return self._in.isatty()

    def say(self, lines: Iterable[Line]) -> None:
        """Print the lines, one each, without colour."""
        for line in lines:
            self._out.write(f"{line.text if line.spoken is None else line.spoken}\n")
        self._out.flush()

    def line(self, prompt: str, draft: str = "") -> str:  # noqa: ARG002 - lines are typed anew
        """Return the next line."""
        self.say([Line(f"{clean(prompt)}:")])
        line = self._in.readline()
        if not line and self.patient:
            raise KeyboardInterrupt
        if not line:
            raise NoMoreLinesError(prompt)
        return line.removesuffix("\n") if line.strip() else ""

    def pick(self, prompt: str, options: Sequence[tuple[str, str]], usual: str = "") -> str:
        """Return an option by its number or in words; an empty line takes the usual one."""
        self.say(Line(f"  {number}) {clean(text)}", hang=4) for number, (_, text) in enumerate(options, start=1))
        typed = self.line(f"{prompt}, a number or a word{f'; an empty line is {usual}' if usual else ''}").strip()
        exact = next((value for value, _ in options if value.casefold() == typed.casefold()), None)
        if exact is None and typed.isdecimal() and 1 <= int(typed) <= len(options):
            return options[int(typed) - 1][0]
        return typed if exact is None else exact
