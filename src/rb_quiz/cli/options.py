"""Options that several commands share, and the quiz they ask for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from rb_quiz.cli.exits import described
from rb_quiz.problem import BankError, CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.bank import Bank
    from rb_quiz.item import Spoiler
    from rb_quiz.quiz import Quiz

USUAL_COUNT: Final = 10

BankOption = Annotated[
    Path | None,
    typer.Option("--bank", envvar="RB_QUIZ_BANK", metavar="PATH", help="Another bank: a folder of YAML files, or one."),
]
QuestionsOption = Annotated[
    int | None,
    typer.Option("--questions", "-n", min=1, max=4096, help="How many questions; usually 10, if there are as many."),
]
TopicsOption = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.")]
KindsOption = Annotated[
    list[str] | None, typer.Option("--kind", help="Only this kind of question; may be given again.")
]
DifficultyOption = Annotated[
    str | None, typer.Option("--difficulty", help="easy, medium or hard; rising goes from easy to hard.")
]
SpoilersOption = Annotated[
    str | None, typer.Option("--spoilers", help="How much of the story may be given away: premise, plot or ending.")
]
SeedOption = Annotated[str | None, typer.Option("--seed", help="Any text; the same text draws the same quiz.")]
AnyEditionOption = Annotated[
    bool, typer.Option("--any-edition", help="Take a code from another edition of the bank; the quiz will differ.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def bank_paths(bank: Path | None) -> list[Path]:
    """Return where the questions are: the bank that was asked for, or the bundled one and the player's own folder."""
    if bank is not None:
        return [bank]
    from platformdirs import user_data_path

    own = user_data_path("rb-quiz") / "questions"
    return [_bundled(), own] if own.is_dir() and any(own.rglob("*.y*ml")) else [_bundled()]


def _bundled() -> Path:
    """Return the bundled questions: inside an installed package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "questions"
    return inside if inside.is_dir() else package.parents[1] / "questions"


def open_bank(bank: Path | None) -> Bank:
    """Return the bank; raise BankError when it has problems.

    Problems of the player's own questions are said on stderr, and the bundled ones are played without them.
    """
    from rb_quiz.bank import load

    paths = bank_paths(bank)
    try:
        return load(paths)
    except BankError as error:
        bundled = paths[:1]
        if len(paths) == 1 or any(Path(problem.file).is_relative_to(bundled[0]) for problem in error.problems):
            raise
        print("\n".join(described(error.problems)), file=sys.stderr)
        print("rb-quiz: your own questions are left out until these problems are mended", file=sys.stderr)
        return load(bundled)


def draw_quiz(
    bank: Bank,
    *,
    questions: int | None,
    topics: list[str] | None,
    kinds: list[str] | None,
    difficulty: str | None,
    spoilers: str | None,
    seed: str | None,
) -> Quiz:
    """Return the quiz that the flags ask for; raise CallError when there is none."""
    from dataclasses import replace
    from secrets import token_hex

    from rb_quiz.draw import TooFewError, draw, seed_of
    from rb_quiz.quiz import Blueprint

    level, count = _known_difficulty(difficulty), questions or USUAL_COUNT
    blueprint = Blueprint(count, known_topics(topics, bank), known_kinds(kinds), level, _known_spoilers(spoilers))
    token = seed_of(token_hex() if seed is None else seed)
    while True:
        try:
            return draw(bank, blueprint, token)
        except TooFewError as error:
            if questions is not None or not error.possible:
                raise
            blueprint = replace(blueprint, questions=min(error.possible, blueprint.questions - 1))


def refuse_flags(*given: object) -> None:
    """Raise CallError when flags are given beside a quiz, which says all of that itself."""
    if any(given):
        raise CallError("expected a quiz file or code, or flags that draw a new quiz, found both; leave one out")


def known_topics(topics: list[str] | None, bank: Bank) -> tuple[str, ...]:
    """Return the bank's topics that were asked for; raise CallError for one it hasn't."""
    by_fold = {topic.casefold(): topic for topic in bank.topics}
    for topic in topics or ():
        if topic.casefold() not in by_fold:
            mend = did_you_mean(topic, bank.topics) or f"; this bank has {', '.join(bank.topics) or 'none'}"
            raise CallError(f"expected a topic of this bank, found {topic!r}{mend}")
    return tuple(dict.fromkeys(by_fold[topic.casefold()] for topic in topics or ()))


def known_kinds(kinds: list[str] | None) -> tuple[str, ...]:
    """Return the kinds that were asked for; raise CallError for one that is none."""
    from rb_quiz.bank import KINDS

    for kind in kinds or ():
        if kind.casefold() not in KINDS:
            mend = did_you_mean(kind, KINDS) or f"; the kinds are {', '.join(KINDS)}"
            raise CallError(f"expected --kind to be a kind of question, found {kind!r}{mend}")
    return tuple(dict.fromkeys(kind.casefold() for kind in kinds or ()))


def _known_difficulty(difficulty: str | None) -> str | None:
    from rb_quiz.item import Difficulty
    from rb_quiz.quiz.model import RISING

    return None if difficulty is None else _known_word(difficulty, "--difficulty", (*Difficulty, RISING))


def _known_spoilers(spoilers: str | None) -> Spoiler:
    from rb_quiz.item import Spoiler

    return Spoiler.ENDING if spoilers is None else Spoiler(_known_word(spoilers, "--spoilers", tuple(Spoiler)))


def _known_word(word: str, flag: str, words: Sequence[str]) -> str:
    if word.casefold() not in words:
        *most, last = words
        raise CallError(f"expected {flag} {', '.join(most)} or {last}, found {word!r}{did_you_mean(word, words)}")
    return word.casefold()
