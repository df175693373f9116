"""Names of people: which part is the surname, and whether a typed name agrees with a known one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from .lexicon import COMPOUNDING, PARTICLES, SUFFIXES

Words = tuple[str, ...]
Same = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts: Alain | van | Versch."""

    given: Words
    particles: Words
    surname: str


class Agreement(Enum):
    """How a typed name stands to a known one."""

    NONE = auto()
    SURNAME = auto()
    FULL = auto()
    GIVEN_ALONE = auto()
    GIVEN_DIFFERS = auto()


def name_of(words: Words) -> Name:
    """Part a name: the surname is the last word, with the particles before it."""
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    if not words:
        return Name((), (), "")
    start = len(words) - 1
    while start and words[start - 1] in PARTICLES:
        start -= 1
    return Name(words[:start], words[start:-1], words[-1])


def agreement(known: Name, typed: Words, same: Same) -> Agreement:
    """Compare a typed name with a known one, surname first or last; `same` forgives slips."""
    while len(typed) > 1 and typed[-1] in SUFFIXES:
        typed = typed[:-1]
    differs = False
    for given in _given_beside(known, typed, same):
        if not given:
            return Agreement.SURNAME
        if agrees(known.given, given, same):
            return Agreement.FULL
        differs = True
    if known.given and _is_given_alone(known, typed, same):
        return Agreement.GIVEN_ALONE
    return Agreement.GIVEN_DIFFERS if differs else Agreement.NONE


def _given_beside(known: Name, typed: Words, same: Same) -> list[Words]:
    """Give what is typed beside the surname, read as surname last and as surname first."""
    found = []
    if typed and same(known.surname, typed[-1]):
        rest = typed[:-1]
        for length in range(len(known.particles), 0, -1):
            if rest[-length:] == known.particles[-length:]:
                rest = rest[:-length]
                break
        found.append(rest)
    start = len(known.particles) if known.particles and typed[: len(known.particles)] == known.particles else 0
    if len(typed) > start + 1 and same(known.surname, typed[start]):
        rest = typed[start + 1 :]
        found.append(rest[: -len(known.particles)] if known.particles and rest[-1] in known.particles else rest)
    return [given for given in found if given] or found


def agrees(known: Words, typed: Words, same: Same) -> bool:
    """Tell whether typed given names agree with the known ones: the first ones, the last ones, or their initials.

    Of a compound such as Jean-Louis the last alone is another name.
    """
    if len(typed) > len(known):
        return False
    if len(typed) == 1 and len(known) > 1 and typed[0] == "".join(name[0] for name in known):
        return True
    starts = (0,) if known[0] in COMPOUNDING else (0, len(known) - len(typed))
    return any(
        all(_given_agrees(name, given, same) for name, given in zip(known[start:], typed, strict=False))
        for start in starts
    )


def _given_agrees(name: str, typed: str, same: Same) -> bool:
    return typed == name[:1] or same(name, typed)


def _is_given_alone(known: Name, typed: Words, same: Same) -> bool:
    if len(typed) > 1 and typed[-1] == known.surname[:1]:
        typed = typed[:-1]
    return 0 < len(typed) <= len(known.given) and agrees(known.given, typed, same)
