"""Mending: one more accepted answer is written into an author's file, and not a byte beside it changes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from textwrap import indent
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from rb_quiz.answers import normal
from rb_quiz.bank import survey
from rb_quiz.bank.kinds import Text
from rb_quiz.bank.mending import with_alias
from rb_quiz.bank.source import events, places
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rb_quiz.bank import Bank, Question

QUESTIONS = Path(__file__).parents[2] / "questions"
HEAD = "topic: Film  # of 2012\nquestions:\n  - {kind: number, ask: How many, answer: 8}\n"
TAIL = "\n  # what follows\n  - kind: text\n    ask: And who wrote it?\n    answer: Bidegain\n    accept: [A]\n"
LINE = HEAD.count("\n") + 1

LAYOUTS = """
=== none
- kind: text
  ask: Who
  answer: X«
  accept: [New]»
=== none, and the answer comes first
-   answer: X  # right«
    accept: [New]»
    # sure
    kind: text
    ask: Who
=== none, and the answer goes over two lines
- kind: text
  answer: 'X
    Y'  # right«
  accept: [New]»
  ask: Who
=== none, and the answer is a block
- kind: text
  answer: |
    X
«  accept: [New]
»  ask: Who
=== none, and keys are marked
- ? kind
  : text
  ? answer
  : X«
  accept: [New]»
  ? ask
  : Who?
=== none, in braces
- {kind: text, ask: Who, answer: X«, accept: [New]»}  # one line
=== none, in braces, and the answer comes first
- {answer: X«, accept: [New]», kind: text, ask: Who}
=== none, in tight braces
- {"kind":"text","answer":"X"«,accept: [New]»,"ask":"Who"}
=== none, in braces over several lines
- {
    kind: text,
    answer: X«,
    accept: [New]»,
    ask: Who,
  }
=== none, in braces over several lines with a comment
- {kind: text,
   answer: X«, accept: [New]»,  # right
   ask: Who}
=== a list
- kind: text
  accept: [A, 'B, b'«, New»]  # both
  ask: Who
  answer: X
=== a tight list in braces
- {accept: [A,B«,New»], kind: text, ask: Who, answer: X}
=== a list over several lines
- kind: text
  accept: [
    A,
    B«,
    New»,
  ]
  ask: Who
  answer: X
=== a list over several lines with comments
- kind: text
  accept: [A,  # one
    B«, New»  # two
  ]
  ask: Who
  answer: X
=== a list over several lines with one comment
- kind: text
  accept: [
    A,
    B«, New»,  # two
  ]
  ask: Who
  answer: X
=== a list over two lines with a comment behind it
- kind: text
  accept: [A,
    B«,
    New»]  # both
  ask: Who
  answer: X
=== lines
- kind: text
  accept:  # all
    - A
    # between
    - B  # two«
    - New»

  # apart
  ask: Who
  answer: X
=== lines that are not indented
- kind: text
  ask: Who
  answer: X
  accept:
  - A«
  - New»
=== lines with wide dashes
- kind: text
  ask: Who
  answer: X
  accept:
     -   A
     -
       B
       C«
     - New»
=== lines of which the last is a block
- kind: text
  ask: Who
  accept:
    - A
    - >-
      B
«    - New
»  answer: X
=== a text
- kind: text
  accept: «[»A«, New]»  # one
  ask: Who
  answer: X
=== a text in quotes
- kind: text
  accept: «[»'A, it''s # "1"'«, New]»  # one
  ask: Who
  answer: X
=== a text with signs
- kind: text
  accept:«
    -» A, [B]  # one«
    - New»
  ask: Who
  answer: X
=== a text over two lines
- kind: text
  accept:«
  -» A
   B«
  - New»
  ask: Who
  answer: X
=== a text below its key
- kind: text
  accept:«
  -»
    A«
  - New»
  ask: Who
  answer: X
