"""Playing a quiz: a pure session whose log is its state, marks under a scheme, and the scorecard at the end."""

from rb_quiz.play.scorecard import Scorecard, TopicScore, score
from rb_quiz.play.scoring import SCHEMES, Scheme
from rb_quiz.play.session import Event, Mark, NotAllowedError, Outcome, Responded, Session, Stopped, replay

__all__ = [
    "SCHEMES",
    "Event",
    "Mark",
    "NotAllowedError",
    "Outcome",
    "Responded",
    "Scheme",
    "Scorecard",
    "Session",
    "Stopped",
    "TopicScore",
    "replay",
    "score",
]
