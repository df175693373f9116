"""The game for people at a keyboard: on a screen with one-key answers, or line by line."""

from rb_quiz.present.terminal.game import Game, Played, play
from rb_quiz.present.terminal.plain import PlainTable
from rb_quiz.present.terminal.table import Table

__all__ = ["Game", "PlainTable", "Played", "Table", "play"]