=== a text that is a block
- kind: text
  accept:«
  -» |-
   A: [B
«  - New
»  ask: Who
  answer: X
=== a text in braces
- {kind: text, accept: «[»A#b«, New]», ask: Who, answer: X}
=== an empty list
- kind: text
  accept: [«New»]  # none yet
  ask: Who
  answer: X
=== an empty list with a comment
- kind: text
  accept: [# none yet
    «New»]
  ask: Who
  answer: X
=== nothing
- kind: text
  accept:« [New]»  # none yet
  ask: Who
  answer: X
=== nothing, in braces
- {kind: text, "accept":« [New]», ask: Who, answer: X}
=== nothing, without a colon
- {kind: text, accept«: [New]», ask: Who, answer: X}
"""  # each shows in « » what is written so that `New` is accepted
NASTY = [
    *[
        "Bone: Rust",
        "Rust #1",
        "y, z",
        "y]",
        "}",
        "[y",
        "{y: z}",
        '"y"',
        "'",
        "it's",
        "'y'",
        "y\\z",
        "\\",
        '\\"',
        "Y:\\n",
    ],
    *["- y", "-", "--- y", "...", "? y", "?", "why?", ": y", "y:", "&y", "*y", "!y", "|", ">-", "%y", "@y", "`y", "#1"],
    *["No", "null", "~", "1:30", "0x1F", "=", "<<", "2012-05-17", "€15", " y ", "y  z", "\u00a0y", "y\u3000"],
    *["é", "e\u0301", "Łódź", "日本", "🎬", "y\u200bz", "k" * 300],
]
ENTRIES = dict(re.findall(r"^=== (.*)\n((?:(?!===).*\n)+)", LAYOUTS, re.MULTILINE))
every_layout = pytest.mark.parametrize("shown", ENTRIES.values(), ids=ENTRIES)


def in_file(entry: str, head: str = HEAD, tail: str = TAIL) -> str:
    """Return the file in which an entry stands between others."""
    return head + indent(entry, "  ") + tail


def before_and_after(shown: str) -> tuple[str, str]:
    """Return the file with an entry of the table, and the same file mended."""
    return in_file(re.sub("«[^»]*»", "", shown)), in_file(re.sub("[«»]", "", shown))


def bank_in(path: Path, text: str) -> Bank:
    """Return the bank of a file, which must have no problems."""
    path.write_bytes(text.encode())
    bank, problems = survey([path])
    assert problems == ()
    return bank


def plain(question: Question) -> Question:
    """Return a question without its place, which moves when a line is written above it."""
    return replace(question, file="", line=0)


def accepting(question: Question, alias: str) -> Question:
    """Return a question that accepts an alias too."""
    form = question.form
    assert isinstance(form, Text)
    return replace(plain(question), form=replace(form, accept=(*form.accept, alias)), keys=(*question.keys, alias))


def saying(question: Question, alias: str) -> Question:
    """Return a question that accepts an alias in the place of `New`."""
    form = question.form
    assert isinstance(form, Text)
    assert form.accept[-1] == question.keys[-1] == "New"
    return accepting(replace(question, form=replace(form, accept=form.accept[:-1]), keys=question.keys[:-1]), alias)


def assert_same_but_for_an_alias(before: Bank, after: Bank, line: int, alias: str) -> None:
    """Check that the question of a line, and nothing else, accepts one text more."""
    expected = [accepting(each, alias) if each.line == line else plain(each) for each in before.questions]
    assert [plain(each) for each in after.questions] == expected
    assert any(each.line == line for each in before.questions)
    assert (after.names, after.sources, after.topics) == (before.names, before.sources, before.topics)


def alike(one: str, other: str) -> int:
    """Return with how many characters two texts begin alike."""
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), len(one))


def untouched(before: str, after: str) -> tuple[int, int]:
    """Check that a text was only written into, at two places at most; return how much is the same at both ends."""
    start, end = alike(before, after), alike(before[::-1], after[::-1])
    assert len(before) < len(after)
    assert before[start : len(before) - end] in after[start : len(after) - end]
    return start, end


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with libyaml or, as where it is missing, without."""
    if request.param == "python":
        monkeypatch.setattr(events, "_Loader", yaml.SafeLoader)
        monkeypatch.setattr(places, "_LOADER", yaml.SafeLoader)
    return str(request.param)


@every_layout
@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.usefixtures("loader")
def test_every_layout_is_kept(shown: str, break_: str, mark: str) -> None:
    """The alias is written as the author of the entry would have written it, with the line ends of the file."""
    before, after = (mark + each.replace("\n", break_) for each in before_and_after(shown))

    assert with_alias(before, LINE, "New") == after


@every_layout
def test_every_alias_is_read_back(shown: str, tmp_path: Path) -> None:
    """Whatever YAML makes of its signs, the reader finds the alias as it was said, and nothing else is new."""
    before, after = before_and_after(shown)
    new = bank_in(tmp_path / "bank.yaml", after)
    for alias in NASTY:
        mended = with_alias(before, LINE, alias)
        untouched(before, mended)
        said = [plain(each) for each in bank_in(tmp_path / "bank.yaml", mended).questions]
        assert said == [saying(each, alias) if each.line == LINE else plain(each) for each in new.questions]


ALIASES = st.one_of(
    st.sampled_from(NASTY),
    st.text("ab:-{}[]&*!|>'\"%@` #,?\\=~<.", min_size=1, max_size=12),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
        min_size=1,
        max_size=12,
    ),
).filter(lambda alias: bool(alias.strip()) and not re.search("[\u202a-\u202e\u2066-\u2069]", alias))
SCALARS = st.sampled_from(["Ed", "'Jo: # [it''s]'", '"Al \\"x\\", \\u00e9"', "Max's", "12:30", "'Kim,\n     Lee'"])
COMMENTS = st.sampled_from(["", "  # note: [a, 'b", " #"])


@st.composite
def lists(draw: st.DrawFn, *, flow: bool) -> str:
    """Return the value of `accept`, with what stands between it and the colon."""
    items = draw(st.lists(SCALARS, max_size=4, unique=True))
    if not flow and items and draw(st.booleans()):
        dash = "\n" + " " * draw(st.integers(4, 7)) + "-" + " " * draw(st.integers(1, 3))
        between = draw(st.sampled_from(["", "\n# between\n", "\n\n"]))
        return draw(COMMENTS) + "".join(f"{between}{dash}{item}{draw(COMMENTS)}" for item in items).replace(
            "\n\n\n", "\n\n"
        )
    if len(items) == 1 and draw(st.booleans()):
        return f" {items[0]}{'' if flow else draw(COMMENTS)}"
    comma = draw(st.sampled_from([", ", ",", ",\n     ", " ,  # c\n     "]))
    opening, closing = draw(st.sampled_from([("", ""), (" ", " "), ("\n     ", "\n    "), (" # c\n    ", "")]))
    last = draw(st.sampled_from(["", ",", "  # c\n     "])) if items else ""
    return f" [{opening}{comma.join(items)}{last}{closing}]{'' if flow else draw(COMMENTS)}"


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Return a typed question in one of all the layouts in which it can stand in a list that is indented by two."""
    flow = draw(st.booleans())
    fields = {"kind": " text", "ask": " " + draw(SCALARS), "answer": draw(st.sampled_from([" Zoe", " 'Z: y'"]))}
    fields |= draw(st.sampled_from([{}, {"fact": " [f, g]"}, {"feedback": ' "it is, # so"'}]))
    if draw(st.booleans()):
        fields["accept"] = draw(lists(flow=flow))
    typed = [f"{key}:{value}" for key, value in draw(st.permutations(list(fields.items())))]
    if flow:
        comma = draw(st.sampled_from([", ", ",\n     ", ",  # c\n     ", " , "]))
        ending = draw(st.sampled_from(["", ",", " ", "\n    "]))
        return f"  - {{{comma.join(typed)}{ending}}}{draw(COMMENTS)}"
    ends = [draw(COMMENTS) if "accept:" not in each else "" for each in typed]
    return "  - " + "\n    ".join(f"{each}{end}" for each, end in zip(typed, ends, strict=True))


@given(
    entries(), ALIASES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), st.sampled_from(["", TAIL])
)
def test_nothing_but_the_alias_is_new(
    tmp_path: Path, entry: str, alias: str, break_: str, mark: str, tail: str
) -> None:
    """A file that is mended holds all it held, in the same order, and its bank has one accepted answer more."""
    head, entry, tail = (each.replace("\n", break_) for each in (mark + HEAD, entry, tail and f"\n{tail}"))
    before = bank_in(tmp_path / "bank.yaml", head + entry + tail)
    said = {text for each in before.questions if isinstance(each.form, Text) for text in each.keys}
    assume({alias, normal(alias) or alias}.isdisjoint(said | set(map(normal, said))))

    after = with_alias(head + entry + tail, LINE, alias)

    start, end = untouched(head + entry + tail, after)
    assert (start >= len(head), end >= len(tail)) == (True, True)
    assert set(re.findall(r"\r\n|\r|\n", after)) == {break_}
    assert len(re.findall(r"[ \t](?=[\r\n]|\Z)", after)) <= len(re.findall(r"[ \t](?=[\r\n]|\Z)", head + entry + tail))
    assert_same_but_for_an_alias(before, bank_in(tmp_path / "bank.yaml", after), LINE, alias)


@given(st.lists(ALIASES, min_size=2, max_size=5, unique_by=lambda alias: normal(alias) or alias))
def test_aliases_add_up(tmp_path: Path, aliases: list[str]) -> None:
    """Several protests about one question are heard one after the other, in their order."""
    assume("x" not in map(normal, aliases))
    text = in_file("- kind: text\n  ask: Who?\n  answer: X")
    for alias in aliases:
        text = with_alias(text, LINE, alias)

    form = bank_in(tmp_path / "bank.yaml", text).questions[1].form
    assert isinstance(form, Text)
    assert form.accept == tuple(aliases)


def test_every_typed_question_of_the_bundled_bank_can_be_mended(bundled: Bank, tmp_path: Path) -> None:
    """All of them accept one answer more in a copy of the bank, and all other questions stay the same."""
    alias = "it's: [\\ #1"
    folder = copytree(QUESTIONS, tmp_path / "questions")
    asked = [each for each in bundled.questions if each.kind == "text"]
    for question in sorted(asked, key=lambda each: -each.line):  # from below, so that the lines above stay in place
        path = folder / Path(question.file).relative_to(QUESTIONS)
        text = path.read_bytes().decode()
        mended = with_alias(text, question.line, alias)
        untouched(text, mended)
        path.write_bytes(mended.encode())
    after, problems = survey([folder])

    assert problems == ()
    assert len(asked) >= 12
    assert [plain(each) for each in after.questions] == [
        accepting(each, alias) if each.kind == "text" else plain(each) for each in bundled.questions
    ]
    assert (after.names, after.sources) == (bundled.names, bundled.sources)


def test_the_lines_of_a_read_bank_are_the_lines_to_mend(bank_of: Callable[..., Bank]) -> None:
    """A question's own `line` is where it is mended, whatever stands above it."""
    text = "# top\n\nquestions:\n" + "".join(f"- kind: text\n  ask: Q{n}?\n  answer: X{n}\n\n" for n in range(3))
    for question in bank_of(text).questions:
        assert with_alias(text, question.line, "New").count("New") == 1
        assert re.search(
            rf"answer: {question.form.right[0]}\n  accept: \[New\]", with_alias(text, question.line, "New")
        )


SOUND = "- kind: text\n  ask: Who?\n  answer: Ann Lee\n  accept: [Annie]\n  too-broad: [Lee]\n  reject: [Bob]\n"
REFUSED = {
    "nothing begins there": (SOUND, LINE + 1, "New", "found none"),
    "a line beyond the file": (SOUND, 99, "New", "found none"),
    "a section": (SOUND, 1, "New", "found none"),
    "a number": (SOUND, LINE - 1, "New", "found the kind 'number'"),
    "a choice": ("- {ask: Who?, answer: X, distractors: [Y]}", LINE, "New", "found the kind 'choice'"),
    "a kind that is a list": ("- {ask: Who?, answer: X, kind: [text]}", LINE, "New", "found none; only the kind"),
    "a template": ("- {from: cast, kind: text, ask: 'Who is {x}?', answer: y}", LINE, "New", "found a template"),
    "the answer": (SOUND, LINE, "Ann Lee", "found 'Ann Lee' beside 'Ann Lee'"),
    "an alias": (SOUND, LINE, "annie!", "found 'annie!' beside 'Annie'"),
    "an alias of signs": ("- {kind: text, ask: Who?, answer: X, accept: '***'}", LINE, "***", "beside '***'"),
    "rejected": (SOUND, LINE, "bob", "found 'Bob'; remove it"),
    "too broad": (SOUND, LINE, "Lee", "found 'Lee'; remove it"),
    "empty": (SOUND, LINE, "", "found ''"),
    "blank": (SOUND, LINE, " \u00a0", "found ' \\xa0'"),
    "a line end": (SOUND, LINE, "a\nb", "hidden character '\\n'"),
    "a tab": (SOUND, LINE, "a\tb", "hidden character '\\t'"),
    "an escape": (SOUND, LINE, "a\x1b[31m", "hidden character '\\x1b'"),
    "a half of a pair": (SOUND, LINE, "a\ud83c", "hidden character '\\ud83c'"),
    "a direction": (SOUND, LINE, "a\u202eb", "hidden character '\\u202e'"),
    "no YAML": (SOUND + "- ask: a: b\n", LINE, "New", "file without problems, found one on line 10"),
    "a file of halves": (SOUND + "# \udce9\n", LINE, "New", "file without problems, found one on line 10"),
    "an alias of YAML": ("- {kind: text, ask: Who?, answer: &a X}", LINE, "New", "found the anchor '&a'"),
    "no answer": ("- kind: text\n  ask: Who?\n", LINE, "New", "expected the field 'answer', found none"),
    "no answer, accept empty": ("- kind: text\n  ask: Who?\n  accept:\n", LINE, "New", "expected the field 'answer'"),
    "a list in the list": ("- {kind: text, ask: Who?, answer: X, accept: [[A]]}", LINE, "New", "found a list"),
    "an empty text": ("- {kind: text, ask: Who?, answer: X, accept: ''}", LINE, "New", "by hand"),
}


@pytest.mark.parametrize(("entry", "line", "alias", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_mended_is_said(entry: str, line: int, alias: str, words: str) -> None:
    """A call that can't be carried out says what was expected, and what was found."""
    with pytest.raises(CallError, match=re.escape(words)) as caught:
        with_alias(in_file(entry, tail="\n"), line, alias)

    assert "expected" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "questions:\n", "questions: {kind: text}\n", "- kind: text\n", "questions: [text]"]
)
@pytest.mark.parametrize("line", [0, 1])
def test_a_file_without_questions_holds_none(text: str, line: int) -> None:
    """Where there is no list of questions, none begins on any line."""
    with pytest.raises(CallError, match="found none"):
        with_alias(text, line, "New")


def test_two_questions_on_a_line_are_not_told_apart() -> None:
    """A line on which two questions begin names neither."""
    text = "questions: [{kind: text, ask: Who?, answer: X}, {kind: text, ask: Where?, answer: Y}]"
    with pytest.raises(CallError, match="found 2; give each a line of its own"):
        with_alias(text, 1, "New")


def test_what_would_change_another_value_is_left_alone() -> None:
    """A block text at the very end of a file has no line end, and would get one by a line below it."""
    text = "questions:\n- kind: text\n  ask: Who?\n  answer: |\n    X"
    with pytest.raises(CallError, match="found an unusual one on line 2; add 'New' to its 'accept' by hand"):
        with_alias(text, 2, "New")


@pytest.mark.parametrize("break_", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("end", ["", "  # c", "\n", "\n\n# the end"])
def test_a_file_may_end_without_a_line_end(end: str, break_: str, tmp_path: Path) -> None:
    """A line below the last one is parted from it as the lines above are, and ends as it did."""
    text = f"questions:\n- kind: text\n  ask: Who?\n  answer: X{end}".replace("\n", break_)
    comment, *rest = end.split("\n")
    after = with_alias(text, 2, "New")

    said = f"questions:\n- kind: text\n  ask: Who?\n  answer: X{comment}\n  accept: [New]"
    assert after == "\n".join([said, *rest]).replace("\n", break_)
    assert bank_in(tmp_path / "bank.yaml", after).questions[0].keys == ("X", "New")
