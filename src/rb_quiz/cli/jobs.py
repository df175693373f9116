"""What is to be printed: a job and its layout, from what was typed."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rb_quiz.cli.modes import named, paper_scheme
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rb_quiz.item import Item
    from rb_quiz.present.paper import Layout
    from rb_quiz.present.paper.packs import Job, Pack
    from rb_quiz.present.paper.rounds import Round
    from rb_quiz.quiz import Quiz

_TIES: Final = 3
_TELLING: Final = 10
"""From this number on, a guess at it tells teams apart."""
_LARGEST_LOGO: Final = 5_000_000
_LONGEST_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class PrintFlags:
    """How a quiz should be printed, as it was typed."""

    pack: str = "night"
    rounds: int | None = None
    by: str = "topic"
    forms: int | None = None
    scoring: str | None = None
    title: str | None = None
    date: str = ""
    venue: str = ""
    logo: Path | None = None
    paper: str = "a4"
    large: bool = False
    flip: str = "long"
    fonts: Path | None = None


def known_pack(flags: PrintFlags) -> Pack:
    """Return the pack that was asked for; raise CallError for flags that it has no room for."""
    from rb_quiz.present.paper.packs import PACKS

    pack = named(PACKS, flags.pack, "--pack")
    for flag, given, room in (
        ("--rounds", flags.rounds, pack.in_rounds),
        ("--forms", flags.forms, pack.in_forms),
        ("--logo", flags.logo, pack.with_logo),
    ):
        if given is not None and not room:
            raise CallError(f"expected {flag} with a pack that has room for it, found {pack.name!r}; leave it out")
    if flags.rounds is not None and (flags.forms or 1) > 1:
        raise CallError("expected --rounds or --forms, found both; forms have no rounds")
    return pack


def job_of(pack: Pack, quiz: Quiz, flags: PrintFlags, bank: Path | None) -> Job:
    """Return what is to be printed; raise CallError for what can't be."""
    from rb_quiz.draw import forms
    from rb_quiz.present.paper.packs import Job
    from rb_quiz.present.paper.typography import typographic

    quiz = _fitting(quiz, pack)
    title = typographic(flags.title or "") or pack.title
    if len(title) > _LONGEST_TITLE:
        raise CallError(f"expected a title of at most {_LONGEST_TITLE} characters, found {len(title)}; shorten it")
    return Job(
        quiz=quiz,
        title=title,
        rounds=wanted_rounds(quiz, pack, flags),
        forms=forms(quiz, flags.forms or 1),
        tie_breakers=_tie_breakers(quiz, bank) if pack.evening else (),
        scheme=paper_scheme(flags.scoring or pack.scheme),
        details=tuple(typographic(text) for text in (_in_words(flags.date), flags.venue) if text.strip()),
        logo=flags.logo is not None,
        flip=_one_of("--flip", flags.flip, ("long", "short")),
    )


def wanted_rounds(quiz: Quiz, pack: Pack, flags: PrintFlags) -> tuple[Round, ...]:
    """Return the rounds that were asked for; an evening has some where nobody says."""
    from rb_quiz.present.paper.rounds import LETTERS, split, usual_rounds

    usual = usual_rounds(quiz) if pack.evening else 1
    return split(quiz, flags.rounds or usual, _one_of("--by", flags.by, LETTERS))


def layout_of(flags: PrintFlags) -> Layout:
    """Return how pages are made; raise CallError for a picture or fonts that are not there."""
    from rb_quiz.present.paper import PAPERS, Layout

    logo = None
    if flags.logo is not None:
        if not flags.logo.is_file():
            raise CallError(f"expected --logo to be a picture's file, found none at {str(flags.logo)!r}")
        if flags.logo.stat().st_size > _LARGEST_LOGO:
            raise CallError(f"expected a picture of at most 5 MB, found {str(flags.logo)!r} larger; make it smaller")
        logo = flags.logo.read_bytes()
    if flags.fonts is not None and not flags.fonts.is_dir():
        raise CallError(f"expected --fonts to be a folder of fonts, found none at {str(flags.fonts)!r}")
    paper = _one_of("--paper", flags.paper, PAPERS)
    return Layout(paper, flags.large, logo, () if flags.fonts is None else (flags.fonts,))


def _fitting(quiz: Quiz, pack: Pack) -> Quiz:
    """Return the quiz without questions that are too long for a pack, which are said."""
    from rb_quiz.present.paper.answer import length

    if pack.longest is None:
        return quiz
    too_long = [item for item in quiz.items if length(item) > pack.longest]
    for item in too_long:
        print(f"rb-quiz: left out, as it is too long for {pack.name}: {item.id}", file=sys.stderr)
    if len(too_long) == len(quiz.items):
        raise CallError(f"expected a question short enough for {pack.name}, found none; print the pack sheet")
    return replace(quiz, items=tuple(item for item in quiz.items if item not in too_long))


def _tie_breakers(quiz: Quiz, bank: Path | None) -> tuple[Item, ...]:
    """Return questions for numbers that go with a quiz, large ones first; none for a quiz of another bank."""
    from rb_quiz.cli.banks import open_bank
    from rb_quiz.draw import spares

    opened = open_bank(bank)
    if opened.edition != quiz.recipe.edition:
        print("rb-quiz: no tie-breakers, as the quiz is from another bank or edition", file=sys.stderr)
        return ()
    found = sorted(spares(opened, quiz, "number", 4 * _TIES), key=_is_small)
    if not found:
        print("rb-quiz: no question for a number is left for a tie-breaker", file=sys.stderr)
    return tuple(found[:_TIES])


def _is_small(item: Item) -> bool:
    from fractions import Fraction

    from rb_quiz.answers import Expects, value_of

    value = value_of(Expects.NUMBER, item.key.model[0])
    return not isinstance(value, Fraction) or value < _TELLING


def _in_words(date: str) -> str:
    """Return a date such as 2026-11-27 in words, and any other text as it is."""
    from datetime import date as calendar

    try:
        day = calendar.fromisoformat(date.strip())
    except ValueError:
        return date
    return f"{day:%A} {day.day} {day:%B %Y}"


def _one_of(flag: str, word: str, words: Iterable[str]) -> str:
    return named({each: each for each in words}, word, flag)
