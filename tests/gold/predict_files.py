"""A file of any format as the program reads it, in the form that the scorer of files wants."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.importers import pdf
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source


def pass_bookmarks_over() -> None:
    """Read PDFs from now on as if they had no bookmarks, so that what their looks say can be measured."""
    pdf.bookmarks_of = lambda file: iter(())  # type: ignore[assignment]


def predict(record: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return `{"id", "title", "author", "text", "blocks", "seconds"}` for one gold record.

    A file of a format that cannot be read yet gives an empty prediction that holds the error.
    """
    path = folder / record["file"]
    begin = time.perf_counter()
    try:
        document = read_source(Source(path.name, "", path.read_bytes()))
    except SourceError as error:
        return {"id": record["id"], "text": "", "blocks": [], "error": str(error)}
    blocks = [block for block in document.blocks if block.kind is not BlockKind.TITLE]
    return {
        "id": record["id"],
        "title": document.metadata.title,
        "author": document.metadata.byline,
        "text": document.text,
        "blocks": [_described(document, block) for block in blocks],
        "seconds": time.perf_counter() - begin,
    }


def _described(document: Document, block: Block) -> dict[str, Any]:
    described = {"type": str(block.kind), "text": document.quote(block.span)}
    if block.kind is BlockKind.HEADING:
        return {**described, "level": block.level}
    if block.kind is BlockKind.TABLE:
        rows = [[document.quote(cell.span) for cell in row.cells] for row in block.rows]
        return {**described, "rows": rows}
    return described
