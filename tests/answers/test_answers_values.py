"""Typed texts as values: dates, money, durations and the author's check."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.answers import Expected, Expects, judge, normal, readable, value_of
from rb_quiz.answers.value_sheet import read

DAYS = st.dates()


@pytest.mark.parametrize(
    ("expects", "first", "second"),
    [
        (Expects.NUMBER, "1,000", "1000"),
        (Expects.NUMBER, "twenty-five", "25"),
        (Expects.DATE, "17/05/2012", "17 May 2012"),
        (Expects.DATE, "2012-05-17", "jeudi 17 mai 2012"),
        (Expects.DATE, "04/10/2011", "4 October 2011"),
        (Expects.MONEY, "€15.4 million", "15 400 000 euros"),
        (Expects.PERCENT, "82 %", "82 out of 100"),
        (Expects.PERCENT, "82/100", "82"),
        (Expects.DURATION, "8 weeks", "56 days"),
        (Expects.DURATION, "12 months", "a year"),
        (Expects.DURATION, "1h55", "115 min"),
        (Expects.DURATION, "an hour and a half", "90 minutes"),
        (Expects.DURATION, "half an hour", "30 min"),
        (Expects.DURATION, "two and a half hours", "150 min"),
        (Expects.DURATION, "une heure et demie", "1h30"),
        (Expects.DURATION, "1:29:22", "89:22"),
        (Expects.YEAR, "2012", "two thousand and twelve"),
        (Expects.TITLE, "De rouille et d\u2019os", "DE ROUILLE ET D'OS"),
    ],
)
def test_equal_values_are_equal(expects: Expects, first: str, second: str) -> None:
    """Two wordings of one value are one option."""
    assert value_of(expects, first) == value_of(expects, second) is not None


@pytest.mark.parametrize(
    ("expects", "first", "second"),
    [
        (Expects.MONEY, "€5", "$5"),
        (Expects.DATE, "May 2012", "17 May 2012"),
        (Expects.DURATION, "1 month", "30 days"),
        (Expects.TEXT, "€5", "$5"),
        (Expects.TEXT, "-5", "5"),
        (Expects.TEXT, "C++", "C#"),
    ],
)
def test_other_values_are_not(expects: Expects, first: str, second: str) -> None:
    """A currency, a day or a sign makes another option."""
    assert value_of(expects, first) != value_of(expects, second)


@pytest.mark.parametrize(
    ("expects", "text", "value"),
    [
        (Expects.YEAR, "2012", Fraction(2012)),
        (Expects.DATE, "17 May 2012", (2012, 5, 17)),
        (Expects.DATE, "May 2012", (2012, 5, 0)),
        (Expects.DATE, "1er mai", (0, 5, 1)),
        (Expects.MONEY, "$25.8 million", ("USD", Fraction(25_800_000))),
        (Expects.MONEY, "12", ("", Fraction(12))),
        (Expects.NUMBER, "-2,5", Fraction(-5, 2)),
        (Expects.PERCENT, "82,5 pour cent", Fraction(165, 2)),
        (Expects.DURATION, "2 min 3 s", Fraction(123)),
        (Expects.PERSON, "Céline  Sallette!", "celine sallette"),
    ],
)
def test_a_value_has_its_shape(expects: Expects, text: str, value: object) -> None:
    """Each sort of answer has the value that its documentation says."""
    assert value_of(expects, text) == value


@pytest.mark.parametrize(
    ("expects", "text"),
    [
        (Expects.YEAR, "12"),
        (Expects.YEAR, "-2012"),
        (Expects.DATE, "31 February 2012"),
        (Expects.DATE, "32/13/2012"),
        (Expects.DATE, "2012-13"),
        (Expects.DATE, "17/05/12"),
        (Expects.DATE, "spring"),
        (Expects.DATE, "17 18"),
        (Expects.DATE, "17 2012"),
        (Expects.DATE, "May June"),
        (Expects.DATE, "13/2012"),
        (Expects.DATE, "May 2012, 12"),
        (Expects.DATE, "40"),
        (Expects.MONEY, "€5 or $5"),
        (Expects.MONEY, "5 € $"),
        (Expects.MONEY, "money"),
        (Expects.NUMBER, "²"),
        (Expects.NUMBER, "many"),
        (Expects.DURATION, "8"),
        (Expects.DURATION, "8 weeks 9 weeks"),
        (Expects.DURATION, "weeks"),
        (Expects.DURATION, "half"),
        (Expects.DURATION, "8 lightyears"),
        (Expects.DURATION, "5 days 3"),
        (Expects.TEXT, "???"),
    ],
)
def test_what_cannot_be_read_has_no_value(expects: Expects, text: str) -> None:
    """The author's check says no."""
    assert value_of(expects, text) is None
    assert not readable(expects, text)


def test_a_name_is_read_as_no_value() -> None:
    """The reader of values leaves names alone."""
    assert read(Expects.TITLE, "amour") is None


@given(DAYS)
def test_a_date_reads_back_in_every_form(day: object) -> None:
    """ISO, English and French forms give the same day."""
    year, month, number = (int(part) for part in str(day).split("-"))
    english = "January February March April May June July August September October November December".split()
    french = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    if year >= 1000:
        expected = (year, month, number)
        assert value_of(Expects.DATE, str(day)) == expected
        assert value_of(Expects.DATE, f"{number} {english[month - 1]} {year}") == expected
        assert value_of(Expects.DATE, f"{english[month - 1]} {number}, {year}") == expected
        assert value_of(Expects.DATE, f"le {number} {french[month - 1]} {year}") == expected
        assert value_of(Expects.DATE, f"{number:02}/{month:02}/{year}") == expected


