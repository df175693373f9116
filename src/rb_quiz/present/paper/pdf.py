"""PDF is set by typst: our templates lay out the parts, and all text reaches them as data, which is never run."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

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
from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPERS: Final = ("a4", "letter")
_MOST_AT_ONCE: Final = 4000
_MOST_OF_MANY: Final = 1500
_NUMBERS: Final = 10
"""So many numbers of a conversion table take about as much as a question."""
_REMEMBERED: Final = 11
_TEMPLATE: Final = Path(__file__).parent / "typst" / "main.typ"
_WORD: Final = re.compile(r"(?<!^)(?=[A-Z])")
_UNPRINTABLE: Final = re.compile(r'the text `"(.+?)"` could not be displayed')


class GlyphError(CallError):
    """Our fonts have no glyph for some characters."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__(f"expected characters that our fonts have, found {', '.join(map(repr, characters))}")
        self.characters = characters


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are made: the paper, large print, a picture for the title page, and folders of further fonts."""

    paper: str = "a4"
    large: bool = False
    logo: bytes | None = None
    fonts: tuple[Path, ...] = ()


def pieces(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """Return the parts in as many files as keep the memory for each below 300 MiB; nearly always that is one.

    One file holds 4,000 questions (100 forms of 20 with their keys); more are spread over files of up to 1,500.
    """
    if sum(map(_weight, parts)) <= _MOST_AT_ONCE:
        return [tuple(parts)]
    made: list[list[Part]] = [[]]
    for part in parts:
        if made[-1] and sum(map(_weight, made[-1])) + _weight(part) > _MOST_OF_MANY:
            made.append([])
        made[-1].append(part)
    return [tuple(piece) for piece in made]


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
        "parts": [{"part": _name(part), **asdict(part)} for part in parts],
    }
    fonts = typst.Fonts(include_system_fonts=False, font_paths=list(layout.fonts))
    compiler = typst.Compiler(_TEMPLATE, font_paths=fonts, sys_inputs={"job": json.dumps(job)})
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as error:
        raise _in_our_words(error) from None
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file; this tells the type checker
    return made


def _name(part: Part) -> str:
    """Return the name by which the templates know a part, such as answer-sheet."""
    return _WORD.sub("-", type(part).__name__).casefold()


def _in_our_words(error: Exception) -> CallError:
    diagnostic = str(getattr(error, "diagnostic", error))
    missing = tuple(dict.fromkeys(_UNPRINTABLE.findall(diagnostic)))
    if missing:
        return GlyphError(missing)
    message = str(getattr(error, "message", error))
    if "image" in message or "SVG" in message or "svg" in message:
        return CallError(f"expected the logo to be a picture in PNG, JPEG or SVG, found none ({message})")
    raise error
