"""The distance between words, against rapidfuzz as an oracle, and what is forgiven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from rb_quiz.answers.slips import distance, forgiven, slips

letters = st.text("abcé", max_size=9)


@given(letters, letters, st.integers(0, 4))
def test_the_distance_is_optimal_string_alignment(first: str, second: str, limit: int) -> None:
    """Our distance agrees with rapidfuzz's wherever it is within the limit."""
    assert distance(first, second, limit) == min(OSA.distance(first, second), limit + 1)


@pytest.mark.parametrize(
    ("word", "slips_forgiven"),
    [("anna", 0), ("louise", 1), ("strasbou", 1), ("cotillard", 2), ("b52s", 0), ("seventeen", 0), ("northeast", 0)],
)
def test_longer_words_are_forgiven_more(word: str, slips_forgiven: int) -> None:
    """Up to four letters none, up to eight one, then two; digits, number words and compass points none."""
    assert forgiven(word) == slips_forgiven


@pytest.mark.parametrize(
    ("word", "typed", "found"),
    [
        ("audiard", "audiard", 0),
        ("audiard", "audaird", 1),
        ("cotillard", "cotilad", 2),
        ("cotillard", "cotlad", None),
        ("anna", "ana", None),
        ("unemployed", "employed", None),
        ("ireland", "iceland", None),
        ("australia", "austria", None),
        ("actor", "acto1", None),
        ("simone", "simon", None),
        ("eighty", "eight", None),
        ("louise", "louis", None),
    ],
)
def test_slips_are_counted_unless_they_make_another_word(word: str, typed: str, found: int | None) -> None:
    """A slip that makes another country, name, number or the opposite is none."""
    assert slips(word, typed) == found
