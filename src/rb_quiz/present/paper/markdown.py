"""Markdown shows the parts of a pack as text: for a web page, a slide tool, or to be printed as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.present.paper.commonmark import code, heading, inline, labelled, lines, numbered, paragraph, table
from rb_quiz.present.paper.parts import (
    AnswerKey,
    AnswerSheet,
    Cards,
    Conversion,
    HostScript,
    QuestionSheet,
    ScoreGrid,
    Slides,
    TitlePage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rb_quiz.present.paper.answer import Answer
    from rb_quiz.present.paper.parts import KeyRow, Part, Told
    from rb_quiz.present.paper.question import Blank, Question

_BOX: Final = "_" * 4
_LINE: Final = "_" * 24
_DASH: Final = " \u2013 "
_BETWEEN_SLIDES: Final = "\n\n---\n\n"
_TEAM_WIDTH: Final = 24
_MOST_FORMS: Final = 12
"""How many forms stand side by side in a table."""


def render_markdown(parts: Iterable[Part]) -> str:
    """Return some parts as Markdown (CommonMark with pipe tables), the same text for the same parts."""
    return "\n\n".join(block for part in parts for block in _blocks(part) if block) + "\n"


def _blocks(part: Part) -> Iterator[str]:
    """Yield the paragraphs, headings and tables of a part."""
    match part:
        case TitlePage():
            yield heading(1, part.title)
            yield from map(paragraph, (*part.details, *part.notes))
        case QuestionSheet():
            yield from _question_sheet(part)
        case AnswerSheet():
            yield from _answer_sheet(part)
        case HostScript():
            yield from _host_script(part)
        case ScoreGrid():
            yield from _score_grid(part)
        case AnswerKey():
            yield from _answer_key(part)
        case Conversion():
            yield from _conversion(part)
        case Cards():
            yield from _cards(part)
        case Slides():
            yield _BETWEEN_SLIDES.join("\n\n".join(filter(None, slide)) for slide in _slides(part))
        case _:
            assert_never(part)


def _question_sheet(part: QuestionSheet) -> Iterator[str]:
    yield heading(1, _joined(" · ", part.title, part.form))
    yield paragraph(" · ".join(part.details))
    yield _fields(part.fields)
    yield from map(paragraph, part.rules)
    for section in part.sections:
        yield from _round(section.title)
        for question in section.questions:
            yield from _question(question, part.points)
            if part.blanks:
                yield paragraph(f"Answer: {_blank(question.blank)}")


def _answer_sheet(part: AnswerSheet) -> Iterator[str]:
    yield heading(1, part.title)
    yield _fields(part.fields)
    yield from map(paragraph, part.rules)
    for section in part.sections:
        yield from _round(section.title)
        rows = ((question.number, _blank(question.blank), "") for question in section.questions)
        yield table(("No.", "Answer", "Score"), rows)
    if part.tie_breaker:
        yield paragraph(f"{part.tie_breaker}: {_LINE}")


def _host_script(part: HostScript) -> Iterator[str]:
    yield heading(1, part.title)
    yield numbered(part.steps)
    if part.code:
        yield f"Play the same quiz again at a keyboard: {code(f'rb-quiz play {part.code}')}"
    for section in part.sections:
        yield from _round(section.title)
        for told in section.told:
            yield from _told(told)
    if part.tie_breakers:
        yield heading(2, "Tie-breakers")
        for told in part.tie_breakers:
            yield from _told(told)
    if part.sources:
        yield heading(2, "Sources")
        yield from map(paragraph, part.sources)


def _score_grid(part: ScoreGrid) -> Iterator[str]:
    yield heading(1, part.title)
    heads = ("Team", *part.columns)
    yield table(heads, [("",) * len(heads)] * part.rows, first=_TEAM_WIDTH)


def _answer_key(part: AnswerKey) -> Iterator[str]:
    yield heading(1, _joined(" · ", part.title, part.form))
    if part.code:
        yield f"Quiz code: {code(part.code)}"
    for section in part.sections:
        yield from _round(section.title)
        yield lines(_key_row(row) for row in section.rows)


def _key_row(row: KeyRow) -> str:
    also = f"(also: {'; '.join(row.answer.also)})" if row.answer.also else ""
    number = f"(quiz no. {row.master})" if row.master else ""
    return labelled(f"{row.answer.number}.", _joined(" ", _in_full(row.answer), also, number))


def _conversion(part: Conversion) -> Iterator[str]:
    yield heading(1, part.title)
    yield "Each line is a question of the quiz; below each form stands its number there."
    for start in range(0, len(part.forms), _MOST_FORMS):
        end = start + _MOST_FORMS
        rows = ((row[0], *row[1 + start : 1 + end]) for row in part.rows)
        yield table(("Quiz", *part.forms[start:end]), rows)


def _cards(part: Cards) -> Iterator[str]:
    """Yield each question and its answer; on the sheets backs stand as they lie behind their fronts."""
    yield heading(1, part.title)
    backs = {answer.number: answer for sheet in part.backs for answer in sheet if answer}
    for question in (question for sheet in part.fronts for question in sheet if question):
        answer = backs[question.number]
        yield from _question(question)
        yield lines((_answer_line(answer), *_notes(("Also right:", answer.also))))
        yield _ground(answer)


def _slides(part: Slides) -> Iterator[Iterable[str]]:
    """Yield the blocks of each slide."""
    yield heading(1, part.title), *map(paragraph, part.details)
    for section in part.sections:
        level = 3 if section.title else 2
        if section.title:
            yield _round(section.title)
        for told in section.told:
            question, answer = told.question, told.answer
            yield heading(level, f"Question {question.number}"), *_asked(question, paragraph(_stem(question)))
            answer_line = _answer_line(answer)
            yield heading(level, f"Answer {answer.number}"), paragraph(question.stem), answer_line, _ground(answer)


def _told(told: Told) -> Iterator[str]:
    answer = told.answer
    yield from _question(told.question, f"{answer.seconds} s")
    notes = _notes(("Also right:", answer.also), ("Ask for more:", answer.imprecise), ("Not right:", answer.wrong))
    yield lines((_answer_line(answer), *notes))
    yield _ground(answer)


def _question(question: Question, note: str = "") -> Iterator[str]:
    """Yield a question; its number is text, which nothing that renders Markdown counts anew."""
    stem = _joined(" ", _stem(question), f"({note})" if note else "")
    return _asked(question, labelled(f"{question.number}.", stem))


def _asked(question: Question, stem: str) -> Iterator[str]:
    yield stem
    yield lines(paragraph(f"{prompt.label}: {prompt.text}") for prompt in question.prompts)
    yield lines(paragraph(f"{option.label}. {option.text}") for option in question.options)


def _stem(question: Question) -> str:
    return _joined(" ", question.stem, question.how)


def _answer_line(answer: Answer) -> str:
    return labelled("Answer:", _in_full(answer))


def _in_full(answer: Answer) -> str:
    """Return an answer as it is written, in words where these are others, and how far it may be off."""
    return _joined(" ", _joined(_DASH, answer.written, answer.words), f"({answer.margin})" if answer.margin else "")


def _notes(*notes: tuple[str, Sequence[str]]) -> Iterator[str]:
    """Yield the texts of each label that has some."""
    return (labelled(label, "; ".join(texts)) for label, texts in notes if texts)


def _ground(answer: Answer) -> str:
    """Return what to say after an answer, and where it stands."""
    source = inline(f"Source: {answer.source}") if answer.source else ""
    return lines(filter(None, (paragraph(answer.feedback), source)))


def _round(title: str) -> Iterator[str]:
    if title:
        yield heading(2, title)


def _fields(names: Sequence[str]) -> str:
    return paragraph(" ".join(f"{name}: {_LINE}" for name in names))


def _blank(blank: Blank) -> str:
    """Return boxes with their labels, or a line with its unit; no underscore of them is escaped."""
    return " ".join(f"{label} {_BOX}" for label in blank.boxes) or f"{_LINE} {blank.unit}"


def _joined(between: str, *texts: str) -> str:
    """Return those of some texts that say something, put together."""
    return between.join(filter(None, texts))
