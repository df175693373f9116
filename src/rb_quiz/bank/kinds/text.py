"""The kind `text`: a typed answer, judged as what it `expects` to be.

- kind: text
  ask: Who directed the film?
  expects: person
  answer: Jacques Audiard
  accept: [Monsieur Audiard]     # also right
  too-broad: [the director]      # right but not precise: the player is asked again
  reject: [Michel Audiard]       # wrong, whatever it looks like
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from rb_quiz.answers import Expected, Expects, near_rivals, normal, readable
from rb_quiz.bank.fields import shown
from rb_quiz.item import Enter, EnterKey

if TYPE_CHECKING:
    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.kinds.kind import Streams
    from rb_quiz.bank.names import Names

_STOP: Final = "q"
_ACCEPT, _TOO_BROAD, _REJECT = "accept", "too-broad", "reject"
_LISTS: Final = {
    _ACCEPT: "What is right too.",
    _TOO_BROAD: "What is right but not precise enough: the player may try once more.",
    _REJECT: "What is wrong, whatever it looks like.",
}
_EXAMPLES: Final = {
    Expects.YEAR: "2012",
    Expects.DATE: "17 May 2012",
    Expects.MONEY: "€15.4 million",
    Expects.NUMBER: "8",
    Expects.PERCENT: "82 %",
    Expects.DURATION: "8 weeks",
}


@dataclass(frozen=True, slots=True)
class Text:
    """The answer, and what else is right, too broad or wrong."""

    expects: Expects
    answer: str
    accept: tuple[str, ...] = ()
    too_broad: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        expects = fields.word("expects", Expects, Expects.TEXT, "What the answer is, and so how it is judged.")
        answer = fields.text("answer", "The right answer.", needed=True)
        lists = {key: fields.texts(key, says) for key, says in _LISTS.items()}
        if answer and expects in _EXAMPLES and not readable(expects, answer):
            message = f"expected a {expects} such as {_EXAMPLES[expects]}, found {shown(answer)}"
            fields.report("unreadable-answer", message, "answer")
        if answer == _STOP:
            message = f"expected an answer that can be typed, found {answer!r}, which ends a game; add a word to it"
            fields.report("unreadable-answer", message, "answer")
        right = {normal(text): text for text in (answer, *lists["accept"])}
        for key in (_TOO_BROAD, _REJECT):
            for index, text in enumerate(lists[key]):
                if normal(text) in right:
                    message = f"expected other texts than the right ones, found {shown(text)}; remove it here or there"
                    fields.report("contradiction", message, key, index)
        return cls(expects, answer, *lists.values()) if fields.sound else None

    @property
    def right(self) -> tuple[str, ...]:
        """Return the answer."""
        return (self.answer,)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return nothing: nothing is offered."""
        return ()

    def expected(self, stem: str, names: Names) -> Expected:
        """Return what the judge is told: the answer, its aliases, and the names it might be taken for."""
        accept = tuple(dict.fromkeys((*self.accept, *names.aliases(self.expects, self.answer))))
        rivals = near_rivals((self.answer, *accept), names.known(self.expects))
        return Expected(self.expects, self.answer, accept, self.too_broad, self.reject, rivals, stem)

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Enter, EnterKey]:  # noqa: ARG002
        """Return the answer to be typed."""
        return Enter(self.expects), EnterKey(self.expected(stem, names))
