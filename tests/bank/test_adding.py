"""Adding: one more question is written into an author's file, and not a byte beside it changes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from rb_quiz.bank import KINDS, survey
from rb_quiz.bank.adding import defaults_in, with_question, with_row
from rb_quiz.bank.draft import Draft
from rb_quiz.bank.kinds.asked import Shape, asked_of
from rb_quiz.bank.question import Defaults
from rb_quiz.bank.source import events, places
from rb_quiz.bank.tables.csv_text import with_record
from rb_quiz.problem import BankError, CallError

if TYPE_CHECKING:
    from rb_quiz.bank import Bank, Question
    from rb_quiz.bank.kinds.asked import Asked
    from rb_quiz.bank.writing import Said

NASTY = [
    *[
        "Bone: Rust",
        "Rust #1",
        " #",
        "- y",
        "? y",
        "y, z",
        "y]",
        "}",
        "[y",
        "{y: z}",
        '"y"',
        "it's",
        "'y'",
        "y\\z",
        "\\",
    ],
    *["---", "...", "&y", "*y", "!y", "|", ">-", "%y", "@y", "`y", "No", "null", "~", "1:30", "007", "<<", "why?"],
    *["é", "日本", "🎬", "a\nb", "a\tb", "a  b", "{actor}", "k" * 10_000],
]
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text("ab:-{}[]&*!|>'\"%@` #,?\\=~<.\n", min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12),
).filter(lambda text: bool(text.strip()) and not re.search("[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", text))
LAYOUTS = """
=== nothing
«questions:

  - ask: New
    answer: A
    distractors: [B]
»
=== a comment
# mine
«
questions:

  - ask: New
    answer: A
    distractors: [B]
»
=== a section without an empty line at the end
topic: T
sources: {s: {title: S}}
«
questions:

  - ask: New
    answer: A
    distractors: [B]
»
=== an empty section
questions:  # none yet
  # such as: ask
«  - ask: New
    answer: A
    distractors: [B]
»topic: T
=== an empty list
questions: [«{ask: New, answer: A, distractors: [B]}»]  # none yet
=== a list in brackets
questions: [{ask: X, answer: Y, distractors: [Z]}«, {ask: New, answer: A, distractors: [B]}»]
=== brackets over lines
questions: [
  {ask: X, answer: Y, distractors: [Z]},
  {ask: V, answer: Y, distractors: [Z]}«,
  {ask: New, answer: A, distractors: [B]}»,
]
=== a file in braces
{topic: T«, questions: [{ask: New, answer: A, distractors: [B]}]»}
=== a file in braces with nothing
{questions:« [{ask: New, answer: A, distractors: [B]}]» , topic: T}
=== entries that are not indented
questions:
- ask: X
  answer: Y
  distractors:
  - Z  # wrong
  # and no more
«- ask: New
  answer: A
  distractors: [B]
»# the end
=== wide dashes, apart
questions:

   -   ask: X
       answer: Y
       distractors: [Z]
       feedback: It
        is so  # so
«
   -   ask: New
       answer: A
       distractors: [B]
»
   # the end
names: {person: [P]}
=== a block at the end
questions:
  - ask: X
    answer: Y
    distractors: [Z]
    feedback: |
      It is so.
«  - ask: New
    answer: A
    distractors: [B]
»topic: T
"""  # each shows in « » what is written
FILES = dict(re.findall(r"^=== (.*)\n((?:(?!===).*\n)+)", LAYOUTS, re.MULTILINE))


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with libyaml or, as where it is missing, without."""
    if request.param == "python":
        monkeypatch.setattr(events, "_Loader", yaml.SafeLoader)
        monkeypatch.setattr(places, "_LOADER", yaml.SafeLoader)
    return str(request.param)


def bank_in(path: Path, data: bytes) -> Bank:
    """Return the bank of a file, which must have no problems."""
    path.write_bytes(data)
    bank, problems = survey([path])
    assert problems == ()
    return bank


def plain(question: Question) -> Question:
    """Return a question without its place, which moves when something is written above it."""
    return replace(question, file="", line=0)


def written_into(before: bytes, after: bytes) -> bool:
    """Return whether bytes are the same as others but for what was put in at one place."""
    start = next((at for at, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) > 1), len(before))
    return len(before) < len(after) and after.endswith(before[start:])


