"""A document as analysis reads it: paragraphs that begin with a typed marker are items of a list."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.document.outline import Outline
from deskbrief.document.points import bullet_of, depth_of, enumerated, enumerator_of
from deskbrief.document.spans import Span

#: Signs that open a paragraph of speech, a sum or a remark as well as an item.
_UNSURE = frozenset("-–+*→★☆o")
#: Code points of a paragraph that are looked at.
_HEAD = 20


def with_points(document: Document) -> Document:
    """Return the document with such paragraphs as list items that begin behind their markers.

    Files of word processors and pages of laws are full of them. Letters count when they follow one another;
    numbers do not: reports number their paragraphs, and laws theirs.
    """
    heads = [_head(document, block) for block in document.blocks]
    markers = {at: enumerator_of(heads[at]) for at in enumerated(heads)}
    markers = {at: marker for at, marker in markers.items() if marker.strip("().").isalpha()}
    markers |= {
        at: sign for at, head in enumerate(heads) if (sign := bullet_of(head)) and sign not in _UNSURE
    }
    if not markers:
        return document
    around: list[tuple[str, str]] = []
    blocks: list[Block] = []
    for at, block in enumerate(document.blocks):
        marker = markers.get(at, "")
        if not marker:
            around.clear()
            blocks.append(block)
            continue
        behind = document.text[block.start + len(marker) : block.end]
        start = block.end - len(behind.lstrip())
        depth = depth_of(marker, around)
        item = replace(block, kind=BlockKind.LIST_ITEM, start=start, depth=depth, marker=marker)
        blocks.append(item if start < block.end else block)
    return replace(document, blocks=tuple(blocks))


def with_markers(outline: Outline, document: Document, seen: Document) -> Outline:
    """Return `outline`, made of the view `seen` of a document, with markers in the passages of its advice.

    A reader's decision is kept by the words of the passage, which are those of the document as it stands.
    """
    if seen is document:
        return outline
    starts = {
        one.start: whole.start
        for one, whole in zip(seen.blocks, document.blocks, strict=True)
        if one.start != whole.start
    }
    advice = tuple(
        replace(one, spans=tuple(Span(starts.get(span.start, span.start), span.end) for span in one.spans))
        for one in outline.recommendations
    )
    return replace(outline, recommendations=advice)


def _head(document: Document, block: Block) -> str:
    if block.kind is not BlockKind.PARAGRAPH:
        return ""
    return document.text[block.start : min(block.start + _HEAD, block.end)]
