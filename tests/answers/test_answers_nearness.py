"""Which names travel with a question."""

from rb_quiz.answers import near_rivals

NAMES = ("Jean Dupont", "Jeanne Dupond", "Luc Dardenne", "Jean-Pierre Dardenne", "Dardene", "Mary Ann", "The Wolves")


def test_a_shared_word_or_a_likeness_makes_a_rival() -> None:
    """Names that share a word, lie within a few slips or run together alike travel along, in their order."""
    assert near_rivals(["Luc Dardenne"], NAMES) == ("Jean-Pierre Dardenne", "Dardene")
    assert near_rivals(["Maryann"], NAMES) == ("Mary Ann",)
    assert near_rivals(["Jean Dupont"], NAMES) == ("Jeanne Dupond", "Jean-Pierre Dardenne")
    assert near_rivals(["The Hunt"], NAMES) == ()


def test_names_may_be_any_iterable() -> None:
    """A generator of names will do."""
    assert near_rivals(["Luc Dardenne"], (name for name in NAMES)) == near_rivals(["Luc Dardenne"], NAMES)
