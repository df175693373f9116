"""A deck is what a player had before, so that it comes back only when everything else was had (SCIENCE 1.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.records.games import player_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.records.store import Store


def dealt(store: Store, players: Sequence[str]) -> dict[str, int]:
    """Return the items that any of the players had, each with a rank: the longer ago, the smaller."""
    keys = [player_key(player) for player in players]
    with store.reading() as db:
        rows = db.execute(
            "SELECT item, max(decks.number - (SELECT max(number) FROM decks AS top WHERE top.player = decks.player)) "
            f"FROM decks JOIN players ON players.id = decks.player WHERE players.key IN ({', '.join('?' * len(keys))}) "
            "GROUP BY item ORDER BY 2, item",
            keys,
        )
        return {item: rank for rank, (item, _) in enumerate(rows, start=1)}
