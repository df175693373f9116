"""The printed quiz, read back: every pack, every kind, two papers, and texts that try to break the page."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from rb_quiz.bank import load
from rb_quiz.draw import draw, forms, seed_of, spares
from rb_quiz.item import Arrange, Choose, Enter, Item, Pair
from rb_quiz.present.paper import PAPERS, GlyphError, Layout, Part, pieces, render_pdf
from rb_quiz.present.paper.answer import answered, length, texts
from rb_quiz.present.paper.packs import PACKS, Job
from rb_quiz.present.paper.packs.shows import _behind
from rb_quiz.present.paper.parts import QuestionSheet, Section
from rb_quiz.present.paper.question import asked
from rb_quiz.present.paper.rounds import LETTERS, labels, split, usual_rounds
from rb_quiz.present.paper.typography import typographic
from rb_quiz.problem import CallError
from rb_quiz.quiz import Blueprint, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank

KINDS_BANK = load([Path(__file__).parents[1] / "golden" / "playthroughs" / "bank.yaml"])
QUIZ = draw(KINDS_BANK, Blueprint(8), seed_of("paper"))
ONE_PAGE = 1500
HOSTILE = """
    topic: '*Mark*up* & <b>Topic</b> #panic()'
    questions:
      - ask: '#read("/etc/passwd") $x^2$ _it_ `code` \\textbf{no} <script>alert(1)</script> @ref ]]} // [['
        answer: '#panic(1)'
        distractors: ['*b*', '$x$', '<i>x</i> & "y"']
        feedback: '\\LaTeX{} #eval("1") [x](http://y)'
      - {ask: "שלום עולם or Γειά σου?", answer: Привет, distractors: [мир, ładny]}
      - {kind: text, ask: LONGSTEM, answer: LONGWORD}
      - {kind: order, ask: Order these, order: [LONGOPTION, two, three]}
      - {kind: match, ask: Pair these, pairs: {LONGWORD: LONGOPTION, b: c}}
"""


def job(quiz: Quiz, *, rounds: int = 1, count: int = 1) -> Job:
    """Return what is printed of a quiz where nobody says more."""
    return Job(quiz, "Evening", split(quiz, rounds), forms(quiz, count))


def parts(pack: str, wanted: Job) -> tuple[Part, ...]:
    """Return all parts of a pack."""
    return tuple(part for document in PACKS[pack].documents(wanted) for part in document.parts)


def printed(pack: str, wanted: Job, layout: Layout | None = None) -> PdfReader:
    """Return a printed pack, read back."""
    return PdfReader(BytesIO(render_pdf(wanted.title, parts(pack, wanted), layout or Layout())))


def text_of(pdf: PdfReader) -> str:
    """Return all the text of a PDF as one line."""
    return squeezed(" ".join(page.extract_text() for page in pdf.pages))


def squeezed(text: str) -> str:
    """Return a text without what lines and pages add to it."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def stray(pdf: PdfReader) -> list[str]:
    """Return the texts that begin outside their page."""
    found: list[str] = []
    for page in pdf.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)

        def look(text: str, _: object, matrix: list[float], *__: object, w: float = width, h: float = height) -> None:
            if text.strip() and not (0 <= matrix[4] <= w and 0 <= matrix[5] <= h):
                found.append(text)

        page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_prints_every_kind(pack: str, paper: str) -> None:
    """The page is tagged and titled, holds all stems or answers, and keeps them on the paper."""
    wanted = job(QUIZ, rounds=1 if PACKS[pack].in_forms else 2, count=2 if PACKS[pack].in_forms else 1)
    pdf = printed(pack, wanted, Layout(paper))
    root, text = pdf.root_object, text_of(pdf)

    assert str(root["/Lang"]) == "en"
    assert {"/MarkInfo", "/StructTreeRoot"} <= set(root)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Evening"
    assert stray(pdf) == []
    for item in QUIZ.items:
        shown = answered(item, "1").written if pack == "key" else asked(item, "1").stem
        assert squeezed(shown) in text
    width = 720 if pack == "slides" else 595 if paper == "a4" else 612
    assert {int(page.mediabox.width) for page in pdf.pages} == {width}


@pytest.mark.parametrize("pack", PACKS)
def test_the_same_quiz_gives_the_same_bytes(pack: str) -> None:
    """Printing twice gives one file; another quiz gives another."""
    other = draw(KINDS_BANK, Blueprint(8), seed_of("another"))
    first, again, different = (render_pdf("T", parts(pack, job(quiz)), Layout()) for quiz in (QUIZ, QUIZ, other))

    assert first == again != different


@pytest.mark.parametrize("pack", ["night", "sheet", "exam"])
def test_what_players_get_tells_no_answer(pack: str) -> None:
    """Nothing that goes to a team names a typed answer, the feedback, the source or the code."""
    for document in PACKS[pack].documents(job(QUIZ)):
        if document.name in ("host", "key"):
            continue
        text = text_of(PdfReader(BytesIO(render_pdf("T", document.parts, Layout()))))
        for item in QUIZ.items:
            secrets = [item.feedback, item.source, QUIZ.code]
            secrets += [item.key.model[0]] if isinstance(item.interaction, Enter) and len(item.key.model[0]) > 2 else []
            assert not any(squeezed(secret) in text for secret in secrets if secret)


