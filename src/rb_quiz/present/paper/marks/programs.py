"""Results for programs: all that people are told, as values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rb_quiz.item import Choose
from rb_quiz.present.paper.marks.told import tally
from rb_quiz.present.paper.question import letter

if TYPE_CHECKING:
    from rb_quiz.play import Figures, Standing
    from rb_quiz.present.paper.marks.marksheet import MarkSheet
    from rb_quiz.present.paper.marks.results import Results


def results_json(results: Results, sheet: MarkSheet) -> dict[str, Any]:
    """Return the results and the problems of a mark sheet; points are exact, as text such as `7/3`, and rounded."""
    forms = {paper.team: paper.form for paper in sheet.papers}
    return {
        "code": results.quiz.code,
        "scoring": results.scheme.name,
        "standings": [_standing_json(each, forms[each.player], results.labels) for each in results.standings],
        "questions": [
            _question_json(label, each) for label, each in zip(results.labels, results.figures, strict=False)
        ],
        "undecided": [
            {
                "question": results.labels[each.place],
                "id": results.quiz.items[each.place].id,
                "response": each.response,
                "why": each.why,
                "teams": list(each.players),
            }
            for each in results.undecided
        ],
        "problems": [
            {"line": each.line, "col": each.col, "name": each.name, "message": each.message} for each in sheet.problems
        ],
    }


def _standing_json(standing: Standing, form: str, labels: tuple[str, ...]) -> dict[str, Any]:
    card = standing.card
    return {
        "rank": standing.rank,
        "team": standing.player,
        "form": form,
        "points": float(card.points),
        "exact": str(card.points),
        "most": float(card.most),
        **tally(card),
        "each": {
            label: {"response": list(mark.response), "outcome": mark.outcome.value, "points": str(points)}
            for label, mark, points in zip(labels, card.marks, card.each, strict=True)
        },
    }


def _question_json(label: str, figures: Figures) -> dict[str, Any]:
    item, picks = figures.item, dict(figures.picks)
    options = item.interaction.options if isinstance(item.interaction, Choose) else ()
    return {
        "question": label,
        "id": item.id,
        "stem": item.stem,
        "asked": figures.asked,
        "right": figures.right,
        "discrimination": figures.discrimination,
        "outcomes": {outcome.value: times for outcome, times in figures.outcomes},
        "options": [
            {
                "letter": letter(place),
                "text": option.text,
                "key": option.id in item.key.model,
                "times": picks[option.id],
            }
            for place, option in enumerate(options)
        ],
        "wrong": [{"response": text, "times": times} for text, times in figures.misses],
    }
