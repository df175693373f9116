"""The template: what an author wrote with `from`, and the questions it makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from rb_quiz.bank.fields import listed, shown
from rb_quiz.bank.question import KIND, Question, read_common
from rb_quiz.bank.templates.frame import read_frame
from rb_quiz.bank.templates.groups import MakeMatch, MakeOrder
from rb_quiz.bank.templates.sets import MakeCount, MakeMultiple, MakeOddOneOut
from rb_quiz.bank.templates.single import MakeChoice, MakeNumber, MakeTrueFalse, MakeTyped, OneCell
from rb_quiz.chance import Stream, digest
from rb_quiz.item import Spoiler
from rb_quiz.problem import did_you_mean
from rb_quiz.quiz import Blueprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.question import Common, Defaults
    from rb_quiz.bank.tables import Table
    from rb_quiz.bank.templates.frame import Frame
    from rb_quiz.bank.templates.maker import Maker, Unit

MAKERS: Mapping[str, type[Maker]] = {
    "choice": MakeChoice,
    "multiple": MakeMultiple,
    "true-false": MakeTrueFalse,
    "text": MakeTyped,
    "number": MakeNumber,
    "order": MakeOrder,
    "match": MakeMatch,
    "odd-one-out": MakeOddOneOut,
}
_MARK_LENGTH: Final = 6
_LARGE: Final = 2000
_SEED_OF_LISTS: Final = "variants"


@dataclass(frozen=True)
class Template:
    """One template of a bank.

    Attributes:
        common: what all questions have: id, topic, kind, difficulty, spoiler and sources.
        frame: its table, rows and wordings.
        maker: how its questions are made.

    """

    common: Common
    frame: Frame
    maker: Maker

    def units(self, seed: str, count: int) -> tuple[Unit, ...]:
        """Return up to `count` units by chance; the same for the same seed and count."""
        return tuple(self.maker.drawn(Stream(seed, self.common.id, "rows"), count))

    def questions(self, seed: str, count: int, blueprint: Blueprint) -> Iterator[Question]:
        """Yield up to `count` questions by chance that a blueprint allows; the same for the same seed."""
        for unit in self.units(seed, count):
            question = self.question(unit, seed)
            if question is not None and blueprint.allows(question):
                yield question

    def every(self, seed: str = _SEED_OF_LISTS) -> Iterator[Question]:
        """Yield one question for each unit: of sets of rows, as many as are worth looking at."""
        for unit in self.maker.every():
            question = self.question(unit, seed)
            if question is not None:
                yield question

    def question(self, unit: Unit, seed: str) -> Question | None:
        """Return the question about some rows, None when no proved one can be made."""
        table, common = self.frame.table, self.common
        name = digest(common.id, *(table.row_id(row) for row in unit)).hex()[:_MARK_LENGTH]
        question_id = f"{common.id}.{name}"
        made = self.maker.make(unit, common.difficulty, partial(Stream, seed, question_id))
        if made is None:
            return None
        said = [table.row(row) for row in made.rows]
        spoilers = [common.spoiler, *(row.spoiler for row in said if row.spoiler is not None)]
        difficulties = [row.difficulty for row in said if row.difficulty is not None]
        sources = tuple(dict.fromkeys(source for row in said for source in row.sources or common.sources))
        return Question(
            id=question_id,
            topic=common.topic,
            ask=made.ask,
            kind=common.kind,
            form=made.form,
            difficulty=difficulties[0] if len(made.rows) == 1 and difficulties else common.difficulty,
            spoiler=max(spoilers, key=list(Spoiler).index),
            feedback=self.frame.feedback.filled(table, made.rows[0]) if made.rows else "",
            sources=sources or common.sources,
            tags=common.tags,
            facts=tuple(dict.fromkeys((*common.facts, *(fact for row in made.rows for fact in table.facts(row))))),
            file=common.file,
            line=common.line,
            template=common.id,
            keys=made.keys,
            relation=self._relation if made.keys else "",
            proofs=made.proofs,
        )

    def has_questions(self) -> bool:
        """Return whether some question of the template is proved."""
        drawn = self.questions(_SEED_OF_LISTS, 1, Blueprint())
        return next(drawn, None) is not None or next(self.every(), None) is not None

    def contents(self) -> list[str]:
        """Return all that can change a question, as texts."""
        common, frame = self.common, self.frame
        said = [
            common.id,
            common.topic,
            common.kind,
            common.difficulty,
            common.spoiler,
            *common.facts,
            frame.table.name,
        ]
        columns = [str(getattr(self.maker, name)) for name in ("column", "left", "right") if hasattr(self.maker, name)]
        return [*said, *(wording.text for wording in frame.wordings), *columns, str(len(frame.rows))]

    @cached_property
    def _relation(self) -> str:
        """Return which column of which table is asked."""
        column = getattr(self.maker, "column", None)
        return "" if column is None else f"{self.frame.table.name}:{self.frame.table.columns[column].name}"

    def variants(self) -> int:
        """Return how many different proved questions there are, without regard to wording and order of options."""
        more = self.maker.count()
        return more if more is not None else sum(1 for _ in self.every())

    def unused(self) -> Iterator[tuple[int, str]]:
        """Yield the rows that the template asks about but can make no question of, with the reason.

        Only of templates about one row each: where several rows make a question, none is without use by itself.
        """
        if not isinstance(self.maker, OneCell):
            return
        frame, maker = self.frame, self.maker
        used = {unit[0] for unit in maker.every() if self.question(unit, _SEED_OF_LISTS) is not None}
        for row, missing in frame.incomplete():
            yield row, f"nothing in column {missing!r}"
        for row in frame.rows:
            if not frame.table.cells[row][maker.column]:
                yield row, f"nothing in column {frame.table.columns[maker.column].name!r}"
            elif row not in used:
                yield row, "no question about it can be proved, or only one that tells its answer"


def read_template(
    fields: Fields, defaults: Defaults, tables: Mapping[str, Table], *, thorough: bool
) -> Template | None:
    """Return the template of one entry, None when it has problems, which are then reported."""
    name = fields.text("from", "The table whose rows it takes.")
    kind = fields.kind(MAKERS, KIND)
    table = tables.get(name)
    maker_type = MakeCount if kind == "number" and "count" in fields.node else MAKERS.get(kind)
    if table is None:
        mend = did_you_mean(name, tables) or (
            f"; there {'is' if len(tables) == 1 else 'are'} {listed(tables)}" if tables else ""
        )
        fields.report("unknown-table", f"expected the name of a table, found {shown(name)}{mend}", "from")
    if table is None or maker_type is None:
        return None
    frame = read_frame(fields, table)
    maker = maker_type.read(fields, frame) if frame else None
    ask = " / ".join(wording.text for wording in frame.wordings) if frame else ""
    common = read_common(fields, defaults, kind, ask, f"from {name}")
    if frame is None:
        fields.close_unread()
        return None
    fields.close()
    if not fields.sound or maker is None:
        return None
    return _provable(fields, Template(common, frame, maker), thorough=thorough)


def _provable(fields: Fields, template: Template, *, thorough: bool) -> Template | None:
    """Return the template when its table's declarations can prove answers; else report what to declare.

    Whether some row really makes a question is looked at when a bank is checked, and for large tables, whose indexes
    are made by it so that no draw has to wait for them.
    """
    declare = template.maker.unprovable()
    if declare:
        name = template.frame.table.name
        message = (
            f"expected answers that can be proved, found nothing in the table {name!r} that proves them; {declare}"
        )
        fields.report("unprovable", message, "from")
        return None
    if (thorough or len(template.frame.table.cells) > _LARGE) and not template.has_questions():
        mend = "give the table more rows or decoys of the same form, or declare more of it"
        fields.report("no-variants", f"expected at least one proved question, found none; {mend}", "from")
        return None
    return template