@pytest.mark.parametrize("shown", FILES.values(), ids=FILES)
@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.usefixtures("loader")
def test_every_layout_is_kept(shown: str, break_: str, mark: str, tmp_path: Path) -> None:
    """The question is written as the author of the file would have written it, with the line ends of the file."""
    shown = shown.replace("\n»\n", "\n»")
    before, after = re.sub("«[^»]*»", "", shown), re.sub("[«»]", "", shown)
    draft = Draft(Defaults("T")).saying("ask", "New").saying("answer", "A").saying("distractors", ("B",))

    data = ((mark if before else "") + before.replace("\n", break_)).encode()
    added = with_question(data, tmp_path / "bank.yaml", draft.entry())

    assert added.decode() == (mark if before else "") + after.replace("\n", break_ if before else "\n")


def values(asked: Asked) -> st.SearchStrategy[Said]:
    """Return what an author may say for a field."""
    if asked.choices:
        return st.sampled_from(asked.choices)
    if asked.name in ("tolerance", "closeness"):
        return st.sampled_from(["2", "5", "1.5"])
    if asked.shape is Shape.PAIRS:
        return st.lists(st.tuples(TEXTS, TEXTS), min_size=2, max_size=4).map(tuple)
    if asked.shape is Shape.TEXTS:
        return st.lists(TEXTS, min_size=2, max_size=5).map(tuple)
    return TEXTS


@st.composite
def drafts(draw: st.DrawFn, kind: str) -> Draft:
    """Return a question of a kind as an author could say it."""
    draft = Draft(Defaults(draw(st.sampled_from(["T", "Bank"]))))
    if kind != "choice":
        draft = draft.saying("kind", kind)
    for asked in draft.fields:
        if asked.needed or draw(st.booleans()):
            numeric = kind == "number" and asked.name == "answer"
            draft = draft.saying(asked.name, "8" if numeric else draw(values(asked)))
    if "source" in draft.said:
        draft = draft.saying("source", "https://example.org/" + str(draft.said["source"]))
    return draft.saying("topic", draw(TEXTS)) if draw(st.booleans()) else draft


