"""Rekeying marks an item by a key that was mended since it was drawn, or by what a host decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rb_quiz.answers import Verdict, judge, normal
from rb_quiz.item.interaction import Choose, Enter
from rb_quiz.item.key import ChooseKey, EnterKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rb_quiz.answers import Expected
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


def accepting(item: Item, texts: Iterable[str]) -> Item:
    """Return an item that takes these typed answers as right, whatever its author said of them."""
    for text in texts:
        if isinstance(item.key, EnterKey):
            item = replace(item, key=EnterKey(_accepting(item.key.expected, text)))
    return item


def _accepting(expected: Expected, text: str) -> Expected:
    """Return what is expected with one more right wording; who else goes by it is forgotten."""
    alike = normal(text)
    taken = replace(
        expected,
        accept=tuple(dict.fromkeys((*expected.accept, text))),
        reject=tuple(other for other in expected.reject if normal(other) != alike),
        too_broad=tuple(other for other in expected.too_broad if normal(other) != alike),
    )
    if _accepts(taken, text):
        return taken
    return replace(
        taken, rivals=tuple(rival for rival in taken.rivals if _accepts(replace(taken, rivals=(rival,)), text))
    )


def _accepts(expected: Expected, text: str) -> bool:
    return judge(expected, text).verdict is Verdict.ACCEPT
