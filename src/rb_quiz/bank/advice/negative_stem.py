"""The check `negative-stem`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import every, named, stems
from rb_quiz.bank.advice.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.advice.words import Word
    from rb_quiz.bank.bank import Bank

_NEGATIONS: Final = frozenset("not except least never without cannot".split())
_MORE: Final = frozenset("no none nobody nothing neither nor".split())
_SHORTENED: Final = re.compile(r"n['\u2019]t$", re.IGNORECASE)
_HARMLESS: Final = re.compile(
    r"\b(?:at (?:the )?least|not only|whether or not|or not|last but not least|not least|why not|never mind|"
    r"no longer|no one|no doubt|no more|in no time|no\. ?\d+|than never|without doubt|not yet)\b",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(r"(\*\*?|__?)(?=\w)([\w'\u2019]+)\1")
_MOST: Final = 0.1
_FEWEST: Final = 20


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each stem whose negation is easily overlooked, and the bank itself where many are negative."""
    for question in every(bank):
        if named(bank, question.ask):
            continue
        found = negations(question.ask, _NEGATIONS | _MORE)
        telling = [text for text in found if text.casefold() not in _MORE]
        if len(found) > 1 and telling:
            message = (
                f"expected at most one negation in a stem, found {found[0]!r} and {found[1]!r}; "
                "ask for what is true instead"
            )
            yield Flaw(message, question)
        elif telling and telling[0].upper() != telling[0]:
            message = (
                f"expected a negation that stands out, found {telling[0]!r}; write {_loud(telling[0])!r}, "
                "or ask for what is true"
            )
            yield Flaw(message, question)
    yield from _share(bank)


def _share(bank: Bank) -> Iterator[Flaw]:
    """Yield a flaw of the bank when more than a tenth of its stems are negative."""
    every_stem = [question.ask for question in stems(bank)]
    negative = sum(bool(negations(ask, _NEGATIONS)) for ask in every_stem)
    if len(every_stem) >= _FEWEST and negative > _MOST * len(every_stem):
        message = (
            f"expected at most a tenth of all stems to be negative, found {negative} of {len(every_stem)}; "
            "ask for what is true where you can"
        )
        yield Flaw(message)


def negations(stem: str, looked_for: frozenset[str]) -> list[str]:
    """Return the negations of a stem as they stand there, in capitals where they are emphasised otherwise."""
    if not _may_negate(stem):
        return []
    stem = _HARMLESS.sub("_", _STRONG.sub(lambda found: found[2].upper(), stem))
    shouted = stem.isupper()
    return [
        word.text.lower() if shouted else word.text
        for word in words(stem)
        if not word.quoted and (not word.proper or word.loud) and _negates(word, looked_for)
    ]


def _may_negate(stem: str) -> bool:
    fold = stem.casefold()
    return any(word in fold for word in ("no", "n't", "n\u2019t", "except", "least", "never", "without", "nei"))


def _negates(word: Word, looked_for: frozenset[str]) -> bool:
    return word.text.casefold() in looked_for or bool(_SHORTENED.search(word.text))


def _loud(text: str) -> str:
    return f"{text[:-3].lower()} NOT" if _SHORTENED.search(text) else text.upper()


CHECK: Final = Check(
    name="negative-stem",
    level=Level.WARNING,
    rule="A stem has a negation that is not in capitals or bold, or two negations; "
    "or more than a tenth of a bank's stems are negative.",
    why="A negation that is read over turns a question round: who knows the answer gets it wrong.",
    bad="""\
questions:
  - {ask: Which of these does not live in the sea?, answer: A trout, distractors: [A herring, A cod, A tuna]}
""",
    mended="""\
questions:
  - {ask: Which of these lives in rivers?, answer: A trout, distractors: [A herring, A cod, A tuna]}
""",
    look=_look,
)
