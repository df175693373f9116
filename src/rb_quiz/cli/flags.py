"""What flags say of a question that is added, as its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rb_quiz.bank.kinds import KINDS
from rb_quiz.bank.kinds.asked import Shape, asked_of
from rb_quiz.cli.interview import pair
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rb_quiz.bank.draft import Draft
    from rb_quiz.bank.kinds.asked import Asked
    from rb_quiz.bank.writing import Said

FLAG_OF: Mapping[str, str] = {"answers": "answer", "distractors": "distractor", "pairs": "pair"}
"""The flags that are called otherwise than their fields."""
_OF_EVERY_KIND = frozenset({"ask", "kind", "topic", "difficulty", "spoiler", "source", "feedback", "id"})


def the_kind(flags: Mapping[str, tuple[str, ...]]) -> str:
    """Return the kind that flags name, or else the only one that they fit, nothing where there is no such."""
    if "kind" in flags:
        return flags["kind"][0].casefold()
    used = set(flags) - _OF_EVERY_KIND
    fitting = [kind for kind in KINDS if used <= {FLAG_OF.get(each.name, each.name) for each in asked_of(kind)}]
    return fitting[0] if len(fitting) == 1 else ""


def said_by(flags: Mapping[str, tuple[str, ...]], draft: Draft) -> Draft:
    """Return a draft with what flags say; raise CallError for what its kind can't take."""
    taken = {"kind"}
    for asked in draft.fields:
        flag = FLAG_OF.get(asked.name, asked.name)
        if flag in flags:
            draft = draft.saying(asked.name, _value(asked, flag, flags[flag], draft.kind))
            taken.add(flag)
    for name in flags.keys() - taken:
        draft = draft.saying(name, flags[name][0].strip()) if name in _OF_EVERY_KIND else draft
    for name in sorted(flags.keys() - taken - _OF_EVERY_KIND):
        if draft.kind in KINDS:
            raise CallError(
                f"expected flags for the kind {draft.kind!r}, found --{name}; leave it out, or change --kind"
            )
    return draft


def _value(asked: Asked, flag: str, given: tuple[str, ...], kind: str) -> Said:
    texts = tuple(text.strip() for text in given)
    if not all(texts):
        raise CallError(f"expected a text for --{flag}, found nothing; leave it out where there is none")
    if asked.shape is Shape.PAIRS:
        return tuple(_pair(text) for text in texts)
    if asked.shape is Shape.TEXTS or (asked.name == "source" and len(texts) > 1):
        return texts
    if len(texts) > 1:
        raise CallError(f"expected --{flag} once for the kind {kind!r}, found it {len(texts)} times")
    return texts[0]


def _pair(text: str) -> tuple[str, str]:
    try:
        return pair(text)
    except ValueError as error:
        raise CallError(f"--pair: {error}") from None
