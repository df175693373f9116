"""Numbers in digits and words, with what stands beside them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.answers.number_words import spelt, spelt_year
from rb_quiz.answers.quantity import quantity

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
PETITS = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
DIZAINES = "_ _ vingt trente quarante cinquante soixante".split()


def english(number: int) -> str:
    """Spell a number below a million in English."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f" {SMALL[number % 10]}" if number % 10 else "")
    for size, word in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" {'and ' if size == 100 else ''}{english(number % size)}" if number % size else ""
            return f"{english(number // size)} {word}{rest}"
    raise AssertionError


def french(number: int) -> str:
    """Spell a number below a million in French."""
    if number < 17:
        return PETITS[number]
    if number < 20:
        return f"dix {PETITS[number - 10]}"
    if number < 70:
        ones = number % 10
        return DIZAINES[number // 10] + ("" if not ones else " et un" if ones == 1 else f" {PETITS[ones]}")
    if number < 80:
        return "soixante " + ("et onze" if number == 71 else french(number - 60))
    if number < 100:
        return "quatre vingt" + ("s" if number == 80 else f" {french(number - 80)}")
    for size, word in ((1000, "mille"), (100, "cent")):
        if number >= size:
            head = "" if number // size == 1 else f"{french(number // size)} "
            return f"{head}{word}" + (f" {french(number % size)}" if number % size else "")
    raise AssertionError


@given(st.integers(0, 999_999))
def test_spelt_numbers_read_back(number: int) -> None:
    """Every number below a million reads back from English and from French words."""
    assert spelt(english(number).split()) == number
    assert spelt(french(number).split()) == number


@given(st.integers(1, 99), st.integers(1, 99))
def test_two_numbers_in_a_row_are_no_number(first: int, second: int) -> None:
    """Two numbers side by side spell one number only where English writes it so."""
    joined = spelt(f"{english(first)} {english(second)}".split())
    assert joined is None or joined == first + second


@pytest.mark.parametrize(
    "text",
    [
        "",
        "and",
        "one and",
        "hundred hundred",
        "two thousand million",
        "ten two",
        "zero five",
        "twenty and five",
        "vingt et deux",
        "five zero",
        "a",
    ],
)
def test_nonsense_is_no_number(text: str) -> None:
    """Number words in no order a person would say are refused."""
    assert spelt(text.split()) is None


@pytest.mark.parametrize(
    ("text", "year"), [("twenty twelve", 2012), ("nineteen forty", 1940), ("two thousand and five", 2005)]
)
def test_years_are_said_in_pairs(text: str, year: int) -> None:
    """Twenty twelve is a year."""
    assert spelt_year(text.split()) == year


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("15.4 million", 15_400_000),
        ("15,4 millions", 15_400_000),
        ("15 400 000", 15_400_000),
        ("15.400.000", 15_400_000),
        ("15,400,000.50", Fraction(30_800_001, 2)),
        ("15.400.000,5", Fraction(30_800_001, 2)),
        ("1'000", 1000),
        ("0,904", Fraction(904, 1000)),
        ("two dozen", 24),
        ("a hundred", 100),
        ("a million", 1_000_000),
        ("a dozen", 12),
        ("15 hundred thousand", 1_500_000),
        ("65th", 65),
        ("sixth", 6),
        ("twenty-five", 25),
        ("fifteen point four million", 15_400_000),
        ("trois virgule cinq", Fraction(7, 2)),
        ("-5", -5),
        ("1/2", None),
        ("5^2", None),
        ("2 5", None),
        ("first second", None),
        ("1,904 157", None),
        ("1 2 3", None),
        ("9" * 41, None),
        ("8 thousand million thousand", None),
        ("words", None),
        ("", None),
    ],
)
def test_one_number_is_read_exactly(text: str, amount: int | Fraction | None) -> None:
    """Groups, decimals, scales and ordinals give one exact value, or none."""
    found = quantity(text)
    assert (None if found is None else found.amount) == amount


def test_a_single_group_could_be_a_decimal() -> None:
    """1,904 is read as a thousand and more, 1.904 as less than two, and each remembers the other reading."""
    comma, point = quantity("1,904"), quantity("1.904")
    assert comma is not None
    assert point is not None
    assert (comma.amount, comma.otherwise) == (Fraction(1904), Fraction(1904, 1000))
    assert (point.amount, point.otherwise) == (Fraction(1904, 1000), Fraction(1904))
