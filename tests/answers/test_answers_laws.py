"""The laws of judging, over every name and value of the film's bank."""

import unicodedata
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rb_quiz.answers import Expected, Expects, Verdict, judge, near_rivals, normal, value_of
from rb_quiz.answers.normal import words
from rb_quiz.answers.slips import distance, forgiven

PEOPLE = (
    ("Marion Cotillard",), ("Matthias Schoenaerts", "Schoenaerts"), ("Armand Verdure",), ("Corinne Masiero",),
    ("Céline Sallette",), ("Bouli Lanners",), ("Mourad Frarema",), ("Jean-Michel Correia",), ("Yannick Choirat",),
    ("Jacques Audiard",), ("Craig Davidson",), ("Thomas Bidegain",), ("Stéphane Fontaine",), ("Juliette Welfling",),
    ("Alexandre Desplat",), ("Martine Cassinelli",), ("Pascal Caucheteux",), ("Alix Raynaud",), ("Cédric Fayolle",),
    ("Françoise Michaud",), ("Alex Martin",), ("Tibo Vandenborre",), ("Peter Bradshaw",), ("Mary Corliss",),
    ("Michael Phillips",), ("A. O. Scott",), ("Roger Ebert",), ("Cate Blanchett",), ("Emmanuelle Riva",),
    ("Noémie Lvovsky",), ("Léa Seydoux",), ("Jean-Louis Trintignant",), ("Kacey Mottet Klein",), ("Michael Haneke",),
    ("John Cooper Clarke",), ("Katy Perry",), ("Bruce Springsteen",), ("Jean-Pierre Dardenne",), ("Luc Dardenne",),
)  # fmt: skip
CHARACTERS = (
    ("Ali", "Alain van Versch", "Alain"), ("Stéphanie",), ("Sam",), ("Anna",), ("Louise",), ("Martial",), ("Foued",),
    ("Richard",), ("Simon",),
)  # fmt: skip
PLACES = (
    ("Antibes",), ("Strasbourg",), ("Warsaw", "Varsovie"), ("Cannes",), ("Brussels", "Bruxelles"), ("Liège",),
    ("Paris",), ("Colmar",), ("Belgium", "Belgique"), ("France",), ("Telluride",), ("Toronto",), ("Valladolid",),
)  # fmt: skip
TITLES = (
    ("Rust and Bone", "De rouille et d'os"), ("Rocket Ride",), ("Un goût de rouille et d'os",), ("A Prophet",),
    ("Amour", "Love"), ("Holy Motors",), ("Farewell, My Queen",), ("The Intouchables",), ("The Hunt",), ("Firework",),
    ("The Dark Knight Rises",), ("Kings Row",), ("An Affair to Remember",), ("I Follow Rivers",), ("Love Shack",),
    ("Evidently Chickentown",), ("The Wolves",), ("Wash.",), ("Camille Rewinds",), ("A Royal Affair",),
)  # fmt: skip
TEXTS = (
    ("Why Not Productions", "Why Not"), ("Les Films du Fleuve",), ("France 2 Cinéma",), ("Page 114",),
    ("Sony Pictures Classics",), ("StudioCanal UK", "StudioCanal"), ("Best Actor",), ("Best Actress",),
    ("Best Supporting Actor",), ("Most Promising Actor",), ("an orca", "killer whale"), ("supermarket cashier",),
)  # fmt: skip
ENTITIES = tuple(
    (expects, names)
    for expects, group in (
        (Expects.PERSON, PEOPLE),
        (Expects.CHARACTER, CHARACTERS),
        (Expects.PLACE, PLACES),
        (Expects.TITLE, TITLES),
        (Expects.TEXT, TEXTS),
    )
    for names in group
)
ALL_NAMES = tuple(name for _, names in ENTITIES for name in names)
VALUES = (
    Expected(Expects.YEAR, "2012"),
    Expected(Expects.YEAR, "2005"),
    Expected(Expects.DATE, "17 May 2012"),
    Expected(Expects.DATE, "4 October 2011", accept=("le 4 octobre 2011",)),
    Expected(Expects.DATE, "May 2012"),
    Expected(Expects.MONEY, "€15.4 million", accept=("15,4 millions d'euros",)),
    Expected(Expects.MONEY, "$25.8 million"),
    Expected(Expects.NUMBER, "1,904,157", unit="admissions"),
    Expected(Expects.NUMBER, "155", unit="reviews"),
    Expected(Expects.NUMBER, "25", stem="How old is Ali?"),
    Expected(Expects.NUMBER, "9"),
    Expected(Expects.PERCENT, "82 %"),
    Expected(Expects.DURATION, "eight weeks", accept=("56 days",)),
    Expected(Expects.DURATION, "1h55"),
    Expected(Expects.DURATION, "89:22"),
)


