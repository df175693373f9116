"""Markdown shows what the parts say, whatever is typed in them; markdown-it is the oracle for what it shows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rb_quiz.bank import KINDS
from rb_quiz.draw import draw, forms, spares
from rb_quiz.present.paper.answer import Answer
from rb_quiz.present.paper.markdown import render_markdown
from rb_quiz.present.paper.packs import PACKS, Job
from rb_quiz.present.paper.parts import (
    AnswerKey,
    AnswerSheet,
    Cards,
    Conversion,
    HostScript,
    KeyRow,
    KeySection,
    Part,
    QuestionSheet,
    ScoreGrid,
    Section,
    Slides,
    TitlePage,
    Told,
    ToldSection,
)
from rb_quiz.present.paper.question import Blank, Labelled, Question
from rb_quiz.present.paper.rounds import split
from rb_quiz.quiz import Blueprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rb_quiz.bank import Bank

RENDERER = MarkdownIt("commonmark").enable("table")
LINES = {"h1", "h2", "h3", "p", "li", "tr", "br", "hr"}
UNSAID = {
    AnswerSheet: {"stem", "how", "text", "label"},
    HostScript: {"boxes", "unit"},
    AnswerKey: {"imprecise", "wrong", "feedback", "source"},
    Cards: {"boxes", "unit", "imprecise", "wrong"},
    Slides: {"boxes", "unit", "also", "imprecise", "wrong"},
}
"""What a part holds and doesn't show, as in the PDF."""
TYPED = """\
- kind: choice
  ask: "Who says `<b>*Bon*jour*</b>` & goes?"
  answer: "1. Ali"
  distractors: ["- Sam", "# Louise", "> Martial", "| Foued |"]
- kind: multiple
  ask: "Which _two_ towns?"
  answers: [An*ti*bes, "Ca[nn](es)"]
  distractors: ["Lie\\\\ge", __Nice__, "***"]
- {kind: true-false, ask: "[x]: /url", answer: false}
- {kind: text, ask: "1) Whose ____ is it?", answer: "<script>alert(1)</script>", feedback: "--- <!-- none -->"}
- {kind: number, ask: "How many &lt;weeks&gt;?", answer: 8, unit: "_weeks_", tolerance: 1}
- {kind: order, ask: "+ In order, first first:", order: [Aa_b, C*d, "e|f", "![g](h)"]}
- {kind: match, ask: "Who is ~~who~~?", pairs: {"== A": x`x, B: "`y`", C: "<http://z>"}, distractors: ["*w*"]}
- {kind: odd-one-out, ask: "Which is odd, \\\\*?", answer: "2)", distractors: ["3)", "4)", "5)"]}
- {kind: number, ask: "| a | b | year |", answer: 2012}
- {kind: number, ask: "~~~ minutes", answer: 123}
"""


class Page(HTMLParser):
    """What a reader sees of a page: its lines, and the tags that make it."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, object]] = []
        self.text = ""
        self.feed(RENDERER.render(markdown))
        self.close()
        self.lines = [line for line in map(normal, self.text.split("\0")) if line]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a tag, and where a line begins."""
        self.tags.append((tag, attrs))
        self.text += "\0" if tag in LINES else " " if tag in {"td", "th"} else ""

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a tag, and where a line ends."""
        self.tags.append((tag, None))
        self.text += "\0" if tag in LINES else ""

    def handle_comment(self, data: str) -> None:
        """Note a comment, which no part has."""
        self.tags.append(("comment", data))

    def handle_data(self, data: str) -> None:
        """Add text."""
        self.text += data


def normal(text: str) -> str:
    """Return a text as any page shows it: white space is one space, and what can't be shown is left out."""
    spaced = " ".join(text.split())
    return "".join(mark for mark in spaced if unicodedata.category(mark) not in {"Cc", "Cs"})


