"""The command `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from rb_quiz.cli.options import BankOption, JsonOption, KindsOption, TopicsOption, open_bank

if TYPE_CHECKING:
    from rb_quiz.bank import Bank, Question


def list_questions(
    context: typer.Context,
    topic: TopicsOption = None,
    kind: KindsOption = None,
    json: JsonOption = False,
    bank: BankOption = None,
) -> None:
    """List the questions of a bank, with their answers in JSON only.

    Example: rb-quiz list --topic Cast
    """
    from json import dumps

    opened = open_bank(bank or context.obj)
    topics, kinds = {name.casefold() for name in topic or ()}, set(kind or ())
    chosen = [
        question
        for question in opened.questions
        if (not topics or question.topic.casefold() in topics) and (not kinds or question.kind in kinds)
    ]
    if json:
        print(dumps([as_json(opened, question) for question in chosen], ensure_ascii=False, indent=1))
        return
    for question in chosen:
        print(
            f"{question.id}  {question.topic}  {question.kind}  {question.difficulty}  {' '.join(question.ask.split())}"
        )


def as_json(bank: Bank, question: Question) -> dict[str, Any]:
    """Return a question as the object that programs are given."""
    return {
        "id": question.id,
        "topic": question.topic,
        "kind": question.kind,
        "ask": question.ask,
        "answer": list(question.form.right),
        "distractors": list(question.form.wrong),
        "difficulty": question.difficulty.value,
        "spoiler": question.spoiler.value,
        "feedback": question.feedback,
        "source": bank.citation(question),
        "tags": list(question.tags),
        "facts": list(question.facts),
        "file": question.file,
        "line": question.line,
    }