SCALARS = st.sampled_from(["Ed", "'Jo: # [it''s]'", '"Al \\"x\\", \\u00e9"', "Max's", "12:30", "'Kim,\n         Lee'"])
COMMENTS = st.sampled_from(["", "  # note: [a, 'b", " #"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file with questions in one of all the layouts, or without any."""
    head = draw(
        st.sampled_from(["", "# head\n", "topic: T\n", "topic: T  # t\ndifficulty: hard\n\n", "---\ntopic: T\n"])
    )
    tail = draw(st.sampled_from(["", "\n# end\n", "names: {person: [P]}\n", "\n\nspoiler: plot"]))
    stems = draw(st.lists(SCALARS, max_size=3, unique=True))
    match draw(st.sampled_from(["none", "empty", "flow", "block"])):
        case "none":
            return head + tail
        case "empty":
            return f"{head}questions:{draw(COMMENTS)}\n{tail}"
        case "flow":
            comma = draw(st.sampled_from([", ", ",", ",\n  ", " ,  # c\n   "]))
            entries = comma.join(f"{{ask: {stem}, answer: y, distractors: [z]}}" for stem in stems)
            end = draw(st.sampled_from(["", " ", "\n  "]))
            return f"{head}questions: [{entries}{end}]{draw(COMMENTS)}\n{tail}"
        case _:
            indent, gap = draw(st.integers(0, 5)), draw(st.integers(1, 4))
            pad = " " * (indent + gap + 1)
            between = draw(st.sampled_from(["", "\n", f"{' ' * indent}# c\n", f"{pad}# c\n\n"]))
            lines = [
                f"{' ' * indent}-{' ' * gap}ask: {stem}{draw(COMMENTS)}\n{pad}answer: y\n"
                f"{pad}distractors:{draw(COMMENTS)}\n{pad}- z{draw(COMMENTS)}\n{between}"
                for stem in stems
            ]
            return f"{head}questions:\n{''.join(lines)}{tail}"


@pytest.mark.parametrize("kind", KINDS)
@given(
    data=st.data(),
    text=files(),
    break_=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    ended=st.booleans(),
)
def test_nothing_but_the_question_is_new(
    tmp_path: Path, kind: str, data: st.DataObject, text: str, break_: str, mark: str, *, ended: bool
) -> None:
    """A file with one more question holds all it held, and its bank has that question more."""
    path = tmp_path / "bank.yaml"
    text = text if ended else text.rstrip("\n")
    before = (mark + text.replace("\n", break_)).encode()
    had = bank_in(path, before)
    drawn = data.draw(drafts(kind))
    draft = Draft(defaults_in(before, path), drawn.said)
    question, faults = draft.read()
    assume(question is not None and not faults)
    assert question is not None

    after = with_question(before, path, draft.entry())

    assert written_into(before, after)
    assert set(re.findall(r"\r\n|\r|\n", after.decode())) <= {break_ if "\n" in text else "\n"}
    assert [plain(each) for each in bank_in(path, after).questions] == [
        *(plain(each) for each in had.questions),
        plain(question),
    ]


@given(st.lists(drafts("choice"), min_size=2, max_size=5, unique_by=lambda draft: str(draft.said)))
def test_questions_add_up(tmp_path: Path, added: list[Draft]) -> None:
    """Several questions are written one below the other, in their order."""
    path, data = tmp_path / "bank.yaml", b""
    sound = [Draft(Defaults("Bank"), draft.said) for draft in added]
    read = [draft.read()[0] for draft in sound]
    kept = [(draft, question) for draft, question in zip(sound, read, strict=True) if question is not None]
    assume(len({question.id for _, question in kept}) == len(kept) > 1)
    for draft, _ in kept:
        data = with_question(data, path, draft.entry())

    assert [plain(each) for each in bank_in(path, data).questions] == [plain(question) for _, question in kept]


REFUSED = {
    "anchor": "questions: &a []\n",
    "alias": "questions: [*a]\n",
    "twice": "topic: A\ntopic: B\n",
    "no YAML": "questions: [\n",
    "two documents": "topic: A\n---\ntopic: B\n",
    "no sections": "- ask: Who?\n",
    "quotes": "questions: ''\n",
    "not UTF-8": "topic: \udce9\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_cant_be_added_to_is_refused(text: str, tmp_path: Path) -> None:
    """Nothing is written into a file with problems, or one in which no more question fits."""
    draft = Draft(Defaults("T")).saying("ask", "New").saying("answer", "A").saying("distractors", ("B",))

    with pytest.raises((BankError, CallError), match=r"expected|problem"):
        with_question(text.encode("utf-8", "surrogateescape"), tmp_path / "bank.yaml", draft.entry())


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_author_is_asked_is_what_the_reader_needs(kind: str) -> None:
    """A field is asked as needed where the reader misses it, and is one that the reader knows."""
    draft = Draft(Defaults("T")).saying("kind", kind).saying("feedback", "It is so.")
    missing = {fault.message.split("'")[1] for fault in draft.read()[1] if fault.name == "missing-field"}

    assert missing == {asked.name for asked in asked_of(kind) if asked.needed}
    for asked in asked_of(kind):
        assert asked.words != asked.name, "put it into words in kinds/asked.py"
        said = draft.saying(asked.name, asked.choices[0] if asked.choices else "x")
        assert not [fault for fault in said.read()[1] if fault.name == "unknown-field"]


def test_what_a_file_says_for_all_is_not_said_again() -> None:
    """An entry leaves out the topic, source, difficulty and spoiler that its file has, and nothing else."""
    data = b"topic: T\nsource: s\ndifficulty: hard\nspoiler: plot\nsources: {s: {title: S}}\n"
    draft = Draft(defaults_in(data, Path("bank.yaml")))
    for name, value in {"ask": "New", "source": "s", "difficulty": "hard", "spoiler": "premise", "topic": "T"}.items():
        draft = draft.saying(name, value)

    assert dict(draft.entry()) == {"ask": "New", "spoiler": "premise"}


TABLE = "tables:\n  t:\n    columns: {a: text, b: year}\n    rows:\n"


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        ("      - {a: x, b: 1}  # c\n", "      - {a: x, b: 1}  # c\n      - {a: y, b: 2}\n"),
        ("      - a: x\n        b: 1\n", "      - a: x\n        b: 1\n      - a: y\n        b: 2\n"),
        ("      [{a: x, b: 1}]\n", "      [{a: x, b: 1}, {a: y, b: 2}]\n"),
    ],
)
def test_a_row_is_written_as_the_others_are(rows: str, after: str) -> None:
    """A row goes below the last one, in braces where that one is, with all else as it was."""
    added = with_row((TABLE + rows + "questions: []\n").encode(), Path("bank.yaml"), "t", (("a", "y"), ("b", "2")))

    assert added.decode() == TABLE + after + "questions: []\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a,b\nx,1\n", 'a,b\nx,1\n"y, z",2\n'),
        ("a,b\r\nx,1\r\n", 'a,b\r\nx,1\r\n"y, z",2\r\n'),
        ("b,a\n1,x", 'b,a\n1,x\n2,"y, z"'),
        ('"a","b"\n"x","1"\n', '"a","b"\n"x","1"\n"y, z","2"\n'),
        ("\ufeffa,fact,b\n", '\ufeffa,fact,b\n"y, z",,2\n'),
    ],
)
def test_a_record_is_written_as_the_others_are(text: str, after: str) -> None:
    """A row of a CSV file keeps the order, the quotes, the line ends and what else stands there."""
    assert with_record(text, {"a": "y, z", "b": "2"}) == after
