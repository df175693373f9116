"""A bank is what authors write: questions, names and sources in YAML, read with positions and checked as a whole."""

from rb_quiz.bank.bank import Bank
from rb_quiz.bank.kinds import KINDS
from rb_quiz.bank.library import files_of, load, survey
from rb_quiz.bank.question import Question
from rb_quiz.bank.templates import Template
from rb_quiz.bank.writing import written

__all__ = ["KINDS", "Bank", "Question", "Template", "files_of", "load", "survey", "written"]
