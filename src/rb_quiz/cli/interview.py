"""An interview asks an author for fields, one by one, and asks again for what the reader would refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, assert_never

from rb_quiz.bank.draft import UNFINISHED
from rb_quiz.bank.kinds.asked import Shape
from rb_quiz.present.terminal.authoring import NoMoreLinesError
from rb_quiz.present.terminal.page import Line, Tone, clean
from rb_quiz.problem import CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rb_quiz.bank.draft import Fault
    from rb_quiz.bank.kinds.asked import Asked
    from rb_quiz.bank.writing import Said
    from rb_quiz.present.terminal.authoring import Desk

UNWRITTEN = "nothing was written"


@dataclass(frozen=True)
class Interview:
    """Asks at a desk; `faults` says what would be wrong with a field if it had a value."""

    desk: Desk
    faults: Callable[[str, Said], Sequence[Fault]] = lambda *_: ()

    def ask(self, asked: Asked, had: Said = "") -> Said:
        """Return what the author says, nothing where nothing is said; `had` is what was said before."""
        match asked.shape:
            case Shape.TEXT if asked.choices:
                return self._picked(asked)
            case Shape.TEXT:
                return self._typed(asked, had if isinstance(had, str) else "")
            case Shape.TEXTS | Shape.PAIRS:
                return self._several(asked, had if isinstance(had, tuple) else ())
            case _:
                assert_never(asked.shape)

    def refuse(self, name: str, message: str) -> None:
        """Say what is wrong with a field; raise CallError where nobody is there to say something else."""
        if not self.desk.patient:
            raise CallError(f"{name}: {message}; {UNWRITTEN}")
        self.desk.say([Line(f"  {clean(message)}", Tone.WRONG, 2)])

    def line(self, asked: Asked, prompt: str, draft: str = "") -> str:
        """Return what was typed, without space around it."""
        try:
            return self.desk.line(prompt, draft).strip()
        except NoMoreLinesError:
            self._ended(asked)

    def pick(self, asked: Asked, options: Sequence[tuple[str, str]], usual: str = "") -> str:
        """Return what was picked, or typed instead."""
        try:
            return self.desk.pick(asked.words, options, usual).strip() or usual
        except NoMoreLinesError:
            self._ended(asked)

    def choose(self, asked: Asked, options: Sequence[tuple[str, str]], usual: str = "") -> str:
        """Return one of the options and nothing else."""
        values = [value for value, _ in options]
        while (picked := self.pick(asked, options, usual)) not in values:
            mend = did_you_mean(picked, values) or f"; there are {', '.join(values)}"
            self.refuse(asked.name, f"expected one of the {len(options)} above, found {picked!r}{mend}")
        return picked

    def _ended(self, asked: Asked) -> NoReturn:
        raise CallError(f"expected a line for {asked.name!r}, found the end of the input; {UNWRITTEN}") from None

    def _picked(self, asked: Asked) -> str:
        while True:
            picked = self.pick(asked, [(choice, choice) for choice in asked.choices], asked.usual)
            if self._sound(asked, picked):
                return picked

    def _typed(self, asked: Asked, draft: str) -> str:
        usual = asked.usual or "nothing"
        prompt = asked.words if asked.needed else f"{asked.words} (Enter alone: {usual})"
        while True:
            draft = self.line(asked, prompt, draft)
            if self._sound(asked, draft):
                return draft

    def _several(self, asked: Asked, had: tuple[Said, ...]) -> tuple[Said, ...]:
        found: tuple[Said, ...] = ()
        refused = ""
        while True:
            ends = " (Enter alone: no more)" if found or not asked.needed else ""
            draft = refused or (_shown(had[len(found)]) if len(found) < len(had) else "")
            refused = self.line(asked, f"{asked.words}, number {len(found) + 1}{ends}", draft)
            if not refused:
                if self._sound(asked, found):
                    return found
                continue
            try:
                more = (*found, pair(refused) if asked.shape is Shape.PAIRS else refused)
            except ValueError as error:
                self.refuse(asked.name, str(error))
                continue
            if self._sound(asked, more, finished=False):
                found, refused = more, ""

    def _sound(self, asked: Asked, value: Said, *, finished: bool = True) -> bool:
        """Return whether a field may have this value, after saying why not."""
        if not value:
            if asked.needed:
                self.refuse(asked.name, "expected something here, found nothing")
            return not asked.needed
        faults = [fault for fault in self.faults(asked.name, value) if finished or fault.name not in UNFINISHED]
        for fault in faults[:1]:
            self.refuse(asked.name, fault.message)
        return not faults


def pair(typed: str) -> tuple[str, str]:
    """Return the two sides of `left = right`; raise ValueError for anything else."""
    sign = " = " if " = " in typed else "="
    left, found, right = (part.strip() for part in typed.partition(sign))
    if not (left and found and right) or sign in right:
        raise ValueError(f"expected a pair such as 'France = Paris', found {typed!r:.80}")
    return left, right


def _shown(value: Said) -> str:
    return value if isinstance(value, str) else " = ".join(map(str, value))
