"""How long one judgement takes: an ordinary answer within 50 µs, the longest within 5 ms."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from rb_quiz.answers import Expected, Expects, Verdict, judge, near_rivals

COTILLARD = Expected(
    Expects.PERSON,
    "Marion Cotillard",
    rivals=("Céline Sallette", "Corinne Masiero", "Marion Dubois"),
    stem="Who plays Stéphanie?",
)
PREMIERE = Expected(Expects.DATE, "17 May 2012", stem="When did the film premiere at Cannes?")
ORDINARY = {
    "exact": (COTILLARD, "marion cotillard"),
    "surname": (COTILLARD, "Cotillard"),
    "misspelt": (COTILLARD, "Marion Cotilard"),
    "wrong": (COTILLARD, "Léa Seydoux"),
    "date": (PREMIERE, "May 17, 2012"),
}
LONGEST = {"letters": "a" * 10_000, "list": "Cotillard or " * 769, "marks": "M" + "\u0301\u0327" * 4_999}


@pytest.mark.parametrize(("expected", "response"), ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_answer(benchmark: BenchmarkFixture, expected: Expected, response: str) -> None:
    """One answer as people type it."""
    assert benchmark(judge, expected, response).verdict in Verdict


@pytest.mark.parametrize("response", LONGEST.values(), ids=LONGEST)
def test_the_longest_answer(benchmark: BenchmarkFixture, response: str) -> None:
    """Ten thousand characters."""
    assert benchmark(judge, COTILLARD, response).verdict is Verdict.REJECT


def test_rivals_among_thousands(benchmark: BenchmarkFixture) -> None:
    """One answer's rivals among ten thousand names, the index already made."""
    names = tuple(f"{first}{n} {last}" for n in range(100) for first in ("Jean", "Marion") for last in ("Cotard",) * 50)
    assert near_rivals(("Marion Cotillard",), names)
    benchmark(near_rivals, ("Marion Cotillard",), names)
