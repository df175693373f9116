"""Advice on items and on whole banks: what each check must find, where, and what it must leave alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.bank import KINDS, survey
from rb_quiz.bank.advice import ADVICE, advise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from rb_quiz.bank import Bank

NAMES = {
    "person": [
        {"name": "Ada", "also": ["Countess of Lovelace"], "like": {"job": "mathematician", "from": "London"}},
        {"name": "Babbage", "like": {"job": "mathematician", "from": "London"}},
        {"name": "Messi", "like": {"job": "footballer", "from": "Rosario"}},
        {"name": "Pelé", "like": {"job": "footballer", "from": "Três Corações"}},
        {"name": "Curie", "like": {"job": "chemist", "from": "Warsaw"}},
        {"name": "Noether", "like": {"job": "algebraist", "from": "Erlangen"}},
        "Turing",
    ],
    "character": ["Sherlock"],
    "place": ["London", "Warsaw", {"name": "Rosario", "like": {"country": "Argentina"}}],
    "title": ["1917", "Dunkirk", "Gallipoli", "Se7en", "iRobot", "Mr. Robot Inc."],
}
LINES = {"longest-key-rate": 0, "middle-value": 0, "key-position": 0, "stem-twin": 4}
"""Where a flaw is found when it isn't at the first question, on line 3; 0 is the bank as a whole."""


def bank(*entries: Mapping[str, object]) -> str:
    """Return a bank of these questions, the first of them on line 3, one a line."""
    return "\n".join(
        (f"names: {json.dumps(NAMES)}", "questions:", *(f"  - {json.dumps(entry)}" for entry in entries), "")
    )


def choice(answer: str, *wrong: str, ask: str = "Which of these did the queen prefer?", **more: object) -> str:
    """Return a bank of one question with options."""
    return bank(item(answer, *wrong, ask=ask, **more))


def item(answer: str, *wrong: str, ask: str = "", **more: object) -> dict[str, object]:
    """Return a question with options; without a stem it gets one of its own."""
    return {"ask": ask or f"Which {answer[::-1]} is {wrong[0][::-1]}?", "answer": answer, "distractors": wrong, **more}


def typed(answer: str, ask: str = "Which one did the queen prefer?", **more: object) -> str:
    """Return a bank of one typed question."""
    return bank({"kind": "text", "ask": ask, "answer": answer, **more})


def lengths(*pairs: tuple[int, ...]) -> str:
    """Return a bank of one question for each tuple, whose options have these lengths, the answer's first."""
    return bank(
        *(
            item(*(chr(ord("a") + place) * length for place, length in enumerate(pair)), ask=f"Which of {number}?")
            for number, pair in enumerate(pairs)
        )
    )


def ranks(*found: int, options: int = 4, form: str = "{}") -> str:
    """Return a bank of one question for each rank, which the right one of its numbers has, the least being 0."""
    entries = []
    for number, rank in enumerate(found):
        numbers = [form.format(2 + number + 3 * step) for step in range(options)]
        entries.append(item(numbers.pop(rank), *numbers, ask=f"How many are there in place {number}?"))
    return bank(*entries)


def truths(*found: bool) -> str:
    """Return a bank of statements."""
    entries = [
        {"kind": "true-false", "ask": f"Statement {number} holds.", "answer": str(truth).lower()}
        for number, truth in enumerate(found)
    ]
    return bank(*entries)


def keyed(keys: int, others: int, options: int = 4, **more: object) -> str:
    """Return a bank in which Turing is so often the answer and so often not."""
    wrong = [f"Nobody {letter}" for letter in "abcdefgh"[: options - 1]]
    right = [item("Turing", *wrong, ask=f"Who was first in year {number}?", **more) for number in range(keys)]
    left = [item(f"Some {number}", "Turing", *wrong[1:], ask=f"Who was in {number}?") for number in range(others)]
    return bank(*right, *left)


