"""`add` and `new` as processes: flags, lines from a pipe, faults, and several at the same time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from shlex import quote
from typing import TYPE_CHECKING

import pytest

from rb_quiz.bank import KINDS, load
from rb_quiz.bank.kinds.asked import Asked, Shape, asked_of
from rb_quiz.cli.flags import FLAG_OF

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from conftest import Run
    from rb_quiz.bank import Question

    Add: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

SAID: dict[str, dict[str, str | list[str]]] = {
    "choice": {"ask": "Who: is it?", "answer": "Al", "distractors": ["Bo", "Cy"]},
    "multiple": {"ask": "Who?", "answers": ["Al", "Bo"], "distractors": ["Cy"]},
    "true-false": {"ask": "It is.", "answer": "false"},
    "text": {"ask": "Who?", "expects": "person", "answer": "Al Ott", "accept": ["Mr Ott"]},
    "number": {"ask": "How many?", "answer": "8", "unit": "weeks", "tolerance": "5 %"},
    "order": {"ask": "In order:", "order": ["One", "Two", "Three"]},
    "match": {"ask": "What goes with what?", "pairs": ["France = Paris", "Spain = Madrid"], "distractors": ["Rome"]},
    "odd-one-out": {"ask": "Which?", "answer": "Al", "distractors": ["Bo", "Cy"]},
}
HOSTILE = [
    "- a: b # c",
    "'",
    '"',
    "\\",
    "{x}",
    "[y",
    "*z",
    "&a",
    "!t",
    "|",
    "👩‍🚀",
    "a\nb",
    "[red]x",
    "{{7*7}}",
    "x" * 10_000,
]
CHOICE = ("--answer", "Al", "--distractor", "Bo")


def mine(tmp_path: Path) -> Path:
    """Return the file that questions go to where nothing else is said."""
    return tmp_path / "own" / "questions" / "my-questions.yaml"


@pytest.fixture
def add(rb_quiz: Run, tmp_path: Path) -> Add:
    """Run `add` as an author with a folder of their own."""
    return partial(rb_quiz, "add", RB_QUIZ_HOME=str(tmp_path / "own"))


def flags_of(kind: str) -> list[str]:
    """Return the flags that say all of a question of a kind."""
    flags = ["--kind", kind]
    for name, value in SAID[kind].items():
        for text in [value] if isinstance(value, str) else value:
            flags += [f"--{FLAG_OF.get(name, name)}", text]
    return flags


def lines_of(kind: str) -> str:
    """Return the lines that say the same when they are asked for."""
    lines = ["Cast", kind]
    for asked in asked_of(kind):
        value = SAID[kind].get(asked.name, [])
        if not asked.rare:
            lines += [value] if isinstance(value, str) else value
        if not asked.rare and (asked.shape is not Shape.TEXT or not value):
            lines.append("")
    return "\n".join([*lines, "", "plot", "https://example.org", "So it is."]) + "\n"


def only(path: Path) -> Question:
    """Return the one question of a file."""
    (question,) = load([path]).questions
    return question


def said(question: Question) -> dict[str, object]:
    """Return what was said of a question, in the words of the table above."""
    form = {asked.name: getattr(question.form, asked.name.replace("-", "_")) for asked in _own(question.kind)}
    form["answer"] = str(form["answer"]).casefold() if question.kind == "true-false" else form.get("answer")
    lists = {name: [_shown(each) for each in value] for name, value in form.items() if isinstance(value, tuple)}
    return {name: value for name, value in ({"ask": question.ask} | form | lists).items() if value}


def _own(kind: str) -> tuple[Asked, ...]:
    return asked_of(kind)[1:]


def _shown(value: object) -> object:
    return " = ".join(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_said_in_flags(kind: str, add: Add, tmp_path: Path) -> None:
    """Flags that say enough ask nothing and write the question, with no field that says nothing new."""
    done = add(*flags_of(kind))

    assert done.returncode == 0, done.stderr
    assert "Enter alone" not in done.stderr
    assert said(only(mine(tmp_path))) == SAID[kind]
    assert f"Added {only(mine(tmp_path)).id} to {mine(tmp_path)}" in done.stdout
    assert "difficulty:" not in mine(tmp_path).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_said_in_lines(kind: str, add: Add, tmp_path: Path) -> None:
    """Without a terminal each field is a line of stdin; what is asked goes to stderr."""
    done = add(stdin=lines_of(kind))

    question = only(mine(tmp_path))
    assert done.returncode == 0, done.stderr
    assert said(question) == SAID[kind]
    assert (question.topic, question.spoiler, question.feedback) == ("Cast", "plot", "So it is.")
    assert question.sources == ("https://example.org",)
    assert done.stdout == f"Added {question.id} to {question.file}, line {question.line}.\n"


@pytest.mark.parametrize("kind", KINDS)
def test_an_end_in_the_middle_writes_nothing(kind: str, add: Add, tmp_path: Path) -> None:
    """Where the lines end before all is said, that is said, with the field that comes next."""
    lines = lines_of(kind).splitlines(keepends=True)
    for count in (0, len(lines) // 2, len(lines) - 1):
        done = add(stdin="".join(lines[:count]))
        assert done.returncode == 2
        assert "found the end of the input; nothing was written" in done.stderr
        assert not mine(tmp_path).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_flag(kind: str, rb_quiz: Run) -> None:
    """What an author can write for a kind can be said in a flag."""
    known = rb_quiz("add", "--help").stdout

    assert all(f"--{FLAG_OF.get(asked.name, asked.name)} " in known for asked in asked_of(kind))


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--ask", "Who?", "--answer", "Al", "--distractor", "al"], "distractors: expected options that differ"),
        (["--ask", "Who?", *CHOICE, "--difficulty", "hrad"], "did you mean 'hard'"),
        (["--ask", "Who?", *CHOICE, "--source", "nonsense"], "source: expected the name of a declared source"),
        (["--ask", "Who?", *CHOICE, "--unit", "weeks"], "found --unit"),
        (["--ask", "Who?", *CHOICE, "--answer", "Bo"], "expected --answer once"),
        (["--ask", "Who?", *CHOICE, "--id", "a b"], "id: expected an id"),
        (["--ask", " ", *CHOICE], "expected a text for --ask"),
        (["--ask", "Wh\x1b[2Jo?", *CHOICE], "hidden character '\\x1b'"),
        (["--ask", "Wh\udce9?", *CHOICE], "ask: expected UTF-8"),
        (["--ask", "How many?", "--kind", "nubmer", "--answer", "8"], "did you mean 'number'"),
        (["--ask", "How many?", "--kind", "number", "--answer", "many"], "answer: expected a number"),
        (["--ask", "What?", "--pair", "a", "--pair", "b = c"], "--pair: expected a pair such as"),
        (["--ask", "Who?", *CHOICE, "--file", "bank.txt"], "expected --file to be a YAML file"),
        (["--ask", "Who?", *CHOICE, "--file", "none/bank.yaml"], "make it first"),
        (["--cell", "a=b"], "expected --table NAME"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(flags: list[str], message: str, add: Add, tmp_path: Path) -> None:
    """A fault names its field and what was expected; the exit code is 2."""
    done = add(*flags)

    assert done.returncode == 2
    assert message in done.stderr
    assert not mine(tmp_path).exists()


def test_the_kind_follows_from_flags_that_only_one_has(add: Add, tmp_path: Path) -> None:
    """`--order` alone says the kind."""
    assert add("--ask", "So:", "--order", "a", "--order", "b").returncode == 0
    assert only(mine(tmp_path)).kind == "order"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_data(text: str, add: Add, tmp_path: Path) -> None:
    """Whatever YAML makes of its signs, a text is read back as it was said."""
    flags = ("--ask", f"Q {text}", "--answer", text, "--distractor", f"{text} 2", "--topic", text, "--feedback", text)
    done = add(*flags)

    question = only(mine(tmp_path))
    assert done.returncode == 0
    assert said(question) == {"ask": f"Q {text}".strip(), "answer": text, "distractors": [f"{text} 2"]}
    assert (question.topic, question.feedback) == (text, text)


def test_the_same_question_again_is_refused(add: Add, tmp_path: Path) -> None:
    """A question that is there already is not written twice, wherever it stands."""
    add(*flags_of("number"))
    before = mine(tmp_path).read_bytes()
    other = tmp_path / "own" / "questions" / "a.yaml"
    done = add(*flags_of("number"), "--file", other)

    assert (done.returncode, "ask: expected each question once" in done.stderr) == (2, True)
    assert (mine(tmp_path).read_bytes(), other.exists()) == (before, False)


def test_advice_on_the_new_question_is_a_warning(add: Add) -> None:
    """What the judge would do against the author's will is said before the question is written all the same."""
    flags = ("--expects", "person", "--answer", "Jacques Audiard", "--accept", "Bouli Lanners")
    done = add("--ask", "Who made it?", *flags)

    assert done.returncode == 0
    assert "'Bouli Lanners' is accepted too" in done.stderr
    assert "[swallowed-answer]" in done.stderr


