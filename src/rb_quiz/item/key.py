"""A key is what earns credit: 0..1 for a response, the same corrected for chance, and the model response."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from rb_quiz.answers import Expected, Judgement, Verdict, closeness, distance, judge

if TYPE_CHECKING:
    from rb_quiz.item.interaction import Response

_NOTHING = Fraction(0)
_ALL = Fraction(1)


@dataclass(frozen=True, slots=True)
class ChooseKey:
    """The ids that should be chosen, of `of` options, where up to `most` may be; at least one is right and one wrong.

    `struck` are the wrong ones that a 50:50 takes away, drawn with the item.
    """

    right: Response
    of: int
    most: int = 1
    struck: Response = ()

    @property
    def model(self) -> Response:
        """Return the response that earns all."""
        return self.right

    def credit(self, response: Response) -> Fraction:
        """Return the net credit, floored at 0."""
        return max(_NOTHING, self.net(response))

    def net(self, response: Response) -> Fraction:
        """Return J = c/t - w/(n-t), whose mean over blind responses is 0.

        Of n options t are right; c right and w wrong ones were chosen. With t = 1 and one choice this is formula
        scoring: 1 or -1/(n-1).
        """
        chosen = set(response)
        right = len(chosen & set(self.right))
        total = len(self.right)
        return Fraction(right, total) - Fraction(len(chosen) - right, self.of - total)

    @property
    def worst(self) -> Fraction:
        """Return the net credit of choosing as many wrong options, and none that is right, as one may."""
        wrong = self.of - len(self.right)
        return -Fraction(min(self.most, wrong), wrong)


@dataclass(frozen=True, slots=True)
class ArrangeKey:
    """The ids in their right order."""

    order: Response

    @property
    def model(self) -> Response:
        """Return the response that earns all."""
        return self.order

    def credit(self, response: Response) -> Fraction:
        """Return the net credit, floored at 0."""
        return max(_NOTHING, self.net(response))

    def net(self, response: Response) -> Fraction:
        """Return Kendall's tau, (concordant - discordant) / C(n, 2), whose mean over all orders is 0."""
        if not response:
            return _NOTHING
        place = {option: rank for rank, option in enumerate(self.order)}
        pairs = [place[before] < place[after] for before, after in combinations(response, 2)]
        return Fraction(2 * sum(pairs) - len(pairs), len(pairs))

    @property
    def worst(self) -> Fraction:
        """Return the net credit of the order turned round."""
        return -_ALL


@dataclass(frozen=True, slots=True)
class PairKey:
    """The right pairs, such as `1c`, with `of` options to pair from."""

    pairs: Response
    of: int

    @property
    def model(self) -> Response:
        """Return the response that earns all."""
        return self.pairs

    def credit(self, response: Response) -> Fraction:
        """Return the share of pairs that are right."""
        return Fraction(len(set(response) & set(self.pairs)), len(self.pairs))

    def net(self, response: Response) -> Fraction:
        """Return (right - wrong/(r-1)) / m for m prompts and r options; a prompt without an option is neither.

        For whole pairings this is (right/m - 1/r) / (1 - 1/r); its mean over blind ones is 0, whole or not.
        """
        right = len(set(response) & set(self.pairs))
        return (right - Fraction(len(set(response)) - right, self.of - 1)) / len(self.pairs)

    @property
    def worst(self) -> Fraction:
        """Return the net credit of pairing everything wrongly."""
        return -Fraction(1, self.of - 1)


@dataclass(frozen=True, slots=True)
class EnterKey:
    """The answer that should be typed, with all that is needed to judge another wording of it."""

    expected: Expected

    @property
    def model(self) -> Response:
        """Return the response that earns all."""
        return (self.expected.answer,)

    def judgement(self, response: Response) -> Judgement:
        """Return the verdict on a typed text, with the rule that decided."""
        return judge(self.expected, response[0])

    def credit(self, response: Response) -> Fraction:
        """Return 1 for an accepted text, a share for a number that is close where that counts, else 0."""
        if not response:
            return _NOTHING
        if self.judgement(response).verdict is Verdict.ACCEPT:
            return _ALL
        return closeness(self.expected, response[0]) if self.expected.closeness else _NOTHING

    def distance(self, response: Response) -> Fraction | None:
        """Return how far a typed number is off, None when it is no number."""
        return distance(self.expected, response[0]) if response else None

    def net(self, response: Response) -> Fraction:
        """Return the credit: nobody types a right answer by chance."""
        return self.credit(response)

    @property
    def worst(self) -> Fraction:
        """Return 0: a wrong text earns nothing."""
        return _NOTHING


Key: TypeAlias = ChooseKey | ArrangeKey | PairKey | EnterKey
