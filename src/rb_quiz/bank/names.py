"""Names are what things are called in the bank: aliases, and what makes two of them alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import Expects, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.fields import Fields

NAMED: Final = (Expects.PERSON, Expects.CHARACTER, Expects.PLACE, Expects.TITLE, Expects.TEXT)


@dataclass(frozen=True, slots=True)
class Name:
    """One entity of the bank.

    Attributes:
        expects: what sort of thing it is.
        name: what it is called first.
        also: its other names.
        like: its features, as (feature, value) pairs.

    """

    expects: Expects
    name: str
    also: tuple[str, ...] = ()
    like: tuple[tuple[str, str], ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """Return all that it is called."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Names:
    """All entities of a bank, found by what they are called.

    Attributes:
        entries: what the authors named.
        cells: what else stands in their tables, by sort and name only.

    """

    entries: tuple[Name, ...] = ()
    cells: tuple[tuple[Expects, str], ...] = ()
    _found: dict[tuple[Expects, str], Name] = field(init=False, repr=False, compare=False)
    _proper: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _every: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the entities by each of their names."""
        found: dict[tuple[Expects, str], Name] = {}
        for entry in self.entries:
            for called in entry.every:
                found.setdefault((entry.expects, normal(called)), entry)
        object.__setattr__(self, "_found", found)
        listed = [(entry.expects, name) for entry in self.entries for name in entry.every]
        every = dict.fromkeys((*listed, *self.cells))
        proper = dict.fromkeys(name for expects, name in every if expects is not Expects.TEXT)
        object.__setattr__(self, "_proper", tuple(proper))
        object.__setattr__(self, "_every", tuple(dict.fromkeys(name for _, name in every)))

    def known(self, expects: Expects) -> tuple[str, ...]:
        """Return every name that an answer of this sort could be mistaken for, always as the same tuple.

        For a person these are proper names only: "the prize for Bouli Lanners" does not share his surname.
        """
        return self._proper if expects in (Expects.PERSON, Expects.CHARACTER) else self._every

    def aliases(self, expects: Expects, text: str) -> tuple[str, ...]:
        """Return what else the entity of this name is called; nothing when it isn't known."""
        entry = self._found.get((expects, normal(text)))
        return tuple(called for called in entry.every if called != text) if entry else ()

    def canonical(self, expects: Expects, text: str) -> str:
        """Return the first name of the entity that a text names, the text itself when it isn't known."""
        entry = self._found.get((expects, normal(text))) if self.entries else None
        return entry.name if entry else text

    def entry(self, expects: Expects, text: str) -> Name | None:
        """Return the entity that a text names, None when it isn't known."""
        return self._found.get((expects, normal(text)))


def read_names(sections: Fields) -> Iterator[Name]:
    """Yield the names of one file's `names` section, and report what is wrong in it."""
    says = "What things are called: their other names are accepted when typed, and never mixed up."
    sorts = sections.map("names", "person: [Marion Cotillard]", says)
    if sorts is None:
        return
    for expects in NAMED:
        says = f"Things of the sort {expects}: a name alone, or a name with what else it is called."
        for fields in sorts.entries(expects, "{name: Marion Cotillard, also: [Cotillard]}", says, name="name"):
            name = _read_name(expects, fields)
            if name:
                yield name
    sorts.close()


def _read_name(expects: Expects, fields: Fields) -> Name | None:
    name = fields.text("name", "What it is called first.", needed=True)
    also = fields.texts("also", "What else it is called.")
    features = fields.map("like", "sex: male", "Features: things that share them are harder to tell apart.")
    like = tuple((key, features.text(key, "Its value for this thing.")) for key in features.node) if features else ()
    fields.close()
    return Name(expects, name, also, like) if name else None
