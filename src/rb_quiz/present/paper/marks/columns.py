"""Columns of a mark sheet: which one names the team, which the form, and which question each other one is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rb_quiz.present.paper.rounds import LETTERS, Round, labels, split
from rb_quiz.problem import CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rb_quiz.present.paper.marks.cells import Cell, Cells
    from rb_quiz.quiz import Quiz

TEAM, FORM = "team", "form"
_ALSO: Final = {"name": TEAM}
_LABEL: Final = re.compile(r"0*([1-9][0-9]{0,3})|([rd])0*([1-9][0-9]{0,3})\.0*([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a mark sheet hold.

    Attributes:
        names: what each column is called, nothing where it has no name.
        team, form: the places of these columns; there may be no form.
        questions: the place of a column, and the place of its question in the quiz.
        quiz: the quiz with its questions in the order in which they were printed.
        labels: what each of them is called.

    """

    names: tuple[str, ...]
    team: int
    form: int | None
    questions: Mapping[int, int]
    quiz: Quiz
    labels: tuple[str, ...]

    @property
    def in_rounds(self) -> bool:
        """Return whether the quiz was printed in rounds, and so in one form only."""
        return any("." in label for label in self.labels)


def columns_of(header: Sequence[Cell], cells: Cells, quiz: Quiz) -> Columns | None:
    """Return the columns that the first row names, None when nothing can be marked by them."""
    named, found = _sorted_out(header, cells)
    if TEAM not in named:
        cells.report(
            header[0].start, "missing-column", "expected a column 'team' (or 'name'), found none in the first row"
        )
    if not found:
        message = "expected a column for each question, called 1, 2 and on, found none in the first row"
        cells.report(header[0].start, "missing-column", message)
    if TEAM not in named or not found:
        return None
    rounds = _rounds(header, found, cells, quiz)
    if rounds is None:
        return None
    known = labels(rounds)
    places = {label: place for place, (label, _) in enumerate(known)}
    _refuse_unknown(header, found, cells, places)
    return Columns(
        names=tuple(cell.text for cell in header),
        team=named[TEAM],
        form=named.get(FORM),
        questions={column: places[label] for label, column in found.items() if label in places},
        quiz=replace(quiz, items=tuple(item for _, item in known)),
        labels=tuple(places),
    )


def _sorted_out(header: Sequence[Cell], cells: Cells) -> tuple[dict[str, int], dict[str, int]]:
    """Return the places of the named columns and of the questions; report what is neither or there twice."""
    named: dict[str, int] = {}
    questions: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = cell.text.casefold()
        name = _ALSO.get(name, name)
        label = label_of(name)
        if not name:
            continue
        if label:
            name = label
        elif name not in (TEAM, FORM):
            known = did_you_mean(name, (TEAM, FORM, *_ALSO))
            message = f"expected 'team', 'form' or the number of a question, found {cell.text!r:.60}{known}; rename it"
            cells.report(cell.start, "unknown-column", message)
            continue
        group = questions if label else named
        if name in group:
            message = f"expected each column once, found {name!r} again; rename or remove one"
            cells.report(cell.start, "repeated-column", message)
        group.setdefault(name, place)
    return named, questions


def _rounds(header: Sequence[Cell], found: Mapping[str, int], cells: Cells, quiz: Quiz) -> Sequence[Round] | None:
    """Return the rounds that dotted labels tell of, one where there are none, None when the quiz has no such rounds."""
    dotted = [tuple(map(int, label[1:].split("."))) for label in found if "." in label]
    if not dotted:
        return (Round("", quiz.items),)
    count = max(number for number, _ in dotted)
    way = next(way for way, letter in LETTERS.items() if any(label.startswith(letter) for label in found))
    try:
        rounds = split(quiz, count, way)
    except CallError:
        rounds = ()
    if count > 1 and {label for label, _ in labels(rounds)} == set(found):
        return rounds
    sizes = [sum(number == each for number, _ in dotted) for each in range(1, count + 1)] if rounds else []
    has = f"has {_listed([len(each.items) for each in rounds])} by {way}" if count > 1 and rounds else "can be split"
    message = (
        f"expected questions in rounds as this quiz {has}, found {_listed(sizes) if rounds else f'{count} rounds'}; "
        "name the quiz that was printed, and take the labels that `rb-quiz print --marksheet` wrote"
    )
    cells.report(header[min(found.values())].start, "other-rounds", message)
    return None


def label_of(name: str) -> str:
    """Return what a question is called, as 7, R2.3 or D2.3, however that is written; nothing for another name."""
    found = _LABEL.fullmatch(name.strip().casefold())
    if found is None:
        return ""
    number, way, round_number, place = found.groups()
    return number or f"{way.upper()}{round_number}.{place}"


def _listed(sizes: Sequence[int]) -> str:
    return f"{' + '.join(map(str, sizes))} questions"


def _refuse_unknown(header: Sequence[Cell], found: Mapping[str, int], cells: Cells, places: Mapping[str, int]) -> None:
    """Report questions that the quiz doesn't have, and those that the sheet doesn't have."""
    last = list(places)[-1]
    for label, column in found.items():
        if label not in places:
            message = f"expected a question of this quiz, 1 to {last}, found {label!r}; name the quiz that was printed"
            cells.report(header[column].start, "unknown-question", message)
    missing = [label for label in places if label not in found]
    if missing:
        message = f"expected a column for each question, found none for {', '.join(missing)}; nobody has points there"
        cells.report(header[0].start, "missing-column", message)
