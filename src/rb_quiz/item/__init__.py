"""An item is one concrete question in a quiz: what the player is shown, and the key that judges a response."""

from rb_quiz.item.interaction import Arrange, Choose, Enter, Interaction, Option, Pair, Response, allows, labelled
from rb_quiz.item.key import ArrangeKey, ChooseKey, EnterKey, Key, PairKey
from rb_quiz.item.model import Difficulty, Item, Proof, Spoiler
from rb_quiz.item.rekeying import accepting, rekeyed

__all__ = [
    "Arrange",
    "ArrangeKey",
    "Choose",
    "ChooseKey",
    "Difficulty",
    "Enter",
    "EnterKey",
    "Interaction",
    "Item",
    "Key",
    "Option",
    "Pair",
    "PairKey",
    "Proof",
    "Response",
    "Spoiler",
    "accepting",
    "allows",
    "labelled",
    "rekeyed",
]
