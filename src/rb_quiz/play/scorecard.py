"""The scorecard is the report at the end of a game: the total, the topics, and what to read again."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rb_quiz.play.session import Mark, Outcome

if TYPE_CHECKING:
    from rb_quiz.play.scoring import Scheme
    from rb_quiz.play.session import Session


@dataclass(frozen=True, slots=True)
class TopicScore:
    """The points of one topic, of the most there were among the items that were asked."""

    topic: str
    points: Fraction
    most: Fraction


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The report of one session.

    Attributes:
        points, most: the total, of all the items in the quiz.
        marks: the items that were asked, in order.
        topics: the points of each topic, in the order in which they first came up.
        streak: the most right answers in a row.
        seconds: the time all responses took.

    """

    points: Fraction
    most: Fraction
    marks: tuple[Mark, ...]
    topics: tuple[TopicScore, ...]
    streak: int
    seconds: float

    @property
    def missed(self) -> tuple[Mark, ...]:
        """Return the marks of what was not fully right."""
        return tuple(mark for mark in self.marks if mark.outcome is not Outcome.RIGHT)


def score(session: Session, scheme: Scheme) -> Scorecard:
    """Return the scorecard of a session under a scheme; items that were not reached earn nothing."""
    by_topic: dict[str, list[Fraction]] = {}
    for mark in session.marks:
        by_topic.setdefault(mark.item.topic, []).append(scheme.points(mark))
    topics = tuple(
        TopicScore(topic, sum(points, Fraction(0)), scheme.most * len(points)) for topic, points in by_topic.items()
    )
    return Scorecard(
        points=sum((topic.points for topic in topics), Fraction(0)),
        most=scheme.most * len(session.quiz.items),
        marks=session.marks,
        topics=topics,
        streak=_longest_streak(session.marks),
        seconds=sum(mark.seconds for mark in session.marks),
    )


def _longest_streak(marks: tuple[Mark, ...]) -> int:
    longest = running = 0
    for mark in marks:
        running = running + 1 if mark.outcome is Outcome.RIGHT else 0
        longest = max(longest, running)
    return longest