def expected_name(expects: Expects, names: tuple[str, ...], stem: str = "") -> Expected:
    """A question about one entity, with the rivals that the whole bank lends it."""
    return Expected(expects, names[0], accept=names[1:], rivals=near_rivals(names, ALL_NAMES), stem=stem)


NAMED = tuple(expected_name(expects, names) for expects, names in ENTITIES)
EVERYTHING = NAMED + VALUES

named, valued, anything = st.sampled_from(NAMED), st.sampled_from(VALUES), st.sampled_from(EVERYTHING)
WILD = st.text(st.characters(codec=None), max_size=200)
STEMS = (
    "Who plays Ali in the film by Jacques Audiard?",
    "Who is the sister of Ali, not the mother of Sam?",
    "In which city near Colmar does Ali train, before Warsaw?",
    "Which film by Jacques Audiard came before Rust and Bone?",
    "Which company produced the film with France 2 and Page 114?",
)


def accepted(expected: Expected, response: str) -> bool:
    """Tell whether a response is judged right."""
    return judge(expected, response).verdict is Verdict.ACCEPT


def keys(expected: Expected) -> tuple[str, ...]:
    """Every wording the author listed as right."""
    return (expected.answer, *expected.accept)


def upside(text: str) -> str:
    """The text with its accents dropped."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


DISGUISES: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    str.title,
    upside,
    partial(unicodedata.normalize, "NFD"),
    partial(unicodedata.normalize, "NFC"),
    lambda text: f"  {text}\t ",
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("'", "\u2019"),
    lambda text: text.replace("-", "\u2011"),
    lambda text: f"\u200b{text}\ufeff",
)


@pytest.mark.parametrize("expected", EVERYTHING, ids=lambda expected: expected.answer)
def test_every_key_and_alias_is_accepted_for_itself(expected: Expected) -> None:
    """What the author listed is right, with the wording as what matched."""
    for key in keys(expected):
        judged = judge(expected, key)
        assert (judged.verdict, judged.rule, judged.matched) == (Verdict.ACCEPT, "exact", key)


@given(anything, st.data())
def test_a_key_in_disguise_is_still_accepted(expected: Expected, data: st.DataObject) -> None:
    """Case, accents, composition, spaces, apostrophes and dashes do not count."""
    key = data.draw(st.sampled_from(keys(expected)))
    for disguise in data.draw(st.lists(st.sampled_from(DISGUISES), max_size=4)):
        key = disguise(key)
    assert accepted(expected, key)


@given(anything, WILD, st.sampled_from(DISGUISES))
def test_a_verdict_does_not_hang_on_spaces_and_composition(
    expected: Expected, response: str, disguise: Callable[[str], str]
) -> None:
    """A response and its NFD form with spaces around it are judged alike."""
    spread = f" {unicodedata.normalize('NFD', response)} "
    assert judge(expected, response).verdict is judge(expected, spread).verdict
    assert judge(expected, disguise(response)).verdict in Verdict


@pytest.mark.parametrize(("expects", "names"), ENTITIES, ids=str)
def test_no_entity_is_accepted_for_another_ones_question(expects: Expects, names: tuple[str, ...]) -> None:
    """Any name of the bank, in any case and with any article, is right for its own question only."""
    expected = expected_name(expects, names)
    own = {value_of(Expects.TEXT, name) for name in names}
    for name in ALL_NAMES:
        if value_of(Expects.TEXT, name) not in own:
            assert not accepted(expected, name)
            assert not accepted(expected, name.upper())
            assert not accepted(expected, f"the {name}") or f"the {name}".casefold() in own


@given(named, st.sampled_from(ALL_NAMES), st.sampled_from(STEMS), st.data())
def test_lists_hedges_and_negations_are_never_accepted(
    expected: Expected, other: str, stem: str, data: st.DataObject
) -> None:
    """A right name among others, or denied, is no answer, whatever the question says."""
    key = data.draw(st.sampled_from(keys(expected)))
    assume(not accepted(expected, other))
    asked = Expected(expected.expects, expected.answer, expected.accept, rivals=expected.rivals, stem=stem)
    for text in (
        f"{key} or {other}", f"{other} or {key}", f"{key} / {other}", f"{other}; {key}", f"{key}, {other}",
        f"{other} and {key}", f"{key} ou {other}", f"either {other} or {key}", f"{key} ({other})", f"{key} vs {other}",
        f"not {key}", f"anyone but {key}", f"{other}, not {key}", f"pas {key}", f"neither {key} nor {other}",
        f"it isn't {key}", f"everybody except {key}", f"{key}? {other}?", f"{key} - {other}", f"{other} {key}",
        f"{key} {other}", f"{key}'s {other}", f"a friend of {key}", f"{key}'s mother", f"maybe {key} or {other}",
    ):  # fmt: skip
        assert not accepted(asked, text) or text in keys(expected), text


@given(valued, st.data())
def test_a_changed_digit_is_never_accepted(expected: Expected, data: st.DataObject) -> None:
    """One other digit anywhere in a typed value makes it wrong, or at most unclear."""
    key = data.draw(st.sampled_from([key for key in keys(expected) if any(map(str.isdigit, key))] or ["1"]))
    at = data.draw(st.sampled_from([n for n, letter in enumerate(key) if letter.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != key[at]]))
    assert not accepted(expected, key[:at] + digit + key[at + 1 :])


@given(valued, valued, st.sampled_from(("{} or {}", "{} and {}", "{}, {}", "{} / {}", "{} to {}", "{}-{}", "{} {}")))
def test_two_values_are_never_accepted(expected: Expected, other: Expected, join: str) -> None:
    """Two different values in one response are no answer."""
    assume(not accepted(expected, other.answer))
    assume(expected.answer != "May 2012")  # "9, May 2012" is a day of it
    for text in (join.format(expected.answer, other.answer), join.format(other.answer, expected.answer)):
        assert not accepted(expected, text), text


@given(
    valued,
    st.sampled_from(
        ("not {}", "more than {}", "less than {}", "before {}", "after {}", "nearly {}", "over {}", "half {}", "-{}")
    ),
)
def test_a_qualified_value_is_never_accepted(expected: Expected, phrase: str) -> None:
    """Words that make it another value are never overheard."""
    assume(not (phrase == "-{}" and expected.expects is Expects.DATE))
    assert not accepted(expected, phrase.format(expected.answer))


@given(st.sampled_from(EVERYTHING), WILD)
def test_any_text_at_all_gets_a_judgement(expected: Expected, response: str) -> None:
    """No Unicode text breaks the judge, as a response or as a key, and each verdict is explained."""
    judged = judge(expected, response)
    assert judged.rule
    assert judged.why
    wild = Expected(expected.expects, response, (expected.answer,), (response,), stem=response, unit=response)
    assert judge(wild, expected.answer).rule
    assert judge(wild, response).rule


@given(st.sampled_from(tuple(Expects)), WILD)
def test_any_key_at_all_is_accepted_for_itself(expects: Expects, key: str) -> None:
    """Even a key that can't be read as what is expected is right as it stands."""
    assume(key.split())
    assert accepted(Expected(expects, key), key)


