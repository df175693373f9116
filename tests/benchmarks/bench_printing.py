"""How long printing takes and how much memory: one paper, and up to a thousand forms with keys.

Run it on an environment that has the built wheel: `pytest tests/benchmarks/bench_printing.py -s`, with
RB_QUIZ_PYTHON naming that environment's python.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = os.environ.get("RB_QUIZ_PYTHON", sys.executable)
RUNS = 9
COMPILE = """
import sys, time
from pathlib import Path
from rb_quiz.draw import draw, forms, seed_of
from rb_quiz.bank import load
from rb_quiz.cli.banks import bank_paths
from rb_quiz.present.paper import Layout, render_pdf
from rb_quiz.present.paper.packs import PACKS, Job
from rb_quiz.quiz import Blueprint
quiz = draw(load(bank_paths(None)), Blueprint(20), seed_of("x"))
begun = time.perf_counter()
job = Job(quiz, "Exam", (), forms(quiz, int(sys.argv[1])))
parts = [part for each in PACKS["exam"].documents(job) for part in each.parts if len(job.forms) > 1 or each.name == "A"]
pdf = render_pdf("Exam", parts, Layout())
print(time.perf_counter() - begun, len(pdf))
"""


def seconds(*args: str) -> float:
    """Return how long a process takes."""
    begun = perf_counter()
    subprocess.run([PYTHON, *args], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return perf_counter() - begun


@pytest.mark.parametrize("forms", [1, 100])
def test_typesetting(forms: int) -> None:
    """Print what one paper of 20 questions, and 100 forms with keys, take beyond start-up and draw."""
    runs = []
    for _ in range(RUNS):
        made = subprocess.run([PYTHON, "-c", COMPILE, str(forms)], capture_output=True, encoding="utf-8", check=True)
        runs.append(float(made.stdout.split()[0]))
    bare = statistics.median(seconds("-c", "pass") for _ in range(RUNS))
    median = statistics.median(runs)
    print(f"\n{forms} forms: {median:.3f} s, {median / bare:.1f} x pass, {int(made.stdout.split()[1]) // 1024} KiB")


@pytest.mark.parametrize("forms", [1, 100, 300, 1000])
def test_whole_process(forms: int, tmp_path: Path) -> None:
    """Print the time and the peak memory of the whole command."""
    path = tmp_path / "exam.pdf"
    args = [
        "-m",
        "rb_quiz",
        "print",
        "--pack",
        "exam",
        "-n",
        "20",
        "--seed",
        "x",
        "--forms",
        str(forms),
        "-o",
        str(path),
    ]
    begun = perf_counter()
    with subprocess.Popen([PYTHON, *map(str, args)], stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    took = perf_counter() - begun
    files = sorted(path.parent.glob("exam*.pdf"))
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"\n{forms} forms: {took:.2f} s, peak {usage.ru_maxrss // 1024} MiB, {len(files)} files, {size:.1f} MB")
