"""What every kind of question can do: be read from an author's fields, and be drawn as an interaction with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.names import Names
    from rb_quiz.chance import Stream
    from rb_quiz.item import Interaction, Key

    Streams: TypeAlias = Callable[[str], Stream]


class Kind(Protocol):
    """What an author wrote for one question, beyond the fields that all questions have; a frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """Return what the author wrote, None when something in it is reported as a problem."""
        ...

    @property
    def right(self) -> tuple[str, ...]:
        """Return the right answer in words."""
        ...

    @property
    def wrong(self) -> tuple[str, ...]:
        """Return the distractors, none where nothing is offered."""
        ...

    def draw(self, stem: str, streams: Streams, names: Names) -> tuple[Interaction, Key]:
        """Return one concrete form; `streams` gives a stream of chance for each purpose."""
        ...
