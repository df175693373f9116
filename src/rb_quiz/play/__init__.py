"""Playing a quiz: a pure session whose log is its state, marks under a scheme, modes, and the scorecard at the end."""

from rb_quiz.play.analysis import Figures, analysed
from rb_quiz.play.events import Event, Halved, Protested, Responded, Stopped
from rb_quiz.play.limits import Limits
from rb_quiz.play.mark import Mark
from rb_quiz.play.modes import MODES, Mode
from rb_quiz.play.paper import Undecided, marked, undecided
from rb_quiz.play.scorecard import Scorecard, TopicScore, score
from rb_quiz.play.scoring import SCHEMES, Outcome, Scheme
from rb_quiz.play.session import NotAllowedError, Session, replay, rescored
from rb_quiz.play.standings import Standing, leaders, next_seat, standings

__all__ = [
    "MODES",
    "SCHEMES",
    "Event",
    "Figures",
    "Halved",
    "Limits",
    "Mark",
    "Mode",
    "NotAllowedError",
    "Outcome",
    "Protested",
    "Responded",
    "Scheme",
    "Scorecard",
    "Session",
    "Standing",
    "Stopped",
    "TopicScore",
    "Undecided",
    "analysed",
    "leaders",
    "marked",
    "next_seat",
    "replay",
    "rescored",
    "score",
    "standings",
    "undecided",
]
