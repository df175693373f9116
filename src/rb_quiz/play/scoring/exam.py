"""The scheme `exam`: credit corrected for chance, so that blind guessing earns exactly nothing on average.

Points are the net credit, (s - g) / (1 - g) for raw credit s and its blind mean g (SCIENCE 3.1). One of k options
earns 1 or -1/(k-1), the formula scoring of the textbooks; several ticks earn J = c/t - w/(n-t); an order Kendall's
tau; pairs (right - wrong/(r-1))/m. A floor stands under the whole paper only: one under each item pays for guessing.
"""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING

from rb_quiz.play.scoring.scheme import Scheme, each

if TYPE_CHECKING:
    from rb_quiz.play.scoring.credited import Credited


def _bounds(response: Credited) -> tuple[Fraction, Fraction]:
    return response.worst, Fraction(1)


EXAM = Scheme(
    name="exam",
    rules=(
        "A right answer earns one point. A wrong one costs a fraction of a point, just as much as blind guessing would "
        "gain: a third where four options are offered. A skipped question earns and costs nothing, so it pays to "
        "answer only if you can rule something out. In lists, orders and pairs, what is right adds and what is wrong "
        "takes away. The paper as a whole never falls below nothing."
    ),
    points=each(attrgetter("net")),
    bounds=_bounds,
    floored=True,
)
