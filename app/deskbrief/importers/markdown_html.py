"""HTML inside Markdown, taken apart by the reader of web pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_pictures import Shown
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.markdown_blocks import MarkdownBlock
from deskbrief.importers.markdown_inline import Address


def html_blocks(written: str) -> Iterator[MarkdownBlock]:
    """Yield the blocks of a piece of HTML, its pictures as figures without text."""
    last: list[Shown] = []
    for draft in walk(parse_page(written), last=last):
        yield from _figures(draft.pictures)
        block = MarkdownBlock(draft.kind, draft.pieces, draft.level, draft.depth, draft.marker)
        if draft.kind is BlockKind.TABLE:
            block.cells = [[list(cell.pieces) for cell in row] for row in draft.rows]
            block.headers = int(all(cell.header for cell in draft.rows[0]))
        yield block
    yield from _figures(last)


def _figures(pictures: Iterable[Shown]) -> Iterator[MarkdownBlock]:
    for shown in pictures:
        named = tuple(Address(shown.alt, address) for address in shown.addresses[:1])
        yield MarkdownBlock(BlockKind.FIGURE, alt=shown.alt, named=named)
