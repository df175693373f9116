"""Replies are what a player types or presses: a response, or a wish such as to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.present.terminal.reading import UnreadableError, how, read
from rb_quiz.present.terminal.table import Wish

if TYPE_CHECKING:
    from rb_quiz.item import Response
    from rb_quiz.present.terminal.table import Ask

KEYS: Final = {Wish.STOP: "q", Wish.HALVE: "x", Wish.PROTEST: "!"}
"""What a player types for a wish."""


def reply(ask: Ask, line: str) -> Response | Wish:
    """Return what a line means to a player who was asked this; raise UnreadableError for what can't be read."""
    text = line.strip()
    wish = next((wish for wish in ask.wishes if KEYS[wish] == text), None)
    if wish is not None:
        return wish
    if not text and not ask.skips:
        raise UnreadableError(f"Expected {how(ask.interaction)}; this question can't be skipped.")
    return read(ask.interaction, text)


def legend(ask: Ask, skip: str = "Enter alone") -> str:
    """Return in a few words what else can be typed or pressed, nothing where there is nothing else."""
    effects = {
        Wish.STOP: ask.leaving,
        Wish.HALVE: "strikes out two",
        Wish.PROTEST: "protests the last verdict",
    }
    skips = [f"{skip} skips"] if ask.skips else []
    return ", ".join([*skips, *(f"{key} {effects[wish]}" for wish, key in KEYS.items() if wish in ask.wishes)])
