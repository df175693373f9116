"""The judge's sheet on one question about a name: its keys in every form, and what must not be mistaken for them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from operator import or_

from .expected import Expected, Expects
from .lexicon import SMALL_WORDS
from .normal import folded, words
from .number_words import SMALL_NUMBERS
from .people import Name, name_of
from .slips import distance, forgiven, slips
from .stems import Stem, Words, beyond, stem_of
from .wording import bracketless, forms, parts, trimmed

_LONG_ENOUGH = 4
_NAMED = frozenset({Expects.PERSON, Expects.CHARACTER})


@dataclass(frozen=True, slots=True)
class Wording:
    """One right wording: as typed, its words, and those without a leading article or title."""

    text: str
    words: Words
    trimmed: Words
    name: Name


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What the rules look at; all of it is computed once for a question."""

    expected: Expected
    wordings: tuple[Wording, ...]
    folds: Mapping[str, str]
    exact: Mapping[Words, str]
    forms: Mapping[Words, str]
    glued: Mapping[str, str]
    singular: Mapping[Words, str]
    digits: Mapping[Words, str]
    refused: frozenset[Words]
    broad: frozenset[Words]
    rivals: Mapping[Words, str]
    shared: frozenset[Words]
    rival_names: tuple[Name, ...]
    rival_words: frozenset[str]
    near: Mapping[str, tuple[str, ...]]
    stem: Stem
    says_more: bool
    joints: frozenset[int]
    bracketed: bool
    most: Mapping[str, int]
    members: tuple["Sheet", ...]


def glue(wording: Words) -> str:
    """Give the words run together; digits keep apart, as "1 23" is not "12 3"."""
    return "".join(
        f" {word}" if n and word[0].isdigit() and wording[n - 1][-1].isdigit() else word
        for n, word in enumerate(wording)
    )


def singular(wording: Words) -> Words:
    """Give the words without a plural s."""
    return tuple(
        word[:-1] if len(word) >= _LONG_ENOUGH and word[-1] == "s" and word[-2] != "s" else word for word in wording
    )


def digits(wording: Words) -> Words:
    """Give the words with English numbers up to nineteen in digits."""
    return tuple(str(SMALL_NUMBERS[word]) if word in SMALL_NUMBERS else word for word in wording)


def slip(sheet: Sheet, word: str, typed: str) -> int | None:
    """Give the slips from a key's word to a typed one, or None when that is too far or nearer to another known name."""
    if word == typed:
        return 0
    found = slips(word, typed)
    if found is None or typed in sheet.rival_words or _begins_otherwise(word, typed):
        return None
    nearer = any(distance(other, typed, found) < found for other in sheet.near.get(word, ()))
    return None if nearer else found


def _begins_otherwise(word: str, typed: str) -> bool:
    """Tell whether the first letter is another one: fingers seldom slip there, and Vannes is a town, Manners a name."""
    return typed[0] not in word[:2]


def between(sheet: Sheet, word: str, typed: str) -> bool:
    """Tell whether a typed word lies as near to another known name as to the key's word."""
    if word == typed or word not in sheet.near:
        return False
    found = distance(word, typed, 2)
    return any(distance(other, typed, found) == found for other in sheet.near[word])


@lru_cache(maxsize=4096)
def sheet_of(expected: Expected) -> Sheet:
    """Prepare the sheet of a question about a name."""
    expects = expected.expects
    stem = stem_of(expected.stem)
    texts = tuple(dict.fromkeys((expected.answer, *expected.accept)))
    wordings = tuple(_wording(expects, text) for text in texts)
    known = _all_forms(expects, texts)
    rests = {beyond(wording.trimmed, stem): wording.text for wording in reversed(wordings)}
    rests.pop((), None)
    own_words = frozenset(word for wording in wordings for word in wording.words)
    own_forms = frozenset(_all_forms(expects, (expected.answer,)))
    rival_texts = tuple(text for text in expected.rivals if not own_forms & _all_forms(expects, (text,)).keys())
    others = _all_forms(expects, rival_texts)
    rivals = {form: text for form, text in others.items() if form not in known}
    rival_words = frozenset(word for form in rivals for word in form if word not in own_words | SMALL_WORDS)
    return Sheet(
        expected=expected,
        wordings=wordings,
        folds={folded(text): text for text in reversed(texts)},
        exact={wording.words: wording.text for wording in reversed(wordings) if wording.words},
        forms=rests | known,
        glued={glue(form): text for form, text in known.items()},
        singular={singular(form): text for form, text in known.items()},
        digits={digits(form): text for form, text in known.items() if expects not in _NAMED},
        refused=frozenset(_all_forms(expects, expected.reject)),
        broad=frozenset(_all_forms(expects, expected.too_broad)),
        rivals=rivals,
        shared=frozenset(others) - own_forms,
        rival_names=tuple(name_of(trimmed(expects, words(folded(text)))) for text in rival_texts),
        rival_words=rival_words,
        near=_near(own_words, rival_words),
        stem=stem,
        says_more=all(beyond(wording.words, stem) for wording in wordings),
        joints=frozenset(len(parts(expects, folded(text))) for text in texts),
        bracketed=any(bracketless(folded(text)) != folded(text) for text in texts),
        most=reduce(or_, (Counter(wording.words) for wording in wordings)),
        members=_members(expected),
    )


def _wording(expects: Expects, text: str) -> Wording:
    found = words(folded(text))
    short = trimmed(expects, found)
    return Wording(text, found, short, name_of(short))


def _all_forms(expects: Expects, texts: Iterable[str]) -> dict[Words, str]:
    found: dict[Words, str] = {}
    for text in texts:
        fold = folded(text)
        for form in forms(expects, fold, words(fold)):
            if form:
                found.setdefault(form, text)
    return found


def _near(own: frozenset[str], others: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """For each of the key's words, the other names' words that a slip could reach as well."""
    found: dict[str, tuple[str, ...]] = {}
    for word in own:
        reach = 2 * forgiven(word)
        near = tuple(sorted(other for other in others if reach and distance(word, other, reach) <= reach))
        if near:
            found[word] = near
    return found


def _members(expected: Expected) -> tuple[Sheet, ...]:
    """Give the sheets of the answers joined in one, as in "France and Belgium", whose order is free."""
    if expected.expects not in {Expects.PERSON, Expects.CHARACTER, Expects.PLACE}:
        return ()
    fold = folded(expected.answer)
    pieces = parts(expected.expects, fold)
    if len(pieces) < 2 or not {"and", "et", "&", "+"} & set(fold.split()):  # noqa: PLR2004 - two make a list
        return ()
    return tuple(sheet_of(replace(expected, answer=piece, accept=(), too_broad=(), reject=())) for piece in pieces)
