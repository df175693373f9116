"""Laws of every scheme, over every kind of key: P1 to P10 of SCIENCE 3.7, and the shows' own tables."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rb_quiz.answers import Expected, Expects
from rb_quiz.item import (
    Arrange,
    ArrangeKey,
    Choose,
    ChooseKey,
    Difficulty,
    Enter,
    EnterKey,
    Interaction,
    Item,
    Key,
    Pair,
    PairKey,
    Spoiler,
    labelled,
)
from rb_quiz.play import SCHEMES, Mark, Outcome, Responded, Scheme
from rb_quiz.play.scoring import Credited
from rb_quiz.play.scoring.confidence import LEVELS
from rb_quiz.play.scoring.ladder import STEPS
from rb_quiz.play.scoring.speed import half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.item import Response

SEVEN = Expected(Expects.NUMBER, "8", closeness="2")


def item(interaction: Interaction, key: Key) -> Item:
    """Return an item of which only the interaction and the key matter."""
    return Item("id", "T", "kind", "?", interaction, key, Difficulty.EASY, Spoiler.PREMISE, "", "", ("f",))


def choice(count: int) -> Item:
    """Return a choice of so many options."""
    return item(Choose(labelled("abcdefg"[:count])), ChooseKey(("2",), count))


def multiple(count: int, right: int) -> Item:
    """Return a choice of all that apply."""
    options = labelled("abcdefg"[:count])
    key = ChooseKey(tuple(option.id for option in options[:right]), count, count)
    return item(Choose(options, 1, count), key)


def order(count: int) -> Item:
    """Return an order of so many things."""
    options = labelled("abcdefg"[:count])
    return item(Arrange(options), ArrangeKey(tuple(option.id for option in options)))


def pairs(prompts: int, options: int) -> Item:
    """Return pairs of so many prompts and options."""
    left, right = labelled("pqrst"[:prompts]), labelled("uvwxy"[:options], letters=True)
    key = PairKey(tuple(p.id + o.id for p, o in zip(left, right, strict=False)), options)
    return item(Pair(left, right), key)


def typed(expected: Expected) -> Item:
    """Return an item whose answer is typed."""
    return item(Enter(expected.expects), EnterKey(expected))


ITEMS = {
    "true-false": choice(2),
    "choice of 3": choice(3),
    "choice of 4": choice(4),
    "multiple 1 of 4": multiple(4, 1),
    "multiple 2 of 5": multiple(5, 2),
    "multiple 3 of 6": multiple(6, 3),
    "order of 3": order(3),
    "order of 4": order(4),
    "pairs 3 of 3": pairs(3, 3),
    "pairs 3 of 5": pairs(3, 5),
    "text": typed(Expected(Expects.PERSON, "Jacques Audiard")),
    "number": typed(Expected(Expects.NUMBER, "8", tolerance="1")),
    "closeness": typed(SEVEN),
}
every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
every_item = pytest.mark.parametrize("asked", ITEMS.values(), ids=ITEMS)


def responses(asked: Item) -> list[Response]:
    """Return every response to an item, but for typed texts, of which there are some."""
    match asked.interaction:
        case Choose(options, least, most):
            sizes = range(least, most + 1)
            ids = [option.id for option in options]
            return [*(chosen for size in sizes for chosen in combinations(ids, size))]
        case Arrange(options):
            return list(permutations(option.id for option in options))
        case Pair(prompts, options):
            ways = permutations([option.id for option in options], len(prompts))
            return [tuple(p.id + o for p, o in zip(prompts, way, strict=True)) for way in ways]
        case Enter():
            return [(text,) for text in ("8", "9", "6", "4", "2", "Jacques Audiard", "Audiard", "someone", "0")]


def marks(asked: Item, certainties: Sequence[int | None] = (None, 1, 2, 3)) -> list[Mark]:
    """Return marks of every response at every certainty, quick, slow and late, and of none."""
    given_ones = [
        Mark(asked, (Responded(response, seconds, certainty),), limit, late=limit is not None and seconds > limit)
        for response in [*responses(asked), ()]
        for certainty in certainties
        for seconds, limit in ((0.2, 20.0), (3.0, None), (3.0, 20.0), (20.0, 20.0), (23.0, 20.0))
    ]
    assert given_ones
    return given_ones


def alone(scheme: Scheme, mark: Mark) -> Fraction:
    """Return the points of one mark."""
    return scheme.points([mark.credited])[0]


@every_scheme
@every_item
def test_p1_points_are_bounded_and_the_bounds_are_reached(scheme: Scheme, asked: Item) -> None:
    """Every response brings points within the declared bounds; what doesn't hang on order reaches them alone."""
    least, most = scheme.bounds(marks(asked)[0].credited)
    points = [alone(scheme, mark) for mark in marks(asked)]

    assert all(least <= each <= most for each in points)
    if not scheme.in_order:
        assert max(points) == most
        assert min(points) == least or asked.interaction == Enter(Expects.NUMBER)


