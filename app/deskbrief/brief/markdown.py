"""A note's Markdown as a brief shows it: links into the library as their words, all others as typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskbrief.document import note_text
from deskbrief.document.links import SCHEME
from deskbrief.document.note_text import Paragraph, Span

__all__ = ["Paragraph", "Span", "paragraphs"]


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of `body`, none of which has a link any more."""
    for paragraph in note_text.paragraphs(body):
        yield replace(paragraph, spans=tuple(map(_without_link, paragraph.spans)))


def _without_link(span: Span) -> Span:
    if not span.link:
        return span
    own = span.link == span.text or span.link.lower().startswith(f"{SCHEME}:")
    return replace(span, text=span.text if own else f"[{span.text}]({span.link})", link="")
