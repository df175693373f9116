"""Reading YAML: text stays as typed, every value knows its place, and what is refused is said."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.bank.source import Document, Node, NodeList, NodeMap, read


def plain(node: Node | None) -> object:
    """Return the node as plain lists, dicts and texts."""
    if isinstance(node, NodeMap):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, NodeList):
        return [plain(value) for value in node]
    return node


def names(document: Document) -> list[str]:
    """Return the names of a document's problems, in order."""
    return [problem.name for problem in sorted(document.problems)]


@pytest.mark.parametrize(
    "typed",
    [
        "No",
        "on",
        "~",
        "null",
        "12:30",
        "1:30:00",
        "007",
        "017",
        "1.10",
        "1_000",
        "2012-05-17",
        "=",
        "0x1F",
        ".5e3",
        "TRUE",
    ],
)
def test_scalars_stay_text(typed: str) -> None:
    """What YAML 1.1 would turn into something else stays as it was typed."""
    assert plain(read(f"answer: {typed}\n".encode(), "x").root) == {"answer": typed}


trees = st.recursive(
    st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"]), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdef \"':{[-é", max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(trees, st.booleans(), st.sampled_from([None, '"', "'", "|", ">"]))
def test_agrees_with_the_reference_reader(tree: object, flow: bool, style: str | None) -> None:  # noqa: FBT001
    """Every document that PyYAML writes is read as its own text-only reader reads it."""
    text = yaml.dump(tree, default_flow_style=flow, default_style=style, allow_unicode=True)
    document = read(text.encode(), "x")

    if not document.problems:
        assert plain(document.root) == yaml.load(text, yaml.CBaseLoader)
    else:
        assert set(names(document)) <= {"control-character", "tag"}


def test_values_know_their_place() -> None:
    """Keys and values carry line and column, both from 1."""
    root = read("a: x\nb:\n  - é: y\n    c:   z\n".encode(), "f.yaml").root

    assert isinstance(root, NodeMap)
    assert (root.key_mark("a"), root.value_mark("a")) == ((1, 1), (1, 4))
    inner = root["b"]
    assert isinstance(inner, NodeList)
    assert inner.mark(0) == (3, 5)
    entry = inner[0]
    assert isinstance(entry, NodeMap)
    assert (entry.at, entry.key_mark("é"), entry.value_mark("é")) == ((3, 5), (3, 5), (3, 8))
    assert (entry.key_mark("c"), entry.value_mark("c")) == ((4, 5), (4, 10))


REFUSED = {
    "repeated-key": "a: 1\na: 2\n",
    "tag": "a: !!int 3\n",
    "anchor": "a: &x 3\n",
    "alias": "a: *x\n",
    "second-document": "a: 1\n---\nb: 2\n",
    "too-deep": "[" * 65,
    "complex-key": "? [a]\n: b\n",
    "control-character": 'a: "\\e[31m"\n',
}


@pytest.mark.parametrize(("name", "text"), REFUSED.items(), ids=list(REFUSED))
def test_what_is_refused_has_a_name(name: str, text: str) -> None:
    """What a bank may not hold is one problem with its name and place."""
    document = read(text.encode(), "x")

    assert names(document) == [name]
    assert all(problem.line >= 1 and problem.col >= 1 for problem in document.problems)


def test_depth_of_64_is_read() -> None:
    """Sixty-four levels are still read."""
    assert names(read(b"[" * 64 + b"]" * 64, "x")) == []


def test_aliases_are_not_expanded() -> None:
    """A file of nested aliases costs no more than its length, and each alias is a problem of its own."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert names(read(bomb.encode(), "x")).count("alias") == 72


def test_bytes_that_are_not_utf_8() -> None:
    """A Latin-1 file is refused at the byte that shows it; a UTF-8 mark at the start is fine."""
    latin = read("a: b\nc: caf\xe9\n".encode("latin-1"), "x")
    marked = read(b"\xef\xbb\xbfa: b\n", "x")

    assert [(problem.name, problem.line, problem.col) for problem in latin.problems] == [("not-utf-8", 2, 7)]
    assert (plain(marked.root), marked.problems) == ({"a": "b"}, ())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ask: Who said: hello", "': ' must stand in quotes"),
        ("ask: {Who} plays?", "begins with '{' must stand in quotes"),
        ("ask: [Who] plays?", "begins with '[' must stand in quotes"),
        ("ask: @who", "begins with '@' must stand in quotes"),
        ("ask: Who?\n    distractors: [a, b", "expected ']' to close what '[' begins"),
        ("ask: 'It's'", "quotation mark inside"),
        ('ask: "Rust" and Bone', "whole text in quotes"),
        ('ask: "Rust', "close the quotation"),
        ("\task: x", "indent with spaces"),
    ],
)
def test_syntax_is_explained_in_an_authors_words(typed: str, words: str) -> None:
    """What libyaml can't read is said with the mend."""
    document = read(f"questions:\n  - {typed}\n    answer: y\n".encode(), "x")

    assert words in document.problems[0].message
    assert document.problems[0].line in (2, 3)


def test_an_entry_that_is_no_yaml_hides_no_other() -> None:
    """Every entry with a slip has its own problem, and the sound entries are read."""
    entries = ["ask: sound", "ask: a: b", "ask: [x] y", "ask: sound too", "ask: 'it's'"]
    document = read(("questions:\n" + "".join(f"  - {entry}\n" for entry in entries)).encode(), "x")

    assert [problem.line for problem in sorted(document.problems)] == [3, 4, 6]
    assert plain(document.root) == {"questions": [{"ask": "sound"}, {"ask": "sound too"}]}
    assert not document.whole


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    """Any bytes give nodes and problems with places, never an exception."""
    document = read(data, "x")

    assert all(problem.line >= 1 and problem.col >= 1 for problem in document.problems)


@given(st.text("ab:-{}[]&*!|>'\"%@` \n\t#,?", max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text of YAML's own signs gives nodes and problems with places, never an exception."""
    assert isinstance(read(text.encode(), "x"), Document)