@pytest.mark.parametrize("name", ["A", "B", "C", "D"])
def test_each_forms_key_fits_its_sheet(name: str) -> None:
    """Following the printed key on the printed sheet leads to the right answers, by their texts."""
    wanted = job(QUIZ, count=4)
    form = next(form for form in wanted.forms if form.name == name)
    documents = list(PACKS["exam"].documents(wanted))
    sheet = next(document for document in documents if document.name == name)
    key = next(
        part
        for document in documents
        for part in document.parts
        if f"Form {name}" in str(part) and document.name == "key"
    )
    sheet_text = text_of(PdfReader(BytesIO(render_pdf("T", sheet.parts, Layout()))))
    key_text = text_of(PdfReader(BytesIO(render_pdf("T", (key,), Layout()))))
    for place, (item, number) in enumerate(zip(form.quiz.items, form.numbers, strict=True), start=1):
        master = QUIZ.items[number - 1]
        assert item.id == master.id
        assert squeezed(f"{place}{asked(item, '').stem}") in sheet_text
        answer = answered(item, "")
        also = f"also:{'; '.join(answer.also)}" if answer.also else ""
        assert squeezed(f"{place}{answer.written}{answer.words}{also}quiz{number}") in key_text
        for letter, text in lettered_answers(master, item):
            assert squeezed(f"{letter}{text}") in sheet_text


def lettered_answers(master: Item, item: Item) -> list[tuple[str, str]]:
    """Return each right option's text in the quiz, with the letter that a form's key gives it."""
    written = answered(item, "").written.split()
    match master.interaction:
        case Choose(options):
            right = sorted(option.text for option in options if option.id in master.key.model)
            by_letter = {option.label: option.text for option in asked(item, "").options}
            assert sorted(by_letter[letter] for letter in written) == [typographic(text) for text in right]
            return [(letter, by_letter[letter]) for letter in written]
        case Arrange(options):
            text = {option.id: typographic(option.text) for option in options}
            return [(letter, text[option]) for letter, option in zip(written, master.key.model, strict=True)]
        case Pair() | Enter():
            return []


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("pack", PACKS)
def test_texts_that_try_to_break_the_page(pack: str, paper: str, *, large: bool, bank_of: Callable[..., Bank]) -> None:
    """Markup prints as it was typed; long words and long stems stay on the page."""
    longs = {"LONGSTEM": "word and more " * 360, "LONGWORD": "x" * 300, "LONGOPTION": "an option that goes on " * 9}
    text = HOSTILE
    for name, long in longs.items():
        text = text.replace(name, long.strip())
    quiz = draw(bank_of(text), Blueprint(5), seed_of("x"))
    most = PACKS[pack].longest
    quiz = replace(quiz, items=tuple(item for item in quiz.items if most is None or length(item) <= most))
    pdf = printed(pack, replace(job(quiz), title='#panic() *x* <b> & "q"'), Layout(paper, large=large))
    found = text_of(pdf)

    assert stray(pdf) == []
    wanted = (
        "#panic(1)"
        if pack == "key"
        else "#read(“/etc/passwd”)$x^2$_it_`code`\\textbf{no}<script>alert(1)</script>@ref]]}//[["
    )
    assert wanted in found
    for item in quiz.items:
        shown = answered(item, "").written if pack == "key" else asked(item, "").stem
        assert squeezed(shown) in found or not shown.isascii() or len(shown) > ONE_PAGE


def test_a_missing_glyph_is_named() -> None:
    """What our fonts can't print is an error that names every such character, never an empty box."""
    quiz = replace(QUIZ, items=(replace(QUIZ.items[0], stem="東京 🎬?"), *QUIZ.items[1:]))

    with pytest.raises(GlyphError) as error:
        printed("sheet", job(quiz))
    assert set(error.value.characters) == {"東", "京", "🎬"}
    assert any("東" in text for text in texts(quiz.items[0]))


def test_a_logo_that_is_no_picture_is_refused() -> None:
    """The message says which pictures can be used."""
    with pytest.raises(CallError, match="PNG, JPEG or SVG"):
        printed("night", replace(job(QUIZ), logo=True), Layout(logo=b"no picture"))


def test_a_logo_stands_on_the_title_page() -> None:
    """An SVG picture is printed."""
    logo = Layout(
        logo=b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' height='5'/></svg>"
    )
    pictured = render_pdf("T", parts("night", replace(job(QUIZ), logo=True)), logo)

    assert len(pictured) > len(render_pdf("T", parts("night", job(QUIZ)), logo))


