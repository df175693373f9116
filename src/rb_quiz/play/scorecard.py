"""The scorecard is the report at the end of a game: the total, the topics, and what to read again."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rb_quiz.play.scoring import Outcome

if TYPE_CHECKING:
    from rb_quiz.play.mark import Mark
    from rb_quiz.play.scoring import Scheme
    from rb_quiz.play.session import Session


@dataclass(frozen=True, slots=True)
class TopicScore:
    """The credit of one topic, of so many items that were asked."""

    topic: str
    credit: Fraction
    asked: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The report of one session.

    Attributes:
        code: the quiz.
        points, most: the total, of what there was to earn.
        marks: the items that were asked, in order.
        each: the points of each mark.
        topics: the credit of each topic, in the order in which they first came up.
        streak: the most right answers in a row.
        seconds: the time all responses took.

    """

    code: str
    points: Fraction
    most: Fraction
    marks: tuple[Mark, ...]
    each: tuple[Fraction, ...]
    topics: tuple[TopicScore, ...]
    streak: int
    seconds: float

    @property
    def missed(self) -> tuple[Mark, ...]:
        """Return the marks of what was not fully right."""
        return tuple(mark for mark in self.marks if mark.outcome is not Outcome.RIGHT)


def score(session: Session, scheme: Scheme) -> Scorecard:
    """Return the scorecard of a session under a scheme.

    Items that were not reached earn nothing and count, except where it is the game to reach as many as one can.
    """
    by_topic: dict[str, list[Fraction]] = {}
    for mark in session.marks:
        by_topic.setdefault(mark.item.topic, []).append(mark.credit)
    each = scheme.points([mark.credited for mark in session.marks])
    return Scorecard(
        code=session.quiz.code,
        points=scheme.total(each),
        most=scheme.most(_count(session)),
        marks=session.marks,
        each=each,
        topics=tuple(TopicScore(topic, sum(credit, Fraction(0)), len(credit)) for topic, credit in by_topic.items()),
        streak=_longest_streak(session.marks),
        seconds=sum(mark.seconds for mark in session.marks),
    )


def _count(session: Session) -> int:
    """Return how many items there are points for."""
    if session.limits.open_ended:
        return len(session.marks)
    return min(len(session.quiz.items), session.limits.goal or len(session.quiz.items))


def _longest_streak(marks: tuple[Mark, ...]) -> int:
    longest = running = 0
    for mark in marks:
        running = running + 1 if mark.outcome is Outcome.RIGHT else 0
        longest = max(longest, running)
    return longest