def twins(one: str, other: str, answer: str = "Danube", second: str = "", **more: object) -> str:
    """Return a bank of two questions, with these stems and with one answer or two; `more` is of the second."""
    first = item(answer, "Rhine", "Elbe", ask=one, fact=more.pop("first", []))
    return bank(first, item(second or answer, "Oder", "Inn", ask=other) | more)


RIVER = "Which river flows through the old city of Vienna?"
SIDES = ("Rhine", "Elbe", "Inn")
LONG = "The queen, who had been ill for the whole of that winter and the spring after it, as her doctors wrote, "
BAD = {
    "longest-key-rate": [
        lengths(*[(9, 3, 4, 5)] * 5),
        lengths(*[(9, 3, 4, 5)] * 9, (3, 9, 4, 5), (4, 5, 9, 3), (4, 6, 5, 4)),
        lengths(*[(9, 3, 4)] * 7),
        lengths(*[(4, 3)] * 10),
        lengths(*[(4, 3, 3, 3)] * 5, *[(3, 4)] * 5),
        lengths(*[(9, 3, 4, 5, 6, 7)] * 6),
    ],
    "middle-value": [
        ranks(*[1] * 6),
        ranks(*[0] * 6, form="{} weeks"),
        ranks(*[1] * 8, options=3),
        ranks(*[1, 2] * 15),
        ranks(*[3] * 6, form="€{} million"),
        ranks(*[2] * 6, form="{} May 2012"),
        ranks(*[0] * 11, options=2),
    ],
    "implausible-distractor": [
        choice("Ada", "Turing", "London"),
        choice("Ada", "Babbage", "Sherlock"),
        choice("Ada", "Babbage", "Messi"),
        choice("1912", "1913", "the queen"),
        choice("17 May 2012", "18 May 2012", "never"),
        choice("the king", "the duke", "1912"),
        choice("Warsaw", "London", "Countess of Lovelace"),
        bank({"kind": "multiple", "ask": "Who met?", "answers": ["Ada", "Babbage"], "distractors": ["Curie", "Messi"]}),
        bank({**item("London", "Turing", "Ada", ask="Who was NOT there?"), "kind": "odd-one-out"}),
    ],
    "odd-form": [
        choice("a castle", "The garden", "a lake", "a park"),
        choice("The castle", "the garden", "The lake", "The park"),
        choice("8 weeks", "two weeks", "three weeks", "some days"),
        choice("two", "3", "4", "5"),
        choice("8 weeks", "10 weeks", "12 weeks", "3 days"),
        choice("8", "10 weeks", "12 weeks", "13 weeks"),
        choice("€8", "10", "12", "13"),
        choice('"so tender"', "so wild", "so long", "so short"),
        choice("He left at once.", "He stayed there", "He went home", "He slept well"),
        choice("He left", "He stayed there.", "He went home.", "He slept well."),
        choice("15.4", "16", "17", "18"),
        choice("17 May 2012", "2012-05-18", "19 May 2012", "20 May 2012"),
        choice("17 May 2012", "May 18, 2012", "19 May 2012"),
        choice("3rd", "4", "5", "6"),
        bank({"kind": "multiple", "ask": "Which are they?", "answers": ["a cat", "a dog"], "distractors": ["A fox"]}),
    ],
    "lost-sequence": [
        choice("four weeks", "two weeks", "three weeks", "six weeks"),
        choice("17 May 2012", "18 May 2012", "2 June 2012", "1 April 2012"),
        choice("€8 million", "€9 million", "€10 million", "€11 million"),
        choice("2 weeks", "10 days", "1 month", "3 hours"),
        choice("First", "Second", "Third", "Tenth"),
        choice("May", "June", "July", "March"),
        choice("10-20 km", "20-30 km", "30-40 km", "40-50 km"),
        choice("the 1980s", "the 1990s", "the 1970s", "the 1960s"),
        choice("seventy per cent", "eighty per cent", "ninety per cent"),
    ],
    "unfocused-stem": [
        choice("Lisbon", "Porto", "Faro", ask="The capital of Portugal"),
        choice("Lisbon", "Porto", "Faro", ask="Portugal:"),
        typed("Lisbon", ask="The capital of Portugal is"),
        choice("Lisbon", "Porto", "Faro", ask="___ is the capital of Portugal."),
        choice("Lisbon", "Porto", "Faro", ask='"____" is the capital of Portugal'),
        choice("Lisbon", "Porto", "Faro", ask="… is the capital of Portugal."),
        choice("It has a long coast", "It has a king today", "It lies in Asia too", ask="Which is true of Portugal?"),
        choice("Cats have four legs", "Dogs have six legs", "Cows have two legs", ask="Which of these is correct?"),
        bank({"kind": "order", "ask": "Events of the war", "order": ["Start", "End"]}),
    ],
    "window-dressing": [
        choice("Danube", *SIDES, ask="Bees live in colonies with many sisters. Which river flows through Vienna?"),
        choice("Danube", *SIDES, ask="Owls hunt at night. Bees make honey. Which river flows through Vienna?"),
        choice("Danube", *SIDES, ask=f"{LONG * 3}saw which river?"),
        bank({"kind": "true-false", "ask": f"{LONG * 3}died.", "answer": "true"}),
        typed("Danube", ask='Honey is "sweet." Which river flows through Vienna?'),
        typed("8", ask="The queen was ill. How many legs has a spider of normal size?", expects="number"),
    ],
    "key-position": [
        truths(*[True] * 9),
        truths(*[False] * 9),
        truths(*[True] * 17, *[False] * 2),
        ranks(*[1] * 6),
        ranks(*[0] * 5),
        ranks(*[1, *[0] * 6, 2]),
        ranks(*[1] * 7, options=3),
    ],
    "key-imbalance": [
        keyed(5, 0),
        keyed(6, 1),
        keyed(9, 6),
        keyed(6, 0, options=3),
        keyed(7, 0, options=2),
        bank(*(item(n, "x", "y", ask=f"Is it {n}{m}?") for m in "abc" for n in ("Ada", "Countess of Lovelace"))),
    ],
    "stem-twin": [
        twins(RIVER, RIVER, id="again"),
        twins(RIVER, "Which river flows through the old city Vienna?"),
        twins(RIVER, "Through the old city of Vienna, which river flows?"),
        twins(RIVER, RIVER.upper(), kind="text", distractors=[]).replace(', "distractors": []', ""),
        twins(RIVER, f"{RIVER[:-1]} today?", first=["a"], fact=["a", "b"]),
        twins(RIVER, RIVER, first=["a"], fact=["b"], id="again"),
        bank(*({"kind": "true-false", "ask": f"Bees make honey{end}", "answer": "true"} for end in (".", "!"))),
        bank(
            {
                "kind": "true-false",
                "ask": "Bees make all honey in the months of May and June.",
                "answer": "true",
                "fact": "a",
            },
            {
                "kind": "true-false",
                "ask": "Bees make all honey in the months of May and July.",
                "answer": "false",
                "fact": "a",
            },
        ),
    ],
    "yaml-slip": [
        choice("1_000", "500", "2000"),
        choice("~", "some", "many"),
        choice("caf\\u00e9", "bar", "pub"),
        typed("d''Or"),
        choice("Nice", "Cannes, Antibes, Toulon"),
        typed("Nice", reject="Cannes, Antibes, Toulon"),
        choice("Yes", "No"),
        choice("true", "false"),
        typed("no"),
        typed("007", expects="number"),
        typed("null"),
        choice("None", "Some", "Many"),
        choice("12:30", "the morning", "the evening"),
        typed("Nice", ask="What is \\xe9?"),
    ],
}
GOOD = {
    "longest-key-rate": [
        lengths(*[(9, 3, 4, 5)] * 4),
        lengths(*[(9, 9, 4, 5)] * 9),
        lengths(*[(3, 9, 4, 5)] * 9),
        lengths(*[(4, 3)] * 9),
        lengths(*[(9, 3, 4, 5), (3, 9, 4, 5)] * 4),
        truths(*[False] * 20),
    ],
    "middle-value": [
        ranks(*[1] * 5),
        ranks(*[0, 1, 2, 3] * 6),
        ranks(*[1] * 10, *[0] * 8, *[2] * 9, *[3] * 4),
        ranks(*[1] * 7, options=3),
        ranks(*[0] * 10, options=2),
        lengths(*[(9, 3, 4, 5)] * 9),
    ],
    "implausible-distractor": [
        choice("Ada", "Babbage", "Turing"),
        choice("Ada", "somebody", "Countess Dracula"),
        choice("Messi", "Pelé", "Maradona"),
        choice("1912", "1913", "1914"),
        choice("Dunkirk", "1917", "Gallipoli"),
        choice("8 weeks", "two weeks", "a month"),
        choice("Rosario", "London", "Warsaw"),
        choice("Pathé", "Page 114", "Gaumont"),
        choice("1984", "Dune", "Dracula"),
        choice("Dune", "1984", "Dracula"),
        bank({**item("Messi", "Ada", "Babbage", ask="Who was NOT there?"), "kind": "odd-one-out"}),
    ],
    "odd-form": [
        choice("The B-52's", "Bon Iver", "Django Django", "Carte Blanche"),
        choice("Page 114", "Gaumont", "Pathé", "Les Films du Losange"),
        choice("1917", "Dunkirk", "Gallipoli", "Cold Mountain"),
        choice("12 Angry Men", "Vertigo", "Casablanca", "Psycho"),
        choice("Jay Smith Jr.", "Will Smith", "Sam Smith", "Kevin Smith"),
        choice("Wash.", "Firewater", "Love Shack", "With You"),
        choice("iRobot", "Dunkirk", "Gallipoli", "Psycho"),
        choice("van Gogh", "Rembrandt", "Vermeer", "Rubens"),
        choice("a city", "a lake", "London", "a park"),
        choice("A stadium's players' tunnel", "A hotel's door", "An airport's gate", "A park's turnstile"),
        choice("8 weeks", "10 weeks", "1 week", "3 weeks"),
        choice("7 May 2012", "17 May 2012", "28 June 2012"),
        choice("1,000", "2,000", "900", "12,500"),
        choice("PG", "PG-13", "NC-17", "R"),
        choice("A", "b"),
        choice("Étoiles d'Or", "Césars", "Globes", "Goyas"),
        choice("1984", "Dune", "Dracula", "Emma"),
        choice("42.195 km", "40 km", "41.5 km", "45 km"),
    ],
    "lost-sequence": [
        choice("4 weeks", "2 weeks", "3 weeks", "6 weeks"),
        choice("2012", "1999", "2005", "2020"),
        choice("1st", "4th", "10th", "16th"),
        choice("Two days before it", "Two weeks before it", "Two weeks after it", "Two months after it"),
        choice("Thursday", "Tuesday", "Friday", "Saturday"),
        choice("17 May 2012", "never", "later", "in June"),
        choice("1.6 million dollars", "0.4 million dollars", "9.2 million dollars"),
        choice("Page 114", "France 2", "Pathé"),
        choice("A1", "M1", "M25", "A4"),
    ],
    "unfocused-stem": [
        choice("Lisbon", "Porto", "Faro", ask="Which city is the capital of Portugal?"),
        choice("Lisbon", "Porto", "Faro", ask="The capital of Portugal is ___."),
        choice("Lisbon", "Porto", "Faro", ask="Name the capital of Portugal."),
        choice("Marion Cotillard", "Céline Sallette", "Corinne Masiero", ask="Who plays Stéphanie?"),
        choice("Water and ice", "Wool and dust", "Smoke and ash", ask="What are clouds made of?"),
        choice("Lissabon", "Porto", "Faro", ask="Wie heißt Portugals Hauptstadt?"),
        bank({"kind": "order", "ask": "Put these events in order, earliest first.", "order": ["Start", "End"]}),
        bank({"kind": "match", "ask": "Match each to its town.", "pairs": {"a": "b", "c": "d"}}),
        truths(True),
        choice("It rained", "It snowed", "It was sunny all day long", ask="What was the weather like at Waterloo?"),
        typed("Warsaw", ask='"… and then to Warsaw": which town is meant?'),
    ],
    "window-dressing": [
        choice("Danube", *SIDES, ask="Which river flows through Vienna?"),
        choice("Danube", *SIDES, ask="Vienna lies on a great river. Which river flows through Vienna?"),
        choice("Danube", *SIDES, ask="Bees love Vienna. Which river flows through it?"),
        choice("Danube", *SIDES, ask="A river flows to the sea. Which?"),
        choice("Danube", *SIDES, ask="Which of these flow through Vienna? Choose all that apply."),
        choice("A. O. Scott", "Mary Corliss", ask="Dr. No was reviewed by A. O. Scott. Who reviewed Dr. No kindly?"),
        choice("Danube", *SIDES, ask=f"{LONG}saw which river?"),
        typed("Danube", ask="Strauss wrote a waltz about it. Which river flows through Vienna?"),
    ],
    "key-position": [
        truths(*[True] * 8),
        truths(*[True, False] * 20),
        truths(*[True] * 14, *[False] * 12),
        ranks(*[1] * 4),
        ranks(*[1, *[0] * 6, 2, 3, 1, 2, 3, 1, 2, 3, 2]),
        keyed(30, 30),
        ranks(*[0, 1, 2, 3] * 8),
    ],
    "key-imbalance": [
        keyed(4, 0),
        keyed(3, 5),
        keyed(5, 8),
        keyed(6, 0, options=2),
        ranks(*[0] * 9),
        keyed(3, 3, kind="odd-one-out"),
    ],
    "stem-twin": [
        twins(RIVER, "Which river flows through the old city of Dresden?", second="Elster"),
        twins(RIVER, RIVER, second="Wien"),
        twins(RIVER, "Which waltz did Strauss name after a river?"),
        twins(RIVER, f"{RIVER[:-1]} today?", first=["a"], fact=["b"]),
        twins(RIVER, RIVER, first=["a"], fact=["a"], kind="text", distractors=[]).replace(', "distractors": []', ""),
        bank(*({"kind": "true-false", "ask": ask, "answer": "true"} for ask in ("Ann likes Bob.", "Bob likes Ann."))),
        truths(*[True] * 9),
    ],
    "yaml-slip": [
        choice("1,000", "500", "2,000"),
        choice("No", "007", "12:30", "11:15"),
        choice("Norway", "no", "yes"),
        typed("007"),
        choice("Nice", "Cannes, in the south"),
        typed("Cannes, Nice, and Antibes", accept="Nice, Cannes, and Antibes"),
        typed("C:\\new\\title"),
        choice("17:00", "12:30", "9:15"),
        truths(True),
        typed("0.5", expects="number"),
        choice("Palme d'Or", "rock 'n' roll", "the players' 'net'"),
    ],
}
BAD_CASES = [pytest.param(name, text, id=f"{name}-{n}") for name, texts in BAD.items() for n, text in enumerate(texts)]
GOOD_CASES = [
    pytest.param(name, text, id=f"{name}-{n}") for name, texts in GOOD.items() for n, text in enumerate(texts)
]