@pytest.mark.parametrize("count", [1, 5, 100])
@pytest.mark.parametrize("pack", PACKS)
def test_short_and_long_quizzes(pack: str, count: int, bundled: Bank) -> None:
    """One question, a few, and a hundred of the bundled bank are printed, on paper only."""
    quiz = draw(bundled, Blueprint(count), seed_of("many"))
    pdf = printed(pack, job(quiz, rounds=usual_rounds(quiz) if PACKS[pack].in_rounds and pack != "key" else 1))

    assert stray(pdf) == []
    totals = [match for page in pdf.pages for match in re.findall(r"Page(\d+)of(\d+)", squeezed(page.extract_text()))]
    assert all(int(number) <= int(last) for number, last in totals)


def test_tie_breakers_stand_in_the_host_script_only(bundled: Bank) -> None:
    """A night has questions for numbers that give nothing away, and the sheet has a line for them."""
    quiz = draw(bundled, Blueprint(10), seed_of("ties"))
    ties = spares(bundled, quiz, "number", 3)
    names = {
        document.name: text_of(PdfReader(BytesIO(render_pdf("T", document.parts, Layout()))))
        for document in PACKS["night"].documents(replace(job(quiz), tie_breakers=ties))
    }

    assert all(squeezed(asked(tie, "").stem) in names["host"] for tie in ties)
    assert not any(squeezed(asked(tie, "").stem) in names["sheet"] for tie in ties)
    assert "TIE-BREAKER" in names["answers"]
    assert "Tie-breaker" in names["scores"]


@given(count=st.integers(1, 8), way=st.sampled_from(sorted(LETTERS)))
def test_rounds_hold_every_question_once(count: int, way: str) -> None:
    """Rounds of about the same size hold the whole quiz; by difficulty they rise."""
    rounds = split(QUIZ, count, way)
    levels = ["easy", "medium", "hard"]

    assert sorted(item.id for each in rounds for item in each.items) == sorted(item.id for item in QUIZ.items)
    assert len(rounds) == count
    assert all(each.items for each in rounds)
    assert len(labels(rounds)) == len({label for label, _ in labels(rounds)}) == len(QUIZ.items)
    if way == "difficulty" and count > 1:
        order = [levels.index(item.difficulty) for each in rounds for item in each.items]
        assert order == sorted(order)


def test_too_many_rounds_are_refused() -> None:
    """There can't be more rounds than questions."""
    with pytest.raises(CallError, match="at most as many rounds"):
        split(QUIZ, 9)


@given(faces=st.integers(1, 8), flip=st.sampled_from(["long", "short"]))
def test_backs_lie_behind_their_fronts(faces: int, flip: str) -> None:
    """Turned over the chosen edge, each back is where its front is."""
    fronts = [*range(faces), *[None] * (8 - faces)]
    backs = _behind(fronts, flip)
    for place, front in enumerate(fronts):
        row, column = divmod(place, 2)
        behind = (row, 1 - column) if flip == "long" else (3 - row, column)
        assert backs[2 * behind[0] + behind[1]] == front


@given(text=st.text(max_size=200))
def test_setting_type_twice_changes_nothing(text: str) -> None:
    """What is set stays as it is set, on one line, with nothing that nobody sees but places to break."""
    once = typographic(text)

    assert typographic(once) == once
    assert not re.search(r"[\x00-\x1f\x7f\"']", once)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('She said "yes" - and left...', "She said “yes” – and left…"),
        ("It's Ali's", "It’s Ali’s"),
        ("'single' and (\"both\")", "‘single’ and (“both”)"),
        ("15.4 million for 8 %", "15.4\u00a0million for 8\u00a0%"),
        ("€ 5", "€\u00a05"),
        ("De rouille et d'os", "De rouille et d’os"),
        ("line\none\ttwo\x00\u202e", "line one two"),
        ("well-known 1-2", "well-known 1-2"),
    ],
)
def test_type_is_set_as_a_printer_would(typed: str, expected: str) -> None:
    """Quotes, dashes, dots and units."""
    assert typographic(typed) == expected


@settings(max_examples=15)
@given(weights=st.lists(st.integers(1, 3000), min_size=1, max_size=40))
def test_pieces_hold_every_part_in_order(weights: list[int]) -> None:
    """Parts are spread over files without losing one, and one file is enough for what fits."""
    sheet = parts("sheet", job(QUIZ))[0]
    assert isinstance(sheet, QuestionSheet)
    question = sheet.sections[0].questions[:1]
    made = [replace(sheet, sections=(Section("", question * weight),)) for weight in weights]
    files = list(pieces(iter(made)))

    assert [part for file in files for part in file] == made
    assert (len(files) == 1) == (sum(weights) <= 4500 or len(weights) == 1)


@settings(max_examples=25)
@given(stem=st.text(min_size=1, max_size=300), answer=st.text(min_size=1, max_size=80))
def test_any_text_prints_or_names_what_it_lacks(stem: str, answer: str) -> None:
    """No text breaks the page: it is printed, or its characters are named."""
    item = replace(QUIZ.items[0], stem=stem, feedback=answer, source=answer)
    quiz = replace(QUIZ, items=(item,))
    missing: tuple[str, ...] = ()
    try:
        assert len(printed("night", job(quiz)).pages) >= 5
    except GlyphError as error:
        missing = error.characters
    assert all(any(character in text for text in texts(item)) for character in missing)
