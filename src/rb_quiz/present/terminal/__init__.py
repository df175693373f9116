"""The game for people at a keyboard: on a screen with one-key answers, or line by line."""

from rb_quiz.present.terminal.game import Played, Table, play
from rb_quiz.present.terminal.plain import PlainTable

__all__ = ["PlainTable", "Played", "Table", "play"]