def mapped(part: Any, change: Callable[[str], str], but: frozenset[str] = frozenset({"number"})) -> Any:
    """Return a part with every text changed, but for the numbers by which cards find their backs."""
    if isinstance(part, str):
        return change(part)
    if isinstance(part, tuple):
        return tuple(mapped(each, change, but) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        values = {field.name: getattr(part, field.name) for field in fields(part) if field.name not in but}
        return replace(part, **{name: mapped(value, change, but) for name, value in values.items()})
    return part


def shows_what_it_says(parts: Sequence[Part]) -> None:
    """Assert that parts show every text exactly, and with the very tags that plain words would have."""
    said: dict[str, str] = {}

    def plain(text: str) -> str:
        word = f"w{len(said)}w"
        said[word] = normal(text)
        return word if said[word] else text

    words = Page(render_markdown([mapped(part, plain) for part in parts]))
    page = Page(render_markdown(parts))

    assert page.tags == words.tags
    assert page.lines == [normal(re.sub(r"w\d+w", lambda word: said[word.group()], line)) for line in words.lines]


MARKS = "*_`~[]()<>#|\\&;:!+-=.1ab \n\u00a0é—“”"
TEXTS = st.one_of(
    st.text(MARKS, max_size=10),
    st.text(max_size=10),
    st.text("_*( a", max_size=8),
    st.lists(st.sampled_from([*"*_~`[](): <>|#-+=1.\\ab", "**", "&lt;", "<b>", "](", "http://a.b", "\\|"])).map(
        "".join
    ),
).filter(lambda text: not text or bool(normal(text[0]) and normal(text[-1])))
FEW = st.lists(TEXTS, max_size=3).map(tuple)
LABELLED = st.lists(st.builds(Labelled, st.sampled_from("AB12"), TEXTS), max_size=3).map(tuple)
BLANKS = st.builds(Blank, FEW, TEXTS)


@st.composite
def told(draw: st.DrawFn, numbers: Iterator[int]) -> Told:
    """Return a question with its answer, under the same number."""
    number = str(next(numbers))
    question = Question(number, draw(TEXTS), draw(TEXTS), draw(LABELLED), draw(LABELLED), 1, draw(BLANKS), 2)
    texts = draw(TEXTS), draw(TEXTS), draw(FEW), draw(FEW), draw(FEW), draw(TEXTS), draw(TEXTS), draw(TEXTS)
    return Told(question, Answer(number, *texts, seconds=20))


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """Return a part of any sort with any texts."""
    tolds = tuple(draw(st.lists(told(count(1)), max_size=2)))
    questions, answers = tuple(each.question for each in tolds), tuple(each.answer for each in tolds)
    title, form, texts, several, flag = draw(TEXTS), draw(TEXTS), draw(FEW), draw(FEW), draw(st.booleans())
    sections, told_sections = (Section(form, questions),), (ToldSection(form, tolds),)
    key = KeySection(form, tuple(KeyRow(answer, title) for answer in answers))
    made: tuple[Part, ...] = (
        TitlePage(title, texts, several, flag),
        QuestionSheet(title, form, several, texts, several, title, sections, flag, logo=flag),
        AnswerSheet(title, texts, several, sections, form),
        HostScript(title, form, texts, told_sections, tolds, several),
        ScoreGrid(title, texts, 3),
        AnswerKey(title, form, title, (key,)),
        Conversion(title, texts, (("1", *texts), ("2", *texts))),
        Cards(title, (questions, (None,)), ((None, *answers[::-1]),)),
        Slides(title, texts, (*told_sections, ToldSection("", tolds)), logo=flag),
    )
    return draw(st.sampled_from(made))


@settings(max_examples=300)
@given(st.lists(parts(), min_size=1, max_size=2))
def test_any_text_shows_as_typed_and_is_never_markup(any_parts: list[Part]) -> None:
    """Whatever the texts are, a page has the tags it has for plain words, and shows each text in its place."""
    shows_what_it_says(any_parts)


@given(st.lists(parts(), max_size=2))
def test_it_is_a_text_file(any_parts: list[Part]) -> None:
    """It is the same each time, ends in one newline, and can be written as UTF-8."""
    text = render_markdown(any_parts)

    assert text == render_markdown(mapped(any_parts, lambda each: each))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.encode()


def titled(*texts: str) -> str:
    """Return the title page of a quiz with these details."""
    return render_markdown([TitlePage("Quiz", texts, (), logo=False)])


@given(st.text("abcé 019.,:;!?%$€'\"()/+-=@^{}[]\u00a0“\u2019\u2013…", max_size=30).map(normal))
def test_harmless_marks_are_not_escaped(text: str) -> None:
    """What no renderer takes for markup stays as it was typed; brackets are links only side by side."""
    text = f"It is {text}".strip()

    assert titled(text) == f"# Quiz\n\n{text.replace('](', f'{chr(92)}](').replace('][', f'{chr(92)}][')}\n"


@pytest.mark.parametrize(
    "text",
    [
        "Rust and Bone (2012), 8.5 % - fine!",
        "don't",
        "snake_case, and a__b",
        "2 * 3 = 6",
        "He moves to ____ with ____, his son ____.",
        "Ben & Jerry; R&B",
        "1 < 2 > 0",
        "~5 km",
        "AC\\DC",
        "C# is #1",
        "either|or",
        "[sic]",
        "2012 was a year",
        "-5 degrees",
        "+33 4",
        "2.5 million",
        "@rust, $5 and $6",
        "8\u00a0%",
    ],
)
def test_what_needs_no_escape_has_none(text: str) -> None:
    """Texts that only look like markup stay as they were typed."""
    assert titled(text) == f"# Quiz\n\n{text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- a list", "\\- a list"),
        ("* a list", "\\* a list"),
        ("+", "\\+"),
        ("_(a_) b", "_(a\\_) b"),
        ("1. FC Köln", "1\\. FC Köln"),
        ("2012) was", "2012\\) was"),
        ("# no heading", "\\# no heading"),
        ("> said", "\\> said"),
        ("---", "\\---"),
        ("= = =", "\\= = ="),
        ("___", "\\___"),
        ("~~~ code", "\\~\\~\\~ code"),
        ("[a]: /b", "\\[a]: /b"),
        ("*Rust* and _Bone_", "\\*Rust\\* and \\_Bone\\_"),
        ("**bold**", "\\*\\*bold\\*\\*"),
        ("~~gone~~", "\\~\\~gone\\~\\~"),
        ("a `tick`", "a \\`tick\\`"),
        ("[a](b) ![c](d)", "[a\\](b) ![c\\](d)"),
        ("<script>", "\\<script>"),
        ("a <http://b.c>", "a \\<http://b.c>"),
        ("&lt; &#65; &#x41;", "\\&lt; \\&#65; \\&#x41;"),
        ("\\* at the end \\", "\\\\\\* at the end \\\\"),
        ("two\nlines\r\nand\u2028 a\tthird ", "two lines and a third"),
        ("\x1b[31mred\ud800", "[31mred"),
        ("[ ] to do", "\\[ ] to do"),
        ("[^1]: a note", "\\[^1]: a note"),
    ],
)
def test_what_needs_an_escape_has_it(text: str, written: str) -> None:
    """What a renderer would take for markup gets a backslash where it matters."""
    assert titled(text) == f"# Quiz\n\n{written}\n"


