"""Line types of a plain text as the program reads it, in the form that the structure scorer wants."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import Any

from deskbrief.document.model import Block, BlockKind, Document
from deskbrief.importers.job import read_source
from deskbrief.importers.origins import source_span
from deskbrief.importers.source import Source

_NAMES = {BlockKind.TABLE: "table_row"}


def predict(record: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return `{"id", "lines": [{"n", "type", "level"}]}` for one gold record; `n` counts lines from 1."""
    text = record["text"]
    document = read_source(Source("text.txt", "text/plain", text.encode()))
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    lines = []
    for block in document.blocks:
        name = _NAMES.get(block.kind, str(block.kind))
        level = block.level or None
        lines.extend({"n": n, "type": name, "level": level} for n in _lines(document, block, starts))
    return {"id": record["id"], "lines": lines}


def _lines(document: Document, block: Block, starts: list[int]) -> range:
    span = source_span(document.source_runs, block.span)
    return range(bisect_right(starts, span.start), bisect_right(starts, max(span.end - 1, span.start)) + 1)