LONG = {
    "letters": "a" * 10_000,
    "marks": "M" + "\u0301\u0327" * 4_999,
    "hebrew marks": "\u05d0" + "\u05b0\u0323\u0591" * 3_333,
    "surrogates": "\ud800" * 10_000,
    "nul": "\0" * 10_000,
    "ligatures": "\ufdfa" * 10_000,
    "joints": "a or " * 2_000,
    "digits": "9" * 10_000,
    "invisible": "Marion Cotillard" + "\u200b" * 9_000,
    "spaces": "Marion" + " " * 9_980 + "Cotillard",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("expected", [NAMED[0], *VALUES[:13]], ids=lambda expected: expected.answer)
def test_the_longest_responses_are_judged(expected: Expected, text: str) -> None:
    """Ten thousand characters of anything are judged, and only spaces are forgiven."""
    assert accepted(expected, text) is (expected is NAMED[0] and text is LONG["spaces"])


@given(st.sampled_from(ALL_NAMES))
def test_the_index_finds_what_a_search_would(answer: str) -> None:
    """Every name with a word within reach of the answer's is found, and never the answer itself."""
    found = near_rivals((answer,), ALL_NAMES)
    assert normal(answer) not in map(normal, found)
    for name in ALL_NAMES:
        near = any(
            forgiven(word) and distance(word, other, forgiven(word)) <= forgiven(word)
            for word in words(normal(answer))
            for other in words(normal(name))
        )
        assert not near or name in found or normal(name) == normal(answer)
