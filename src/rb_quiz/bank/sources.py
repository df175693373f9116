"""Sources are where the bank's answers can be looked up, declared once and cited by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rb_quiz.bank.fields import Fields
    from rb_quiz.bank.source import Mark


@dataclass(frozen=True, slots=True)
class Source:
    """One page, book or film that supports answers."""

    name: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    licence: str = ""

    @property
    def citation(self) -> str:
        """Return the source on one line, its address last and in angle brackets."""
        title = f"“{self.title}”" if self.title else ""
        address = f"<{self.url}>" if self.url else ""
        return " ".join(part for part in (", ".join(part for part in (self.publisher, title) if part), address) if part)


def is_citation(source: str) -> bool:
    """Return whether a source is written out in words or as an address, instead of naming a declared one."""
    return "://" in source or len(source.split()) > 1


def read_sources(sections: Fields) -> Iterator[tuple[Mark, Source]]:
    """Yield the sources one file declares, each with its place."""
    says = "Where answers can be looked up, each source under the name by which it is cited."
    declared = sections.map("sources", 'article: {title: "…", publisher: "…", url: "…"}', says)
    if declared is None:
        return
    for name in declared.node:
        fields = declared.map(name, 'title: "…"', "One page, book or film.")
        if fields is None:
            continue
        source = Source(
            name,
            title=fields.text("title", "What it is called."),
            publisher=fields.text("publisher", "Who published it."),
            url=fields.text("url", "Its address."),
            licence=fields.text("licence", "The licence of its text."),
        )
        fields.close()
        if source != Source(name):
            yield declared.node.key_mark(name), source
        else:
            fields.report("empty-value", f"expected a title, publisher or url for the source {name!r}, found none")
