"""Files made on the spot and read by the real importers."""

from __future__ import annotations

from deskbrief.document.model import Block, BlockKind, Document
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


def _told(document: Document, block: Block) -> str:
    if block.kind is not BlockKind.TABLE:
        return document.quote(block.span)
    rows = (" | ".join(document.quote(cell.span) for cell in row.cells) for row in block.rows)
    return " / ".join(rows)
