"""Writing turns a question back into the YAML that an author could have written."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING, Final, TypeAlias

from rb_quiz.bank.insertions import typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rb_quiz.bank.question import Question

Said: TypeAlias = "str | tuple[Said, ...]"
"""The value of a field: a text, or a list, of pairs for example."""

_PLAIN: Final = re.compile(r"\w[^:#\[\]{},\"\x00-\x1f]*[^:#\[\]{},\"\s]|\w")


def written(question: Question) -> Iterator[str]:
    """Yield the lines of a question as an entry under `questions:`."""
    return in_lines(_fields(question))


def in_lines(entry: Iterable[tuple[str, Said]], gap: int = 2) -> Iterator[str]:
    """Yield the lines of an entry in a list, one a field; `gap` is how far its keys stand behind the dash."""
    for number, (key, value) in enumerate(entry):
        yield f"{' ' if number else '-'}{' ' * (gap - 1)}{typed(key)}: {_value(value)}"


def in_braces(entry: Iterable[tuple[str, Said]]) -> str:
    """Return an entry on one line, as it may stand in a list of any layout."""
    return f"{{{', '.join(f'{typed(key)}: {_element(value)}' for key, value in entry)}}}"


def _fields(question: Question) -> Iterator[tuple[str, Said]]:
    yield "ask", question.ask
    if question.kind != "choice":
        yield "kind", question.kind
    for field in fields(question.form):
        value = getattr(question.form, field.name)
        if value:
            yield field.name.replace("_", "-"), value
    yield "difficulty", question.difficulty
    yield "spoiler", question.spoiler
    if question.feedback:
        yield "feedback", question.feedback
    if question.sources:
        yield "source", question.sources
    yield "topic", question.topic
    yield "fact", question.facts
    yield "id", question.id


def _value(value: Said) -> str:
    """Return a value as it may stand behind its key on a line."""
    if isinstance(value, tuple):
        return _element(value)
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _element(value: Said) -> str:
    """Return a value as it may stand in a list, where less is safe without quotes."""
    return f"[{', '.join(map(_element, value))}]" if isinstance(value, tuple) else typed(value)