def test_a_file_with_problems_is_refused(rb_quiz: Run, tmp_path: Path) -> None:
    """Its problems are said, with exit code 1, and the file stays as it is."""
    path = tmp_path / "bank.yaml"
    path.write_text("questions:\n  - {ask: Who?, answer: &a Al, distractors: [Bo]}\n", encoding="utf-8")
    before = path.read_bytes()
    done = rb_quiz("add", "--ask", "What?", *CHOICE, "--file", path)

    assert (done.returncode, "[anchor]" in done.stderr) == (1, True)
    assert path.read_bytes() == before


def test_problems_of_other_files_are_no_hindrance(rb_quiz: Run, tmp_path: Path) -> None:
    """What is wrong beside the file doesn't keep it from being added to."""
    (tmp_path / "other.yaml").write_text("questions: [\n", encoding="utf-8")
    done = rb_quiz("add", "--ask", "What?", *CHOICE, "--file", tmp_path / "bank.yaml")

    assert done.returncode == 0
    assert only(tmp_path / "bank.yaml").ask == "What?"


def test_what_the_file_says_for_all_is_left_out(rb_quiz: Run, tmp_path: Path) -> None:
    """A default topic and source are not said again."""
    path = tmp_path / "bank.yaml"
    head = "topic: T\nsource: s\nsources: {s: {title: S}}\nquestions: []  # none\n"
    path.write_text(head, encoding="utf-8")
    done = rb_quiz("add", "--ask", "What?", *CHOICE, "--topic", "T", "--source", "s", "--file", path)

    assert done.returncode == 0
    assert path.read_text(encoding="utf-8") == head.replace("[]", '[{ask: "What?", answer: Al, distractors: [Bo]}]')


