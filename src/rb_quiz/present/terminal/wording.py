"""The wording of a game: what is said before, during and after it, the same on a screen and in plain lines."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.item import Arrange, Choose, Enter, Interaction, Item, Option, Pair, Response
from rb_quiz.play import Mark, Outcome, Scorecard
from rb_quiz.present.terminal.page import Line, Tone, clean, duration, number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from rb_quiz.quiz import Quiz

_TONES: Final = {
    Outcome.RIGHT: Tone.RIGHT,
    Outcome.PARTLY: Tone.PARTLY,
    Outcome.WRONG: Tone.WRONG,
    Outcome.SKIPPED: Tone.QUIET,
}
_SYMBOLS: Final = {Outcome.RIGHT: "✔", Outcome.PARTLY: "◐", Outcome.WRONG: "✘", Outcome.SKIPPED: "○"}
_OPTION_INDENT: Final = 2
_BAR: Final = 10
_ADDRESS: Final = re.compile(r" <[^<>]*>")


def opening(quiz: Quiz) -> Iterator[Line]:
    """Yield what is said before the first question."""
    count = len(quiz.items)
    yield Line(f"{count} question{'s' if count != 1 else ''}. Quiz code: {quiz.code}", Tone.QUIET)


def asked(item: Item, place: int, count: int) -> Iterator[Line]:
    """Yield the question: where it stands, its stem, and the options."""
    yield Line()
    yield Line(f"Question {place} of {count}  ·  {clean(item.topic)}  ·  {item.difficulty}", Tone.QUIET)
    yield Line(clean(item.stem), Tone.STRONG)
    yield Line(spoken="")


def offered(interaction: Interaction) -> Iterator[Line]:
    """Yield the options of an interaction, one a line."""
    match interaction:
        case Choose(options) | Arrange(options):
            yield from _labels(options)
        case Pair(prompts, options):
            yield from _labels(prompts)
            yield Line("to be matched with")
            yield from _labels(options)
        case Enter():
            pass
        case _:
            assert_never(interaction)


def _labels(options: tuple[Option, ...]) -> Iterator[Line]:
    for option in options:
        label = f"{option.id}) "
        yield Line(" " * _OPTION_INDENT + label + clean(option.text), hang=len(label))


def told(mark: Mark) -> Iterator[Line]:
    """Yield the verdict on a response in words, the right answer, the feedback and the source."""
    if mark.outcome is Outcome.RIGHT:
        yield _verdict(mark, f"Right: {_answer(mark)}")
    else:
        yield _verdict(mark, _shortcoming(mark))
        if mark.judgement is not None and mark.judgement.why:
            yield Line(f"  {clean(mark.judgement.why)}", hang=2)
        yield from _corrected(mark)
    if mark.item.feedback:
        yield Line(f"  {clean(mark.item.feedback)}")
    if mark.item.source:
        yield Line(f"  Source: {clean(_without_addresses(mark.item.source))}", Tone.QUIET, hang=2)


def _verdict(mark: Mark, words: str) -> Line:
    return Line(f"{_SYMBOLS[mark.outcome]} {words}", _TONES[mark.outcome], 2, words)


def _shortcoming(mark: Mark) -> str:
    """Return what was not right: how much of it where there are parts, and what was said."""
    if mark.outcome is Outcome.SKIPPED:
        return "Skipped."
    right, given = set(mark.item.key.model), set(mark.response)
    verdict = "Partly right" if mark.outcome is Outcome.PARTLY else "Wrong"
    match mark.item.interaction:
        case Pair():
            return f"{verdict}: {len(given & right)} of {len(right)} pairs."
        case Choose() if len(right) > 1:
            tally = f"{len(given & right)} of {len(right)} found, {len(given - right)} wrong"
            return f"{verdict}, {tally}: {_said(mark)}"
        case Choose() | Arrange() | Enter():
            return f"{verdict}: {_said(mark)}"
        case _:
            assert_never(mark.item.interaction)


def _corrected(mark: Mark) -> Iterator[Line]:
    """Yield the right answer; of pairs, each on a line with what was said instead."""
    interaction, model = mark.item.interaction, mark.item.key.model
    if not isinstance(interaction, Pair):
        yield Line(f"  The answer: {_answer(mark)}", hang=2)
        return
    options = {option.id: option.text for option in interaction.options}
    for prompt in interaction.prompts:
        right, said = _partner(model, prompt), _partner(mark.response, prompt)
        instead = f" (you said {options[said]})" if said and said != right else ""
        yield Line("    " + clean(f"{prompt.text} = {options[right]}{instead}"), hang=2)


def _partner(response: Response, prompt: Option) -> str:
    """Return the id of the option that a response pairs with a prompt, nothing when there is none."""
    return next((pair.removeprefix(prompt.id) for pair in response if pair.rstrip(ascii_lowercase) == prompt.id), "")


def _answer(mark: Mark) -> str:
    return in_words(mark.item.interaction, mark.item.key.model)


def _without_addresses(source: str) -> str:
    """Return a source as it is said in passing; the addresses follow at the end of the game."""
    return _ADDRESS.sub("", source) or source


def _said(mark: Mark) -> str:
    interaction = mark.item.interaction
    return clean(mark.response[0]) if isinstance(interaction, Enter) else in_words(interaction, mark.response)


def in_words(interaction: Interaction, response: Response) -> str:
    """Return a response as a person would say it."""
    match interaction:
        case Choose(options):
            chosen = [option.text for option in options if option.id in response]
            return clean("; ".join(chosen))
        case Arrange(options):
            texts = {option.id: option.text for option in options}
            return clean(" → ".join(texts[option_id] for option_id in response))
        case Pair(prompts, options):
            texts = {
                prompt.id + option.id: f"{prompt.text} = {option.text}" for prompt in prompts for option in options
            }
            return clean("; ".join(texts[pair] for pair in response))
        case Enter(_, unit):
            return clean(" ".join((*response, unit)).strip())
        case _:
            assert_never(interaction)


def summary(card: Scorecard, again: str) -> Iterator[Line]:
    """Yield the end of a game: what to read again, the topics, and the result; the score itself comes last."""
    yield Line()
    if card.missed:
        yield Line("To read again", Tone.STRONG)
        for mark in card.missed:
            yield from _missed(mark)
        yield Line()
    if card.marks:
        yield Line("By topic", Tone.STRONG)
        yield from _by_topic(card)
        yield Line()
        words = f"Longest run {card.streak}, time {duration(card.seconds)}"
        blocks = "".join(_SYMBOLS[mark.outcome] for mark in card.marks)
        yield Line(f"{blocks}  {words}", spoken=words)
    yield Line(f"Play it again, or pass it on: {clean(again)}", Tone.QUIET)
    yield Line(f"Score: {number(card.points)} / {number(card.most)}", Tone.STRONG)


def _missed(mark: Mark) -> Iterator[Line]:
    stem, answer = clean(mark.item.stem), _answer(mark)
    yield Line(f"  {_SYMBOLS[mark.outcome]} {stem}", hang=2, spoken=f"  {stem}")
    yield Line(f"    {answer}", hang=2)
    if mark.item.source:
        yield Line(f"    {clean(mark.item.source)}", Tone.QUIET, hang=2)


def _by_topic(card: Scorecard) -> Iterator[Line]:
    widest = max(len(topic.topic) for topic in card.topics)
    for topic in card.topics:
        name, points = clean(topic.topic), f"{number(topic.points)} / {number(topic.most)}"
        yield Line(f"  {name:<{widest}}  {_bar(topic.points / topic.most)}  {points}", spoken=f"  {name}: {points}")


def _bar(share: Fraction) -> str:
    full = round(share * _BAR)
    return "█" * full + "░" * (_BAR - full)
