"""Files made on the spot and read by the real importers."""

from __future__ import annotations

from deskbrief.document.model import Block, BlockKind, Document, InlineKind
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source


def read(content: str | bytes, name: str = "file.txt", media_type: str = "") -> Document:
    """Return the document in a file of this name and content."""
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    return read_source(Source(name, media_type, data))


def of_kind(document: Document, kind: BlockKind) -> list[str]:
    """Return the texts of the blocks of one kind."""
    return [document.quote(block.span) for block in document.blocks if block.kind is kind]


def shape(document: Document) -> list[tuple[str, str]]:
    """Return kind and text of each block, tables as their cells."""
    return [(block.kind.value, _told(document, block)) for block in document.blocks]


def links(document: Document) -> list[tuple[str, str]]:
    """Return the text of each link, with where it leads."""
    found = (inline for inline in document.inlines if inline.kind is InlineKind.LINK)
    return [(document.text[inline.start : inline.end], inline.target) for inline in found]


def left_out(document: Document) -> dict[str, str]:
    """Return what was left out, by its reason."""
    return {part.reason: part.text for part in document.coverage.left_out}


def markers(document: Document) -> list[str]:
    """Return the markers of the list items."""
    return [block.marker for block in document.blocks if block.kind is BlockKind.LIST_ITEM]


def headings(document: Document) -> list[tuple[str, int]]:
    """Return the headings with their levels."""
    found = (block for block in document.blocks if block.kind is BlockKind.HEADING)
    return [(document.quote(block.span), block.level) for block in found]


def _told(document: Document, block: Block) -> str:
    if block.kind is not BlockKind.TABLE:
        return document.quote(block.span)
    rows = (" | ".join(document.quote(cell.span) for cell in row.cells) for row in block.rows)
    return " / ".join(rows)
