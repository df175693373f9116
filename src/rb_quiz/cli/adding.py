"""Adding a question: what flags don't say is asked, and the result is shown, checked, written and tried."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.adding import compared, defaults_in, with_question
from rb_quiz.bank.advice import advise
from rb_quiz.bank.draft import Draft, Fault
from rb_quiz.bank.kinds import KINDS
from rb_quiz.bank.kinds.asked import KIND_WORDS, Asked
from rb_quiz.bank.library import survey
from rb_quiz.bank.sources import is_citation
from rb_quiz.bank.writing import in_lines
from rb_quiz.cli.banks import known_kinds
from rb_quiz.cli.flags import said_by, the_kind
from rb_quiz.cli.hosting import on_screen
from rb_quiz.cli.interview import UNWRITTEN, Interview
from rb_quiz.cli.placing import HEAD, contents, swapped
from rb_quiz.present.terminal.page import Line, Tone, clean
from rb_quiz.problem import BankError, CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rb_quiz.bank import Bank, Question
    from rb_quiz.bank.advice import Finding
    from rb_quiz.cli.placing import Target
    from rb_quiz.present.terminal.authoring import Desk
    from rb_quiz.problem import Problem

KIND: Final = Asked("kind", "What kind of question is it", choices=tuple(KINDS), usual="choice")
TOPIC: Final = Asked("topic", "Which topic")
_WHICH: Final = Asked("topic", "What is it called", needed=True)
WRITE: Final = Asked("yes", "Shall it be written")
_CHANGE: Final = Asked("change", "What shall be changed")
_FIELD_OF: Final = {"repeated-id": "id", "unknown-source": "source"}
_WRITE_IT, _CHANGE_IT, _DROP_IT = "yes", "change", "no"
_ANOTHER: Final = "\x00another"


class _DroppedError(Exception):
    """The author has thrown the question away."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an addition is made: whether to write without asking, to try it afterwards, and to do so in plain lines."""

    yes: bool
    attempt: bool | None
    plain: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """A question that can be written: the file before and after, and the bank that it will be part of."""

    before: bytes | None
    after: bytes
    bank: Bank
    question: Question


def desk_for(manner: Manner) -> Desk:
    """Return the screen's desk, or plain lines where there is no screen."""
    if manner.plain or not on_screen():
        from rb_quiz.present.terminal.authoring import PlainDesk

        return PlainDesk(sys.stdin, sys.stderr)
    from rb_quiz.present.terminal.authoring_screen import ScreenDesk

    return ScreenDesk()


def add_question(flags: Mapping[str, tuple[str, ...]], target: Target, manner: Manner) -> None:
    """Add the question that flags and answers make to a file."""
    adding = _Adding(target, desk_for(manner))
    try:
        draft, asked = adding.draft(flags)
        draft, ready = adding.settled(draft, confirm=asked and adding.desk.patient and not manner.yes)
    except _DroppedError:
        print("Nothing was written.")
        return
    except KeyboardInterrupt:
        print("Nothing was written.", file=sys.stderr)
        raise
    while not swapped(target.path, ready.before, ready.after):
        draft, ready = adding.ready(draft)
    print(f"Added {ready.question.id} to {ready.question.file}, line {ready.question.line}.")
    if manner.attempt or (manner.attempt is None and asked and on_screen()):
        from rb_quiz.cli.hosting import table
        from rb_quiz.cli.preview import ask_once

        ask_once(ready.bank, ready.question, table(plain=manner.plain))


