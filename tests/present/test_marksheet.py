"""Mark sheets: what a form's own key earns, what is read, and every problem with its place."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rb_quiz.answers import Expects
from rb_quiz.bank import KINDS, load
from rb_quiz.draw import draw, form, seed_of
from rb_quiz.item import Arrange, Choose, Enter, EnterKey, Interaction, Pair, allows, labelled
from rb_quiz.play import SCHEMES
from rb_quiz.present.paper.answer import answered
from rb_quiz.present.paper.marks.marksheet import MarkSheet, read_marksheet, render_marksheet
from rb_quiz.present.paper.marks.programs import results_json
from rb_quiz.present.paper.marks.results import Results, results
from rb_quiz.present.paper.marks.told import told_results
from rb_quiz.present.paper.marks.written import elsewhere, how_to_write, written
from rb_quiz.present.paper.rounds import LETTERS, labels, split
from rb_quiz.present.terminal.page import clean, folded
from rb_quiz.problem import CallError
from rb_quiz.quiz import Blueprint, Quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank
    from rb_quiz.item import Response
    from rb_quiz.play import Scheme

PAPER = [scheme for scheme in SCHEMES.values() if scheme.on_paper]
FORMS = st.sampled_from(["A", "B", "C", "H", "AB"])
OPTIONS = labelled(("Antibes", "Cannes", "Strasbourg", "Warsaw"))
ONE = Choose(OPTIONS)
SEVERAL = Choose(OPTIONS, 1, 4)
ORDER = Arrange(OPTIONS)
PAIRS = Pair(labelled(("one", "two", "three")), labelled(("x", "y", "z", "w"), letters=True))
TYPED = Enter(Expects.TEXT)
WORDS = Choose(labelled(("C", "Bad", "2", "AB", "D\u2019or")), 1, 5)
INTERACTIONS = st.sampled_from([ONE, SEVERAL, ORDER, PAIRS, TYPED, WORDS])
BANK = """
topic: Cast
questions:
  - {id: a, ask: A?, answer: x, distractors: [y, z]}
  - {id: b, ask: B?, answer: x, distractors: [y, z], topic: Plot, difficulty: hard}
  - {kind: multiple, id: c, ask: C?, answers: [x, y], distractors: [z, w]}
  - {kind: order, id: d, ask: D, order: [x, y, z]}
  - {kind: match, id: e, ask: E, pairs: {x: 1, y: 2, z: 3}, topic: Plot}
  - {kind: number, id: f, ask: F?, answer: 8}
  - {kind: text, expects: person, id: g, ask: G?, answer: Marion Cotillard, reject: [Corinne], too-broad: [Marion]}
  - {kind: true-false, id: h, ask: H., answer: true}
"""


@pytest.fixture(scope="module")
def quiz(tmp_path_factory: pytest.TempPathFactory) -> Quiz:
    """Return a quiz with every interaction in it, in the order of the bank."""
    path = tmp_path_factory.mktemp("bank") / "bank.yaml"
    path.write_text(BANK, encoding="utf-8")
    drawn = draw(load([path]), Blueprint(8), "SEED0")
    return Quiz(drawn.code, drawn.recipe, tuple(sorted(drawn.items, key=lambda item: item.id)))


def read(quiz: Quiz, text: str | bytes) -> MarkSheet:
    """Return the mark sheet of a text."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_marksheet(data, "sheet.csv", quiz, partial(form, quiz))


def marks(quiz: Quiz, text: str | bytes, *accept: str, scheme: str = "casual") -> Results:
    """Return what the papers of a text come to."""
    return results(read(quiz, text), SCHEMES[scheme], accept)


def key_row(quiz: Quiz, team: str, name: str = "A") -> list[str]:
    """Return a row with the key of a form as it is written in the blanks."""
    return [team, name, *(answered(item, "1").written for item in form(quiz, name).quiz.items)]


