"""The contract of every kind: the model response earns all, some other less, and what is shown holds no key."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import partial
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from rb_quiz.bank import KINDS, Bank
from rb_quiz.chance import Stream
from rb_quiz.draw.quiz import draw_item
from rb_quiz.item import Arrange, Choose, Enter, Interaction, Item, Pair, Response, allows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXAMPLES = {
    "choice": "{ask: Who?, answer: A, distractors: [B, C, D, E, F]}",
    "multiple": "{kind: multiple, ask: Which?, answers: [A, B], distractors: [C, D, E, F, G]}",
    "true-false": "{kind: true-false, ask: It is so., answer: false}",
    "text": "{kind: text, ask: Who?, expects: person, answer: Marion Cotillard}",
    "number": "{kind: number, ask: How many weeks?, answer: 8, unit: weeks}",
    "order": "{kind: order, ask: 'In order, first first:', order: [A, B, C, D]}",
    "match": "{kind: match, ask: Who is who?, pairs: {A: x, B: y, C: z}, distractors: [w]}",
    "odd-one-out": "{kind: odd-one-out, ask: Which is odd?, answer: A, distractors: [B, C, D]}",
}


def test_every_kind_has_an_example() -> None:
    """A kind that is added to the registry must be added here."""
    assert list(EXAMPLES) == list(KINDS)


def responses(interaction: Interaction) -> Iterator[Response]:
    """Yield responses that the interaction allows."""
    match interaction:
        case Choose(options):
            yield from ((option.id,) for option in options)
        case Arrange(options):
            yield from permutations([option.id for option in options])
        case Pair(prompts, options):
            for chosen in permutations(options, len(prompts)):
                yield tuple(prompt.id + option.id for prompt, option in zip(prompts, chosen, strict=True))
        case Enter():
            yield ("something else",)
            yield ("9",)


@pytest.fixture(params=list(EXAMPLES))
def bank(request: pytest.FixtureRequest, bank_of: Callable[..., Bank]) -> Bank:
    """Return a bank with the example of one kind."""
    return bank_of(f"questions:\n  - {EXAMPLES[request.param]}\n")


@pytest.fixture
def items(bank: Bank) -> list[Item]:
    """Return the example drawn with many seeds."""
    return [draw_item(bank, bank.questions[0], str(seed)) for seed in range(60)]


def test_the_model_earns_all(items: list[Item]) -> None:
    """The model response is allowed and earns full credit, corrected for chance or not."""
    for item in items:
        assert allows(item.interaction, item.key.model)
        assert item.key.credit(item.key.model) == item.key.net(item.key.model) == 1


def test_some_other_response_earns_less(items: list[Item]) -> None:
    """Of the other responses at least one earns less, and all stay in bounds."""
    for item in items:
        earned = [item.key.credit(response) for response in responses(item.interaction)]
        assert min(earned) < 1
        assert all(0 <= credit <= 1 for credit in earned)


def test_no_response_earns_nothing(items: list[Item]) -> None:
    """None at all is always allowed and earns exactly 0."""
    for item in items:
        assert allows(item.interaction, ())
        assert item.key.credit(()) == item.key.net(()) == 0


def test_blind_responses_earn_nothing_on_average(items: list[Item]) -> None:
    """The mean of the net credit over all blind responses is exactly 0."""
    for item in items[:5]:
        nets = [item.key.net(response) for response in responses(item.interaction)]
        assert sum(nets, Fraction(0)) == 0


def test_what_is_shown_holds_no_key(items: list[Item]) -> None:
    """Nothing reachable from the interaction is the key or tells options apart but by id and text."""
    for item in items:
        seen = list(_reachable(item.interaction))
        assert item.key not in seen
        assert all(
            type(thing).__name__ in {"Choose", "Arrange", "Pair", "Enter", "Option", "Expects", "str", "int", "tuple"}
            for thing in seen
        )


def _reachable(thing: object) -> Iterator[object]:
    yield thing
    if is_dataclass(thing):
        for field in fields(thing):
            yield from _reachable(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _reachable(part)


def test_every_option_comes_up_everywhere(items: list[Item]) -> None:
    """Over many seeds the model response is not always the same, where anything is shuffled."""
    shuffled = not isinstance(items[0].interaction, Enter) and items[0].kind != "true-false"

    assert (len({item.key.model for item in items}) > 1) == shuffled


def test_more_distractors_than_are_shown_all_get_their_turn(bank_of: Callable[..., Bank]) -> None:
    """A choice shows four options, and each of five distractors at some time."""
    bank = bank_of(f"questions:\n  - {EXAMPLES['choice']}\n")
    items = [draw_item(bank, bank.questions[0], str(seed)) for seed in range(60)]
    shown = [
        {option.text for option in item.interaction.options} for item in items if isinstance(item.interaction, Choose)
    ]

    assert all(len(texts) == 4 for texts in shown)
    assert set.union(*shown) == set("ABCDEF")


def test_numbers_are_shown_in_ascending_order(bank_of: Callable[..., Bank]) -> None:
    """Options that are all numbers stand in ascending order, whatever the seed."""
    bank = bank_of("questions:\n  - {ask: When?, answer: 2012, distractors: [2009, 2013, 2010, 987]}\n")
    for seed in range(30):
        interaction, _ = bank.questions[0].form.draw("When?", partial(Stream, str(seed)), bank.names)
        assert isinstance(interaction, Choose)
        years = [int(option.text) for option in interaction.options]
        assert years == sorted(years)


def test_amounts_of_different_things_are_different_options(bank_of: Callable[..., Bank]) -> None:
    """Eight weeks are not eight months."""
    question = bank_of("questions: [{ask: How long?, answer: 8 weeks, distractors: [8 months, 8 days]}]").questions[0]

    assert question.form.wrong == ("8 months", "8 days")