@pytest.mark.parametrize("name", ["speed-streak", "ladder"])
def test_p1_bounds_are_reached_in_a_run(name: str) -> None:
    """Schemes that look back reach their bounds after a long run of right answers."""
    scheme = SCHEMES[name]
    right = Credited(Outcome.RIGHT, Fraction(1), Fraction(1))
    wrong = Credited(Outcome.WRONG)
    least, most = scheme.bounds(right)

    assert max(scheme.points([right] * 15)) == most
    assert min(scheme.points([right] * 14 + [wrong])) == least


@every_scheme
@every_item
def test_p2_full_points_for_full_credit_only(scheme: Scheme, asked: Item) -> None:
    """The model at its best brings the most that one response can, nothing less than full credit does; blank is 0."""
    full = Mark(asked, (Responded(asked.key.model, 0.1, 3),), 20.0)
    best = alone(scheme, full)

    assert asked.key.credit(asked.key.model) == asked.key.net(asked.key.model) == 1
    assert best == scheme.most(1)
    assert all(alone(scheme, mark) < best for mark in marks(asked) if mark.credit < 1)
    assert alone(scheme, Mark(asked, (Responded(()),))) == 0


@every_scheme
@every_item
def test_p3_points_are_monotone(scheme: Scheme, asked: Item) -> None:
    """At the same speed and certainty, a response with more credit never brings fewer points."""
    for certainty, seconds in product((None, 1, 2, 3), (0.2, 3.0, 20.0)):
        ranked = sorted(
            (Mark(asked, (Responded(response, seconds, certainty),), 20.0) for response in responses(asked)),
            key=lambda mark: (mark.credit, mark.credited.net),
        )
        points = [alone(scheme, mark) for mark in ranked]
        assert points == sorted(points)


@pytest.mark.parametrize("right", range(1, 6))
def test_p3_ticks_are_monotone(right: int) -> None:
    """One more right tick never lowers a credit, and one more wrong tick never raises it."""
    asked = multiple(6, right)
    for response in responses(asked):
        for option in {"1", "2", "3", "4", "5", "6"} - set(response):
            more = asked.key.net((*response, option)) - asked.key.net(response)
            assert more > 0 if option in asked.key.model else more < 0


@pytest.mark.parametrize("count", [3, 4, 5])
def test_p3_repairing_an_inversion_raises_an_order(count: int) -> None:
    """Swapping two neighbours into their right order always raises the credit."""
    asked = order(count)
    for response in responses(asked):
        for place in range(count - 1):
            if response[place] > response[place + 1]:
                mended = (*response[:place], response[place + 1], response[place], *response[place + 2 :])
                assert asked.key.net(mended) > asked.key.net(response)


@pytest.mark.parametrize("asked", [each for each in ITEMS.values() if not isinstance(each.interaction, Enter)])
@pytest.mark.parametrize("name", ["exam", "confidence-net"])
def test_p4_blind_guessing_earns_exactly_nothing(name: str, asked: Item) -> None:
    """The mean over all blind responses is 0: over all sets of one size, all orders, all pairings."""
    by_size: dict[int, list[Fraction]] = {}
    for response in responses(asked):
        mark = Mark(asked, (Responded(response, 1.0, 1),))
        by_size.setdefault(len(response), []).append(alone(SCHEMES[name], mark))

    assert [sum(points) for points in by_size.values()] == [0] * len(by_size)


def test_p4_half_a_pairing_is_blind_too() -> None:
    """Pairing only some prompts by chance earns nothing on average either."""
    asked = pairs(3, 4)
    some = [("1" + one, "2" + two) for one, two in permutations("abcd", 2)]

    assert sum((asked.key.net(response) for response in some), Fraction(0)) == 0


