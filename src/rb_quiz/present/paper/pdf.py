"""PDF is set by typst: our templates lay out the parts, and all text reaches them as data, which is never run."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rb_quiz.problem import CallError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rb_quiz.present.paper.parts import Part

PAPERS: Final = ("a4", "letter")
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