@pytest.mark.parametrize(("name", "text"), BAD_CASES)
def test_a_flaw_is_found_at_its_line(name: str, text: str, bank_of: Callable[..., Bank]) -> None:
    """Each known flaw is reported once under its name, on the line of its question or of the whole bank."""
    found = [finding.problem for finding in advise(bank_of(text)) if finding.problem.name == name]

    assert [problem.line for problem in found] == [LINES.get(name, 3)]
    assert found[0].message.startswith("expected ")


@pytest.mark.parametrize(("name", "text"), GOOD_CASES)
def test_what_only_looks_like_a_flaw_is_left_alone(name: str, text: str, bank_of: Callable[..., Bank]) -> None:
    """No check speaks of what is near its flaw and isn't it."""
    found = [finding.problem for finding in advise(bank_of(text)) if finding.problem.name == name]

    assert [problem.headline for problem in found] == []


def test_each_check_has_at_least_five_of_each() -> None:
    """The corpus is broad enough to say something."""
    assert set(BAD) == set(GOOD)
    assert min(map(len, (*BAD.values(), *GOOD.values()))) >= 5


def test_each_of_many_twins_is_told_once(bank_of: Callable[..., Bank]) -> None:
    """Of three that ask the same, the second and the third are told, and the third only once."""
    thrice = bank(*(item("Danube", "Rhine", "Elbe", ask=f"{RIVER}{end}") for end in ("", " ", "!")))
    found = [finding.problem for finding in advise(bank_of(thrice)) if finding.problem.name == "stem-twin"]

    assert [problem.line for problem in found] == [4, 5]


