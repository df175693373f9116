"""Asking runs one prompt: keys that answer at once, a clock that ends it, and no Enter that was meant for another.

Traps of questionary (seen in 2.1.1): only running its application lets Ctrl-C through; a select ignores Ctrl-D; a
message is formatted anew at every redraw, so that one which counts down can stand there.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from questionary.prompts.common import InquirerControl

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prompt_toolkit.application import Application
    from questionary import Question

from prompt_toolkit.key_binding import KeyPressEvent

GUARD = 0.7
"""For so many seconds Enter alone answers nothing: who presses a number and Enter has answered with the number."""
_REDRAW: Final = 0.25


class Clock:
    """Seconds that run out, whatever number of prompts they are spent on; None for as many as one likes."""

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else monotonic() + seconds

    @property
    def left(self) -> float | None:
        """Return the seconds that are left."""
        return None if self._end is None else max(0.0, self._end - monotonic())


class Message(str):  # noqa: SLOT000 - it needs an attribute, and there are a few at a time
    """A prompt's message with the seconds that are left, as of when it is drawn."""

    _clock: Clock

    def __new__(cls, text: str, clock: Clock) -> Message:  # noqa: PYI034 - it is not subclassed
        """Return the message."""
        made = super().__new__(cls, text)
        made._clock = clock
        return made

    def __format__(self, spec: str) -> str:
        """Return the message as it is drawn now."""
        left, text = self._clock.left, super().__format__(spec)
        return text if left is None else f"[{left:.0f} s] {text}"


class OutOfTime:
    """What a prompt answers when time runs out: the text or the options that stood there."""

    def __init__(self, text: str, options: tuple[str, ...]) -> None:
        self.text = text
        self.options = options


def ask(
    question: Question,
    clock: Clock,
    results: Mapping[str, object],
    actions: Mapping[str, Callable[[], None]] | None = None,
    *,
    guarded: bool = True,
) -> Any:
    """Return the answer of a prompt, or OutOfTime.

    Keys in `results` end it at once unless something is typed; keys in `actions` do something and go on. An Enter that
    comes at once counts where the prompt is not guarded.
    """
    app = question.application
    bindings = KeyBindings()
    untouched = Condition(lambda: not app.current_buffer.text)
    for key, result in results.items():
        bindings.add(key, eager=True, filter=untouched)(partial(_leave, result))
    for key, action in (actions or {}).items():
        bindings.add(key, eager=True)(partial(_act, action))
    bindings.add("c-d", eager=True)(_interrupt)
    bindings.add("c-z", eager=True)(_suspend)
    begun = monotonic()
    too_soon = Condition(lambda: guarded and not _moved(app) and monotonic() - begun < GUARD)
    bindings.add("enter", eager=True, filter=too_soon)(_ignore)
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), bindings])
    app.erase_when_done = True
    left = clock.left
    if left is None:
        return app.run()
    app.refresh_interval = _REDRAW
    return app.run(pre_run=lambda: _end_after(app, left))


def _end_after(app: Application[Any], seconds: float) -> None:
    def end() -> None:
        if app.is_running and not app.is_done:
            chosen = [option for control in _controls(app) for option in control.selected_options]
            app.exit(result=OutOfTime(app.current_buffer.text, tuple(map(str, chosen))))

    if app.loop is not None:
        app.loop.call_later(seconds, end)


def _controls(app: Application[Any]) -> list[InquirerControl]:
    return [control for control in app.layout.find_all_controls() if isinstance(control, InquirerControl)]


def _leave(result: object, event: KeyPressEvent) -> None:
    event.app.exit(result=result)


def _act(action: Callable[[], None], event: KeyPressEvent) -> None:
    action()
    event.app.invalidate()


def _moved(app: Application[Any]) -> bool:
    """Return whether the player has done anything at this prompt: typed, ticked, or moved the pointer."""
    return bool(app.current_buffer.text) or any(c.pointed_at or c.selected_options for c in _controls(app))


def _ignore(_: KeyPressEvent) -> None:
    """Leave a key without effect: an Enter that was meant for the question before must not answer this one."""


def _suspend(event: KeyPressEvent) -> None:
    event.app.suspend_to_background()


def _interrupt(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt)
