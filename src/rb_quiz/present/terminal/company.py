"""What is said in company: each round's verdicts, the standings, and the tie-breaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.item import EnterKey
from rb_quiz.play import Outcome, leaders, standings
from rb_quiz.present.figures import number
from rb_quiz.present.terminal.page import Line, Tone, clean, columns
from rb_quiz.present.terminal.table import Ask
from rb_quiz.present.terminal.wording import SYMBOLS, TONES, answer_of, blocks, notes, played_again, shortcoming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from rb_quiz.item import Item
    from rb_quiz.play import Mark, Scorecard, Standing
    from rb_quiz.present.terminal.table import Table


def told_round(said: Sequence[tuple[str, Mark]]) -> Iterator[Line]:
    """Yield the answer to an item, what became of each player's response, and the feedback."""
    mark = said[0][1]
    yield Line()
    yield Line(f"The answer: {answer_of(mark)}", Tone.STRONG, 2)
    for player, each in said:
        words = "Right" if each.outcome is Outcome.RIGHT else shortcoming(each)
        symbol = SYMBOLS[each.outcome]
        name = clean(player)
        yield Line(f"  {symbol} {name}: {words}", TONES[each.outcome], 4, f"  {name}: {words}")
    yield from notes(mark)


def standings_so_far(players: Sequence[str], cards: Sequence[Scorecard]) -> Iterator[Line]:
    """Yield the standings after a round."""
    yield Line()
    yield Line("Standings", Tone.STRONG)
    yield from _listed(standings(players, cards))


def _listed(placed: Sequence[Standing], *, with_blocks: bool = False) -> Iterator[Line]:
    widest = max(columns(clean(standing.player)) for standing in placed)
    for standing in placed:
        name, points = clean(standing.player), number(standing.card.points)
        gap = " " * (widest - columns(name))
        tail = f"  {blocks(standing.card)}" if with_blocks else ""
        spoken = f"  {standing.rank}. {name}: {points}"
        yield Line(f"  {standing.rank}. {name}{gap}  {points}{tail}", hang=5, spoken=spoken)


def break_tie(
    table: Table, players: Sequence[str], cards: Sequence[Scorecard], item: Item | None
) -> tuple[Fraction | None, ...]:
    """Return how far from the number each of those who share the first place was; nothing where there is no need."""
    tied = leaders(players, cards)
    if item is None or len(tied) == 1 or not isinstance(item.key, EnterKey):
        return ()
    distances: list[Fraction | None] = [None] * len(players)
    table.show([Line(), Line("Tie-breaker: the nearest number wins.", Tone.STRONG)])
    try:
        for seat in tied:
            table.hand_over(players[seat])
            table.show([Line(clean(item.stem), Tone.STRONG)])
            reply = table.respond(Ask(item.interaction))
            if isinstance(reply, tuple):
                distances[seat] = item.key.distance(reply)
    except KeyboardInterrupt:
        return ()
    table.show(_told_tie_breaker(item, players, distances))
    return tuple(distances)


def _told_tie_breaker(item: Item, players: Sequence[str], distances: Sequence[Fraction | None]) -> Iterator[Line]:
    yield Line()
    yield Line(f"The answer: {clean(' '.join((*item.key.model, getattr(item.interaction, 'unit', ''))).strip())}")
    for player, distance in zip(players, distances, strict=True):
        if distance is not None:
            yield Line(f"  {clean(player)}: {number(distance)} off")


def final(
    players: Sequence[str], cards: Sequence[Scorecard], distances: Sequence[Fraction | None], again: str
) -> Iterator[Line]:
    """Yield the end of a game in company: what nobody knew, the standings, and who won."""
    yield Line()
    nobody = _unknown(cards)
    if nobody:
        yield Line("What nobody knew", Tone.STRONG)
        for mark in nobody:
            yield Line(f"  {clean(mark.item.stem)}", hang=2)
            yield Line(f"    {answer_of(mark)}", hang=2)
            if mark.item.source:
                yield Line(f"    {clean(mark.item.source)}", Tone.QUIET, hang=2)
        yield Line()
    placed = standings(players, cards, distances)
    yield Line("Final standings", Tone.STRONG)
    yield from _listed(placed, with_blocks=True)
    yield Line()
    yield from played_again(again)
    winners = [clean(standing.player) for standing in placed if standing.rank == 1]
    points = number(placed[0].card.points)
    if len(winners) == 1:
        yield Line(f"{winners[0]} wins with {points}.", Tone.STRONG)
    else:
        yield Line(f"{', '.join(winners[:-1])} and {winners[-1]} share the first place with {points}.", Tone.STRONG)


def _unknown(cards: Sequence[Scorecard]) -> list[Mark]:
    """Return a mark of each item that was asked and that nobody got right."""
    marks = {mark.item.id: mark for card in cards for mark in card.marks}
    known = {mark.item.id for card in cards for mark in card.marks if mark.outcome is Outcome.RIGHT}
    return [mark for item_id, mark in marks.items() if item_id not in known]
