"""A draft is a question that an author is writing, field by field; what is wrong with it is known at each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from rb_quiz.bank.fields import Fields
from rb_quiz.bank.kinds import KINDS
from rb_quiz.bank.kinds.asked import Asked, asked_of
from rb_quiz.bank.question import Defaults, read_question
from rb_quiz.bank.source import NodeList, NodeMap, read
from rb_quiz.bank.writing import in_lines
from rb_quiz.item import Difficulty, Spoiler

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rb_quiz.bank.question import Question
    from rb_quiz.bank.writing import Said
    from rb_quiz.problem import Problem

COMMON: Final = (
    Asked("difficulty", "How hard is it", choices=tuple(Difficulty)),
    Asked("spoiler", "How much of the story does it give away", choices=tuple(Spoiler)),
    Asked("source", "Where to look it up: an address, or a book and its page"),
    Asked("feedback", "What to tell after the answer"),
)
"""What an author is asked for a question of any kind, beside its topic and kind."""
UNFINISHED: Final = frozenset({"missing-field", "too-few-options", "empty-value"})
"""The problems that vanish as a draft goes on."""
_IMPLIED: Final = {"kind": "choice", "expects": "text"}
_HEAD: Final = "questions:\n"


class Fault(NamedTuple):
    """What is wrong with one field of a draft."""

    field: str
    name: str
    message: str


@dataclass(frozen=True)
class Draft:
    """What an author has said of a question so far.

    Attributes:
        defaults: what the file that it is written to says of all its questions.
        said: the fields, each as it is typed in a file.

    """

    defaults: Defaults
    said: Mapping[str, Said] = field(default_factory=dict)

    def saying(self, name: str, value: Said) -> Draft:
        """Return the draft with one field said, or taken back when nothing is said."""
        said = {key: other for key, other in self.said.items() if key != name}
        return Draft(self.defaults, said | ({name: value} if value else {}))

    @property
    def kind(self) -> str:
        """Return the name of its kind, which need not be one."""
        return str(self.said.get("kind", "choice"))

    @property
    def fields(self) -> tuple[Asked, ...]:
        """Return the fields that a question of its kind has, in the order in which they are asked."""
        return (*asked_of(self.kind), *COMMON) if self.kind in KINDS else COMMON

    @property
    def complete(self) -> bool:
        """Return whether all is said that must be."""
        return all(asked.name in self.said for asked in self.fields if asked.needed)

    def entry(self) -> tuple[tuple[str, Said], ...]:
        """Return what is written to the file: the fields in their order, without those that its file says for all."""
        form = asked_of(self.kind) if self.kind in KINDS else ()
        order = ("ask", "kind", *(asked.name for asked in form), "difficulty", "spoiler", "feedback", "source", "topic")
        names = [*dict.fromkeys(order), *(name for name in self.said if name not in order)]
        implied: dict[str, Said] = dict(_IMPLIED) | self._of_the_file()
        return tuple((name, self.said[name]) for name in names if name in self.said and self._adds(name, implied))

    def _adds(self, name: str, implied: Mapping[str, Said]) -> bool:
        value = self.said[name]
        return name not in implied or implied[name] not in (value, (value,))

    def _of_the_file(self) -> dict[str, Said]:
        said = self.defaults
        return {"topic": said.topic, "difficulty": said.difficulty, "spoiler": said.spoiler, "source": said.sources}

    def read(self) -> tuple[Question | None, tuple[Fault, ...]]:
        """Return the question as the reader finds it, and what is wrong with it at which field."""
        entry = self.entry()
        text = _HEAD + "\n".join(in_lines(entry)) + "\n"
        document = read(text.encode("utf-8", "surrogatepass"), "")
        problems = list(document.problems)
        node = document.root.get("questions") if isinstance(document.root, NodeMap) else None
        question = None
        if not problems and isinstance(node, NodeList) and isinstance(node[0], NodeMap):
            question = read_question(Fields(node[0], document, problems), self.defaults)
        return question, tuple(_faults(entry, problems))

    def faults(self, name: str) -> tuple[Fault, ...]:
        """Return what is wrong with one field as it stands, whatever is still to be said."""
        return tuple(fault for fault in self.read()[1] if fault.field == name and fault.name != "missing-field")


def _faults(entry: tuple[tuple[str, Said], ...], problems: list[Problem]) -> Iterator[Fault]:
    """Yield each problem at its field; a field takes one line, and a field that is missing stands in no line."""
    for problem in problems:
        place = min(max(problem.line - 1 - _HEAD.count("\n"), 0), len(entry) - 1)
        yield Fault(entry[place][0] if entry else "ask", problem.name, problem.message)
