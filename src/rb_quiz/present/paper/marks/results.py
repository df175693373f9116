"""Results are what the marks come to: the standings, how each question did, and what the host should decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rb_quiz.item import EnterKey, Item, accepting
from rb_quiz.play import Figures, Scheme, Standing, Undecided, analysed, marked, score, standings, undecided
from rb_quiz.present.paper.marks.columns import label_of
from rb_quiz.present.terminal.page import clean
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.present.paper.marks.marksheet import MarkSheet
    from rb_quiz.quiz import Quiz

_MOST_SAID: Final = 5


@dataclass(frozen=True, slots=True)
class Results:
    """All that is told after the marks came back.

    Attributes:
        quiz: what was asked, by the keys that count.
        labels: what each question is called.
        scheme: how it was scored.
        standings: the teams from first to last.
        figures: how each question did.
        undecided: the answers that the judge leaves to the host.

    """

    quiz: Quiz
    labels: tuple[str, ...]
    scheme: Scheme
    standings: tuple[Standing, ...]
    figures: tuple[Figures, ...]
    undecided: tuple[Undecided, ...]


def results(sheet: MarkSheet, scheme: Scheme, accept: Sequence[str] = ()) -> Results:
    """Return what the papers of a mark sheet come to.

    `accept` are answers that the host takes as right, such as `7=Marion`; raise CallError for one that nobody gave.
    """
    items = list(sheet.quiz.items)
    for wish in accept:
        place, texts = _wanted(sheet, wish)
        items[place] = _settled(items[place], texts, wish)
    quiz = replace(sheet.quiz, items=tuple(items))
    teams = [paper.team for paper in sheet.papers]
    sessions = [marked(quiz, paper.responses) for paper in sheet.papers]
    cards = [score(session, scheme) for session in sessions]
    placed = standings(teams, cards)
    return Results(quiz, sheet.labels, scheme, placed, analysed(cards), undecided(teams, sessions))


def _wanted(sheet: MarkSheet, wish: str) -> tuple[int, Sequence[str]]:
    """Return the place of the question that a wish names, and the answers to it that it means, as they were given."""
    label, equals, text = wish.partition("=")
    if not equals or not _fold(text):
        raise CallError(f"expected --accept to be a question and an answer such as 7=Marion, found {wish!r:.60}")
    label = label_of(label) or label
    if label not in sheet.labels:
        ends = f"{sheet.labels[0]} to {sheet.labels[-1]}" if sheet.labels else "none"
        raise CallError(f"expected --accept to name a question of this quiz, {ends}, found {label!r:.60}")
    place = sheet.labels.index(label)
    if not isinstance(sheet.quiz.items[place].key, EnterKey):
        raise CallError(f"expected --accept for a typed answer, found question {label}, where options are given")
    given = dict.fromkeys(paper.responses[place][0] for paper in sheet.papers if paper.responses[place])
    texts = [response for response in given if _fold(response) == _fold(text)]
    if not texts:
        said = ", ".join(f"{response!r:.40}" for response in list(given)[:_MOST_SAID]) or "nothing"
        raise CallError(
            f"expected --accept to be an answer that was given to question {label}, such as {said}; found {text!r:.60}"
        )
    return place, texts


def _settled(item: Item, texts: Sequence[str], wish: str) -> Item:
    taken = accepting(item, texts)
    if not all(taken.key.credit((text,)) == 1 for text in texts):
        raise CallError(
            f"expected an answer that can be accepted, found {wish!r:.60}; mend it in the mark sheet instead"
        )
    return taken


def _fold(text: str) -> str:
    """Return an answer as it is compared with what was shown of it."""
    return " ".join(clean(text).split()).casefold()
