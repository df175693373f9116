"""The check `opposites`."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.offered import offers
from rb_quiz.bank.advice.stemmer import root
from rb_quiz.bank.advice.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.bank import Bank

_PAIRS: Final = (
    "increase/decrease more/less more/fewer most/least rise/fall rises/falls up/down high/low higher/lower "
    "open/close open/shut opens/closes win/lose wins/loses won/lost hot/cold warm/cold big/small large/small "
    "larger/smaller long/short longer/shorter tall/short old/new old/young older/younger early/late earlier/later "
    "before/after first/last always/never all/none everyone/nobody everything/nothing accept/reject "
    "accepts/refuses accept/refuse love/hate loves/hates like/dislike rich/poor strong/weak true/false "
    "right/wrong good/bad better/worse best/worst happy/sad fast/slow faster/slower near/far inside/outside "
    "above/below over/under left/right arrive/leave arrives/leaves come/go comes/goes enter/leave begin/end "
    "begins/ends start/end start/finish start/stop starts/stops buy/sell buys/sells bought/sold give/take "
    "gives/takes gave/took push/pull day/night light/dark light/heavy black/white wet/dry full/empty hard/soft "
    "easy/difficult alive/dead lives/dies live/die lived/died friend/enemy success/failure succeeds/fails "
    "succeed/fail positive/negative major/minor maximum/minimum public/private present/absent remember/forget "
    "remembers/forgets with/without for/against yes/no war/peace praise/blame north/south east/west "
    "married/divorced married/single innocent/guilty employed/unemployed hired/fired hires/fires legal/illegal"
)
_ANTONYMS: Final = frozenset(frozenset(pair.split("/")) for pair in _PAIRS.split())
_NEGATIONS: Final = frozenset("not no never isnt doesnt didnt wont cant cannot wasnt arent dont werent couldnt".split())
_SUPPORT: Final = frozenset("does do did a an any the".split())
_PREFIXES: Final = ("un", "in", "im", "ir", "il", "dis", "non")
_LONG_ENOUGH: Final = 3


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question in which two options alone are opposites, and one of them is right."""
    for offer in offers(bank):
        if not offer.single:
            continue
        pairs = [pair for pair in combinations(offer.options, 2) if opposite(*pair)]
        if len(pairs) == 1 and offer.right[0] in pairs[0]:
            message = (
                f"expected no two options to stand out as opposites, found {pairs[0][0]!r} and {pairs[0][1]!r}; "
                "add another pair, or take the opposite of the answer out"
            )
            yield Flaw(message, offer.question)


def opposite(one: str, other: str) -> bool:
    """Return whether two texts say the opposite of each other: they differ in one word, or in a negation."""
    first, second = _said(one), _said(other)
    left, right = first - second - _SUPPORT, second - first - _SUPPORT
    if len(left) > len(right):
        left, right = right, left
    if len(right) > 2 or len(left) > 1:  # noqa: PLR2004 - "wins" and "does not win" are the farthest apart
        return False
    if len(left) == len(right) == 1 and _antonyms(*left, *right):
        return True
    negated = right & _NEGATIONS
    if negated:
        same = {root(word) for word in left} == {root(word) for word in right - negated}
        return same and bool(first & second | left)
    return False


def _said(text: str) -> frozenset[str]:
    return frozenset(word.plain for word in words(text) if word.plain)


def _antonyms(one: str, other: str) -> bool:
    if frozenset({one, other}) in _ANTONYMS:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > _LONG_ENOUGH and any(long == prefix + short for prefix in _PREFIXES)


CHECK: Final = Check(
    name="opposites",
    level=Level.WARNING,
    rule="Exactly two of the options are opposites, and the answer is one of them.",
    why="One of two opposites is as a rule true, so that players can forget the other options.",
    bad="""\
questions:
  - ask: How does the match end?
    answer: He wins it
    distractors: [He loses it, The crowd storms the ring, The referee walks out]
""",
    mended="""\
questions:
  - ask: How does the match end?
    answer: He wins it
    distractors: [His rival gives up, The crowd storms the ring, The referee walks out]
""",
    look=_look,
)
