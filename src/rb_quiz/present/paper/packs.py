"""Packs are what can be printed: an evening, an exam in several forms, cards, slides. Adding one is an entry here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rb_quiz.item import Item, Spoiler
from rb_quiz.play import SCHEMES, Scheme
from rb_quiz.present.figures import counted
from rb_quiz.present.paper.parts import (
    AnswerKey,
    AnswerSheet,
    Cards,
    Conversion,
    Document,
    HostScript,
    KeyRow,
    KeySection,
    QuestionSheet,
    ScoreGrid,
    Section,
    Slides,
    TitlePage,
    Told,
    ToldSection,
)
from rb_quiz.present.paper.question import answered, asked
from rb_quiz.present.paper.rounds import Round
from rb_quiz.present.paper.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeVar

    from rb_quiz.quiz import Form, Quiz

    Face = TypeVar("Face")

CARDS: Final = (4, 2)
"""How many rows and columns of cards stand on a sheet."""
_TEAMS: Final = 14
_TELLS: Final = {
    Spoiler.PREMISE: "The questions tell no more of the story than its beginning.",
    Spoiler.PLOT: "The questions tell what happens in the story, but not how it ends.",
    Spoiler.ENDING: "The questions tell the whole story, its end included.",
}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed.

    Attributes:
        quiz: the questions.
        title, date, venue: what stands on it.
        rounds: the same questions in rounds, in the order in which they are printed.
        forms: the versions of an exam, the quiz itself first.
        tie_breakers: further items, whose answers are numbers.
        scheme: how it is scored.
        logo: whether there is a picture for the title page.
        flip: over which edge a printer turns the paper, `long` or `short`.

    """

    quiz: Quiz
    title: str
    rounds: tuple[Round, ...]
    forms: tuple[Form, ...]
    tie_breakers: tuple[Item, ...] = ()
    scheme: Scheme = SCHEMES["casual"]
    date: str = ""
    venue: str = ""
    logo: bool = False
    flip: str = "long"


@dataclass(frozen=True, slots=True)
class Pack:
    """A way to print a quiz.

    Attributes:
        name: what it is chosen by.
        about: what is in it, for a help text.
        title: what it is called where nobody says.
        scheme: how it is scored where nobody says.
        documents: what it consists of, each for a file of its own where the pack is split.
        in_rounds, in_forms, with_ties: whether it has rounds, forms or tie-breakers.

    """

    name: str
    about: str
    title: str
    documents: Callable[[Job], tuple[Document, ...]]
    scheme: str = "casual"
    in_rounds: bool = False
    in_forms: bool = False
    with_ties: bool = False


def _night(job: Job) -> tuple[Document, ...]:
    return (
        Document("title", (_title_page(job),)),
        Document("sheet", (_question_sheet(job, blanks=False),)),
        Document("answers", (_answer_sheet(job),)),
        Document("host", (_host_script(job),)),
        Document("scores", (_score_grid(job),)),
    )


def _exam(job: Job) -> tuple[Document, ...]:
    conversion = (_conversion(job),) if len(job.forms) > 1 else ()
    return (
        *(Document(form.name, (_exam_form(job, form),)) for form in job.forms),
        Document("key", (*(_answer_key(job, form) for form in job.forms), *conversion)),
    )


def _key(job: Job) -> tuple[Document, ...]:
    return (Document("key", (_answer_key(job, None),)),)


def _sheet(job: Job) -> tuple[Document, ...]:
    return (Document("sheet", (_question_sheet(job, blanks=True),)),)


def _cards(job: Job) -> tuple[Document, ...]:
    rows, columns = CARDS
    size = rows * columns
    told = [_told(item, str(place)) for place, item in enumerate(job.quiz.items, start=1)]
    sheets = [told[start : start + size] for start in range(0, len(told), size)]
    fronts = tuple(_filled([each.question for each in sheet], size) for sheet in sheets)
    backs = tuple(_behind(_filled([each.answer for each in sheet], size), job.flip) for sheet in sheets)
    return (Document("cards", (Cards(job.title, fronts, backs),)),)


