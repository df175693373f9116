"""A bank is all that its authors wrote, read and checked."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rb_quiz.chance import digest
from rb_quiz.problem import CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.names import Names
    from rb_quiz.bank.question import Question
    from rb_quiz.bank.sources import Source
    from rb_quiz.bank.templates import Template

_EDITION_DIGITS: Final = 16


@dataclass(frozen=True)
class Bank:
    """The questions, names and sources of one bank."""

    questions: tuple[Question, ...]
    names: Names
    sources: tuple[Source, ...]
    templates: tuple[Template, ...] = ()

    @cached_property
    def memory(self) -> dict[object, object]:
        """Return what was worked out about this bank and stays true; each room that uses it has keys of its own."""
        return {}

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Return the topics in alphabetical order."""
        authored = {question.topic for question in self.questions}
        return tuple(sorted(authored | {template.common.topic for template in self.templates}))

    @cached_property
    def edition(self) -> str:
        """Return 16 hex digits that change with whatever can change a quiz.

        Feedback, sources and the order of files do not count.
        """
        contents = sorted(_content(question) for question in self.questions)
        entities = sorted(
            [entry.expects, entry.name, *entry.also, *sum(entry.like, ())] for entry in self.names.entries
        )
        templates = sorted(template.contents() for template in self.templates)
        tables = {id(template.frame.table): template.frame.table for template in self.templates}
        facts = sorted(table.digest for table in tables.values())
        return digest(json.dumps([contents, entities, templates, facts], ensure_ascii=False)).hex()[:_EDITION_DIGITS]

    @cached_property
    def _citations(self) -> dict[str, str]:
        return {source.name: source.citation for source in self.sources}

    def citation(self, sources: tuple[str, ...]) -> str:
        """Return where an answer can be looked up, as one line."""
        return "; ".join(self._citations.get(name, name) for name in sources)

    def topic(self, typed: str) -> str:
        """Return the topic that was typed, without care for case; raise CallError when there is none such."""
        by_fold = {topic.casefold(): topic for topic in self.topics}
        if typed.casefold() not in by_fold:
            mend = did_you_mean(typed, self.topics) or f"; this bank has {', '.join(self.topics) or 'none'}"
            raise CallError(f"expected a topic of this bank, found {typed!r}{mend}")
        return by_fold[typed.casefold()]

    def every(self) -> Iterator[Question]:
        """Yield every question, those too that templates write."""
        yield from self.questions
        for template in self.templates:
            yield from template.every()

    def question(self, question_id: str) -> Question | Template:
        """Return the question, template or generated question with this id; raise CallError when there is none."""
        asked: dict[str, Question | Template] = {question.id: question for question in self.questions}
        asked |= {template.common.id: template for template in self.templates}
        if question_id in asked:
            return asked[question_id]
        template = asked.get(question_id.rpartition(".")[0])
        for variant in () if template is None or not hasattr(template, "every") else template.every():
            if variant.id == question_id:
                return variant
        mend = did_you_mean(question_id, asked) or "; `rb-quiz list` shows them all"
        raise CallError(f"expected the id of a question, found {question_id!r}{mend}")


def _content(question: Question) -> list[str]:
    written = [(name, value) for name, value in asdict(question.form).items() if value]  # a new field changes nothing
    form = json.dumps([type(question.form).__name__, written], ensure_ascii=False)
    level = [question.difficulty, question.spoiler]
    return [question.id, question.topic, question.ask, question.kind, *level, *question.facts, form]