def test_hash_marks_stay_at_the_end_of_a_heading() -> None:
    """A heading may end in hash marks."""
    page = Page(render_markdown([TitlePage("In C# or F ##", (), (), logo=False)]))

    assert page.lines == ["In C# or F ##"]


def test_a_code_is_typed_as_it_stands() -> None:
    """A code shows as it is, even one that somebody wrote backticks into."""
    keys = [AnswerKey("Key", "", code, ()) for code in ("A_B*1", "`", "a``b`", "&lt;")]
    shown = [line for line in Page(render_markdown(keys)).lines if line != "Key"]

    assert shown == ["Quiz code: A_B*1", "Quiz code: `", "Quiz code: a``b`", "Quiz code: &lt;"]


@pytest.fixture
def typed(bank_of: Callable[..., Bank]) -> Bank:
    """Return a bank with all kinds, whose texts look like markup."""
    bank = bank_of("questions:\n" + TYPED)
    assert {question.kind for question in bank.questions} == set(KINDS)
    return bank


def job_of(bank: Bank, questions: int, **changes: Any) -> Job:
    """Return what is to be printed: some questions of a bank in two rounds and three forms."""
    quiz = draw(bank, Blueprint(questions), "1")
    ties = spares(bank, quiz, "number", 2)
    job = Job(quiz, "A *quiz*", split(quiz, 2, "difficulty"), forms(quiz, 3), ties, details=("1. May", "<Café>"))
    return replace(job, **changes)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
