"""What a player typed, read once for all the rules."""

import re
from dataclasses import dataclass

from .expected import Expects
from .lexicon import PASSES, UNSURE
from .normal import words
from .sheet import Sheet
from .stems import Words, informative, owners
from .wording import bracketless, parts, reply_forms, spoken

_UNSURE = re.compile(r"(?<!\w)(?:" + "|".join(r"[ -]".join(phrase) for phrase in UNSURE) + r")(?!\w)")
_INITIAL = re.compile(r"\ba\.")
_SPARE = 100
_MOST = 20
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Reply:
    """A response with its punctuation, its words, its forms from the literal to the barest, and its parts."""

    fold: str
    words: Words
    forms: tuple[Words, ...]
    bare: Words
    parts: tuple[str, ...]

    @property
    def short(self) -> Words:
        """The words without spoken phrases, articles and titles before them."""
        return self.forms[-1]


def reply_of(sheet: Sheet, fold: str) -> Reply:
    """Read a folded response."""
    expects = sheet.expected.expects
    pieces = parts(expects, fold)
    if expects is Expects.TITLE and not sheet.bracketed:
        without = bracketless(fold)
        if without != fold and words(without):
            fold, pieces = without, parts(expects, without)
    forms = tuple(dict.fromkeys(form for form in reply_forms(expects, fold) if form)) or ((),)
    initialled = expects is Expects.PERSON and ("a" in sheet.most or _INITIAL.search(fold))
    bare = forms[-1] if initialled else informative(forms[-1], owners(fold), sheet.stem)
    return Reply(fold, words(fold), forms, bare, pieces)


def too_long(response: str, texts: tuple[str, ...]) -> bool:
    """Tell whether a response is so much longer than every key that it can't be one."""
    longest = max(map(len, texts))
    return len(response) > max(min(_LONGEST, _MOST * longest + _SPARE), longest + _SPARE)


def passes(fold: str) -> bool:
    """Tell whether the player gave no answer."""
    said = words(fold)
    return said in PASSES or spoken(said) in PASSES


def sure(fold: str) -> str:
    """Give the reply without "maybe" and its like."""
    return " ".join(_UNSURE.sub(" ", fold).split())