def test_a_trial_reads_the_lines_that_follow(add: Add, tmp_path: Path) -> None:
    """`--try` asks the question once, in a pipe too, and keeps no record of it."""
    done = add(*flags_of("number"), "--try", stdin="8\n")

    assert done.stdout.splitlines()[-1] == "Right: 8 weeks"
    assert not list((tmp_path / "own").glob("*.sqlite3"))


def test_a_home_that_cant_be_made(add: Add, tmp_path: Path) -> None:
    """Where the folder for one's own questions can't be made, that is said."""
    (tmp_path / "own").write_text("a file", encoding="utf-8")
    done = add("--ask", "What?", *CHOICE)

    assert (done.returncode, "own" in done.stderr) == (2, True)
    assert (tmp_path / "own").read_text(encoding="utf-8") == "a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cant_be_written_to(rb_quiz: Run, tmp_path: Path) -> None:
    """Where nothing can be written that is said, and nothing is left behind."""
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    done = rb_quiz("add", "--ask", "What?", *CHOICE, "--file", folder / "bank.yaml")

    assert (done.returncode, "expected to write" in done.stderr) == (2, True)
    assert not list(folder.iterdir())


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """A file is written whole or not at all."""
    path = tmp_path / "bank.yaml"
    path.write_text(f"# {'x' * 9_000}\nquestions: []\n", encoding="utf-8")
    before = path.read_bytes()
    call = [sys.executable, "-m", "rb_quiz", "add", "--ask", "What?", *CHOICE, "--file", str(path)]
    limited = f"trap '' XFSZ; ulimit -f 8; exec {' '.join(map(quote, call))}"
    done = subprocess.run(["bash", "-c", limited], capture_output=True, encoding="utf-8", check=False, timeout=60)

    assert (done.returncode, "expected to write" in done.stderr) == (2, True)
    assert [file.name for file in tmp_path.iterdir()] == ["bank.yaml"]
    assert path.read_bytes() == before