@settings(max_examples=25)
@given(seed=st.text(max_size=6).map(seed_of), name=FORMS, scheme=st.sampled_from(PAPER))
def test_the_key_of_a_form_earns_all(bundled: Bank, seed: str, name: str, scheme: Scheme) -> None:
    """Whatever is drawn, its key as it is printed for a form earns full marks, without a problem."""
    quiz = draw(bundled, Blueprint(20), seed)
    sheet = read(quiz, render_marksheet(split(quiz, 1), ("A", "B"), [key_row(quiz, "Orca", name)]))
    card = results(sheet, scheme).standings[0].card

    assert sheet.problems == ()
    assert [mark.item.id for mark in card.marks if mark.credit < 1] == []
    assert card.points == card.most


@settings(max_examples=25)
@given(seed=st.text(max_size=6).map(seed_of), count=st.integers(1, 4), way=st.sampled_from(sorted(LETTERS)))
def test_a_sheet_comes_back_as_it_was_written(bundled: Bank, seed: str, count: int, way: str) -> None:
    """Empty it has every question and no paper; with the key in it, in rounds too, it earns full marks."""
    quiz = draw(bundled, Blueprint(12), seed)
    rounds = split(quiz, count, way)
    empty = read(quiz, render_marksheet(rounds, ("A", "B")))
    row = ["Orca", *(answered(item, "1").written for each in rounds for item in each.items)]
    filled = read(quiz, render_marksheet(rounds, rows=[row]))

    assert (empty.papers, empty.problems, filled.problems) == ((), (), ())
    assert list(zip(filled.labels, filled.quiz.items, strict=True)) == list(labels(rounds))
    assert results(filled, PAPER[0]).standings[0].card.points == 12


@given(name=FORMS, data=st.data())
def test_a_form_is_marked_as_it_was_sat(quiz: Quiz, name: str, data: st.DataObject) -> None:
    """A response on a form has the credit, by the key of that form, that it has in the quiz."""
    place = data.draw(st.integers(0, len(quiz.items) - 1))
    sat = form(quiz, name)
    here, there = sat.quiz.items[place], quiz.items[sat.numbers[place] - 1]
    response = data.draw(responses(here.interaction))

    assert there.key.net(elsewhere(response, here.interaction, there.interaction)) == here.key.net(response)


def responses(interaction: Interaction) -> st.SearchStrategy[Response]:
    """Return responses that an interaction allows."""
    match interaction:
        case Choose(options, least, most):
            ids = st.sampled_from([option.id for option in options])
            return st.lists(ids, min_size=least, max_size=most, unique=True).map(tuple)
        case Arrange(options):
            return st.permutations([option.id for option in options]).map(tuple)
        case Pair(prompts, options):
            places = st.permutations([option.id for option in options])
            return places.map(lambda ids: tuple(p.id + o for p, o in zip(prompts, ids, strict=False)))
        case Enter():
            return st.text("abc8", min_size=1).map(lambda text: (text,))


@given(interaction=INTERACTIONS, text=st.one_of(st.text(), st.text("ABCDabcd123-_ ,.;)=", max_size=12)))
def test_any_blank_is_read_or_not(interaction: Interaction, text: str) -> None:
    """Whatever stands in a blank is a response that is allowed, or can't be read."""
    response = written(interaction, text)

    assert response is None or allows(interaction, response)
    assert how_to_write(interaction)


@settings(max_examples=200)
@given(data=st.binary())
@example(b'team,1\n"')
@example(b"\xff\xfet\x00e\x00a\x00m\x00")
@example(b"team;1\r\r\n;;;;\x00")
def test_any_bytes_are_read(quiz: Quiz, data: bytes) -> None:
    """No bytes at all break the reading; problems have a place and no escape codes."""
    sheet = read(quiz, data)

    assert all(problem.line > 0 < problem.col for problem in sheet.problems)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), min_size=9, max_size=9)))
