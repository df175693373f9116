"""The answer to a question as it stands on paper for a host, with all it takes to judge others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.answers import Expected, Expects, Verdict, judge
from rb_quiz.item import Arrange, Choose, Enter, EnterKey, Item, Pair
from rb_quiz.present.paper.question import asked, letter
from rb_quiz.present.paper.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADDRESS: Final = re.compile(r" <[^<>]*>")
_SHORT: Final = 40
"""How many characters a short option counts for, as it takes a line of its own."""
_SLOWLY: Final = 15
_PACE: Final = 5
_NO_BREAK: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the host may see: the answer as it is written in the blank and in words, and how to judge others.

    Attributes:
        number: as it stands on the sheet.
        written: as it is written in the blank: letters, or the text.
        words: the same in words, nothing where that is the same.
        also, imprecise, wrong: what else is right; what is worth another try; what is wrong though it looks right.
        margin: how far a number may be off.
        feedback, source: what to say after it, and where it stands.
        seconds: how long to wait for it.

    """

    number: str
    written: str
    words: str
    also: tuple[str, ...]
    imprecise: tuple[str, ...]
    wrong: tuple[str, ...]
    margin: str
    feedback: str
    source: str
    seconds: int


def answered(item: Item, number: str) -> Answer:
    """Return the answer of an item as it is printed for the host."""
    expected = item.key.expected if isinstance(item.key, EnterKey) else None
    return Answer(
        number=number,
        written=_written(item),
        words=_words(item),
        also=_also(expected) if expected else (),
        imprecise=_set(expected.too_broad) if expected else (),
        wrong=_set(expected.reject) if expected else (),
        margin=_margin(expected) if expected else "",
        feedback=typographic(item.feedback),
        source=typographic(_ADDRESS.sub("", item.source)),
        seconds=_seconds(item),
    )


def texts(item: Item) -> tuple[str, ...]:
    """Return all that is printed of an item."""
    question, answer = asked(item, ""), answered(item, "")
    labelled = (*question.prompts, *question.options)
    listed = (*answer.also, *answer.imprecise, *answer.wrong)
    written = (answer.written, answer.words, answer.margin, answer.feedback, answer.source, question.blank.unit)
    return (question.stem, *(each.text for each in labelled), *listed, *written)


def length(item: Item) -> int:
    """Return how many characters an item takes on the fuller of its two sides; a short option takes a line too."""
    question, answer = asked(item, ""), answered(item, "")
    front = len(question.stem) + sum(max(len(each.text), _SHORT) for each in (*question.prompts, *question.options))
    back = (answer.written, answer.words, *answer.also, answer.feedback, answer.source)
    return max(front, sum(map(len, back)))


def _written(item: Item) -> str:
    interaction, model = item.interaction, item.key.model
    match interaction:
        case Choose(options) | Arrange(options):
            places = [option.id for option in options]
            return " ".join(letter(places.index(option)) for option in model)
        case Pair(_, options):
            places = [option.id for option in options]
            return "  ".join(f"{pair[:-1]}{_NO_BREAK}{letter(places.index(pair[-1]))}" for pair in model)
        case Enter(_, unit):
            return typographic(f"{model[0]} {unit}".strip())
        case _:
            assert_never(interaction)


def _words(item: Item) -> str:
    interaction, model = item.interaction, item.key.model
    match interaction:
        case Choose(options) | Arrange(options):
            text = {option.id: typographic(option.text) for option in options}
            return (", then " if isinstance(interaction, Arrange) else "; ").join(text[option] for option in model)
        case Pair(prompts, options):
            text = {each.id: typographic(each.text) for each in (*prompts, *options)}
            return "; ".join(f"{text[pair[:-1]]}: {text[pair[-1]]}" for pair in model)
        case Enter():
            return ""
        case _:
            assert_never(interaction)


def _set(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(typographic(text) for text in texts)


def _also(expected: Expected) -> tuple[str, ...]:
    """Return what else is right: what the author lists, and a person's surname where it is enough."""
    also = [text for text in expected.accept if text != expected.answer]
    surname = expected.answer.split()[-1]
    known = {text.casefold() for text in (*also, expected.answer)}
    if (
        expected.expects is Expects.PERSON
        and surname.casefold() not in known
        and judge(expected, surname).verdict is Verdict.ACCEPT
    ):
        also.append(surname)
    return _set(also)


def _margin(expected: Expected) -> str:
    parts = [typographic(f"within {expected.tolerance}")] if expected.tolerance else []
    if expected.closeness:
        parts.append(f"a share of the point for what is nearer than a factor of {expected.closeness}")
    return "; ".join(parts)


def _seconds(item: Item) -> int:
    """Return how long to wait: by what is to be done, and by how much there is to read."""
    interaction = item.interaction
    match interaction:
        case Choose(options):
            seconds, texts = 15 if interaction.most == 1 else 30, options
        case Arrange(options):
            seconds, texts = 10 * len(options), options
        case Pair(prompts, options):
            seconds, texts = 15 * len(prompts), (*prompts, *options)
        case Enter():
            seconds, texts = 20, ()
        case _:
            assert_never(interaction)
    seconds += (len(item.stem) + sum(len(each.text) for each in texts)) // _SLOWLY
    return -(-seconds // _PACE) * _PACE
