"""Outlines of texts made on the spot, by the real analysis."""

from __future__ import annotations

from functools import cache

from deskbrief.analysis import job
from deskbrief.analysis.mishaps import BEGINS
from deskbrief.analysis.pipeline import outline_of
from deskbrief.analysis.typed_points import with_markers, with_points
from deskbrief.document.codec import document_request, join_outline
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.steps import finish
from deskbrief.document.tasks import Part


@cache
def outlined(document: Document, published: str = "", *, further: bool = False) -> Outline:
    """Return the outline with the language model, as the worker makes it."""
    parts = job.outline(document_request(document, published=published, further=further))
    return whole(join_outline(part for part in parts if isinstance(part, Part)))


def by_rules(document: Document, published: str = "") -> Outline:
    """Return the outline without the language model."""
    seen = with_points(document)
    return whole(with_markers(finish(outline_of(seen, published)), document, seen))


def whole(outline: Outline) -> Outline:
    """Return `outline`; a mistake that the program got over is one all the same."""
    assert not any(remark.startswith(BEGINS) for remark in outline.remarks)
    return outline