def test_any_table_is_marked(quiz: Quiz, rows: list[list[str]]) -> None:
    """Whatever the cells hold, each row is a team, blank, or a problem; and what is told fits and obeys nobody."""
    sheet = read(quiz, render_marksheet(split(quiz, 1), rows=rows))
    found = results(sheet, PAPER[0])
    told = [piece.text for line in told_results(found) for piece in folded(line, 80)]

    assert len(sheet.papers) <= sum(any(cell.strip() for cell in row) for row in rows)
    assert all(0 <= standing.card.points <= standing.card.most == 8 for standing in found.standings)
    assert all(len(line) <= 80 and line == clean(line) for line in told)
    assert results_json(found, sheet)["standings"] or not sheet.papers


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_every_kind_comes_back(bundled: Bank, kind: str, name: str) -> None:
    """For each kind the key earns all, and a blank sheet nothing."""
    quiz = draw(bundled, Blueprint(3, kinds=(kind,)), "SEED0")
    rows = [key_row(quiz, "Orca", name), ["Ben", name, *[""] * 3], ["Cleo", name, *["-"] * 3]]
    first, *others = marks(quiz, render_marksheet(split(quiz, 1), ("A", "B"), rows)).standings

    assert (first.player, first.card.points) == ("Orca", Fraction(3))
    assert [(each.rank, each.card.points) for each in others] == [(2, Fraction(0))] * 2


@pytest.mark.parametrize(
    ("interaction", "text", "response"),
    [
        (ONE, "B", ("2",)),
        (ONE, " b. ", ("2",)),
        (ONE, "B)", ("2",)),
        (ONE, "(b)", ("2",)),
        (ONE, "cannes", ("2",)),
        (ONE, "Ｂ", ("2",)),  # noqa: RUF001 - as a Japanese keyboard types it
        (ONE, "", ()),
        (ONE, " - ", ()),
        (ONE, "–", ()),  # noqa: RUF001 - what a spreadsheet makes of a hyphen
        (ONE, "AB", None),
        (ONE, "E", None),
        (ONE, "2", None),
        (ONE, "Nice", None),
        (ONE, "=1+1", None),
        (SEVERAL, "A C", ("1", "3")),
        (SEVERAL, "AC", ("1", "3")),
        (SEVERAL, "A, C", ("1", "3")),
        (SEVERAL, "a & c", ("1", "3")),
        (SEVERAL, "Cannes; Warsaw", ("2", "4")),
        (SEVERAL, "AA", None),
        (SEVERAL, "A-C", None),
        (WORDS, "C", ("3",)),
        (WORDS, "bad", ("2",)),
        (WORDS, "B A D", ("2", "1", "4")),
        (WORDS, "2", ("3",)),
        (WORDS, "ab", ("4",)),
        (WORDS, "D'or", ("5",)),
        (ORDER, "B D A C", ("2", "4", "1", "3")),
        (ORDER, "BDAC", ("2", "4", "1", "3")),
        (ORDER, "b > d > a > c", ("2", "4", "1", "3")),
        (ORDER, "B-D-A-C", ("2", "4", "1", "3")),
        (ORDER, "Cannes, Warsaw, Antibes, Strasbourg", ("2", "4", "1", "3")),
        (ORDER, "BDA", None),
        (ORDER, "BBDA", None),
        (PAIRS, "1C 2A 3B", ("1c", "2a", "3b")),
        (PAIRS, "1\u00a0C  2\u00a0A", ("1c", "2a")),
        (PAIRS, "1-C 2-A", ("1c", "2a")),
        (PAIRS, "1: C, 2: A", ("1c", "2a")),
        (PAIRS, "1C 2- 3B", ("1c", "3b")),
        (PAIRS, "3B 1C", ("1c", "3b")),
        (PAIRS, "C A B", ("1c", "2a", "3b")),
        (PAIRS, "cab", ("1c", "2a", "3b")),
        (PAIRS, "C - B", ("1c", "3b")),
        (PAIRS, "C_B", ("1c", "3b")),
        (PAIRS, "- - -", ()),
        (PAIRS, "CA", None),
        (PAIRS, "CCA", None),
        (PAIRS, "1C 1A", None),
        (PAIRS, "1C 2C", None),
        (PAIRS, "4A", None),
        (PAIRS, "1E", None),
        (PAIRS, "3 1 2", None),
        (TYPED, " Ali  Baba ", ("Ali Baba",)),
        (TYPED, "=1+1", ("=1+1",)),
        (TYPED, "-", ()),
        (TYPED, "\u200b", ()),
        (Enter(Expects.NUMBER), "no idea", ("no idea",)),
    ],
)
def test_what_stands_in_a_blank(interaction: Interaction, text: str, response: Response | None) -> None:
    """Letters by place with or without separators, whole options in words, dashes for empty boxes."""
    found = written(interaction, text)

    assert found == response


