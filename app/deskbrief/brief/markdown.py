"""A note's Markdown as a brief shows it: no signs, and of a link its words with the address beside them.

Nothing in a brief leads out of it: a note may have come from somebody else's file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskbrief.document import note_text
from deskbrief.document.links import SCHEME
from deskbrief.document.note_text import Paragraph, Span

__all__ = ["Paragraph", "Span", "paragraphs"]

MAIL = "mailto:"


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of `body`, none of which has a link any more."""
    for paragraph in note_text.paragraphs(body):
        yield replace(paragraph, spans=tuple(map(_without_link, paragraph.spans)))


def _without_link(span: Span) -> Span:
    if not span.link:
        return span
    address = span.link.removeprefix(MAIL)
    known = span.text in {span.link, address} or span.link.lower().startswith(f"{SCHEME}:")
    return replace(span, text=span.text if known else f"{span.text} ({address})", link="")