def test_a_doubtful_slip_is_only_a_note(bank_of: Callable[..., Bank]) -> None:
    """What may be meant as it stands is a note, what nobody means an error."""
    levels = {finding.level for finding in advise(bank_of(choice("Yes", "No", ask="Did it rain at Waterloo?")))}

    assert levels == {"note"}
    assert {finding.level for finding in advise(bank_of(choice("1_000", "500", "2_000")))} == {"error"}


PIECES = (
    "a", "The", "x.", "12", "1,000", "17 May 2012", "€", "%", '"', "'", "…", "?", "___", "\\u00e9", "-", " ", "ß", "é",
    "\u0301", "\u200b", "٣", "½", "第", "🐳", "Yes", "~", "0x1F", "1e999", "9" * 50, "one", "million", "weeks", "İ",
    "\u2028",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join) | st.text(min_size=1, max_size=12)
LISTS = st.lists(TEXTS, min_size=1, max_size=7)
ENTRIES = st.fixed_dictionaries(
    {"kind": st.sampled_from(tuple(KINDS)), "ask": TEXTS},
    optional={
        "answer": TEXTS | st.sampled_from(("true", "8")),
        "answers": LISTS,
        "distractors": LISTS,
        "order": LISTS,
        "pairs": st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=2, max_size=4),
        "expects": st.sampled_from(("text", "person", "date", "number")),
        "accept": LISTS,
        "fact": LISTS,
    },
)


@given(entries=st.lists(ENTRIES, max_size=8), names=LISTS)
def test_no_text_makes_a_check_fail(entries: list[dict[str, object]], names: list[str], tmp_path: Path) -> None:
    """Whatever can be read of a bank can be advised on, and says what was expected."""
    text = json.dumps({"names": {"person": names}, "questions": [sound(entry) for entry in entries]})
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    found, _ = survey([tmp_path])

    for check in ADVICE.values():
        assert all(flaw.message.startswith("expected ") for flaw in check.look(found))


def sound(entry: dict[str, object]) -> dict[str, object]:
    """Return an entry with the fields of its kind alone, so that more than a few are sound."""
    fields = {
        "choice": ("answer", "distractors"),
        "odd-one-out": ("answer", "distractors"),
        "multiple": ("answers", "distractors"),
        "text": ("answer", "expects", "accept"),
        "number": ("answer",),
        "true-false": ("answer",),
        "order": ("order",),
        "match": ("pairs", "distractors"),
    }[str(entry["kind"])]
    return {key: value for key, value in entry.items() if key in ("kind", "ask", "fact", *fields)}