def test_an_interrupt_writes_nothing(tmp_path: Path) -> None:
    """Ctrl-C in the middle ends with 130, says that nothing was written, and leaves nothing behind."""
    own = tmp_path / "own"
    call = [sys.executable, "-m", "rb_quiz", "add"]
    with subprocess.Popen(
        call,
        env=os.environ | {"RB_QUIZ_HOME": str(own)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as author:
        assert author.stdin is not None
        assert author.stderr is not None
        author.stdin.write("Cast\nchoice\n")
        author.stdin.flush()
        while "read out" not in author.stderr.readline():
            pass
        author.send_signal(signal.SIGINT)
        rest = author.stderr.read()

    assert (author.returncode, rest) == (130, "Nothing was written.\n")
    assert not own.exists()


def test_two_authors_at_once_lose_nothing(tmp_path: Path) -> None:
    """Forty questions that two processes add to one file are all there."""
    path = tmp_path / "bank.yaml"
    script = (
        "import sys\nfrom rb_quiz.cli import app\nfor number in range(20):\n"
        "    app(['add'])(['add', '--ask', f'{sys.argv[1]} {number}?', '--answer', 'A', '--distractor', 'B', "
        "'--file', sys.argv[2]], standalone_mode=False)\n"
    )
    authors = [
        subprocess.Popen([sys.executable, "-c", script, name, str(path)], stdout=-3, stderr=-3) for name in ("x", "y")
    ]

    assert [author.wait(timeout=120) for author in authors] == [0, 0]
    asked = [question.ask for question in load([path]).questions]
    assert sorted(asked) == sorted(f"{name} {number}?" for name in "xy" for number in range(20))
    assert [ask for ask in asked if ask[0] == "x"] == [f"x {number}?" for number in range(20)]


@pytest.fixture
def new_bank(rb_quiz: Run, tmp_path: Path) -> Path:
    """Start a bank with `new`."""
    done = rb_quiz("new", tmp_path / "harbour")
    assert done.returncode == 0, done.stderr
    return tmp_path / "harbour"


def test_a_new_bank_is_sound(new_bank: Path, rb_quiz: Run) -> None:
    """It passes `check --advice`, can be played and printed, and its tables make questions."""
    assert "No advice" in rb_quiz("check", "--advice", new_bank).stdout
    assert rb_quiz("play", "--plain", "--bank", new_bank).stdout.splitlines()[-1] == "Score: 0 / 10"
    assert rb_quiz("print", "--bank", new_bank, "--pack", "sheet", "-o", "-").stdout.startswith("# ")
    assert " 0 proved" not in rb_quiz("check", new_bank).stdout


def test_the_next_steps_of_a_new_bank_work(rb_quiz: Run, tmp_path: Path) -> None:
    """Each command that `new` prints is one that can be called so, whatever the folder is called."""
    done = rb_quiz("new", "my quiz", cwd=tmp_path)
    steps = [line.strip() for line in done.stdout.splitlines() if line.startswith("  rb-quiz")]
    run = f'rb-quiz() {{ {quote(sys.executable)} -m rb_quiz "$@"; }}; set -x; '

    assert len(steps) == 5
    for step in steps:
        ended = subprocess.run(
            ["bash", "-c", run + step], cwd=tmp_path, capture_output=True, encoding="utf-8", stdin=-3, check=False
        )
        assert ended.returncode == (2 if " add " in step else 0), ended.stderr
        assert "end of the input" in ended.stderr or " add " not in step


@pytest.mark.parametrize("name", ["..", ".hidden", "a\x1bb", "con", "NUL.txt", "a/b/c", "a:b", "x" * 200, "used"])
def test_only_sound_names_are_taken(name: str, rb_quiz: Run, tmp_path: Path) -> None:
    """A folder that is in use, or that some machine could not hold, is refused; an empty one is not."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "file").touch()
    (tmp_path / "empty").mkdir()
    before = sorted(tmp_path.rglob("*"))
    done = rb_quiz("new", name, cwd=tmp_path)

    assert (done.returncode, "expected" in done.stderr) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before
    assert rb_quiz("new", "empty", cwd=tmp_path).returncode == 0


def test_a_row_makes_more_questions(new_bank: Path, rb_quiz: Run) -> None:
    """A row is written below the others, and each template says what it makes of it."""
    path = new_bank / "boats.yaml"
    before = path.read_text(encoding="utf-8")
    flags = ("--cell", "boat=The: Ark", "--cell", "skipper=Noa", "--cell", "launched=1901", "--spoiler", "plot")
    done = rb_quiz("add", "--table", "boats", *flags, "--bank", new_bank)

    added = '      - {boat: "The: Ark", skipper: Noa, launched: 1901, spoiler: plot}\n'
    assert done.returncode == 0, done.stderr
    assert "6 questions, 1 more than before" in done.stderr
    assert path.read_text(encoding="utf-8") == before.replace("\n\nquestions:", f"\n{added}\nquestions:")


def test_the_cells_of_a_row_are_asked(new_bank: Path, rb_quiz: Run) -> None:
    """Without flags each column is a line; an empty line leaves its cell empty."""
    done = rb_quiz("add", "--table", "boats", "--bank", new_bank, stdin="Ark\n\n1901\n\n")

    assert done.returncode == 0, done.stderr
    assert "- {boat: Ark, launched: 1901}\n" in (new_bank / "boats.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["boat=Marigold"], "expected each value of 'boat' once"),
        (["boat=Ark", "launched=19x1"], "expected a year"),
        (["baot=Ark"], "did you mean 'boat'"),
        (["boat=Ark", "boat=Ark"], "expected each column once"),
        (["boat="], "expected something in a row"),
        (["boat=A\x1bB"], "hidden character"),
    ],
)
def test_rows_that_cant_be_are_refused(cells: list[str], message: str, new_bank: Path, rb_quiz: Run) -> None:
    """A cell of another type, a value that stands in another row, or a row of nothing is not written."""
    before = (new_bank / "boats.yaml").read_bytes()
    flags = [flag for cell in cells for flag in ("--cell", cell)]
    done = rb_quiz("add", "--table", "boats", *flags, "--bank", new_bank)

    assert (done.returncode, message in done.stderr) == (2, True), done.stderr
    assert (new_bank / "boats.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("csv", "after"),
    [
        (b"a,b\r\nx,1\r\n", b'a,b\r\nx,1\r\n"y, z",2\r\n'),
        (b'"b","a"\n"1","x"', b'"b","a"\n"1","x"\n"2","y, z"'),
    ],
)
def test_a_row_goes_to_the_csv_file_that_holds_the_others(
    csv: bytes, after: bytes, rb_quiz: Run, tmp_path: Path
) -> None:
    """The file keeps its order, quotes and line ends; the YAML file beside it is not touched."""
    yaml = "tables: {t: {columns: {a: text, b: year}, unique: a, rows: t.csv}}\n"
    (tmp_path / "bank.yaml").write_text(yaml, encoding="utf-8")
    (tmp_path / "t.csv").write_bytes(csv)
    flags = ("--table", "t", "--cell", "a=y, z", "--cell", "b=2", "--file", tmp_path / "bank.yaml")
    done = rb_quiz("add", *flags)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "t.csv").read_bytes() == after
    assert (tmp_path / "bank.yaml").read_text(encoding="utf-8") == yaml
    again = rb_quiz("add", *flags)
    assert (again.returncode, "expected each value of 'a' once" in again.stderr) == (2, True)


def test_the_bundled_tables_are_left_alone(add: Add) -> None:
    """What belongs to the program is changed only where its bank is named."""
    done = add("--table", "nonsense", "--cell", "a=b")

    assert (done.returncode, "expected a table of a bank of your own" in done.stderr) == (2, True)