@pytest.mark.parametrize(
    "data",
    [
        "team,1,2\nOrca,A,B\n",
        "team;1;2\nOrca;A;B\n",
        "team\t1\t2\nOrca\tA\tB",
        "\ufeffteam,1,2\r\nOrca,A,B\r\n",
        "Name,01, 2 \rOrca,A,B\r",
        "\n\nTEAM,1,2\n,,\n\n \nOrca,A,B,,,\n,,,\n",
        '"team","1","2"\n"Orca" , "A",B',
        "2,1,team\nB,A,Orca",
        "team;form;1;2\nOrca;;A;B\n;B;;",
        "team,,1,2,\nOrca,,A,B,",
    ],
)
def test_tables_as_spreadsheets_write_them(bank_of: Callable[..., Bank], data: str) -> None:
    """Commas, semicolons, tabs, a byte order mark, any line ends, quotes, blank rows, columns in any order."""
    entry = "{{id: {0}, ask: '{0}?', answer: x, distractors: [y, z]}}"
    quiz = draw(bank_of(f"questions: [{entry.format('a')}, {entry.format('b')}]"), Blueprint(2), "S")
    sheet = read(quiz, data)

    assert sheet.problems == ()
    assert [(paper.team, paper.form, paper.responses) for paper in sheet.papers] == [("Orca", "A", (("1",), ("2",)))]


@pytest.mark.parametrize(("said", "response"), [('"a ""b"", c"', 'a "b", c'), ('"a" b', '"a" b'), ('"a\nb"', "a b")])
def test_quotes_hold_anything(quiz: Quiz, said: str, response: str) -> None:
    """A quoted cell holds commas, quotes and line breaks; a quote with text behind it is one."""
    sheet = read(quiz, f"team,7\nOrca,{said}\nBen,x\n")

    assert [paper.responses[6] for paper in sheet.papers] == [(response,), ("x",)]


FULL = "team,form,1,2,3,4,5,6,7,8\n"


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("", "1:1 empty-file", "team,1,2,3"),
        ("\n \n", "1:1 empty-file", "--marksheet"),
        ("form,1,2\nB,A\n", "1:1 missing-column", "'team'"),
        ("team,form\nOrca,A\n", "1:1 missing-column", "a column for each question"),
        ("team,1,2,3,4,5,6\n", "1:1 missing-column", "none for 7, 8"),
        (FULL.strip() + ",9\n", "1:27 unknown-question", "1 to 8, found '9'"),
        (FULL.replace("team", "team,seat"), "1:6 unknown-column", "'seat'"),
        (FULL.replace("form", "from"), "1:6 unknown-column", "did you mean 'form'"),
        (FULL.replace("7", "6"), "1:23 repeated-column", "'6' again"),
        ("name," + FULL, "1:6 repeated-column", "'team' again"),
        (FULL + "Orca,7,A\n", "2:6 unknown-form", "'7' for 'Orca'"),
        (FULL + "Orca,form B,A\n", "2:6 unknown-form", "the letter of a form that was printed"),
        ("team,,1,2,3,4,5,6,7,8\nOrca,B,A\n", "2:6 extra-cell", "'form' if it is one"),
        (FULL + "\nOrca,,A,,,,,,,,,x\n", "3:17 extra-cell", "'x'"),
        (FULL + "Orca,,A\n\n ORCA ,,A\n", "4:1 repeated-team", "'ORCA' in line 2 too"),
        (FULL + ",,A\n", "2:1 missing-team", "name of a team"),
        (FULL + "Orca,,Q\n", "2:7 unreadable-response", "one letter, A to C, for question 1 from 'Orca', found 'Q'"),
        (FULL + '"O\nr",,"A","Q"\n', "3:9 unreadable-response", "question 2 from 'O\\\\nr'"),
        (FULL + "\x1b[31m,,Q\n", "2:8 unreadable-response", "'\\\\x1b[31m'"),
        (b"team,1\nOr\xffca,A\n", "2:3 not-utf-8", "0xff; save it again as 'CSV UTF-8'"),
        (b"team\n" * 100_001, "1:1 too-large", "100,000 lines"),
        (b"team," + b"1" * 20_000_000, "1:1 too-large", "20 MB"),
        (b"team,1" + b"," * 20_000, "1:10006 too-large", "10,000 cells"),
        ("team,R1.1,R1.2,R2.1\n", "1:6 other-rounds", "quiz has 6 + 2 questions by topic, found 2 + 1 questions"),
        ("team,R99.1\n", "1:6 other-rounds", "found 99 rounds"),
        ("team,D1.1,D1.2,D2.1\n", "1:6 other-rounds", "quiz has 4 + 4 questions by difficulty"),
    ],
)
def test_what_is_wrong_is_said(quiz: Quiz, text: str | bytes, where: str, words: str) -> None:
    """Each problem has its line and column, a stable name, and what was expected and found."""
    found = {f"{each.line}:{each.col} {each.name}": each for each in read(quiz, text).problems}
    problem = found[where]

    assert words.replace("\\\\", "\\") in problem.headline
    assert problem.headline.isprintable()
    assert problem.excerpt.isprintable()


