"""Steps through the text by sentences and paragraphs, and selections that grow and shrink by them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.sentences import sentence_at
from deskbrief.ui.reader.stretches import stretch_at, stretches_back, stretches_from


class Unit(StrEnum):
    """What one step goes over."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def unit_at(document: Document, unit: Unit, offset: int) -> Span | None:
    """Return the sentence, or the block, that holds `offset`; None where there are no words."""
    if not document.blocks:
        return None
    if unit is Unit.PARAGRAPH:
        span = document.block_at(offset).span
        return span if len(span) else None
    bounds = stretch_at(document, offset)
    return _sentence_at(document, bounds, min(max(offset, bounds.start), bounds.end))


def unit_after(document: Document, unit: Unit, offset: int) -> Span | None:
    """Return the first sentence or block that begins at `offset` or behind it."""
    for bounds in _forward(document, unit, offset):
        if unit is Unit.PARAGRAPH:
            if bounds.start >= offset:
                return bounds
            continue
        found = _sentence_after(document, bounds, max(offset, bounds.start))
        if found is not None:
            return found
    return None


def unit_before(document: Document, unit: Unit, offset: int) -> Span | None:
    """Return the last sentence or block that ends at `offset` or before it."""
    for bounds in _backward(document, unit, offset):
        if unit is Unit.PARAGRAPH:
            if bounds.end <= offset:
                return bounds
            continue
        found = _sentence_before(document, bounds, min(offset, bounds.end))
        if found is not None:
            return found
    return None


def extended(document: Document, unit: Unit, ends: tuple[int, int], step: int) -> tuple[int, int]:
    """Return a selection, from where it began to where it has come, by one unit larger or smaller.

    Where nothing is selected, the paragraph here is the first one, and the sentence here counts as selected.
    A selection of one unit that shrinks turns around and grows to the other side.
    """
    anchor, head = ends
    if anchor == head:
        here = unit_at(document, unit, anchor)
        if here is None:
            return ends
        if unit is Unit.PARAGRAPH:
            return (here.start, here.end) if step > 0 else (here.end, here.start)
        anchor, head = (here.start, here.end) if step > 0 else (here.end, here.start)
    return _down(document, unit, anchor, head) if step > 0 else _up(document, unit, anchor, head)


def _down(document: Document, unit: Unit, anchor: int, head: int) -> tuple[int, int]:
    low, high = min(anchor, head), max(anchor, head)
    if head < anchor:
        first = unit_at(document, unit, low)
        after = unit_after(document, unit, first.end if first else low + 1)
        if after is not None and after.start < high:
            return anchor, after.start
        anchor = first.start if first else low
    last = unit_at(document, unit, high - 1)
    if last is not None and last.end > high:
        return anchor, last.end
    after = unit_after(document, unit, high)
    return anchor, after.end if after else high


def _up(document: Document, unit: Unit, anchor: int, head: int) -> tuple[int, int]:
    low, high = min(anchor, head), max(anchor, head)
    if head > anchor:
        last = unit_at(document, unit, high - 1)
        before = unit_before(document, unit, last.start if last else high - 1)
        if before is not None and before.end > low:
            return anchor, before.end
        anchor = last.end if last else high
    first = unit_at(document, unit, low)
    if first is not None and first.start < low:
        return anchor, first.start
    before = unit_before(document, unit, low)
    return anchor, before.start if before else low


def _sentence_at(document: Document, bounds: Span, offset: int) -> Span | None:
    return sentence_at(document.text, bounds, offset, document.metadata.language)


def _sentence_after(document: Document, bounds: Span, offset: int) -> Span | None:
    """Return the first sentence of one stretch that begins at `offset` or behind it."""
    here = _sentence_at(document, bounds, offset)
    if here is None or here.start >= offset:
        return here
    at = here.end
    while at < bounds.end and document.text[at].isspace():
        at += 1
    found = _sentence_at(document, bounds, at) if at < bounds.end else None
    # What is cut out of a text without any ends of sentences may begin anywhere.
    return None if found is None or found.end <= at else Span(max(found.start, at), found.end)


def _sentence_before(document: Document, bounds: Span, offset: int) -> Span | None:
    """Return the last sentence of one stretch that ends at `offset` or before it."""
    while offset > bounds.start and document.text[offset - 1].isspace():
        offset -= 1
    found = _sentence_at(document, bounds, offset - 1) if offset > bounds.start else None
    if found is not None and found.end > offset:
        return _sentence_before(document, bounds, found.start) if found.start < offset else None
    return found


def _forward(document: Document, unit: Unit, offset: int) -> Iterator[Span]:
    """Yield the blocks, or stretches, with any text from the one at `offset` on."""
    first = document.block_index(offset) if document.blocks else 0
    for index in range(first, len(document.blocks)):
        block = document.blocks[index]
        spans = iter((block.span,)) if unit is Unit.PARAGRAPH else stretches_from(block, offset)
        yield from (span for span in spans if len(span) and span.end > offset)


def _backward(document: Document, unit: Unit, offset: int) -> Iterator[Span]:
    """Yield the blocks, or stretches, with any text from the one at `offset` back."""
    last = document.block_index(offset) if document.blocks else -1
    for index in range(last, -1, -1):
        block = document.blocks[index]
        spans = iter((block.span,)) if unit is Unit.PARAGRAPH else stretches_back(block, offset)
        yield from (span for span in spans if len(span) and span.start < offset)
