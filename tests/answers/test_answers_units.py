"""Numbers beside their unit, out of a whole, and as ordinals."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rb_quiz.answers import Expected, Expects, Verdict, judge
from rb_quiz.answers.number_words import CARDINALS, ORDINALS
from rb_quiz.answers.quantity import quantity

ODD = (
    "% of votes", "km/h", "m²", "m³", "stories", "days a week", "million euros", "thousands of copies", "M€", "€",
    "per cent", "square metres", "°C", "euros per day", "no. of goals", "weeks or so", "stars out of five", "out of 5",
    "/5", "1st places", "10 km", "k", "m", "th", "hundred", "and", "or", "not", "less", "reviews (English)", "?", "-",
    "goals, not own goals", "people between 20 and 30", "before Christmas", "x" * 300, "١٢", "½ pints",
)  # fmt: skip
WORDED = tuple(unit for unit in ODD if not unit[0].isnumeric())
UNITS = st.sampled_from(ODD) | st.text(st.characters(codec=None), max_size=200)
ANSWERS = st.sampled_from(("4", "25", "15.4", "1,904,157", "-3", "0", "1 000", "twelve", "65th"))
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def accepted(expected: Expected, response: str) -> bool:
    """Tell whether a response is judged right."""
    return judge(expected, response).verdict is Verdict.ACCEPT


@given(ANSWERS, UNITS)
def test_the_answer_with_its_unit_is_accepted_whatever_the_unit(answer: str, unit: str) -> None:
    """What the scorecard shows as the answer, number and unit, is right when it is typed."""
    expected = Expected(Expects.NUMBER, answer, unit=unit)
    assert accepted(expected, answer)
    assert accepted(expected, f"{answer} {unit}")
    assert accepted(expected, f"  {answer}\t{unit} ")


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(WORDED), st.sampled_from(WORDED))
def test_another_number_with_a_unit_is_never_accepted(number: int, other: int, unit: str, beside: str) -> None:
    """A unit never makes another number right, alone, in a list, in a range or denied."""
    assume(number != other)
    expected = Expected(Expects.NUMBER, str(number), unit=unit)
    for text in (
        f"{other} {unit}", f"{other}{unit}", f"not {number} {unit}", f"{number} or {other} {unit}",
        f"{number} {unit} or {other} {unit}", f"{number}-{other} {unit}", f"{number}, {other} {unit}",
        f"{number} {unit}, {other} {unit}", f"more than {number} {unit}", f"-{number + 1} {unit}",
        f"{number}.5 {unit}", f"{other} {unit} {number}", f"{number} {unit} {other}", f"{number} {other} {unit}",
    ):  # fmt: skip
        assert not accepted(expected, text), text
    assert not accepted(expected, f"{other} {beside}") or _same_in_scale(unit, beside)


def _same_in_scale(unit: str, beside: str) -> bool:
    return bool({"million", "thousands", "M€", "k", "m", "hundred"} & {*unit.split()[:1], *beside.split()[:1]})


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(SCALES)))
def test_a_number_in_millions_keeps_its_scale(number: int, other: int, scale: str, said: str) -> None:
    """Any way to write the value is right, and no other value is."""
    expected = Expected(Expects.NUMBER, str(number), unit=f"{scale} euros")
    value = number * SCALES[scale]
    assert accepted(expected, f"€{value}")
    assert accepted(expected, f"{value:,} euros")
    assert accepted(expected, f"{other} {said} euros") is (other * SCALES[said] == value)
    assert not accepted(expected, f"{number} euros")
    assert not accepted(expected, f"{number} {scale} dollars")


@given(st.integers(0, 100), st.integers(0, 100), st.integers(1, 100), st.integers(1, 100))
def test_a_share_is_right_only_of_the_whole_that_is_asked(number: int, other: int, whole: int, another: int) -> None:
    """Four out of five is four when the question counts out of five, and nothing otherwise."""
    expected = Expected(Expects.NUMBER, str(number), stem=f"How many points out of {whole} did it get?")
    for text in ("{}/{}", "{} / {}", "{} out of {}", "{} points out of {}", "{} sur {}", "{}/{} points"):
        assert accepted(expected, text.format(number, whole))
        assert accepted(expected, text.format(other, whole)) is (other == number)
        assert accepted(expected, text.format(other, another)) <= (other == number and another in {whole, number})


@pytest.mark.parametrize("ordinal", ORDINALS)
def test_an_ordinal_has_the_value_of_its_cardinal(ordinal: str) -> None:
    """Fiftieth is fifty; a fiftieth, two fiftieths and one fiftieth are not."""
    cardinal, found = quantity(CARDINALS[ordinal]), quantity(ordinal)
    assert cardinal is not None
    assert found is not None
    assert cardinal.amount == found.amount == Fraction(ORDINALS[ordinal])
    assert quantity(f"a {ordinal}") is None
    assert ordinal in {"second", "seconde"} or quantity(f"7 {ordinal}s") is None