def test_a_form_in_rounds_is_a_problem(quiz: Quiz) -> None:
    """Rounds have one form only; whoever sat another one can't be marked."""
    rounds = split(quiz, 2)
    head = ",".join(label for label, _ in labels(rounds))
    sheet = read(quiz, f"team,form,{head}\nOrca,A,A\nBen,B,A\n")

    assert [problem.name for problem in sheet.problems] == ["unknown-form"]
    assert [paper.team for paper in sheet.papers] == ["Orca"]


def test_all_problems_are_said_and_the_rest_is_marked(quiz: Quiz) -> None:
    """Rows that can't be marked are left out, cells that can't be read are blank, the others count."""
    sheet = read(quiz, FULL + "Orca,,Q,Q,A\n,,A\nBen,1,A\nOrca,,A\nCleo,,Q\n")

    assert [problem.line for problem in sheet.problems] == [2, 2, 3, 4, 5, 6]
    assert [(paper.team, paper.responses[0]) for paper in sheet.papers] == [("Orca", ()), ("Cleo", ())]
    assert sheet.papers[0].responses[2] == ("1",)


TYPED_SHEET = FULL + "Orca,,,,,,,,Marion\nBen,,,,,,,,marion\nCleo,,,,,,,,Corinne\nDee,,,,,,,,Marion Cotillard\n"


def test_what_the_judge_leaves_open_the_host_decides(quiz: Quiz) -> None:
    """An answer that is too broad counts as wrong and is listed with its teams, until the host accepts it."""
    before = marks(quiz, TYPED_SHEET)
    after = marks(quiz, TYPED_SHEET, "7=marion")
    told = "\n".join(line.text for line in told_results(before))

    assert [(each.place, each.response, each.players) for each in before.undecided] == [(6, "Marion", ("Orca", "Ben"))]
    assert "“Marion” by Orca, Ben: That is right but too broad; be more precise." in told
    assert "--accept 7=Marion" in told
    assert [each.rank for each in before.standings] == [1, 2, 2, 2]
    assert after.undecided == ()
    assert [(each.rank, each.player) for each in after.standings] == [(1, "Orca"), (1, "Ben"), (1, "Dee"), (4, "Cleo")]
    assert {each.card.points for each in marks(quiz, TYPED_SHEET, "7=Marion", "7= corinne ").standings} == {1}


