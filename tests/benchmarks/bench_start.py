"""How long commands take to start, as ratios to `python -c pass`, on the installed package.

Run it on an environment that has the built wheel, not the checkout:
`pytest tests/benchmarks/bench_start.py -s`, with RB_QUIZ_PYTHON naming that environment's python.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from time import perf_counter

import pytest

PYTHON = os.environ.get("RB_QUIZ_PYTHON", sys.executable)
RUNS = 15


def seconds(*args: str) -> float:
    """Return how long a process takes."""
    begun = perf_counter()
    subprocess.run([PYTHON, *args], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    return perf_counter() - begun


@pytest.mark.parametrize(
    ("name", "budget", "args"),
    [
        ("--version", 6.5, ["-m", "rb_quiz", "--version"]),
        ("alone", 6.5, ["-m", "rb_quiz"]),
        ("play --plain", 9.0, ["-m", "rb_quiz", "play", "--plain", "--seed", "x"]),
        ("list --json", None, ["-m", "rb_quiz", "list", "--json"]),
        ("check", None, ["-m", "rb_quiz", "check"]),
    ],
)
def test_start(name: str, budget: float | None, args: list[str]) -> None:
    """Print the median of the ratios, pair by pair."""
    seconds(*args)
    ratios = [seconds(*args) / seconds("-c", "pass") for _ in range(RUNS)]
    print(f"\n{name}: {statistics.median(ratios):.1f} x pass (budget {budget})")
