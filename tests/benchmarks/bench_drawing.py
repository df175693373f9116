"""Proved items a second on one core, and how drawing from a table grows from a thousand to a million rows."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path
from time import perf_counter

import pytest

from rb_quiz.bank import Bank  # noqa: TC001 - pytest reads the annotations
from rb_quiz.quiz import Blueprint

SECONDS = 5.0
OFFERED = 6
BANK = """
tables:
  stars:
    columns: {star: text, glow: text, giver: person, found: year}
    unique: [star]
    rows: stars.csv
questions:
  - {from: stars, ask: "How does {star} glow?", answer: glow}
  - {from: stars, ask: "Who gave {star} its name?", answer: giver, difficulty: hard}
  - {from: stars, ask: "When was {star} found?", answer: found, difficulty: easy}
  - {from: stars, kind: text, ask: "Name the giver of {star}.", answer: giver}
  - {from: stars, kind: order, ask: "The first found first.", order: star, by: found}
"""
CHILD = """
import resource, statistics, sys
from pathlib import Path
from time import perf_counter
begun = perf_counter()
from rb_quiz.bank import load
from rb_quiz.draw import draw, seed_of
from rb_quiz.quiz import Blueprint
bank = load([Path(sys.argv[1])])
loaded = perf_counter() - begun
times = []
for seed in range(31):
    begun = perf_counter()
    assert len(draw(bank, Blueprint(20), seed_of(str(seed))).items) == 20
    times.append(1000 * (perf_counter() - begun))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
later = sorted(times[1:])
print(f"load {loaded:.2f} s, draw of 20: first {times[0]:.1f} ms, later {statistics.median(later):.1f} ms"
      f" (slowest {later[-1]:.1f}), peak {peak:.0f} MiB")
"""


def test_proved_items(bundled: Bank) -> None:
    """Print how many questions a second the bundled bank's templates make, in all and by kind."""
    made: dict[str, int] = {}
    spent: dict[str, float] = {}
    for seed in count():
        for template in bundled.templates:
            kind = template.common.kind
            begun = perf_counter()
            made[kind] = made.get(kind, 0) + sum(1 for _ in template.questions(str(seed), OFFERED, Blueprint()))
            spent[kind] = spent.get(kind, 0.0) + perf_counter() - begun
        if sum(spent.values()) > SECONDS:
            break
    print(f"\nproved items: {sum(made.values()) / sum(spent.values()):,.0f} a second (budget 10,000)")
    for kind in sorted(made):
        print(f"  {kind}: {made[kind] / spent[kind]:,.0f} a second")


@pytest.mark.parametrize("rows", [1_000, 10_000, 100_000, 1_000_000])
def test_a_large_table(rows: int, tmp_path: Path) -> None:
    """Print the seconds to load, the milliseconds to draw 20 items (budget 50), and the peak of memory."""
    (tmp_path / "bank.yaml").write_text(BANK, encoding="utf-8")
    with (tmp_path / "stars.csv").open("w", encoding="utf-8") as file:
        file.write("star,glow,giver,found\n")
        file.writelines(f"Star {n},Hue {n % 977},Astronomer {n % 5003},{1600 + n % 400}\n" for n in range(rows))
    done = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    print(f"\n{rows:,} rows: {done.stdout.strip()}")
