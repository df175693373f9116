"""The check `window-dressing`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Flaw, Level
from rb_quiz.bank.advice.tokens import content, tokens
from rb_quiz.bank.kinds.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Question

_MOST_WORDS: Final = 45
_END: Final = re.compile(r"(?<=[^\W\d_]{2}[.!?])[\"'\u2019\u201d)]*\s+(?=[\"'\u2018\u201c(]?[^\W_])(?![a-z])")
_NOT_AN_END: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|No|vs|Vol|Mt|Op|Gen|Rev|Capt|Lt|Sgt)\.$")
_BACK: Final = frozenset(
    (
        "both did do does each either former he her here hers him his it its itself latter neither one ones same she "
        "so such that their theirs them then there these they this those too"
    ).split()
)
_FEWEST_OWN: Final = 3
_ROOT: Final = 5
_TENTH: Final = 10
_FEWEST_STEMS: Final = 20


def _look(bank: Bank) -> Iterator[Flaw]:
    """Yield each question whose stem says more than is needed to answer it."""
    topic = _topic(bank)
    for question in bank.everything:
        count = len(tokens(question.ask))
        if count > _MOST_WORDS:
            message = f"expected a stem of at most {_MOST_WORDS} words, found {count}; leave out what nobody needs"
            yield Flaw(message, question)
        elif not isinstance(question.form, TrueFalse):
            dressing = _dressing(question, topic)
            if dressing:
                message = (
                    f"expected each sentence to help with the answer, found {dressing!r:.100}, which shares no word "
                    "with the rest; leave it out, or move it to the feedback"
                )
                yield Flaw(message, question)


def _topic(bank: Bank) -> frozenset[str]:
    """Return the roots of the words that come in a tenth of all stems: what the bank is about, as each fact is."""
    stems = dict.fromkeys(question.ask for question in bank.everything)
    roots = Counter(root for stem in stems for root in _roots(stem))
    return frozenset(root for root, count in roots.items() if count * _TENTH >= len(stems) >= _FEWEST_STEMS)


def _dressing(question: Question, topic: frozenset[str]) -> str:
    """Return a sentence before the one that asks which that neither looks back to nor shares a word with."""
    sentences = _sentences(question.ask)
    asking = next((place for place, sentence in enumerate(sentences) if "?" in sentence), 0)
    rest = " ".join((*sentences[asking:], *question.form.right, *question.form.wrong))
    if not asking or not _BACK.isdisjoint(tokens(sentences[asking])) or len(content(sentences[asking])) < _FEWEST_OWN:
        return ""
    for place, sentence in enumerate(sentences[:asking]):
        others = " ".join((*sentences[:place], *sentences[place + 1 : asking], rest))
        bound = not _BACK.isdisjoint((*tokens(sentence), *tokens(sentences[place + 1])))
        if not bound and _roots(sentence).isdisjoint(_roots(others) | topic):
            return sentence
    return ""


def _sentences(stem: str) -> Sequence[str]:
    """Return the sentences of a stem, those not parted that end in initials or in a word cut short."""
    found: list[str] = []
    for part in _END.split(stem):
        if found and _NOT_AN_END.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def _roots(text: str) -> frozenset[str]:
    """Return how the words of a text begin, so that film and films are the same."""
    return frozenset(word[:_ROOT] for word in content(text))


CHECK: Final = Check(
    name="window-dressing",
    level=Level.NOTE,
    rule=(
        "The stem has over 45 words; or a sentence of it, before the one that asks, shares no word with the question "
        "or its options, and no pronoun joins them."
    ),
    why="Players read it, and look for a meaning that it doesn't have; on a pub's bad microphone it is worse.",
    bad="""\
questions:
  - ask: Bees live in colonies with thousands of sisters. Which river flows through the middle of Vienna?
    answer: Danube
    distractors: [Rhine, Elbe, Inn]
""",
    mended="""\
questions:
  - ask: Which river flows through the middle of Vienna?
    answer: Danube
    distractors: [Rhine, Elbe, Inn]
    feedback: Vienna keeps bees, too, with whose colonies the banks are lined.
""",
    look=_look,
)
