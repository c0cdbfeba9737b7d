"""HTML inside Markdown, taken apart by the reader of web pages."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.markdown_blocks import MarkdownBlock


def html_blocks(written: str) -> Iterator[MarkdownBlock]:
    """Yield the blocks of a piece of HTML; what it says about itself and its pictures are left alone."""
    for draft in walk(parse_page(written)):
        block = MarkdownBlock(draft.kind, draft.pieces, draft.level, draft.depth, draft.marker)
        if draft.kind is BlockKind.TABLE:
            block.cells = [[list(cell.pieces) for cell in row] for row in draft.rows]
            block.headers = int(all(cell.header for cell in draft.rows[0]))
        yield block
