"""When a typed answer is right: accept, prompt or reject, with the rule that decided."""

from .closeness import closeness, distance
from .expected import Expected, Expects, Judgement, Verdict
from .judge import judge
from .nearness import near_rivals
from .normal import normal
from .values import readable, value_of

__all__ = [
    "Expected",
    "Expects",
    "Judgement",
    "Verdict",
    "closeness",
    "distance",
    "judge",
    "near_rivals",
    "normal",
    "readable",
    "value_of",
]
