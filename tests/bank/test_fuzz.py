"""Mutated bank files give problems or a bank, never a traceback.

`RB_QUIZ_FUZZ=100000 pytest tests/bank/test_fuzz.py` tries that many.
"""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from rb_quiz.bank import Bank, survey
from rb_quiz.bank.advice import advise
from rb_quiz.chance import Stream
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).parents[2]
COUNT: Final = int(os.environ.get("RB_QUIZ_FUZZ", "600"))
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
SEEDS: Final = tuple(
    text.encode()
    for text in (
        *re.findall(r"```yaml\n(.*?)```", README, re.DOTALL),
        (ROOT / "tests" / "golden" / "playthroughs" / "bank.yaml").read_text(encoding="utf-8"),
        "\n".join((ROOT / "questions" / "facts" / "crew.yaml").read_text(encoding="utf-8").splitlines()[:60]),
        "topic: T\nnames: {person: [{name: A B, also: [B], like: {sex: male}}]}\nquestions: []\n",
    )
)
PIECES: Final = (
    *(b"", b" ", b"\n", b"\t", b"- ", b": ", b" #", b"{", b"}", b"[", b"]", b",", b'"', b"'", b"|", b">", b"&a", b"*a"),
    *(b"!!int", b"<<:", b"---\n", b"...\n", b"%YAML 1.1\n", b"?", b"~", b"null", b"{{}}", b"{actor}", b"{x", b"\x85"),
    *("é".encode(), "\u202e".encode(), b"\x1b[31m", b"\x00", "🎬".encode(), b"9" * 40, b"1e999", b"-0", b"kind: order"),
    *(b"answer: []", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\r"),
)


def mutated(stream: Stream) -> bytes:
    """Return a bank file with a few things changed in it."""
    data: bytes = SEEDS[stream.below(len(SEEDS))]
    for _ in range(1 + stream.below(4)):
        mutation = MUTATIONS[stream.below(len(MUTATIONS))]
        data = mutation(data, stream)
    return data


def insert(data: bytes, stream: Stream) -> bytes:
    """Write a piece somewhere."""
    at = stream.below(len(data) + 1)
    return data[:at] + PIECES[stream.below(len(PIECES))] + data[at:]


def delete(data: bytes, stream: Stream) -> bytes:
    """Take a few bytes away."""
    at = stream.below(len(data) + 1)
    return data[:at] + data[at + 1 + stream.below(12) :]


def cut(data: bytes, stream: Stream) -> bytes:
    """End the file early."""
    return data[: stream.below(len(data) + 1)]


def copy_line(data: bytes, stream: Stream) -> bytes:
    """Write a line again somewhere else."""
    lines = data.splitlines(keepends=True) or [b""]
    lines.insert(stream.below(len(lines) + 1), lines[stream.below(len(lines))])
    return b"".join(lines)


def drop_line(data: bytes, stream: Stream) -> bytes:
    """Take a line away."""
    lines = data.splitlines(keepends=True) or [b""]
    del lines[stream.below(len(lines))]
    return b"".join(lines)


def swap_words(data: bytes, stream: Stream) -> bytes:
    """Exchange two words."""
    words: list[bytes] = re.split(rb"(\w+)", data)
    if len(words) < 5:
        return data
    first, second = (1 + 2 * stream.below(len(words) // 2) for _ in range(2))
    words[first], words[second] = words[second], words[first]
    return b"".join(words)


def empty_value(data: bytes, stream: Stream) -> bytes:
    """Leave a field without its value, or give it a map."""
    fields = list(re.finditer(rb"(?<=: )[^,{}\[\]\n]+", data))
    if not fields:
        return data
    field = fields[stream.below(len(fields))]
    return data[: field.start()] + (b"", b"{a: b}", b"[]", b"[[]]", b"''")[stream.below(5)] + data[field.end() :]


MUTATIONS: Final[tuple[Callable[[bytes, Stream], bytes], ...]] = (
    insert,
    delete,
    cut,
    copy_line,
    drop_line,
    swap_words,
    empty_value,
)


def used(bank: Bank) -> None:
    """Do with a bank what a game would: sum it up, write its questions, look for advice."""
    assert len(bank.edition) == 16
    for template in bank.templates:
        list(islice(template.every(), 5))
    advise(bank)


@pytest.mark.parametrize("part", range(4))
def test_mutated_files_are_problems_or_banks(part: int, tmp_path: Path) -> None:
    """Each is read to its end: every problem has a place in the file, and what has none can be used."""
    path = tmp_path / "bank.yaml"
    sound = 0
    for number in range(part, COUNT, 4):
        path.write_bytes(mutated(Stream("fuzz", str(number))))
        try:
            bank, problems = survey([path], thorough=number % 8 == 0)
        except CallError:
            continue
        assert all(problem.line >= 1 and problem.message for problem in problems)
        assert all(problem.headline.isprintable() for problem in problems)
        if not problems:
            sound += 1
            used(bank)
    assert sound > COUNT // 4 // 20
