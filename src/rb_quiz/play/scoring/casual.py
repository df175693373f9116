"""The scheme `casual`: a point for each right answer, a share of it for a partly right one, never less than nothing.

Points are the credit, max(0, raw) for each item (SCIENCE 3.1).
"""

from __future__ import annotations

from operator import attrgetter

from rb_quiz.play.scoring.scheme import Scheme, between, each

CASUAL = Scheme(
    name="casual",
    rules=(
        "A right answer earns one point. Where several things are asked, a partly right answer earns a share of it; "
        "wrong ticks take away from right ones. Nothing is ever taken away for a wrong answer or a skipped question."
    ),
    points=each(attrgetter("credit")),
    bounds=between(0, 1),
)