class _Adding:
    """One question under way to one file."""

    def __init__(self, target: Target, desk: Desk) -> None:
        self.target = target
        self.desk = desk
        found = contents(target.path)
        data = HEAD if found is None else found
        self.bank, problems = survey(target.bank, drafts={target.path: data})
        own = tuple(found for found in problems if Path(found.file).resolve() == target.path)
        if own:
            raise BankError(own)
        self.defaults = defaults_in(data, target.path)

    def draft(self, flags: Mapping[str, tuple[str, ...]]) -> tuple[Draft, bool]:
        """Return the draft that flags make, and where they don't make a whole one, answers; and whether any did."""
        kind = the_kind(flags)
        if kind:
            known_kinds([kind])
        draft = said_by(flags, Draft(self.defaults).saying("kind", kind or "choice"))
        if draft.complete:
            return draft, False
        draft = Draft(self.defaults)
        topic = flags["topic"][0] if "topic" in flags else self._topic()
        draft = draft.saying("topic", topic).saying("kind", kind or self._kind())
        draft = said_by(flags, draft)
        for asked in draft.fields:
            if asked.name not in draft.said and not asked.rare:
                draft = self._asked(draft, asked)
        return draft, True

    def _asked(self, draft: Draft, asked: Asked) -> Draft:
        usual = getattr(self.defaults, asked.name, "") if asked.choices else ""
        if asked.name == "source" and self.defaults.sources:
            usual = ", ".join(self.defaults.sources)
        asked = replace(asked, usual=usual or asked.usual)
        interview = Interview(self.desk, lambda name, value: self._faults(draft.saying(name, value), name))
        return draft.saying(asked.name, interview.ask(asked, draft.said.get(asked.name, "")))

    def _faults(self, draft: Draft, name: str) -> tuple[Fault, ...]:
        """Return what is wrong with a field; whether a source is declared only the whole bank knows."""
        cited = draft.said.get("source") if name == "source" else None
        known = {source.name for source in self.bank.sources}
        if isinstance(cited, str) and not is_citation(cited) and cited not in known:
            mend = did_you_mean(cited, known) or "; say it in several words, or give its address"
            return (Fault(name, "unknown-source", f"expected where to look it up, found {cited!r}{mend}"),)
        return draft.faults(name)

    def _kind(self) -> str:
        options = [(kind, f"{kind}: {KIND_WORDS.get(kind, kind)}") for kind in KINDS]
        return Interview(self.desk).choose(KIND, options, KIND.usual)

    def _topic(self) -> str:
        interview = Interview(self.desk)
        known = dict.fromkeys((self.defaults.topic, *self.bank.topics))
        another = [(_ANOTHER, "Another one")] if on_screen() else []
        picked = interview.pick(TOPIC, [*((topic, topic) for topic in known), *another], self.defaults.topic)
        return str(interview.ask(_WHICH)) if picked == _ANOTHER else picked

    def settled(self, draft: Draft, *, confirm: bool) -> tuple[Draft, Ready]:
        """Return the question as it shall be written, after showing it; raise _DroppedError if it shall not."""
        while True:
            draft, ready = self.ready(draft)
            self.show(draft, ready)
            if not confirm or self._confirmed():
                return draft, ready
            draft = self._changed(draft)

    def ready(self, draft: Draft) -> tuple[Draft, Ready]:
        """Return the draft without faults, and what becomes of its file; ask again for fields that are faulty."""
        while True:
            question, faults = draft.read()
            if question is None or faults:
                draft = self._mended(draft, [(fault.field, fault.message) for fault in faults])
                continue
            path = self.target.path
            before = contents(path)
            data = HEAD if before is None else before
            after = with_question(data, path, draft.entry())
            bank, problems = compared(self.target.bank, {path: data}, {path: after})
            if problems:
                draft = self._mended(draft, [(_FIELD_OF.get(found.name, "ask"), found.message) for found in problems])
                continue
            return draft, Ready(before, after, bank, self._new(bank, question))

    def _mended(self, draft: Draft, faults: list[tuple[str, str]]) -> Draft:
        if not self.desk.patient:
            said = "\n".join(f"{field}: {message}" for field, message in faults)
            raise CallError(f"{said}\n{UNWRITTEN}")
        field, message = faults[0]
        self.desk.say([Line(f"  {field}: {clean(message)}", Tone.WRONG, 2)])
        return self._asked_again(draft, field)

    def _asked_again(self, draft: Draft, name: str) -> Draft:
        if name == "topic":
            return draft.saying("topic", self._topic())
        asked = next((each for each in draft.fields if each.name == name), Asked(name, name))
        return self._asked(draft, asked)

    def _new(self, bank: Bank, question: Question) -> Question:
        """Return the question as it is found in the bank, which must be what was said."""
        for found in bank.questions:
            own = found.id == question.id and Path(found.file).resolve() == self.target.path
            if own and replace(found, file="", line=0) == replace(question, file="", line=0):
                return found
        raise CallError(f"expected to find the question again, found another; {UNWRITTEN}; please report this")

    def show(self, draft: Draft, ready: Ready) -> None:
        """Show how the question will look in a game and in its file, and what could be better."""
        from rb_quiz.cli.preview import preview

        self.desk.say(preview(ready.bank, ready.question))
        self.desk.say([Line(), Line(f"In {ready.question.file}:", Tone.STRONG)])
        self.desk.say(Line(f"  {line}", hang=4) for line in in_lines(draft.entry()))
        warnings = list(self._warnings(ready))
        self.desk.say([Line(), *warnings] if warnings else [Line()])

    def _warnings(self, ready: Ready) -> Iterable[Line]:
        """Yield what could be better about the question, or about others now that it is there."""
        here = (ready.question.file, ready.question.line)
        findings = _advised(ready.bank)
        others = [each.problem for each in findings if (each.problem.file, each.problem.line) != here]
        had = {_said(each.problem) for each in _advised(self.bank)} if others else set()
        for finding in findings:
            problem = finding.problem
            if (problem.file, problem.line) == here or _said(problem) not in had:
                where = "" if (problem.file, problem.line) == here else f"{problem.file}:{problem.line}: "
                yield Line(f"{finding.level}: {where}{clean(problem.message)} [{problem.name}]", Tone.PARTLY, 2)

    def _confirmed(self) -> bool:
        options = [(_WRITE_IT, "Yes"), (_CHANGE_IT, "Change something first"), (_DROP_IT, "No, throw it away")]
        picked = Interview(self.desk).choose(WRITE, options)
        if picked == _DROP_IT:
            raise _DroppedError
        return picked == _WRITE_IT

    def _changed(self, draft: Draft) -> Draft:
        """Return the draft with one field said anew."""
        fields = [TOPIC, *(asked for asked in draft.fields if not asked.rare)]
        options = [(asked.name, asked.words) for asked in fields]
        return self._asked_again(draft, Interview(self.desk).choose(_CHANGE, options))


def _advised(bank: Bank) -> tuple[Finding, ...]:
    """Return the advice on what is written out; to look at all that templates write would keep the author waiting."""
    return advise(replace(bank, templates=()))


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.name, problem.message
