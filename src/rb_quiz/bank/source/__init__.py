"""A source is one YAML file read as it was typed: every scalar stays text, every value knows its line and column."""

from rb_quiz.bank.source.document import Document, read
from rb_quiz.bank.source.nodes import Mark, Node, NodeList, NodeMap, Refused
from rb_quiz.bank.source.text import decode, lines_of

__all__ = ["Document", "Mark", "Node", "NodeList", "NodeMap", "Refused", "decode", "lines_of", "read"]
