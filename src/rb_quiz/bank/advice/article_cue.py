"""The check `article-cue`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rb_quiz.answers import normal
from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import offers
from rb_quiz.bank.advice.words import shown_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_ARTICLE: Final = re.compile(r"(?<![\w/(])(an?)\s*(?:(?:_{2,}|\.{3,}|…|\[[_. …]*\])|[\s:?.…\u2014\u2013-]*$)")
_LETTERS: Final = re.compile(r"[A-Z]{2,5}(?![A-Za-z])|[A-Z](?=$|[\s-])")
_OPENING: Final = "\"'\u201c\u2018\u00ab([ "
_SILENT_H: Final = re.compile(r"(hour|honest|honou?r|heir)")
_EITHER: Final = re.compile(r"(herb|homage|historic|hotel|horrific|hysteric)")
_AS_YOU: Final = re.compile(
    r"((?!uber)(?:one(?!ir|rous)|once|eu|ewe|u[bcfklst][aeiou]|u[rt]i|ura[ln]|uru|uga|ukr|usu|uvu|uni(?![nmd])|unani|u[ks]\b|ubi|upsi))"
)
_EIGHT: Final = re.compile(r"8|1[18](?!\d)|1[18](?=[.,]?\d{3}(?!\d))")
_YEAR: Final = re.compile(r"1[18]\d\d(?!\d)")


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose last word rules options out by their sound."""
    for offer in offers(bank):
        found = _ARTICLE.search(" ".join(offer.question.ask.split()))
        if found is None:
            continue
        wrong = [option for option in offer.options if sound(option) not in {found[1], ""}]
        if wrong:
            message = (
                f"expected options that all fit behind {found[1]!r}, found {shown_list(wrong)}; "
                "write 'a/an', or put the article into each option"
            )
            yield Flaw(message, offer.question)


def sound(text: str) -> str:
    """Return the article that a text takes by its sound, nothing where both will do or it has one of its own."""
    text = text.lstrip(_OPENING)
    plain = normal(text)
    if found := _LETTERS.match(text):
        return _spelt(found.group())
    if not plain or plain.split()[0] in {"a", "an", "the"}:
        return ""
    if plain[0].isdigit():
        return "" if _YEAR.match(plain) else "an" if _EIGHT.match(plain) else "a"
    return _heard(plain)


def _heard(plain: str) -> str:
    if _EITHER.match(plain) or not (plain[0].isascii() and plain[0].isalpha()):
        return ""
    if _SILENT_H.match(plain):
        return "an"
    return "a" if _AS_YOU.match(plain) or plain[0] not in "aeiou" else "an"


def _spelt(letters: str) -> str:
    """Return the article before capitals; NATO is said as a word, NBA letter by letter."""
    if letters[0] in "AEIO":
        return "an"
    if letters[0] in "FHLMNRSX":
        return "" if letters[1:2] and letters[1] in "AEIOUY" else "an"
    return "a"


CHECK: Final = Check(
    name="article-cue",
    level=Level.ERROR,
    rule="The stem ends in 'a' or 'an', and some option does not fit behind it by its sound.",
    why="The article alone rules options out, or gives the answer away.",
    bad="""\
questions:
  - {ask: "The nightclub hires him as an", answer: usher, distractors: [bouncer, cashier, dancer]}
""",
    mended="""\
questions:
  - {ask: What does the nightclub hire him as?, answer: An usher, distractors: [A bouncer, A cashier, A dancer]}
""",
    look=_look,
)
