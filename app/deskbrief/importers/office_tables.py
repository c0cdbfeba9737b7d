"""Tables of word processors: which of them only lay out the page, and their rows with spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft, CellSource
from deskbrief.importers.office_draft import OfficeDraft


@dataclass(slots=True)
class GridCell:
    """A cell before its row span is known; a `merged` one goes on from the cell above it."""

    drafts: list[BlockDraft] = field(default_factory=list)
    columns: int = 1
    merged: bool = False
    header: bool = False
    rows: int = 1

    @property
    def text(self) -> str:
        """All text of the cell as one line."""
        return " ".join(" ".join(draft.line for draft in self.drafts).split())


def is_layout(grid: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether a table is a box around text: one column with words, or a single row of long texts."""
    widths = [len(row) for row in grid]
    filled = {
        at for row in grid for at, cell in enumerate(row) if cell.drafts and (cell.text or _shows(cell))
    }
    if len(filled) < 2:
        return True
    return len(widths) == 1 and sum(len(cell.text) for cell in grid[0]) > 400 * widths[0]


def _shows(cell: GridCell) -> bool:
    """Tell whether there is a picture in `cell`."""
    return any(draft.picture is not None for draft in cell.drafts)


def grid_rows(grid: Sequence[Sequence[GridCell]], heads: int) -> tuple[tuple[CellSource, ...], ...]:
    """Return the rows of a table whose first `heads` rows are headers; merged cells become spans.

    Without a word about headers, the first row heads the table when it alone is all bold.
    """
    heads = heads or int(_bold(grid[0]) and not any(_bold(row) for row in grid[1:]))
    _join_merged(grid)
    rows = []
    for number, row in enumerate(grid):
        cells = tuple(_source(cell, number < heads) for cell in row if not cell.merged)
        if cells:
            rows.append(cells)
    return tuple(rows)


def _join_merged(grid: Sequence[Sequence[GridCell]]) -> None:
    """Add each merged cell to the row span of the one that it goes on from, found by its column."""
    above: dict[int, GridCell] = {}
    for row in grid:
        column = 0
        for cell in row:
            if cell.merged and column in above:
                above[column].rows += 1
            else:
                cell.merged = False
                above[column] = cell
            column += max(cell.columns, 1)


def take_figures(grid: Sequence[Sequence[GridCell]]) -> list[BlockDraft]:
    """Take the pictures out of the cells and return them, to be shown after the table.

    What one shows stays in its cell where that holds nothing else.
    """
    found: list[BlockDraft] = []
    for cell in (cell for row in grid for cell in row):
        pictures = [draft for draft in cell.drafts if draft.picture is not None]
        if pictures:
            said = bool(cell.text)
            cell.drafts = [_described(draft, said=said) if draft.picture else draft for draft in cell.drafts]
            found += pictures
    for figure in found:
        figure.pieces, figure.places = [], ()
    return found


def _described(figure: BlockDraft, *, said: bool) -> BlockDraft:
    """Return what stays of a figure in its cell: what it shows, unless something else is `said` there."""
    pieces = figure.pieces if said else [*figure.pieces, Piece(figure.alt)]
    return BlockDraft(BlockKind.PARAGRAPH, pieces, places=figure.places)


def _source(cell: GridCell, header: bool) -> CellSource:
    pieces: list[Piece] = []
    for draft in cell.drafts:
        if pieces and (draft.line or draft.rows):
            pieces.append(Piece(" "))
        marker = f"{draft.marker} " if draft.marker else ""
        pieces += [Piece(marker)] if marker else []
        pieces += _cell_pieces(draft)
    return CellSource(tuple(pieces), header or cell.header, cell.columns, cell.rows)


def _cell_pieces(draft: BlockDraft) -> list[Piece]:
    """Return the text of a draft in a cell; a table in a cell becomes its text."""
    if draft.kind is not BlockKind.TABLE:
        return draft.pieces
    inner = [[*cell.pieces, Piece(" ")] for row in draft.rows for cell in row]
    return [piece for pieces in inner for piece in pieces]


def _bold(row: Sequence[GridCell]) -> bool:
    filled = [draft for cell in row for draft in cell.drafts if draft.line]
    return bool(filled) and all(isinstance(draft, OfficeDraft) and draft.bold for draft in filled)
