"""Test-wise bots know nothing of the film and go by the look of the options; none may earn more than chance."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

import pytest

from rb_quiz.draw import seed_of
from rb_quiz.draw.quiz import draw_item
from rb_quiz.item import Choose
from rb_quiz.quiz import Blueprint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rb_quiz.bank import Bank

    Bot = Callable[["Sheet", "Memory"], Sequence[float]]

ITEMS: Final = 10_000
MOST_OVER_CHANCE: Final = 0.02
OFFERED: Final = 6
"""How many questions of one template a quiz of ten is drawn from."""

KINDS: Final = ("choice", "odd-one-out", "true-false")
MONTHS: Final = "january february march april may june july august september october november december".split()


@dataclass(frozen=True)
class Sheet:
    """One item as a bot sees it; the key stands beside it for marking."""

    template: str
    stem: str
    options: tuple[str, ...]
    key: int


@dataclass
class Memory:
    """What a bot has seen of the items before."""

    options: Counter[str] = field(default_factory=Counter)


def tokens(text: str) -> list[str]:
    """Return the words of a text without case and accents."""
    plain = "".join(character for character in normalize("NFKD", text) if not combining(character))
    return re.findall(r"\d[\d.,]*\d|[^\W_]+", plain.casefold())


def number(text: str) -> float | None:
    """Return the number or date in a text, None where there is none."""
    words = tokens(text)
    month = next((MONTHS.index(word) + 1 for word in words if word in MONTHS), None)
    figures = [float(word.replace(",", "")) for word in words if re.fullmatch(r"\d[\d,]*(\.\d+)?", word)]
    if month is not None and len(figures) == 2:
        day, year = sorted(map(int, figures))
        return float(date(year, month, day).toordinal())
    return figures[0] if figures else None


def numbers(options: Sequence[str]) -> list[float]:
    """Return the numbers of all options, nothing when one of them has none."""
    found = [number(option) for option in options]
    return [each for each in found if each is not None] if None not in found else []


def nothing(sheet: Sheet) -> list[float]:
    """Return that no option looks better than another."""
    return [0.0] * len(sheet.options)


def by_length(sheet: Sheet, _: Memory, sign: int) -> list[float]:
    """Prefer the longest option, or the shortest."""
    return [float(sign * len(option)) for option in sheet.options]


def by_size(sheet: Sheet, _: Memory, sign: int) -> list[float]:
    """Prefer the largest number, or the smallest."""
    return [sign * each for each in numbers(sheet.options)] or nothing(sheet)


def medoid(sheet: Sheet, _: Memory) -> list[float]:
    """Prefer the number nearest to all the others."""
    found = numbers(sheet.options)
    return [-sum(abs(one - other) for other in found) for one in found] or nothing(sheet)


def inner(sheet: Sheet, _: Memory) -> list[float]:
    """Prefer any number but the largest and the smallest."""
    found = numbers(sheet.options)
    return [float(min(found) < one < max(found)) for one in found] or nothing(sheet)


def clang(sheet: Sheet, _: Memory) -> list[float]:
    """Prefer the option that shares most words with the stem."""
    asked = set(tokens(sheet.stem))
    return [float(len(asked & set(tokens(option)))) for option in sheet.options]


def convergence(sheet: Sheet, _: Memory) -> list[float]:
    """Prefer the option that shares most words with the other options."""
    words = [set(tokens(option)) for option in sheet.options]
    return [float(sum(len(one & other) for other in words if other is not one)) for one in words]


def odd_form(sheet: Sheet, _: Memory) -> list[float]:
    """Prefer the option whose form is most unlike that of the others."""

    def form(option: str) -> tuple[object, ...]:
        marks = [mark in option for mark in "\"'\u2019\u201c,-.:€$%"]
        return (option[:1].isupper(), any(map(str.isdigit, option)), len(tokens(option)), option.isascii(), *marks)

    forms = [form(option) for option in sheet.options]
    return [float(sum(one[place] != other[place] for other in forms for place in range(len(one)))) for one in forms]


def by_frequency(sheet: Sheet, memory: Memory, sign: int) -> list[float]:
    """Prefer the option that was seen most often so far, or least often."""
    return [float(sign * memory.options[option]) for option in sheet.options]


def by_alphabet(sheet: Sheet, _: Memory, sign: int) -> list[float]:
    """Prefer the option that comes first in the alphabet, or last."""
    ranked = sorted(sheet.options, key=tokens)
    return [float(-sign * ranked.index(option)) for option in sheet.options]


def position(sheet: Sheet, _: Memory, place: int) -> list[float]:
    """Prefer the option at a place, counted from the end when it is negative."""
    wanted = place % len(sheet.options) if place < len(sheet.options) else len(sheet.options) - 1
    return [float(at == wanted) for at in range(len(sheet.options))]


BOTS: Final[dict[str, Bot]] = {
    "longest": partial(by_length, sign=1),
    "shortest": partial(by_length, sign=-1),
    "largest number": partial(by_size, sign=1),
    "smallest number": partial(by_size, sign=-1),
    "middle number": medoid,
    "inner number": inner,
    "shares words with the stem": clang,
    "shares words with the options": convergence,
    "odd form": odd_form,
    "most frequent so far": partial(by_frequency, sign=1),
    "least frequent so far": partial(by_frequency, sign=-1),
    "first in the alphabet": partial(by_alphabet, sign=1),
    "last in the alphabet": partial(by_alphabet, sign=-1),
    "first place": partial(position, place=0),
    "second place": partial(position, place=1),
    "third place": partial(position, place=2),
    "last place": partial(position, place=-1),
}


@dataclass
class Marks:
    """What a bot earned over some items, and what chance would have earned; in expectation where it is undecided."""

    earned: float = 0.0
    chance: float = 0.0
    items: int = 0

    @property
    def over(self) -> float:
        """Return how much more than chance it earned of each item."""
        return (self.earned - self.chance) / max(1, self.items)

    def add(self, sheet: Sheet, scores: Sequence[float]) -> None:
        """Mark one item: those that a bot likes best share its pick."""
        best = [place for place, score in enumerate(scores) if score == max(scores)]
        self.earned += (sheet.key in best) / len(best)
        self.chance += 1 / len(sheet.options)
        self.items += 1


def sheets_of(bank: Bank, count: int) -> list[Sheet]:
    """Return at least `count` generated items with options, each seed's as a game would draw from them."""
    sheets: list[Sheet] = []
    seeds = 0
    while len(sheets) < count:
        seed = seed_of(f"bots {seeds}")
        seeds += 1
        for template in bank.templates:
            if template.common.kind not in KINDS:
                continue
            for question in template.questions(seed, OFFERED, Blueprint()):
                item = draw_item(bank, question, seed)
                assert isinstance(item.interaction, Choose)
                options = item.interaction.options
                (key,) = (place for place, option in enumerate(options) if option.id in item.key.model)
                sheets.append(Sheet(question.template, item.stem, tuple(option.text for option in options), key))
    return sheets


@pytest.fixture(scope="module")
def sheets(bundled: Bank) -> list[Sheet]:
    """Return 10,000 items of the bundled bank."""
    return sheets_of(bundled, ITEMS)


def marks_of(bot: Bot, sheets: Sequence[Sheet]) -> dict[str, Marks]:
    """Return what a bot earned of each template, and of all of them under the empty name."""
    memory, marks = Memory(), {"": Marks()}
    for sheet in sheets:
        scores = bot(sheet, memory)
        for name in ("", sheet.template):
            marks.setdefault(name, Marks()).add(sheet, scores)
        memory.options.update(sheet.options)
    return marks


@pytest.mark.parametrize("bot", BOTS.values(), ids=BOTS)
def test_no_bot_beats_chance(sheets: list[Sheet], bot: Bot) -> None:
    """No bot earns more than 2 points over chance; where one does, the templates that feed it are said."""
    marks = marks_of(bot, sheets)
    fed_by = sorted(((each.over * each.items, name) for name, each in marks.items() if name), reverse=True)[:5]

    assert marks[""].items >= ITEMS
    assert marks[""].over <= MOST_OVER_CHANCE, (round(marks[""].over, 4), fed_by)
