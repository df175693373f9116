"""The desk on a screen: prompts in place, and above them what was said so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.present.terminal import prompts
from rb_quiz.present.terminal.page import Line, Tone, clean
from rb_quiz.present.terminal.screen import ScreenTable, screen_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ScreenDesk:
    """Asks at a screen; what was answered stays above as a line."""

    patient = True

    def say(self, lines: Iterable[Line]) -> None:
        """Print the lines folded to the window's width."""
        ScreenTable().show(lines)

    def line(self, prompt: str, draft: str = "") -> str:
        """Return the line that was typed."""
        typed = prompts.line(f"{prompt}:", draft, screen_width())
        self._keep(prompt.partition(" (")[0], typed)
        return typed

    def pick(self, prompt: str, options: Sequence[tuple[str, str]], usual: str = "") -> str:
        """Return the option that was picked."""
        picked = prompts.pick(prompt, options, screen_width(), usual)
        if picked is None:
            raise KeyboardInterrupt
        self._keep(prompt, dict(options)[picked])
        return picked

    def _keep(self, prompt: str, answer: str) -> None:
        self.say([Line(f"{prompt}: {clean(answer) or '(nothing)'}", Tone.QUIET, 2)])
