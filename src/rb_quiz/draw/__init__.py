"""Drawing turns a bank, a blueprint and a seed into a quiz; all chance of a game is spent here."""

from rb_quiz.draw.choose import Past, TooFewError
from rb_quiz.draw.code import OtherEditionError, looks_like_code, recipe_of, seed_of
from rb_quiz.draw.forms import form, forms, letters
from rb_quiz.draw.practice import practice
from rb_quiz.draw.quiz import draw, draw_item
from rb_quiz.draw.spares import spares

__all__ = [
    "OtherEditionError",
    "Past",
    "TooFewError",
    "draw",
    "draw_item",
    "form",
    "forms",
    "letters",
    "looks_like_code",
    "practice",
    "recipe_of",
    "seed_of",
    "spares",
]
