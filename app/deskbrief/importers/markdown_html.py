"""HTML and pictures inside Markdown, taken apart by the reader of web pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import Element

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.html_draft import with_figures
from deskbrief.importers.html_pictures import Finder, Shown, shown_by
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.markdown_blocks import MarkdownBlock
from deskbrief.importers.markdown_inline import Seen


def told_apart(blocks: Iterable[MarkdownBlock], finder: Finder) -> Iterator[MarkdownBlock]:
    """Yield `blocks` with what is in those of HTML, and after each the pictures in it that can be shown."""
    for block in blocks:
        if block.html:
            for inner in _html_blocks(block.html, finder):
                inner.quotation = block.quotation or inner.quotation
                yield inner
            continue
        pictures = [(shown.alt, finder.picture(shown)) for seen in block.seen for shown in _shown(seen)]
        if block.kind is BlockKind.FIGURE:
            block.picture = next((picture for _, picture in pictures), None)
        yield block
        if block.kind is not BlockKind.FIGURE:
            for alt, picture in pictures:
                if picture is not None:
                    yield MarkdownBlock(BlockKind.FIGURE, alt=alt, picture=picture, quotation=block.quotation)


def _shown(seen: Seen) -> list[Shown]:
    if seen.tag:
        return [shown_by(image) for image in parse_page(seen.tag).iter("img")]
    return [Shown(" ".join(seen.alt.split()), (seen.address,), (0, 0), Element("img"))]


def _html_blocks(written: str, finder: Finder) -> Iterator[MarkdownBlock]:
    """Yield the blocks of a piece of HTML; what it says about itself is left alone."""
    last = list[Shown]()
    drafts = list(walk(parse_page(written), last=last))
    for draft in with_figures(drafts, finder, last):
        yield _block(draft)


def _block(draft: BlockDraft) -> MarkdownBlock:
    block = MarkdownBlock(
        draft.kind, draft.pieces, draft.level, draft.depth, draft.marker, draft.alt, picture=draft.picture
    )
    block.quotation = draft.quotation
    if draft.kind is BlockKind.TABLE:
        block.cells = [[list(cell.pieces) for cell in row] for row in draft.rows]
        block.headers = int(all(cell.header for cell in draft.rows[0]))
    return block
