"""The quiz on paper: packs to print, as PDF or Markdown, and the marks that come back."""

from rb_quiz.present.paper.markdown import render_markdown
from rb_quiz.present.paper.parts import Document, Part
from rb_quiz.present.paper.pdf import PAPERS, GlyphError, Layout, forget, pieces, render_pdf

__all__ = ["PAPERS", "Document", "GlyphError", "Layout", "Part", "forget", "pieces", "render_markdown", "render_pdf"]
