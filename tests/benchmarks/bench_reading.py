"""How long a bank of 10,000 questions takes to be read and checked, as a ratio to CSafeLoader's parse alone."""

from __future__ import annotations

import gc
import statistics
import tracemalloc
from pathlib import Path
from time import perf_counter

import pytest
import yaml

from rb_quiz.bank import survey

ENTRY = """\
  - ask: Who plays part number {n} in the film about the café by the sea?
    kind: choice
    answer: Marion Cotillard
    distractors: [Céline Sallette, Corinne Masiero, Léa Seydoux]
    difficulty: easy
    spoiler: premise
    source: article
    feedback: She spent a week of {n} hours at Marineland to learn how to direct whales, and more besides.
    tags: [one, two]
"""
HEAD = "topic: Cast\nsources: {article: {title: Article}}\nquestions:\n"
ROUNDS = 5


@pytest.mark.parametrize("count", [100, 1_000, 10_000, 100_000])
def test_reading(count: int, tmp_path: Path) -> None:
    """Print the seconds, the ratio and the peak of memory."""
    text = HEAD + "".join(ENTRY.format(n=number) for number in range(count))
    path = tmp_path / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    ours, theirs = [], []
    for _ in range(ROUNDS if count <= 10_000 else 1):
        begun = perf_counter()
        bank, problems = survey([path])
        ours.append(perf_counter() - begun)
        assert (len(bank.questions), problems) == (count, ())
        del bank
        gc.collect()
        begun = perf_counter()
        yaml.load(text, yaml.CSafeLoader)
        theirs.append(perf_counter() - begun)
    tracemalloc.start()
    survey([path])
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
    print(f"\n{count}: {min(ours):.3f} s, {ratio:.2f} x CSafeLoader (budget 0.35), peak {peak:.0f} MiB")