@pytest.mark.parametrize("name", ["confidence", "confidence-net"])
@pytest.mark.parametrize("options", [3, 4, 5])
def test_p5_honesty_is_best(name: str, options: int) -> None:
    """For every chance on a grid, the level that says the truth has the best expectation, and no other."""
    asked = choice(options)
    expected = {level: (_points(name, asked, ("2",), level), _points(name, asked, ("1",), level)) for level in LEVELS}
    first = Fraction(2, 3) if name == "confidence" else (2 - Fraction(1, options - 1)) / (3 - Fraction(1, options - 1))
    for chance in (Fraction(percent, 100) for percent in range(1, 100)):
        worth = {level: chance * right + (1 - chance) * wrong for level, (right, wrong) in expected.items()}
        honest = 1 if chance < first else 2 if chance < Fraction(4, 5) else 3
        assert worth[honest] == max(worth.values())


def _points(name: str, asked: Item, response: Response, level: int) -> Fraction:
    return alone(SCHEMES[name], Mark(asked, (Responded(response, 1.0, level),)))


def test_p5_switch_points() -> None:
    """The levels switch at 2/3 and 4/5 in Moodle's table; in the net one a guess of four pays from 1/4 on."""
    (r1, w1), (r2, w2), (r3, w3) = LEVELS.values()

    assert Fraction(w1 - w2, (r2 - r1) + (w1 - w2)) == Fraction(2, 3)
    assert Fraction(w2 - w3, (r3 - r2) + (w2 - w3)) == Fraction(4, 5)
    right, wrong = (_points("confidence-net", choice(4), response, 1) for response in (("2",), ("1",)))
    assert (right, wrong, right / 4 + 3 * wrong / 4) == (Fraction(1), Fraction(-1, 3), Fraction(0))


@every_scheme
@settings(max_examples=40)
@given(data=st.data())
def test_p6_order_of_options_and_responses_does_not_matter(scheme: Scheme, data: st.DataObject) -> None:
    """Ticks in another order, twice the same tick, and another order of items bring the same points."""
    asked = ITEMS["multiple 3 of 6"]
    response = data.draw(st.sampled_from(responses(asked)))
    again = data.draw(st.permutations([*response, *response[:1]]))
    assert alone(scheme, Mark(asked, (Responded(tuple(again)),))) == alone(scheme, Mark(asked, (Responded(response),)))
    some = data.draw(st.lists(st.sampled_from(ALL_CREDITED), max_size=8))
    other = data.draw(st.permutations(some))
    assert scheme.in_order or sorted(scheme.points(some)) == sorted(scheme.points(other))


ALL_CREDITED = [mark.credited for asked in ITEMS.values() for mark in marks(asked)]
credited = st.lists(st.sampled_from(ALL_CREDITED), max_size=20)


@every_scheme
@settings(max_examples=40)
@given(given_ones=credited)
def test_p7_a_paper_is_the_sum_of_its_items(scheme: Scheme, given_ones: list[Credited]) -> None:
    """There are points for each response, in exact fractions, and the total is their sum, floored if at all there."""
    points = scheme.points(given_ones)
    total = sum(points, Fraction(0))

    assert len(points) == len(given_ones)
    assert all(isinstance(each, Fraction) for each in points)
    assert scheme.total(points) == (max(total, Fraction(0)) if scheme.floored else total)
    assert scheme.total(points) <= scheme.most(len(points))
    if not scheme.in_order:
        assert points == tuple(scheme.points([each])[0] for each in given_ones)


@every_scheme
@every_item
def test_p8_time_is_monotone(scheme: Scheme, asked: Item) -> None:
    """Being slower never earns more, speed never helps a wrong answer, and a late one earns exactly nothing."""
    for response in responses(asked):
        quick, slow = (Mark(asked, (Responded(response, seconds, 1),), 20.0) for seconds in (1.0, 19.0))
        late = Mark(asked, (Responded(response, 21.0, 1),), 20.0, late=True)
        assert alone(scheme, quick) >= alone(scheme, slow)
        assert quick.credit > 0 or alone(scheme, quick) == alone(scheme, slow)
        assert alone(scheme, late) == 0


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_p9_one_tick_is_formula_scoring(count: int) -> None:
    """A choice of all that apply with one right option and one tick earns 1 or -1/(k-1), as a choice does."""
    single, several = choice(count), multiple(count, 1)

    assert {single.key.net((option,)) for option in ("1", "2")} == {Fraction(1), Fraction(-1, count - 1)}
    assert {several.key.net((option,)) for option in ("1", "2")} == {Fraction(1), Fraction(-1, count - 1)}


