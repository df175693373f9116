"""A key is what earns credit: 0..1 for a response, the same corrected for chance, and the model response."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from rb_quiz.answers import Expected, Judgement, Verdict, judge

if TYPE_CHECKING:
    from rb_quiz.item.interaction import Response

_NOTHING = Fraction(0)
_ALL = Fraction(1)


@dataclass(frozen=True, slots=True)
class ChooseKey:
    """The ids that should be chosen, of `of` options; at least one is right and at least one is not."""

    right: Response
    of: int

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
        """Return (right/m - 1/r) / (1 - 1/r) for m prompts and r options, whose mean over blind pairings is 0."""
        if not response:
            return _NOTHING
        blind = Fraction(1, self.of)
        return (self.credit(response) - blind) / (1 - blind)


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
        """Return 1 for an accepted text, else 0."""
        return _ALL if response and self.judgement(response).verdict is Verdict.ACCEPT else _NOTHING

    def net(self, response: Response) -> Fraction:
        """Return the credit: nobody types a right answer by chance."""
        return self.credit(response)


Key: TypeAlias = ChooseKey | ArrangeKey | PairKey | EnterKey
