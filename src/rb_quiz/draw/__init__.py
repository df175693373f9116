"""Drawing turns a bank, a blueprint and a seed into a quiz; all chance of a game is spent here."""

from rb_quiz.draw.code import seed_of
from rb_quiz.draw.quiz import draw

__all__ = ["draw", "seed_of"]