@pytest.mark.parametrize("bank", ["typed", "bundled"])
def test_every_pack_shows_what_it_says(pack: Any, bank: str, request: pytest.FixtureRequest) -> None:
    """Every part of every pack shows all its texts, exactly, and those alone that are for its readers."""
    job = job_of(request.getfixturevalue(bank), 9 if bank == "typed" else 30)
    for part in (part for document in pack.documents(job) for part in document.parts):
        shows_what_it_says([part])
        shown = " ".join(Page(render_markdown([part])).lines)
        for text in texts(part, unsaid(part)):
            assert normal(text) in shown


def unsaid(part: Part) -> frozenset[str]:
    """Return which fields of a part nobody is shown."""
    match part:
        case QuestionSheet(blanks=False):
            return frozenset({"boxes", "unit"})
        case _:
            return frozenset(UNSAID.get(type(part), ()))


def texts(part: Any, hidden: frozenset[str]) -> Iterator[str]:
    """Yield every text of a part but the hidden ones."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each, hidden)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in hidden:
                yield from texts(getattr(part, field.name), hidden)


def made(job: Job, pack: str) -> Iterator[Part]:
    """Yield the parts of a pack."""
    return (part for document in PACKS[pack].documents(job) for part in document.parts)


@pytest.mark.parametrize(
    "text",
    ["- a", "+", "*", "1. a", "# a", "> a", "---", "[a]: b", "a #", "\\", "|", "*a*", "<b>", "&lt", "`", "a `", "[a]"],
)
def test_a_text_is_no_markup_wherever_it_stands(text: str, typed: Bank) -> None:
    """A text shows as it is in every field of every part, at the beginning of a line or beside others of its sort."""
    job = job_of(typed, 9)
    for part in (part for pack in PACKS for part in made(job, pack)):
        shows_what_it_says([mapped(part, lambda _: text)])


def test_numbers_and_options_stand_on_lines_of_their_own(typed: Bank) -> None:
    """Each question begins a line with its number, each option and prompt has one, and there is no list to renumber."""
    (sheet,) = made(job_of(typed, 9), "sheet")
    assert isinstance(sheet, QuestionSheet)
    page = Page(render_markdown([sheet]))

    for question in (question for section in sheet.sections for question in section.questions):
        assert normal(f"{question.number}. {question.stem} {question.how}") in page.lines
        assert all(normal(f"{option.label}. {option.text}") in page.lines for option in question.options)
        assert all(normal(f"{prompt.label}: {prompt.text}") in page.lines for prompt in question.prompts)
    assert not {tag for tag, _ in page.tags} & {"ol", "ul", "li"}


def test_blanks_are_lines_and_boxes(typed: Bank) -> None:
    """There is a box for each letter with its label, and a line with its unit; nobody sees an escape."""
    job = job_of(typed, 9)
    text = render_markdown(list(made(job, "sheet")))

    assert "\nAnswer: ____\n" in text
    assert "\nAnswer: 1 ____ 2 ____ 3 ____\n" in text
    assert "\nAnswer: 1. ____ 2. ____ 3. ____ 4. ____\n" in text
    assert re.search(r"\nAnswer: _{24} \\_weeks\\_\n", text)
    assert "Answer:" not in render_markdown([part for part in made(job, "night") if isinstance(part, QuestionSheet)])


def test_cards_are_put_in_order_again(bundled: Bank) -> None:
    """Each card has its answer behind it, over whichever edge the paper would have been turned."""
    long, short = (list(made(job_of(bundled, 11, flip=flip), "cards")) for flip in ("long", "short"))
    assert isinstance(long[0], Cards)
    backs = {answer.number: answer for sheet in long[0].backs for answer in sheet if answer}
    starts = [line for line in Page(render_markdown(long)).lines if re.match(r"\d+\. |Answer: ", line)]

    assert render_markdown(long) == render_markdown(short)
    assert [line.split(".")[0] for line in starts[::2]] == [str(number) for number in range(1, 12)]
    assert all(
        line.startswith(normal(f"Answer: {backs[number].written}"))
        for number, line in zip(map(str, range(1, 12)), starts[1::2], strict=True)
    )


def test_slides_are_separated(typed: Bank) -> None:
    """The title, each round, each question and each answer is a slide, and rules stand between slides only."""
    text = render_markdown(list(made(job_of(typed, 9), "slides")))

    heads = [slide.strip().splitlines()[0] for slide in text.split("\n\n---\n\n")]
    assert heads[0] == "# A \\*quiz\\*"
    assert sum(head.startswith("## Round ") for head in heads) == 2
    assert sum(head.startswith("### Question ") for head in heads) == 9
    assert sum(head.startswith("### Answer ") for head in heads) == 9
    assert len(heads) == 1 + 2 + 9 + 9
    assert Page(text).tags.count(("hr", None)) == len(heads) - 1


def test_headings(typed: Bank) -> None:
    """Each part has one heading of the first level, each round and the tie-breakers one of the second."""
    for part in made(job_of(typed, 9), "night"):
        tags = [tag for tag, attributes in Page(render_markdown([part])).tags if attributes is not None]
        assert tags.count("h1") == 1
        assert tags.count("h2") == {
            QuestionSheet: 2,
            AnswerSheet: 2,
            HostScript: 3,
        }.get(type(part), 0)


def test_the_host_reads_everything_about_an_answer() -> None:
    """The script gives the seconds, the margin, what else is right, imprecise or wrong, the feedback and the source."""
    question = Question("7", "How long?", "In weeks.", (), (), 1, Blank(unit="weeks"), 1)
    answer = Answer(
        "7", "8 weeks", "", ("two months", "56 d"), ("long",), ("9",), "within 1", "So long.", "Le Monde", 20
    )
    script = HostScript("Host", "AB-12", ("Read.", "Wait."), (ToldSection("", (Told(question, answer),)),), (), ())

    assert render_markdown([script]) == (
        "# Host\n\n1. Read.\n2. Wait.\n\nPlay the same quiz again at a keyboard: `rb-quiz play AB-12`\n\n"
        "**7.** How long? In weeks. (20 s)\n\n"
        "**Answer:** 8 weeks (within 1)  \n**Also right:** two months; 56 d  \n**Ask for more:** long  \n"
        "**Not right:** 9\n\nSo long.  \nSource: Le Monde\n"
    )


def test_the_key_says_what_else_is_right_and_where_a_question_came_from() -> None:
    """A row of the key gives the answer in full, and its number in the quiz where forms differ."""
    answer = Answer("2", "A", "Ali", ("Alain",), ("a man",), ("Sam",), "within 1", "So long.", "Le Monde", 20)
    key = AnswerKey("Key", "Form B", "", (KeySection("Round 1", (KeyRow(answer, "7"),)),))

    assert render_markdown([key]) == (
        "# Key · Form B\n\n## Round 1\n\n**2.** A \u2013 Ali (within 1) (also: Alain) (quiz no. 7)\n"
    )
    assert "quiz no." not in render_markdown([replace(key, sections=(KeySection("", (KeyRow(answer, ""),)),))])


def test_tables_are_aligned_as_text() -> None:
    """Every line of a table is as long as the others, and many forms stand in several tables."""
    conversion = Conversion("C", tuple(f"F{n}" for n in range(14)), tuple((str(n), *["1"] * 14) for n in (1, 2)))
    grid = ScoreGrid("S", ("Round 1 / 8", "Tie-breaker"), 2)
    tables = [block.splitlines() for block in render_markdown([conversion, grid]).split("\n\n") if block[0] == "|"]

    assert [len(table) for table in tables] == [4, 4, 4]
    assert all(len({len(line) for line in table}) == 1 for table in tables)
    assert tables[1][0] == "| Quiz | F12 | F13 |"
    assert tables[2][0] == "| Team                     | Round 1 / 8 | Tie-breaker |"
