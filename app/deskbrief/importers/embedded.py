"""Documents inside documents: what a reader made of an embedded file, as drafts of the file around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deskbrief.document.model import Block, BlockKind, Cell, Document, Inline, InlineKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.draft import BlockDraft, CellSource


def drafts_of(document: Document, name: str) -> Iterator[BlockDraft]:
    """Yield the blocks of `document`, embedded as `name`; links inside it lead to the beginnings of blocks.

    Its title heads it, as one heading among those of the file around it.
    """
    inlines = sorted(document.inlines, key=lambda inline: inline.start)
    at = 0
    for block in document.blocks:
        while at < len(inlines) and inlines[at].end <= block.start:
            at += 1
        end = at
        while end < len(inlines) and inlines[end].start < block.end:
            end += 1
        held = inlines[at:end]
        yield _draft(document, block, held, name)


def _draft(document: Document, block: Block, held: Sequence[Inline], name: str) -> BlockDraft:
    heads = block.kind is BlockKind.TITLE
    draft = BlockDraft(
        BlockKind.HEADING if heads else block.kind,
        level=1 if heads else block.level,
        depth=block.depth,
        marker=block.marker,
        alt=block.alt,
        places=(Place(f"{name} {block.start}"),),
        picture=block.picture,
    )
    if block.kind is BlockKind.TABLE:
        draft.rows = tuple(
            tuple(_cell(document, cell, held, name) for cell in row.cells) for row in block.rows
        )
    elif block.kind is BlockKind.CODE:
        draft.pieces = [Piece(line) for line in document.quote(block.span).split("\n")]
    else:
        draft.pieces = list(_pieces(document, block.start, block.end, held, name))
    return draft


def _cell(document: Document, cell: Cell, held: Sequence[Inline], name: str) -> CellSource:
    pieces = tuple(_pieces(document, cell.start, cell.end, held, name))
    return CellSource(pieces, cell.header, cell.col_span, cell.row_span)


def _pieces(document: Document, start: int, end: int, held: Sequence[Inline], name: str) -> Iterator[Piece]:
    """Yield the stretch `[start, end)` cut where a mark of `held` begins or ends."""
    inside = [inline for inline in held if inline.start < end and inline.end > start]
    edges = {start, end, *(min(max(edge, start), end) for i in inside for edge in (i.start, i.end))}
    for low, high in pairwise(sorted(edges)):
        marks = tuple(_mark(inline, name) for inline in inside if inline.start <= low < inline.end)
        yield Piece(document.text[low:high], marks=marks)


def _mark(inline: Inline, name: str) -> Mark:
    inner = inline.kind is InlineKind.LINK and inline.target.startswith("#")
    return Mark(inline.kind, f"#{name} {inline.target[1:]}" if inner else inline.target)
