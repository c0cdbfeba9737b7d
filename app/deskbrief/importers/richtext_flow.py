"""A flow of an RTF file, the body or a footnote: paragraphs and the rows of tables as they are finished."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.office_draft import OfficeDraft
from deskbrief.importers.office_tables import GridCell, grid_rows, is_layout


@dataclass(slots=True)
class CellShape:
    """What a row says of one of its cells before its text comes."""

    goes_left: bool = False
    goes_up: bool = False


@dataclass(slots=True)
class Flow:
    """Blocks in the making, in order."""

    drafts: list[BlockDraft] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    cell: list[BlockDraft] = field(default_factory=list)
    row: list[GridCell] = field(default_factory=list)
    shapes: list[CellShape] = field(default_factory=list)
    grid: list[list[GridCell]] = field(default_factory=list)
    heads: int = 0
    head: bool = False
    marker: str = ""
    size: float = 0.0

    @property
    def text(self) -> str:
        """All text of the flow."""
        return " ".join(draft.line for draft in self.drafts if draft.line)

    def add(self, draft: OfficeDraft, *, in_table: bool) -> None:
        """Take a finished paragraph, of a cell or of the text."""
        self.pieces, self.marker, self.size = [], "", 0.0
        if in_table:
            self.cell.append(draft)
        else:
            self.end_table()
            self.drafts.append(draft)

    def end_cell(self) -> None:
        """Finish a cell."""
        shape = self.shapes[len(self.row)] if len(self.row) < len(self.shapes) else CellShape()
        cell = GridCell(self.cell, merged=shape.goes_up)
        self.cell = []
        self.row.append(cell)

    def end_row(self) -> None:
        """Finish a row; cells that were merged into the one before them become its span."""
        cells: list[GridCell] = []
        for index, cell in enumerate(self.row):
            if cells and index < len(self.shapes) and self.shapes[index].goes_left:
                cells[-1].columns += 1
                cells[-1].drafts += cell.drafts
            else:
                cells.append(cell)
        if cells:
            self.heads += int(self.head and len(self.grid) == self.heads)
            self.grid.append(cells)
        self.row = []

    def end_table(self) -> None:
        """Finish the table at hand, if there is one."""
        if self.row or self.cell:
            self.end_cell()
            self.end_row()
        if not self.grid:
            return
        if is_layout(self.grid):
            self.drafts += [draft for row in self.grid for cell in row for draft in cell.drafts]
        else:
            self.drafts.append(BlockDraft(BlockKind.TABLE, rows=grid_rows(self.grid, self.heads)))
        self.grid, self.heads = [], 0
