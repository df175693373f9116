"""The kind `true-false`: a statement that holds or doesn't.

- kind: true-false
  ask: The film is based on a novel.
  answer: false
  feedback: It is based on a collection of short stories.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.item import Choose, ChooseKey, labelled

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names

_WORDS: Final = {True: "True", False: "False"}


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """Whether the statement is true."""

    answer: str

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        answer = fields.flag("answer", "Whether the statement is true.", needed=True)
        return cls(_WORDS[answer]) if answer is not None and fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return the word True or False."""
        return (self.answer,)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return the other word."""
        return tuple(word for word in _WORDS.values() if word != self.answer)

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Choose, ChooseKey]:  # noqa: ARG002
        """Return True and False, always in this order."""
        options = labelled(tuple(_WORDS.values()))
        key = tuple(option.id for option in options if option.text == self.answer)
        return Choose(options), ChooseKey(key, len(options))
