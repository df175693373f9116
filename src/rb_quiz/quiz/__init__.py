"""A quiz is the waist of the house: concrete items in order, with their keys, and the recipe that made them."""

from rb_quiz.quiz.file import read, render
from rb_quiz.quiz.model import RISING, Blueprint, Form, Quiz, Recipe

__all__ = ["RISING", "Blueprint", "Form", "Quiz", "Recipe", "read", "render"]
