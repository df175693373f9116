"""Advising runs the checks over a bank: one finding a question and check, without those that authors silenced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.bank.advice.check import Check, Finding, Flaw, Level
from rb_quiz.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rb_quiz.bank.bank import Bank
    from rb_quiz.bank.question import Common, Question

UNUSED: Final = "unused-silence"
UNKNOWN: Final = "unknown-check"


def advised(bank: Bank, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """Return what the checks find, sorted by place, and every silence that silences nothing."""
    checks = tuple(checks)
    owners: dict[str, Question | Common] = {question.id: question for question in bank.questions}
    owners |= {template.common.id: template.common for template in bank.templates}
    first = next(iter(owners.values()), None)
    used: set[tuple[str, str]] = set()
    found: list[Finding] = []
    for check in checks:
        for flaw, more in _gathered(check.look(bank)):
            owner = first if flaw.question is None else owners[_owner(flaw.question)]
            if flaw.question is not None and owner is not None and check.name in dict(owner.allow):
                used.add((owner.id, check.name))
            elif owner is not None:
                found.append(_finding(check, flaw, more, owner))
    found += _unused(owners.values(), used, [check.name for check in checks])
    return tuple(sorted(found))


def _owner(question: Question) -> str:
    """Return the id of what an author wrote: the question itself, or the template that wrote it."""
    return question.template or question.id


def _gathered(flaws: Iterable[Flaw]) -> Iterator[tuple[Flaw, int]]:
    """Yield flaws, those of one template once with the number of other questions that have it."""
    of_templates: dict[str, list[Flaw]] = {}
    for flaw in flaws:
        if flaw.question is None or not flaw.question.template:
            yield flaw, 0
        else:
            of_templates.setdefault(flaw.question.template, []).append(flaw)
    for same in of_templates.values():
        yield same[0], len({flaw.question.id for flaw in same if flaw.question}) - 1


def _finding(check: Check, flaw: Flaw, more: int, owner: Question | Common) -> Finding:
    message = flaw.message
    if flaw.question is not None and flaw.question.template:
        message += f" (in {flaw.question.ask!r:.100}{f' and {more} more it writes' if more else ''})"
    file, line = (owner.file, owner.line) if flaw.question is not None else (owner.file, 0)
    return Finding(Problem(file, line, min(line, 1), check.name, message), flaw.level or check.level)


def _unused(owners: Iterable[Question | Common], used: set[tuple[str, str]], known: Sequence[str]) -> Iterator[Finding]:
    for owner in owners:
        for name, _ in owner.allow:
            if name not in known:
                mend = did_you_mean(name, known) or f"; the checks are {', '.join(known)}"
                message = f"expected the name of a check under 'allow', found {name!r:.80}{mend}"
                yield Finding(Problem(owner.file, owner.line, 1, UNKNOWN, message), Level.ERROR)
            elif (owner.id, name) not in used:
                message = f"expected the silence of {name!r} to be needed, found nothing that it silences; remove it"
                yield Finding(Problem(owner.file, owner.line, 1, UNUSED, message), Level.WARNING)
