"""Reports: what a player played and how well, and how each question did, as lines with bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.present.figures import counted, number
from rb_quiz.present.terminal.page import Line, Tone, clean, columns
from rb_quiz.present.terminal.wording import bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rb_quiz.item import Item
    from rb_quiz.records.games import Summary
    from rb_quiz.records.history import Best, History, ItemRecord, Share
    from rb_quiz.records.rating import Rating

_RATED_FROM = 10
_NOBODY = 0.05


def who(player: str) -> str:
    """Return a player's name as it is shown; who gave none is you."""
    return clean(player) or "you"


def told_history(history: History, skill: Rating, others: Sequence[str]) -> Iterator[Line]:
    """Yield all that is known of one player."""
    yield Line(f"Played by {who(history.player)}", Tone.STRONG)
    if not history.games:
        yield Line("  nothing yet")
    else:
        yield Line(
            f"  {counted(history.games, 'game')} on {counted(history.days, 'day')}, "
            f"{counted(history.answers.asked, 'answer')}, {history.answers.right:.0%} right"
        )
        yield Line(f"  Longest run: {counted(history.streak, 'right answer')}")
        yield Line(f"  {counted(history.day_streak, 'day')} in a row, {history.daily_streak} with the quiz of the day")
        if skill.answers >= _RATED_FROM:
            yield Line(f"  Skill: {skill.value:+.1f}, where 0 gets half of the medium questions right without guessing")
        for title, shares in (
            ("By topic", history.topics),
            ("By difficulty", history.difficulties),
            ("By kind", history.kinds),
        ):
            yield from _shares(title, shares)
        yield from _best(history.best)
        yield from _latest(history.latest)
    if others:
        yield Line()
        yield Line(f"Others who played: {', '.join(map(who, others))}", Tone.QUIET)


def _shares(title: str, shares: Sequence[Share]) -> Iterator[Line]:
    if not shares:
        return
    widest = max(columns(clean(share.value)) for share in shares)
    yield Line()
    yield Line(title, Tone.STRONG)
    for share in shares:
        name, right = clean(share.value), f"{share.right:.0%} of {share.asked}"
        gap = " " * (widest - columns(name))
        yield Line(f"  {name}{gap}  {bar(share.right)}  {right}", spoken=f"  {name}: {right}")


def _best(best: Sequence[Best]) -> Iterator[Line]:
    if best:
        yield Line()
        yield Line("Best games", Tone.STRONG)
    for game in best:
        yield Line(f"  {number(game.points)} / {number(game.most)}  {game.mode}, {game.day} (game {game.game})")


def _latest(games: Sequence[Summary]) -> Iterator[Line]:
    if games:
        yield Line()
        yield Line("Latest games", Tone.STRONG)
    for game in games:
        open_still = "" if game.ended else ", still open"
        yield Line(f"  {game.mode}, {game.day}, {counted(game.done, 'answer')}{open_still} (game {game.id})")


def told_items(
    records: Sequence[ItemRecord], asked: Mapping[str, Item], predicted: Mapping[str, float]
) -> Iterator[Line]:
    """Yield how each question did; before there are enough answers, how it is predicted to do."""
    if not records:
        yield Line("No question was asked yet.")
    for record in records:
        item = asked.get(record.item)
        yield Line(clean(item.stem) if item else clean(record.item), Tone.STRONG)
        if record.measured:
            telling = "" if record.discrimination is None else f", tells apart {record.discrimination:+.2f}"
            yield Line(f"  {bar(record.right)}  {record.right:.0%} right of {record.asked}{telling}")
            yield from _idle(record, item)
        else:
            share = predicted.get(record.item, 0.0)
            yield Line(f"  {bar(share)}  {share:.0%} right predicted; asked {counted(record.asked, 'time')} so far")
        yield Line(f"  {clean(record.item)}", Tone.QUIET)


def _idle(record: ItemRecord, item: Item | None) -> Iterator[Line]:
    """Yield the distractors that hardly anybody takes."""
    picks = dict(record.picks)
    options = getattr(item.interaction, "options", ()) if item else ()
    right = set(item.key.model) if item else set()
    idle = [each.text for each in options if each.id not in right and picks.get(each.text, 0) < _NOBODY * record.asked]
    if picks and idle:
        yield Line(f"  Hardly anybody takes: {clean('; '.join(idle))}", hang=2)
