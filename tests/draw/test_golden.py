"""Golden quizzes: a code made today gives the same quiz next year, on any machine and under any hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from rb_quiz.bank import KINDS, load
from rb_quiz.draw import draw, recipe_of, seed_of
from rb_quiz.item import Spoiler
from rb_quiz.quiz import Blueprint, render

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER: Final = Path(__file__).parents[1] / "golden" / "quizzes"
BLUEPRINTS: Final = {
    "usual": Blueprint(),
    "premise": Blueprint(20, spoilers=Spoiler.PREMISE),
    "rising": Blueprint(12, difficulty="rising"),
}
AGAIN: Final = """
import sys
from pathlib import Path
from rb_quiz.bank import load
from rb_quiz.draw import draw, recipe_of
from rb_quiz.quiz import render
bank = load([Path(sys.argv[1])])
for code in sys.argv[2:]:
    recipe = recipe_of(code, bank.topics, bank.edition)
    sys.stdout.buffer.write(render(draw(bank, recipe.blueprint, recipe.seed)).encode())
"""


def quizzes() -> dict[str, tuple[str, str]]:
    """Return for each blueprint the code and the text of a quiz."""
    bank = load([FOLDER])
    drawn = {name: draw(bank, blueprint, seed_of(name)) for name, blueprint in BLUEPRINTS.items()}
    return {name: (quiz.code, render(quiz)) for name, quiz in drawn.items()}


def test_golden_quizzes(golden: Callable[[Path, str], None]) -> None:
    """The digest of each quiz is the one that is written down (`--update` writes it anew)."""
    lines = [f"{name} {code} {sha256(text.encode()).hexdigest()}\n" for name, (code, text) in quizzes().items()]

    golden(FOLDER / "digests.txt", "".join(lines))


@pytest.mark.parametrize("hash_seed", ["1", "4242"])
def test_any_hash_seed_gives_the_same(hash_seed: str) -> None:
    """A process with its own hash seed draws the same bytes from the codes alone."""
    codes, texts = zip(*quizzes().values(), strict=True)
    again = subprocess.run(
        [sys.executable, "-c", AGAIN, str(FOLDER), *codes],
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
    )

    assert again.stdout.decode() == "".join(texts)


def test_codes_hold_the_blueprint() -> None:
    """Each code gives back the blueprint and seed that it was made of."""
    bank = load([FOLDER])
    for name, (code, _) in quizzes().items():
        recipe = recipe_of(code, bank.topics, bank.edition)
        assert (recipe.blueprint, recipe.seed) == (BLUEPRINTS[name], seed_of(name))


def test_the_golden_bank_has_every_kind() -> None:
    """It has authored questions and templates of each kind."""
    bank = load([FOLDER])

    assert {question.kind for question in bank.questions} == set(KINDS)
    assert {template.common.kind for template in bank.templates} == set(KINDS)
