"""The stretches of text that a document's blocks hold: whole blocks, or the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.model import Block, BlockKind, Cell, Document
from deskbrief.document.spans import Span


def stretches(block: Block) -> Iterator[Span]:
    """Yield the text of each cell of a table, and of any other block the whole."""
    if not block.rows:
        yield block.span
    for row in block.rows:
        for cell in row.cells:
            yield cell.span


def stretches_from(block: Block, offset: int) -> Iterator[Span]:
    """Yield the stretches of a block that end behind `offset`; rows of a table before it cost nothing."""
    for row in block.rows:
        if row.cells and row.cells[-1].end > offset:
            yield from (cell.span for cell in row.cells if cell.end > offset)
    if not block.rows and block.end > offset:
        yield block.span


def stretches_back(block: Block, offset: int) -> Iterator[Span]:
    """Yield the stretches of a block that begin before `offset`, the last one first."""
    for row in reversed(block.rows):
        if row.cells and row.cells[0].start < offset:
            yield from (cell.span for cell in reversed(row.cells) if cell.start < offset)
    if not block.rows and block.start < offset:
        yield block.span


def stretch_at(document: Document, offset: int) -> Span:
    """Return the stretch that holds `offset`, or the last one before it within the same block."""
    if not document.blocks:
        return Span(0, 0)
    block = document.block_at(offset)
    before = next(stretches_back(block, offset + 1), None)
    return before or next(stretches(block), Span(0, 0))


def clipped(document: Document, span: Span) -> Span | None:
    """Return `span` without anything at its ends that lies in no stretch; None when nothing is left."""
    if not document.blocks:
        return None
    start, end = _forward(document, span), _backward(document, span)
    return Span(start, end) if start < end else None


def plain(document: Document, span: Span) -> str:
    """Return `span` as plain text to paste elsewhere.

    Blocks are parted by a blank line, list items that follow one another by a line break, rows by a line
    break and cells by a tab. The marker of a list item stands before it when its first words are taken.
    """
    if not document.blocks:
        return ""
    parts: list[str] = []
    first, last = document.block_index(span.start), document.block_index(max(span.end - 1, span.start))
    before: Block | None = None
    for block in document.blocks[first : last + 1]:
        text = _rows(document, block, span) if block.rows else _words(document, block, span)
        if text:
            parts += (_gap(before, block), text)
            before = block
    return "".join(parts)


def _forward(document: Document, span: Span) -> int:
    for block in document.blocks[document.block_index(span.start) :]:
        if block.start >= span.end:
            break
        for stretch in stretches_from(block, span.start):
            if len(stretch):
                return max(stretch.start, span.start)
    return span.end


def _backward(document: Document, span: Span) -> int:
    for index in range(document.block_index(max(span.end - 1, 0)), -1, -1):
        block = document.blocks[index]
        if block.end <= span.start:
            break
        for stretch in stretches_back(block, span.end):
            if len(stretch):
                return min(stretch.end, span.end)
    return span.start


def _words(document: Document, block: Block, span: Span) -> str:
    text = document.text[max(block.start, span.start) : min(block.end, span.end)]
    return f"{block.marker} {text}" if block.marker and text and span.start <= block.start else text


def _rows(document: Document, block: Block, span: Span) -> str:
    rows = ("\t".join(_cells(document, row.cells, span)) for row in block.rows)
    return "\n".join(row for row in rows if row)


def _cells(document: Document, cells: tuple[Cell, ...], span: Span) -> Iterator[str]:
    for cell in cells:
        start, end = max(cell.start, span.start), min(cell.end, span.end)
        if start < end or start == cell.start == cell.end:
            yield document.text[start:end]


def _gap(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    return "\n" if before.kind is block.kind is BlockKind.LIST_ITEM else "\n\n"
