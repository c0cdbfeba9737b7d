"""The whole text of a source as a section of a brief, with the marks in it and the notes beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from deskbrief.document.grid import grid_of
from deskbrief.document.model import Block, Document
from deskbrief.document.plan import MarkedStretch, NoteRow, PassageRow, PlanKind, PlanSection
from deskbrief.services.notetaking import PlacedNote


def passages(document: Document, notes: Sequence[PlacedNote]) -> PlanSection:
    """Return the whole text of a source with the reader's marks in it, and the `notes` on it beside it."""
    here: dict[int, list[PlacedNote]] = {}
    for item in notes:
        if item.span:
            last = document.block_index(max(item.span.end - 1, item.span.start))
            for number in range(document.block_index(item.span.start), last + 1):
                here.setdefault(number, []).append(item)
    rows = list(_passages(document, here))
    return PlanSection(kind=PlanKind.PASSAGES, title="Text and notes", passages=tuple(rows))


def _passages(document: Document, here: Mapping[int, Iterable[PlacedNote]]) -> Iterator[PassageRow]:
    """Yield the blocks; those that belong to one numbered paragraph of the source have its label once."""
    last = ""
    for number, block in enumerate(document.blocks):
        row = _passage(document, block, here.get(number, ()))
        yield replace(row, label="") if row.label and row.label == last else row
        last = row.label or last


def _passage(document: Document, block: Block, here: Iterable[PlacedNote]) -> PassageRow:
    text = document.quote(block.span)
    spans = [(item.span, item.note) for item in here if item.span]
    return PassageRow(
        kind=block.kind,
        text=text or _instead(block),
        label=block.place,
        level=block.level,
        marker=block.marker,
        cells=_cells(document, block),
        headed=bool(block.rows) and all(cell.header for cell in block.rows[0].cells),
        marks=tuple(
            MarkedStretch(max(span.start - block.start, 0), min(span.end, block.end) - block.start, note.role)
            for span, note in spans
            if text and span.overlaps(block.span)
        ),
        notes=tuple(
            NoteRow("", note.body, note.role)
            for span, note in spans
            if note.body.strip() and span.start >= block.start
        ),
    )


def _cells(document: Document, table: Block) -> tuple[tuple[str, ...], ...]:
    """Return the texts of a table by rows and columns; a cell that reaches over more stands in the first."""
    return tuple(
        tuple(document.quote(cell.span) if cell else "" for cell in row)
        for row in grid_of(table.rows).cells()
    )


def _instead(block: Block) -> str:
    """Return the words that stand in the place of a figure."""
    if not block.scan:
        return block.alt
    return f"Page {block.page} is a picture without text. {block.alt}".strip()
