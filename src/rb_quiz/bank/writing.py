"""Writing turns a question back into the YAML that an author could have written."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.question import Question

_PLAIN: Final = re.compile(r"\w[^:#\[\]{},\"'\n]*[^:#\[\]{},\"'\s]|\w")


def written(question: Question) -> Iterator[str]:
    """Yield the lines of a question as an entry under `questions:`."""
    yield f"- ask: {_text(question.ask)}"
    if question.kind != "choice":
        yield f"  kind: {question.kind}"
    for field in fields(question.form):
        value = getattr(question.form, field.name)
        if value:
            yield f"  {field.name.replace('_', '-')}: {_value(value)}"
    yield f"  difficulty: {question.difficulty}"
    yield f"  spoiler: {question.spoiler}"
    if question.feedback:
        yield f"  feedback: {_text(question.feedback)}"
    if question.sources:
        yield f"  source: {_value(question.sources)}"
    yield f"  topic: {_text(question.topic)}"
    yield f"  fact: {_value(question.facts)}"
    yield f"  id: {_text(question.id)}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    return _text(str(value))


def _text(text: str) -> str:
    """Return a text bare where that is safe, else in the quotes that JSON and YAML share."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
