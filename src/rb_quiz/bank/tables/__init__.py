"""A table is facts in rows: columns with types, and what its author declares of it as a whole."""

from rb_quiz.bank.tables.column import Column, Value
from rb_quiz.bank.tables.reading import read_table
from rb_quiz.bank.tables.table import Row, Table

__all__ = ["Column", "Row", "Table", "Value", "read_table"]
