"""The command `list`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from rb_quiz.cli.banks import known_kinds, open_bank
from rb_quiz.cli.options import BankOption, JsonOption, KindsOption, TopicsOption
from rb_quiz.cli.output import print_text

if TYPE_CHECKING:
    from rb_quiz.bank import Bank, Question, Template


def list_questions(
    context: typer.Context,
    topic: TopicsOption = None,
    kind: KindsOption = None,
    json: JsonOption = False,
    bank: BankOption = None,
) -> None:
    """List the questions and templates of a bank and where each stands, with their answers in JSON only.

    Example: rb-quiz list --topic Cast
    """
    from json import dumps

    opened = open_bank(bank or context.obj)
    topics, kinds = {opened.topic(name) for name in topic or ()}, known_kinds(kind or ())
    listed = [question_json(opened, question) for question in opened.questions]
    listed += [template_json(opened, template) for template in opened.templates]
    chosen = [
        each for each in listed if (not topics or each["topic"] in topics) and (not kinds or each["kind"] in kinds)
    ]
    if json:
        print_text(dumps(chosen, ensure_ascii=False, indent=1) + "\n")
        return
    for each in chosen:
        variants = f"  {each['variants']} variants" if "variants" in each else ""
        ask = " ".join(each["ask"].split())
        where = f"({_near(each['file'])}:{each['line']})"
        print(f"{each['id']}  {each['topic']}  {each['kind']}  {each['difficulty']}{variants}  {ask}  {where}")


def _near(file: str) -> str:
    """Return a path as seen from here, where it is below."""
    path = Path(file).resolve()
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file


def question_json(bank: Bank, question: Question) -> dict[str, Any]:
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
        "source": bank.citation(question.sources),
        "tags": list(question.tags),
        "facts": list(question.facts),
        "file": question.file,
        "line": question.line,
    }


def template_json(bank: Bank, template: Template) -> dict[str, Any]:
    """Return a template as the object that programs are given."""
    common = template.common
    return {
        "id": common.id,
        "topic": common.topic,
        "kind": common.kind,
        "ask": " / ".join(wording.text for wording in template.frame.wordings),
        "from": template.frame.table.name,
        "variants": template.variants(),
        "difficulty": common.difficulty.value,
        "spoiler": common.spoiler.value,
        "source": bank.citation(common.sources),
        "tags": list(common.tags),
        "file": common.file,
        "line": common.line,
    }
