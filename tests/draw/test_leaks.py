"""Leaks: an oracle written apart from the index that draws looks at every pair; large tables keep measure."""

from __future__ import annotations

import os
import re
from collections import Counter
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

import pytest

from rb_quiz.bank.templates.single import OneCell
from rb_quiz.draw import TooFewError, draw, seed_of
from rb_quiz.item import Choose, Enter, EnterKey
from rb_quiz.quiz import Blueprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rb_quiz.bank import Bank
    from rb_quiz.item import Item
    from rb_quiz.quiz import Quiz

SEEDS: Final = int(os.environ.get("RB_QUIZ_SEEDS", "40"))
ONE_KEY: Final = ("choice", "odd-one-out", "text", "number")
ROWS: Final = 10_000


def tokens(text: str) -> str:
    """Return the words of a text without case, accents and possessive, a space around each."""
    plain = "".join(character for character in normalize("NFKD", text) if not combining(character))
    words = re.findall(r"\d[\d.,:/-]*\d|[^\W_]+", re.sub("['\u2019]s\\b", "", plain.casefold()))
    return f" {' '.join(words)} "


def keys(item: Item) -> tuple[str, ...]:
    """Return the texts that earn credit, of an item with one key; none where one could be right by chance."""
    if item.kind not in ONE_KEY or any(proof.rule == "complete" and proof.text.isdigit() for proof in item.proof[:1]):
        return ()
    if isinstance(item.interaction, Enter) and isinstance(item.key, EnterKey):
        typed = (item.key.expected.answer, *item.key.expected.accept)
        return tuple(f"{text} {item.interaction.unit}" for text in typed)  # a mere 3 elsewhere tells nothing
    assert isinstance(item.interaction, Choose)
    return tuple(option.text for option in item.interaction.options if option.id in item.key.model)


class Oracle:
    """Finds leaks by comparing each item of a quiz with each other one."""

    def __init__(self, bank: Bank) -> None:
        self.called: dict[str, set[str]] = {}
        for entry in bank.names.entries:
            every = {tokens(name) for name in (entry.name, *entry.also)}
            for name in every:
                self.called.setdefault(name, set()).update(every)
        self.asked = {
            template.common.id: (template.frame.table.name, template.maker.column)
            for template in bank.templates
            if isinstance(template.maker, OneCell)
        }

    def leaks(self, quiz: Quiz) -> Iterator[tuple[str, str, str]]:
        """Yield which rule is broken, by which item, and whose answer it gives away."""
        for one, other in combinations(quiz.items, 2):
            if set(one.facts) & set(other.facts):
                yield "L1 or L2", one.id, other.id
            if self._relation(one) and self._relation(one) == self._relation(other):
                yield "L4", one.id, other.id
        for one, other in permutations(quiz.items, 2):
            for name in self._names(other):
                if name in tokens(one.stem) and name not in tokens(other.stem):
                    yield f"L3 {name}", one.id, other.id

    def _names(self, item: Item) -> set[str]:
        written = {tokens(key) for key in keys(item)} - {"  "}
        return written.union(*(self.called.get(key, set()) for key in written))

    def _relation(self, item: Item) -> tuple[object, ...]:
        asked = self.asked.get(item.id.rpartition(".")[0])
        return (*asked, *map(tokens, keys(item)[:1])) if asked and keys(item) else ()


def found(bank: Bank, count: int, seeds: int) -> Counter[tuple[str, str, str]]:
    """Return the leaks of many quizzes, the most frequent first."""
    oracle = Oracle(bank)
    return Counter(
        leak for seed in range(seeds) for leak in oracle.leaks(draw(bank, Blueprint(count), seed_of(f"leaks {seed}")))
    )


@pytest.mark.parametrize("count", [10, 40])
def test_no_item_gives_another_away(bundled: Bank, count: int) -> None:
    """Over many seeds (RB_QUIZ_SEEDS says how many) the oracle finds nothing in quizzes of 10 and of 40."""
    assert found(bundled, count, SEEDS).most_common(5) == []


@pytest.mark.parametrize(
    ("rule", "entries"),
    [
        ("L1 or L2", ["ask: One?, fact: x", "ask: Two?, fact: [x, y]"]),
        ("L3  vera berg ", ["kind: text, ask: Who?, answer: Vera Berg, id: a", "ask: 'Is it VÉRA Berg''s?', id: b"]),
        ("L3  the swede ", ["kind: text, ask: Who?, answer: Vera Berg, id: a", "ask: What did the Swede do?, id: b"]),
    ],
)
def test_the_oracle_sees_a_leak(bank_of: Callable[..., Bank], rule: str, entries: list[str]) -> None:
    """It finds each sort of leak in a quiz that has one, and the draw never makes such a quiz."""

    def options(entry: str) -> str:
        return entry if "answer" in entry else f"{entry}, answer: right, distractors: [wrong, worse]"

    names = "names: {person: [{name: Vera Berg, also: [the Swede]}]}\nquestions:\n"
    alone = [bank_of(f"{names}  - {{{options(entry)}}}\n") for entry in entries]
    quizzes = [draw(bank, Blueprint(1), "S") for bank in alone]
    both = type(quizzes[0])("", quizzes[0].recipe, quizzes[0].items + quizzes[1].items)

    assert [leak[0] for leak in Oracle(alone[0]).leaks(both)] == [rule]
    with pytest.raises(TooFewError, match="found 2, of which 1 go together"):
        draw(bank_of(names + "".join(f"  - {{{options(entry)}}}\n" for entry in entries)), Blueprint(2), "S")


