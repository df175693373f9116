"""The wording of a game: what is said before, during and after it, the same on a screen and in plain lines."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.item import Arrange, Choose, Enter, Interaction, Item, Option, Pair, Response
from rb_quiz.play import Mark, Mode, Outcome, Scheme, Scorecard, Session
from rb_quiz.present.figures import counted, duration, number
from rb_quiz.present.terminal.page import Line, Tone, clean, columns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from rb_quiz.quiz import Quiz

TONES: Final = {
    Outcome.RIGHT: Tone.RIGHT,
    Outcome.PARTLY: Tone.PARTLY,
    Outcome.WRONG: Tone.WRONG,
    Outcome.SKIPPED: Tone.QUIET,
    Outcome.LATE: Tone.WRONG,
}
SYMBOLS: Final = {
    Outcome.RIGHT: "✔",
    Outcome.PARTLY: "◐",
    Outcome.WRONG: "✘",
    Outcome.SKIPPED: "○",
    Outcome.LATE: "◷",
}
_OPTION_INDENT: Final = 2
_BAR: Final = 10
_ADDRESS: Final = re.compile(r" <[^<>]*>")


def opening(quiz: Quiz, mode: Mode) -> Iterator[Line]:
    """Yield what is said before the first question: what is played, by which rules, and how long."""
    count, limits = len(quiz.items), mode.limits
    if mode.name != "classic":
        yield Line(f"{mode.name.capitalize()}. {mode.rules}", Tone.STRONG)
    many = "" if limits.open_ended or limits.goal else f"{counted(count, 'question')}. "
    yield Line(f"{many}{f'Quiz code: {quiz.code}' if quiz.code else ''}".rstrip(), Tone.QUIET)
    if mode.scheme.name != "casual":
        yield Line(f"Scoring: {mode.scheme.rules}", Tone.QUIET)
    if limits.item_seconds is not None:
        yield Line(f"You have {number(limits.item_seconds)} seconds for each question.", Tone.QUIET)
    if limits.game_seconds is not None:
        yield Line(f"The clock stops at {number(limits.game_seconds)} seconds of thinking.", Tone.QUIET)


def asked(item: Item, session: Session, scheme: Scheme) -> Iterator[Line]:
    """Yield the question: where it stands, what is at stake, and its stem."""
    place, count = len(session.marks) + 1, len(session.quiz.items)
    is_open = session.limits.open_ended or session.limits.goal is not None
    where = f"Question {place}" if is_open else f"Question {place} of {count}"
    yield Line()
    yield Line(f"{where}  ·  {clean(item.topic)}  ·  {item.difficulty}{_left(session)}", Tone.QUIET)
    stakes = scheme.stakes([mark.credited for mark in session.marks])
    if stakes:
        yield Line(stakes, Tone.QUIET)
    yield Line(clean(item.stem), Tone.STRONG)
    yield Line(spoken="")


def _left(session: Session) -> str:
    """Return what is left of lives and of the time for the game."""
    lives, seconds = session.lives_left, session.game_seconds_left
    said = ""
    if lives is not None and session.limits.goal is None:
        said += f"  ·  {lives} {'life' if lives == 1 else 'lives'} left"
    return said if seconds is None else f"{said}  ·  {number(round(seconds))} s left"


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


def told(mark: Mark, points: Fraction | None = None) -> Iterator[Line]:
    """Yield the verdict on a response in words, the points where a scheme gives others than credit, and the answer."""
    earned = "" if points is None else f"  ({number(points, signed=True)})"
    if mark.outcome is Outcome.RIGHT:
        yield _verdict(mark, f"Right: {answer_of(mark)}{earned}")
    else:
        yield _verdict(mark, f"{shortcoming(mark)}{earned}")
        if mark.judgement is not None and mark.outcome is Outcome.WRONG:
            yield Line(f"  {clean(mark.judgement.why)}", hang=2)
        yield from _corrected(mark)
    yield from notes(mark)


def notes(mark: Mark) -> Iterator[Line]:
    """Yield the feedback and the source of an item."""
    if mark.item.feedback:
        yield Line(f"  {clean(mark.item.feedback)}")
    if mark.item.source:
        yield Line(f"  Source: {clean(_without_addresses(mark.item.source))}", Tone.QUIET, hang=2)


def protest_noted(mark: Mark) -> Iterator[Line]:
    """Yield that a protest is on the record."""
    yield Line(f"Noted: you protest the verdict on “{_said(mark)}”. It stands beside the mark.", Tone.PARTLY)


def _verdict(mark: Mark, words: str) -> Line:
    return Line(f"{SYMBOLS[mark.outcome]} {words}", TONES[mark.outcome], 2, words)


def shortcoming(mark: Mark) -> str:
    """Return what was not right: how much of it where there are parts, and what was said."""
    if mark.outcome is Outcome.SKIPPED:
        return "Skipped."
    if mark.outcome is Outcome.LATE:
        return f"Too late: {_said(mark)}" if mark.response else "Too late."
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
        yield Line(f"  The answer: {answer_of(mark)}", hang=2)
        return
    options = {option.id: option.text for option in interaction.options}
    for prompt in interaction.prompts:
        right, said = _partner(model, prompt), _partner(mark.response, prompt)
        instead = f" (you said {options[said]})" if said and said != right else ""
        yield Line("    " + clean(f"{prompt.text} = {options[right]}{instead}"), hang=2)


def _partner(response: Response, prompt: Option) -> str:
    """Return the id of the option that a response pairs with a prompt, nothing when there is none."""
    return next((pair.removeprefix(prompt.id) for pair in response if pair.rstrip(ascii_lowercase) == prompt.id), "")


def answer_of(mark: Mark) -> str:
    """Return the right answer in words."""
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


def replayed(player: str, session: Session, scheme: Scheme) -> Iterator[Line]:
    """Yield a past session, answer by answer."""
    if player:
        yield Line()
        yield Line(clean(player), Tone.STRONG)
    points = scheme.points([mark.credited for mark in session.marks])
    for place, mark in enumerate(session.marks, start=1):
        yield Line()
        yield Line(f"Question {place}  ·  {clean(mark.item.topic)}  ·  {number(mark.seconds)} s", Tone.QUIET)
        yield Line(clean(mark.item.stem), Tone.STRONG)
        yield from told(mark, None if scheme.name == "casual" else points[place - 1])
        if mark.protested:
            yield Line(f"  (protested: “{_said(mark)}”)")


def summary(card: Scorecard, mode: Mode, again: str) -> Iterator[Line]:
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
        yield Line(f"Longest run {card.streak}, time {duration(card.seconds)}")
        yield Line(f"To share: {share(card, mode)}")
    yield from played_again(again)
    yield Line(f"Score: {number(card.points)} / {number(card.most)}", Tone.STRONG)


def share(card: Scorecard, mode: Mode) -> str:
    """Return a line to pass on that gives nothing away: the mode, the code, the score, and a block for each item."""
    played = "" if mode.name == "classic" else mode.name
    scored = "" if mode.scheme.name in ("casual", mode.name) else mode.scheme.name
    names = "".join(f" {name}" for name in (played, scored, card.code) if name)
    return f"rb-quiz{names} {number(card.points)}/{number(card.most)} {blocks(card)}"


def blocks(card: Scorecard) -> str:
    """Return a block for each item, which differ without colour."""
    return "".join(SYMBOLS[mark.outcome] for mark in card.marks)


def played_again(again: str) -> Iterator[Line]:
    """Yield how to bring the same game back, where that can be."""
    if again:
        yield Line(f"Play it again, or pass it on: {clean(again)}", Tone.QUIET)


def _missed(mark: Mark) -> Iterator[Line]:
    stem, answer = clean(mark.item.stem), answer_of(mark)
    protest = f" (protested: “{_said(mark)}”)" if mark.protested else ""
    yield Line(f"  {SYMBOLS[mark.outcome]} {stem}{protest}", hang=2, spoken=f"  {stem}{protest}")
    yield Line(f"    {answer}", hang=2)
    if mark.item.source:
        yield Line(f"    {clean(mark.item.source)}", Tone.QUIET, hang=2)


def _by_topic(card: Scorecard) -> Iterator[Line]:
    widest = max(columns(clean(topic.topic)) for topic in card.topics)
    for topic in card.topics:
        name, right = clean(topic.topic), f"{number(topic.credit)} of {topic.asked}"
        gap = " " * (widest - columns(name))
        yield Line(f"  {name}{gap}  {bar(topic.credit / topic.asked)}  {right}", spoken=f"  {name}: {right}")


def bar(share: Fraction | float) -> str:
    """Return a share, 0..1, as a bar of ten."""
    full = round(share * _BAR)
    return "█" * full + "░" * (_BAR - full)