def test_a_shared_name_can_be_accepted(bundled: Bank) -> None:
    """Where the judge is unsure because somebody else goes by that name, the host's word counts."""
    drawn = draw(bundled, Blueprint(40, kinds=("text",)), "SEED0")
    for item in drawn.items:
        one = Quiz("", drawn.recipe, (item,))
        for rival in item.key.expected.rivals[:5] if isinstance(item.key, EnterKey) else ():
            sheet = read(one, render_marksheet(split(one, 1), rows=[("Orca", rival)]))
            assert results(sheet, PAPER[0], [f"1={rival}"]).standings[0].card.points == 1


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("Marion", "such as 7=Marion"),
        ("7=", "such as 7=Marion"),
        ("9=x", "1 to 8, found '9'"),
        ("7.1=x", "1 to 8"),
        ("1=x", "for a typed answer"),
        ("7=Celine", "such as 'Marion', 'marion', 'Corinne'"),
        ("6=8", "such as nothing"),
    ],
)
def test_a_wrong_accept_is_refused(quiz: Quiz, wish: str, words: str) -> None:
    """Whoever accepts what nobody gave is told what was given."""
    with pytest.raises(CallError, match="expected") as refused:
        marks(quiz, TYPED_SHEET, wish)
    assert words in str(refused.value)


def test_questions_are_analysed(quiz: Quiz) -> None:
    """From 20 papers on a question tells apart; distractors nobody chose and wrong answers are listed."""
    strong = ",".join(["{}", *key_row(quiz, "", "A")[1:]])
    rows = [strong.format(f"S{n}") if n % 2 else f"W{n},,{'B' if n % 4 else ''},,,,,,Marie" for n in range(20)]
    few, many = (marks(quiz, FULL + "\n".join(chosen)) for chosen in (rows[:19], rows))

    assert {each.discrimination for each in few.figures} == {None}
    assert many.figures[7].discrimination == pytest.approx(1)
    assert (many.figures[7].right, many.figures[6].misses) == (0.5, (("Marie", 10),))
    told = "\n".join(line.text for line in told_results(many))
    assert "8. 50% right, tells apart +1.00: H." in told
    assert "Wrong: “Marie” (10)" in told
    assert "Nobody chose B (False)" in told


def test_partly_right_is_exact(quiz: Quiz) -> None:
    """Credit comes in fractions: a third of the pairs is a third of a point, and formula scoring its own."""
    place = [item.kind for item in quiz.items].index("match") + 1
    first, *rest = answered(quiz.items[place - 1], "1").written.split("  ")
    text = f"team,form,1,2,3,4,5,6,7,8\nOrca,,{',' * (place - 1)}{first}\n"

    assert len(rest) == 2
    assert marks(quiz, text).standings[0].card.points == Fraction(1, 3)
    assert results_json(marks(quiz, text), read(quiz, text))["standings"][0]["exact"] == "1/3"


def test_schemes_for_paper() -> None:
    """Those that need no clock, no order and no certainty."""
    assert [scheme.name for scheme in PAPER] == ["casual", "exam", "strict"]


def test_who_names_no_form_among_forms_is_not_marked(quiz: Quiz) -> None:
    """Where a team sat form B, a row with answers and without a form is a problem, not a paper of form A."""
    sheet = read(quiz, FULL + "Ana,B,A\nBen,,A\nCleo,,-\n")

    assert [(problem.line, problem.name) for problem in sheet.problems] == [(3, "unknown-form")]
    assert [paper.team for paper in sheet.papers] == ["Ana", "Cleo"]


@pytest.mark.parametrize(("text", "right"), [("T", True), ("yes", True), ("F", False), ("no", False), ("true", True)])
def test_statements_are_answered_in_words(quiz: Quiz, text: str, right: bool) -> None:  # noqa: FBT001
    """True and False are written in many ways."""
    place = [item.kind for item in quiz.items].index("true-false")
    truth = answered(quiz.items[place], "1").words == "True"
    sheet = FULL + f"Ana,,{',' * place}{text}\n"

    assert read(quiz, sheet).problems == ()
    assert (marks(quiz, sheet).standings[0].card.points == 1) == (truth == right)