def _slides(job: Job) -> tuple[Document, ...]:
    subtitle = " · ".join(_details(job))
    return (Document("slides", (Slides(job.title, subtitle, _told_sections(job.rounds)),)),)


PACKS: Final[Mapping[str, Pack]] = {
    pack.name: pack
    for pack in (
        Pack(
            "night",
            "a whole evening: title page, questions, answer sheet, host script, score grid",
            "Quiz night",
            _night,
            in_rounds=True,
            with_ties=True,
        ),
        Pack("exam", "an exam in one or more forms, with keys", "Exam", _exam, scheme="exam", in_forms=True),
        Pack("cards", "eight cards to a page, answers on their backs", "Quiz cards", _cards),
        Pack("slides", "for a projector: each question, then its answer", "Quiz", _slides, in_rounds=True),
        Pack("key", "the answers alone", "Quiz", _key, in_rounds=True),
        Pack("sheet", "the questions alone, with room for the answers", "Quiz", _sheet, in_rounds=True),
    )
}


def _title_page(job: Job) -> TitlePage:
    count, rounds = len(job.quiz.items), len(job.rounds)
    most = max((item.spoiler for item in job.quiz.items), key=list(Spoiler).index)
    amount = f"{counted(count, 'question')}{f' in {rounds} rounds' if rounds > 1 else ''}"
    return TitlePage(job.title, _details(job), (amount, _TELLS[most]), job.logo)


def _details(job: Job) -> tuple[str, ...]:
    return tuple(text for text in (job.date, job.venue) if text)


def _question_sheet(job: Job, *, blanks: bool) -> QuestionSheet:
    return QuestionSheet(
        title=job.title if blanks else f"{job.title}: questions",
        form="",
        details=_details(job) if blanks else (),
        fields=("Name", f"Score / {len(job.quiz.items)}") if blanks else (),
        rules=(),
        points="",
        sections=_sections(job.rounds),
        blanks=blanks,
    )


def _answer_sheet(job: Job) -> AnswerSheet:
    return AnswerSheet(
        title=f"{job.title}: answers",
        fields=("Team", "Score"),
        rules=("Write a letter in each box; for words and numbers there is a line. The last column is for the score.",),
        sections=_sections(job.rounds),
        tie_breaker="Tie-breaker" if job.tie_breakers else "",
    )


def _host_script(job: Job) -> HostScript:
    items = [*(item for each in job.rounds for item in each.items), *job.tie_breakers]
    return HostScript(
        title=f"{job.title}: host script",
        code=job.quiz.code,
        steps=_steps(job),
        sections=_told_sections(job.rounds),
        tie_breakers=tuple(_told(item, f"T{place}") for place, item in enumerate(job.tie_breakers, start=1)),
        sources=tuple(dict.fromkeys(typographic(item.source) for item in items if item.source)),
    )


def _steps(job: Job) -> tuple[str, ...]:
    each = "each round" if len(job.rounds) > 1 else "the quiz"
    tie = (
        "If teams share the first place, read a tie-breaker: each writes a number on the last line, and the nearest "
        "wins.",
    )
    printing = (
        "Print a question sheet and an answer sheet for each team, this script and the score grid once. Without "
        "question sheets, read each question out twice, and the options with their letters."
    )
    marking = (
        f"Each question says how many seconds to wait. After {each} let neighbours swap answer sheets, read out the "
        "answers, and let them mark: what stands under “Also right” counts in full."
    )
    return (
        printing,
        marking,
        f"{typographic(job.scheme.rules)} Write the points of each team into the score grid.",
        *(tie if job.tie_breakers else ()),
    )


