"""The wording of results, in lines of plain text."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from rb_quiz.item import Choose
from rb_quiz.play import Outcome
from rb_quiz.present.figures import counted, number
from rb_quiz.present.paper.question import letter
from rb_quiz.present.terminal.page import Line, clean, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rb_quiz.play import Figures, Scorecard, Undecided
    from rb_quiz.present.paper.marks.results import Results

_WIDEST: Final = 32
_LONGEST: Final = 60
_MOST_MISSES: Final = 3
_COUNTED: Final = {
    "right": (Outcome.RIGHT,),
    "partly": (Outcome.PARTLY,),
    "wrong": (Outcome.WRONG, Outcome.LATE),
    "blank": (Outcome.SKIPPED,),
}


def told_results(results: Results) -> Iterator[Line]:
    """Yield the standings, how each question did, and what the host should decide."""
    if not results.standings:
        yield Line("There is no paper to mark yet.")
        return
    papers, asked = counted(len(results.standings), "paper"), counted(len(results.quiz.items), "question")
    yield Line(f"{papers}, {asked}, scoring: {results.scheme.name}")
    yield Line()
    yield from _standings(results)
    yield Line()
    yield Line("How each question did")
    for label, figures in zip(results.labels, results.figures, strict=True):
        yield from _figures(label, figures)
    if results.undecided:
        yield Line()
        yield Line("For you to decide; until then these count as not right")
    for each in results.undecided:
        yield from _undecided(results, each)


def tally(card: Scorecard) -> Mapping[str, int]:
    """Return how many questions were right, partly right, wrong and left blank."""
    outcomes = [mark.outcome for mark in card.marks]
    return {name: sum(map(outcomes.count, which)) for name, which in _COUNTED.items()}


def _standings(results: Results) -> Iterator[Line]:
    names = [_short(standing.player, _WIDEST) for standing in results.standings]
    points = [f"{number(each.card.points)} / {number(each.card.most)}" for each in results.standings]
    last = max(len(str(each.rank)) for each in results.standings)
    widest, longest = max(*map(columns, names), len("Team")), max(*map(len, points), len("Points"))
    heads = "  ".join(f"{name:>6}" for name in _COUNTED)
    yield Line(f"{'':{last + 1}}  {'Team':{widest}}  {'Points':>{longest}}  {heads}")
    for standing, name, earned in zip(results.standings, names, points, strict=True):
        gap = " " * (widest - columns(name))
        counts = "  ".join(f"{count:>6}" for count in tally(standing.card).values())
        yield Line(f"{standing.rank:>{last}}.  {name}{gap}  {earned:>{longest}}  {counts}")


def _figures(label: str, figures: Figures) -> Iterator[Line]:
    telling = "" if figures.discrimination is None else f", tells apart {figures.discrimination:+.2f}"
    yield Line(f"{label}. {figures.right:.0%} right{telling}: {clean(figures.item.stem)}", hang=4)
    idle = [option for option, text in _options(figures) if not dict(figures.picks)[option] and text]
    if idle:
        texts = "; ".join(text for option, text in _options(figures) if option in idle)
        yield Line(f"    Nobody chose {texts}", hang=2)
    if figures.misses:
        said = [f"{_quoted(text)} ({times})" for text, times in figures.misses[:_MOST_MISSES]]
        more = len(figures.misses) - len(said)
        yield Line(f"    Wrong: {', '.join(said)}{f' and {more} more' if more else ''}", hang=2)


def _options(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield the wrong options of a choice with what they are called in the quiz."""
    interaction = figures.item.interaction
    if isinstance(interaction, Choose):
        for place, option in enumerate(interaction.options):
            if option.id not in figures.item.key.model:
                yield option.id, f"{letter(place)} ({_short(option.text, _LONGEST)})"


def _undecided(results: Results, each: Undecided) -> Iterator[Line]:
    label, teams = results.labels[each.place], ", ".join(_short(team, _WIDEST) for team in each.players)
    yield Line(f"{label}. {clean(results.quiz.items[each.place].stem)}", hang=4)
    yield Line(f"    Key: {clean(results.quiz.items[each.place].key.model[0])}", hang=2)
    yield Line(f"    {_quoted(each.response)} by {teams}: {clean(each.why)}", hang=2)
    yield Line(f"    If it is right: --accept {shlex.quote(f'{label}={clean(each.response)}')}", hang=2)


def _quoted(text: str) -> str:
    return f"“{_short(text, _LONGEST)}”"


def _short(text: str, most: int) -> str:
    """Return a text on one line, and no longer than so many columns."""
    text = clean(text)
    if columns(text) <= most:
        return text
    while columns(text) >= most:
        text = text[: min(len(text) - 1, most)]
    return f"{text}…"