TABLE = """
tables:
  stars: {columns: {star: text, glow: text, giver: text}, unique: [star], rows: stars.csv}
questions:
  - {id: glow, from: stars, ask: "How does {star} glow?", answer: glow}
"""
SECOND = '  - {id: giver, from: stars, ask: "Who gave {star} its name?", answer: giver}\n'
AUTHORED = "".join(
    f"  - {{id: q{number}, ask: 'Authored number {number}?', answer: right {number}, distractors: [wrong, worse]}}\n"
    for number in range(50)
)


@pytest.fixture
def stars(tmp_path: Path, bank_of: Callable[..., Bank]) -> Callable[[str], Bank]:
    """Return a bank with a table of 10,000 rows, whose values of one column are as many, of the other only 40."""
    lines = [f"Star{row},Glow{row},Giver{row % 40}\n" for row in range(ROWS)]
    (tmp_path / "stars.csv").write_text("star,glow,giver\n" + "".join(lines), encoding="utf-8")
    return lambda more: bank_of(TABLE + more)


def test_a_large_table_drowns_no_authored_questions(stars: Callable[[str], Bank]) -> None:
    """Beside 50 authored questions, two templates of 10,000 rows fill no more than a third each, and mostly less."""
    bank = stars(SECOND + AUTHORED)
    authored = 0
    for seed in range(SEEDS):
        for count in (10, 20):
            items = draw(bank, Blueprint(count), seed_of(str(seed))).items
            templates = Counter(item.id.rpartition(".")[0] for item in items)
            authored += templates.pop("", 0)
            assert all(times <= -(-count // 3) for times in templates.values())
    assert authored >= SEEDS * 30 / 2


def test_no_key_comes_up_more_than_twice(stars: Callable[[str], Bank]) -> None:
    """Of one table's 40 values, none is the key of three items where there are others."""
    bank = stars(SECOND + AUTHORED)
    for seed in range(SEEDS):
        items = draw(bank, Blueprint(20), seed_of(str(seed))).items
        given = Counter(key for item in items for key in keys(item) if item.proof)
        assert max(given.values(), default=0) <= 2


def test_one_template_alone_can_be_drawn_from(stars: Callable[[str], Bank]) -> None:
    """Where there is nothing but one template, its cap gives way, and all items are different."""
    bank = stars("")
    for seed in range(5):
        items = draw(bank, Blueprint(40), seed_of(str(seed))).items
        assert len({item.stem for item in items}) == 40


def test_an_infeasible_blueprint_says_how_far_it_can_go(stars: Callable[[str], Bank]) -> None:
    """More than go together is refused with the number that does, which then can be drawn."""
    bank = stars('  - {id: one, from: stars, where: {giver: Giver1}, ask: "Who named {star}?", answer: giver}\n')
    only = Blueprint(30, kinds=("choice",))
    assert len(draw(bank, only, "S").items) == 30
    bank = stars(AUTHORED.replace("id:", "topic: Sky, fact: [x], id:", 30))
    with pytest.raises(TooFewError, match=r"expected 30 questions .*, found 30, of which 1 go together") as caught:
        draw(bank, Blueprint(30, topics=("Sky",)), "S")
    assert len(draw(bank, Blueprint(caught.value.possible, topics=("Sky",)), "S").items) == 1


SONGS = """
tables:
  songs:
    columns: {song: title, act: person}
    unique: [song]
    rows:
      - {song: Alpha, act: Vera Berg}
      - {song: Beta, act: Vera Berg}
      - {song: Gamma, act: Kim Holt}
      - {song: Delta, act: Ann Lund}
questions:
  - {id: c, from: songs, ask: "Who sings {song}?", answer: act}
  - {id: t, from: songs, kind: text, ask: "Whose song is {song}?", answer: act}
"""


def test_one_column_never_has_one_key_twice(bank_of: Callable[..., Bank]) -> None:
    """Two templates of different kinds that ask the same column never have the same key in one quiz (L4)."""
    assert found(bank_of(SONGS), 3, SEEDS).most_common(5) == []
