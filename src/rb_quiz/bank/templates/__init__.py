"""A template writes questions from rows of facts, each with a proof; from there on they are like any other."""

from rb_quiz.bank.templates.template import Template, read_template

__all__ = ["Template", "read_template"]
