"""PDF is set by typst: our templates lay out the parts, and all text reaches them as data, which is never run."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, assert_never

from rb_quiz.present.paper.parts import (
    AnswerKey,
    AnswerSheet,
    Cards,
    Conversion,
    HostScript,
    Part,
    QuestionSheet,
    ScoreGrid,
    Slides,
    TitlePage,
)
from rb_quiz.present.paper.typography import breakable
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAPERS: Final = ("a4", "letter")
_MOST_AT_ONCE: Final = 4500
_MOST_OF_MANY: Final = 1000
_NUMBERS: Final = 10
"""So many numbers of a conversion table take about as much as a question."""
_REMEMBERED: Final = 11
_SHOWN: Final = 8
_TEMPLATE: Final = Path(__file__).parent / "typst" / "main.typ"
_WORD: Final = re.compile(r"(?<!^)(?=[A-Z])")
_UNPRINTABLE: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


class GlyphError(CallError):
    """Our fonts have no glyph for some characters."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        some = ", ".join(map(repr, characters[:_SHOWN])) + (" and more" if len(characters) > _SHOWN else "")
        super().__init__(f"expected characters that our fonts have, found {some}")
        self.characters = characters


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are made: the paper, large print, a picture for the title page, and folders of further fonts."""

    paper: str = "a4"
    large: bool = False
    logo: bytes | None = None
    fonts: tuple[Path, ...] = ()


def pieces(parts: Iterable[Part]) -> Iterator[tuple[Part, ...]]:
    """Yield the parts in as many files as keep the memory for each low; nearly always that is one.

    One file holds up to 4,500 questions, such as 100 forms of 20 with their keys; what is more is spread over files of
    about 1,000.
    """
    first, rest = _taken(iter(parts), _MOST_AT_ONCE)
    following = next(rest, None)
    if following is None:
        yield first
        return
    rest = chain(first, (following,), rest)
    while True:
        piece, rest = _taken(rest, _MOST_OF_MANY)
        if not piece:
            return
        yield piece


def _taken(parts: Iterator[Part], most: int) -> tuple[tuple[Part, ...], Iterator[Part]]:
    """Return the first parts that hold no more than so many questions, at least one part, and the others."""
    taken: list[Part] = []
    weight = 0
    for part in parts:
        weight += _weight(part)
        if taken and weight > most:
            return tuple(taken), chain((part,), parts)
        taken.append(part)
    return tuple(taken), parts


def forget() -> None:
    """Give back the memory of the files printed so far.

    The compiler keeps what it has laid out for the next ten documents, which are empty ones here.
    """
    import typst  # noqa: PLC0415 - only who prints needs it

    for _ in range(_REMEMBERED):
        typst.Compiler(b"").compile(format="pdf")


def _weight(part: Part) -> int:
    """Return about how many questions a part holds."""
    match part:
        case QuestionSheet() | AnswerSheet():
            return sum(len(section.questions) for section in part.sections)
        case HostScript() | Slides():
            return sum(len(section.told) for section in part.sections)
        case AnswerKey():
            return sum(len(section.rows) for section in part.sections)
        case Conversion():
            return len(part.rows) * len(part.forms) // _NUMBERS
        case Cards():
            return sum(map(len, part.fronts))
        case TitlePage() | ScoreGrid():
            return 1
        case _:
            assert_never(part)


def render_pdf(title: str, parts: Sequence[Part], layout: Layout) -> bytes:
    """Return a tagged PDF (PDF/UA-1) of some parts, the same bytes for the same parts.

    Raise GlyphError for characters without a glyph, and CallError for a logo that is no picture.
    """
    import typst  # noqa: PLC0415 - only who prints needs it

    job = {
        "title": title,
        "paper": layout.paper,
        "large": layout.large,
        "logo": None if layout.logo is None else list(layout.logo),
        "parts": [{"part": _name(part), **_breakable(asdict(part))} for part in parts],
    }
    fonts = typst.Fonts(include_system_fonts=False, font_paths=list(layout.fonts))
    compiler = typst.Compiler(_TEMPLATE, font_paths=fonts, sys_inputs={"job": json.dumps(job)})
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as error:
        raise _in_our_words(error) from None
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file; this tells the type checker
    return made


def _breakable(value: Any) -> Any:
    """Return a value with every text in it made breakable."""
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, dict):
        return {key: _breakable(inner) for key, inner in value.items()}
    return tuple(map(_breakable, value)) if isinstance(value, tuple | list) else value


def _name(part: Part) -> str:
    """Return the name by which the templates know a part, such as answer-sheet."""
    return _WORD.sub("-", type(part).__name__).casefold()


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape.group(1), 16))


def _in_our_words(error: Exception) -> CallError:
    diagnostic = str(getattr(error, "diagnostic", error))
    clusters = (_ESCAPED.sub(_unescaped, cluster) for cluster in _UNPRINTABLE.findall(diagnostic))
    missing = tuple(dict.fromkeys(mark for cluster in clusters for mark in cluster if not mark.isascii()))
    if missing:
        return GlyphError(missing)
    message = str(getattr(error, "message", error))
    if "image" in message or "SVG" in message or "svg" in message:
        return CallError(f"expected the logo to be a picture in PNG, JPEG or SVG, found none ({message})")
    raise error