def _score_grid(job: Job) -> ScoreGrid:
    several = len(job.rounds) > 1
    rounds = [
        f"Round {number}\n/ {len(each.items)}" if several else f"Points\n/ {len(each.items)}"
        for number, each in enumerate(job.rounds, start=1)
    ]
    total = ("Total\n/ " + str(len(job.quiz.items)),) if several else ()
    ties = ("Tie-\nbreaker",) if job.tie_breakers else ()
    return ScoreGrid(f"{job.title}: scores", (*rounds, *total, *ties, "Place"), _TEAMS)


def _exam_form(job: Job, form: Form) -> QuestionSheet:
    most = job.scheme.most(1)
    items = form.quiz.items
    return QuestionSheet(
        title=job.title,
        form=f"Form {form.name}" if len(job.forms) > 1 else "",
        details=_details(job),
        fields=("Name", *(() if job.date else ("Date",)), f"Points / {job.scheme.most(len(items))}"),
        rules=(_exam_lead(items), typographic(job.scheme.rules)),
        points=counted(int(most), "point"),
        sections=(Section("", tuple(asked(item, str(place)) for place, item in enumerate(items, start=1))),),
        blanks=True,
    )


def _exam_lead(items: Sequence[Item]) -> str:
    return f"{counted(len(items), 'question')}. Write the letter of an answer into its box, or the answer on its line."


def _answer_key(job: Job, form: Form | None) -> AnswerKey:
    """Return the key of a form, or of the quiz in its rounds."""
    several = form is not None and len(job.forms) > 1
    rounds = job.rounds if form is None else (Round("", form.quiz.items),)
    masters = iter(form.numbers if form else range(1, len(job.quiz.items) + 1))
    sections = tuple(
        KeySection(title, tuple(KeyRow(answered(item, str(place)), str(next(masters))) for place, item in numbered))
        for title, numbered in _numbered(rounds)
    )
    name = f"Form {form.name}" if several and form else ""
    return AnswerKey(f"{job.title}: answer key", name, job.quiz.code, sections, pinned=several)


def _conversion(job: Job) -> Conversion:
    places = [{number: str(place) for place, number in enumerate(form.numbers, start=1)} for form in job.forms]
    rows = tuple((str(number), *(place[number] for place in places)) for number in range(1, len(job.quiz.items) + 1))
    return Conversion(f"{job.title}: conversion", tuple(form.name for form in job.forms), rows)


def _numbered(rounds: Sequence[Round]) -> Iterable[tuple[str, Iterable[tuple[int, Item]]]]:
    """Yield the title of each round and its items numbered from 1."""
    for number, each in enumerate(rounds, start=1):
        title = f"Round {number}: {typographic(each.title)}" if each.title else ""
        yield title, enumerate(each.items, start=1)


def _sections(rounds: Sequence[Round]) -> tuple[Section, ...]:
    return tuple(
        Section(title, tuple(asked(item, str(place)) for place, item in numbered))
        for title, numbered in _numbered(rounds)
    )


def _told_sections(rounds: Sequence[Round]) -> tuple[ToldSection, ...]:
    return tuple(
        ToldSection(title, tuple(_told(item, str(place)) for place, item in numbered))
        for title, numbered in _numbered(rounds)
    )


def _told(item: Item, number: str) -> Told:
    return Told(asked(item, number), answered(item, number))


def _filled(faces: Sequence[Face], size: int) -> tuple[Face | None, ...]:
    """Return the faces of a sheet, with nothing where no card is left."""
    return (*faces, *(None,) * (size - len(faces)))


def _behind(faces: Sequence[Face], flip: str) -> tuple[Face, ...]:
    """Return the faces as they must stand on the other side of the sheet to lie behind their fronts."""
    _, columns = CARDS
    rows = [faces[start : start + columns] for start in range(0, len(faces), columns)]
    turned = [row[::-1] for row in rows] if flip == "long" else rows[::-1]
    return tuple(face for row in turned for face in row)