@every_scheme
@settings(max_examples=40)
@given(given_ones=credited)
def test_p10_scoring_again_changes_nothing(scheme: Scheme, given_ones: list[Credited]) -> None:
    """The points of a log are the same each time, and those of its beginning stay when more is added."""
    points = scheme.points(given_ones)

    assert scheme.points(given_ones) == points
    assert scheme.points(given_ones[:-1]) == points[:-1] or not points


def speedy(seconds: str, limit: int = 20, credit: Fraction = Fraction(1)) -> Credited:
    """Return a response after so many seconds."""
    outcome = Outcome.RIGHT if credit == 1 else Outcome.PARTLY
    return Credited(outcome, credit, credit, seconds=Fraction(seconds), limit=Fraction(limit))


@pytest.mark.parametrize(
    ("seconds", "limit", "points"),
    [
        *(("0", 20, 1000), ("0.49", 20, 1000), ("0.5", 20, 988), ("2", 20, 950), ("1.02", 20, 975)),
        *(("10", 20, 750), ("20", 20, 500), ("2", 30, 967), ("5", 10, 750)),
    ],
)
def test_kahoot_points(seconds: str, limit: int, points: int) -> None:
    """Points fall evenly from 1000 to 500, and 974.5 is rounded to 975."""
    assert SCHEMES["speed"].points([speedy(seconds, limit)])[0] == points


def test_kahoot_streaks() -> None:
    """The bonus grows by 100 up to 500, and a miss, a skip or a partly right answer ends the run."""
    scheme, right = SCHEMES["speed-streak"], speedy("0")
    half = speedy("0", credit=Fraction(1, 2))
    missed = Credited(Outcome.SKIPPED, limit=Fraction(20))

    assert list(map(int, scheme.points([right] * 8))) == [1000, 1100, 1200, 1300, 1400, 1500, 1500, 1500]
    run = scheme.points([right, right, missed, right, half, right])
    assert list(map(int, run)) == [1000, 1100, 0, 1000, 500, 1000]
    assert scheme.most(8) == 10_500


def test_half_up() -> None:
    """Halves go up, which Python's own rounding doesn't do."""
    assert [half_up(Fraction(value)) for value in ("974.5", "975.5", "0.49")] == [975, 976, 0]


RIGHT, WRONG, SKIPPED = Credited(Outcome.RIGHT, Fraction(1)), Credited(Outcome.WRONG), Credited(Outcome.SKIPPED)


@pytest.mark.parametrize(
    ("climb", "prize"),
    [
        ([], 0),
        ([RIGHT] * 4, 500),
        ([RIGHT] * 4 + [WRONG], 0),
        ([RIGHT] * 5 + [WRONG], 1000),
        ([RIGHT] * 9 + [WRONG], 1000),
        ([RIGHT] * 10 + [WRONG], 32_000),
        ([RIGHT] * 14, 500_000),
        ([RIGHT] * 14 + [WRONG], 32_000),
        ([RIGHT] * 15, 1_000_000),
        ([RIGHT] * 3 + [SKIPPED] + [RIGHT] * 2, 1000),
        ([RIGHT, WRONG, RIGHT, RIGHT], 0),
        ([RIGHT] * 3 + [Credited(Outcome.LATE)], 0),
    ],
)
def test_the_ladder(climb: list[Credited], prize: int) -> None:
    """A wrong answer falls to the last haven for good, walking away keeps what one has, a skip neither."""
    assert SCHEMES["ladder"].total(SCHEMES["ladder"].points(climb)) == prize


def test_the_ladder_says_what_is_at_stake() -> None:
    """Before each answer one knows the next step, what one has, and what a fall leaves."""
    assert SCHEMES["ladder"].stakes([RIGHT] * 6) == "For 4,000. You have 2,000; a wrong answer leaves 1,000."
    assert SCHEMES["ladder"].stakes([RIGHT] * len(STEPS)) == ""
    assert SCHEMES["ladder"].stakes([RIGHT, WRONG, RIGHT]) == ""


@every_scheme
def test_every_scheme_can_be_read_out(scheme: Scheme) -> None:
    """Each has a name it is found by, one paragraph of rules, and a formula's source in its module."""
    module = __import__(f"rb_quiz.play.scoring.{scheme.name.partition('-')[0]}", fromlist=["__doc__"])

    assert SCHEMES[scheme.name] is scheme
    assert "\n" not in scheme.rules
    assert len(scheme.rules.split()) > 20
    assert "SCIENCE 3" in str(module.__doc__)