@given(st.sampled_from(tuple(Expects)), st.text(max_size=60))
def test_reading_never_breaks(expects: Expects, text: str) -> None:
    """Any text has a value or none, and is readable just when it has one."""
    assert readable(expects, text) == (value_of(expects, text) is not None)


@given(st.text(max_size=60))
def test_the_normal_form_is_normal(text: str) -> None:
    """Normalising twice changes nothing."""
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("  Léa\u200b SEYDOUX ", "lea seydoux"),
        ("Rust & Bone", "rust and bone"),
        ("D\u2019Artagnan", "dartagnan"),
        ("Smørrebrød, Łódź, Straße, Œuvre", "smorrebrod lodz strasse oeuvre"),
        ("1,000.5", "1,000.5"),
        ("B-52's", "b 52s"),
        ("５²", "5 2"),
        ("٢٥", "25"),
        ("8½", "8 1/2"),
        ("नमस्ते", normal("नमस्ते")),
        ("\ud800", ""),
    ],
)
def test_the_normal_form(text: str, form: str) -> None:
    """Case, accents, invisible characters and punctuation fall away, but digits never run together."""
    assert normal(text) == form


@pytest.mark.parametrize(
    ("expected", "response", "rule"),
    [
        (Expected(Expects.NUMBER, "0"), "none", "same-value"),
        (Expected(Expects.NUMBER, "4"), "none", "negation"),
        (Expected(Expects.NUMBER, "1904"), "1.904", "separator"),
        (Expected(Expects.NUMBER, "9"), "9 kilos", "extra-words"),
        (Expected(Expects.NUMBER, "9", reject=("4",)), "four", "refused"),
        (Expected(Expects.DATE, "17 May 2012", too_broad=("spring 2012",)), "Spring 2012", "too-broad"),
        (Expected(Expects.DURATION, "3:45"), "3 min 45 s", "clock"),
        (Expected(Expects.DURATION, "3:45"), "3:45", "exact"),
        (Expected(Expects.DURATION, "90 min", tolerance="5"), "93 min", "within-tolerance"),
        (Expected(Expects.DURATION, "90 min", tolerance="5 min"), "96 min", "other-value"),
        (Expected(Expects.NUMBER, "2.5", tolerance="0.1"), "2.6", "within-tolerance"),
        (Expected(Expects.NUMBER, "2.5", tolerance="0.1"), "2.61", "other-value"),
        (Expected(Expects.YEAR, "2012", tolerance="1"), "2013", "within-tolerance"),
        (Expected(Expects.YEAR, "2012", tolerance="nonsense"), "2013", "other-value"),
        (Expected(Expects.MONEY, "15.4 million"), "€15.4 million", "same-value"),
        (Expected(Expects.YEAR, "2012"), "17/05/12", "two-digit-year"),
        (Expected(Expects.YEAR, "2012"), "17 May 1912", "other-value"),
        (Expected(Expects.DATE, "1 May", stem="When in 2012?"), "1 May 2011", "other-value"),
        (Expected(Expects.NUMBER, "25"), "25 (twenty-five)", "all-parts-right"),
        (Expected(Expects.MONEY, "€15.4 million"), "€15.4 million weeks", "wrong-unit"),
        (Expected(Expects.NUMBER, "4"), "4 ; 4", "all-parts-right"),
        (Expected(Expects.PERSON, "Emma Richard", rivals=("Richard",)), "Richard", "shared-surname"),
        (Expected(Expects.PERSON, "Luc Dardenne", ("Dardenne",), rivals=("Dardenne",)), "Dardenne", "shared-name"),
        (Expected(Expects.PERSON, "Jean Dardenne", rivals=("Julien Dardenne",)), "J. Dardenne", "shared-surname"),
        (Expected(Expects.PERSON, "Robert Downey Jr."), "Robert Downey", "full-name"),
        (Expected(Expects.PERSON, "Robert Downey"), "Robert Downey Jr", "another-generation"),
        (Expected(Expects.PERSON, "Vincent van Gogh"), "Gogh, Vincent van", "full-name"),
        (Expected(Expects.PERSON, "Vincent van Gogh"), "van Gogh, Vincent", "full-name"),
        (Expected(Expects.PERSON, "Anna Simone", rivals=("Simones",)), "Simonez", "between-two-names"),
        (Expected(Expects.CHARACTER, "Alain van Versch"), "Alain", "name-alone"),
        (Expected(Expects.CHARACTER, "Alain van Versch", rivals=("Alain Delon",)), "Alain", "shared-name"),
        (Expected(Expects.CHARACTER, "Alain van Versch"), "A.", "given-name-alone"),
        (Expected(Expects.TEXT, "Call Me Maybe"), "Call Me Mabye", "misspelt"),
        (Expected(Expects.PLACE, "a b and c d and e f and g h and i j and k l"), "a b", "no-match"),
    ],
)
def test_a_rare_case_is_decided_by_its_rule(expected: Expected, response: str, rule: str) -> None:
    """Cases that the film's table has no place for."""
    assert judge(expected, response).rule == rule
