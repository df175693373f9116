"""Rekeying marks an item by a key that was mended since it was drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rb_quiz.item.interaction import Choose, Enter
from rb_quiz.item.key import ChooseKey

if TYPE_CHECKING:
    from rb_quiz.item.model import Item


def rekeyed(item: Item, mended: Item) -> Item:
    """Return an item with the key of another form of the same question, as far as that can be told.

    What is typed is judged by the new key. Options were drawn anew, so they are matched by their texts: where an
    option that is right now was not among those shown, and for orders and pairs, the old key stands.
    """
    match item.interaction, mended.interaction:
        case Enter(), Enter():
            return replace(item, key=mended.key)
        case Choose(options), Choose(others):
            right = {option.text for option in others if option.id in mended.key.model}
            ids = tuple(option.id for option in options if option.text in right)
            if len(ids) == len(right) < len(options) and isinstance(item.key, ChooseKey):
                struck = tuple(option for option in item.key.struck if option not in ids)
                return replace(item, key=replace(item.key, right=ids, struck=struck))
    return item
