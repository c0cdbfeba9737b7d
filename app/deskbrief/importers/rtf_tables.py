"""Tables of RTF: rows that each say anew where their cells end, and cells in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.office_tables import GridCell, grid_rows, is_layout, take_figures

#: Edges of cells that lie nearer to each other, in twentieths of a point, are one.
SAME_EDGE = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell ends, and whether it is a part of the one to its left or above it."""

    edge: int
    of_left: bool = False
    of_above: bool = False


@dataclass(slots=True)
class _Row:
    places: tuple[_Place, ...]
    cells: list[list[BlockDraft]]
    header: bool


@dataclass(slots=True)
class Table:
    """A table in the making."""

    _rows: list[_Row] = field(default_factory=list)
    _cells: list[list[BlockDraft]] = field(default_factory=list)
    _cell: list[BlockDraft] = field(default_factory=list)
    _places: list[_Place] = field(default_factory=list)
    _header: bool = False
    _flags: set[str] = field(default_factory=set)

    @property
    def in_row(self) -> bool:
        """Whether a row is open of which a cell has ended."""
        return bool(self._cells)

    @property
    def started(self) -> bool:
        """Whether there is anything in the table."""
        return bool(self._rows or self._cells or self._cell)

    def add(self, draft: BlockDraft) -> None:
        """Add a paragraph to the cell that is open."""
        self._cell.append(draft)

    def define(self, word: str, number: int | None) -> None:
        """Take a control word about the cells of the row."""
        if word == "trowd":
            self._places, self._header = [], False
            self._flags.clear()
        elif word == "trhdr":
            self._header = number != 0
        elif word == "cellx":
            self._places.append(_Place(number or 0, "clmrg" in self._flags, "clvmrg" in self._flags))
            self._flags.clear()
        else:
            self._flags.add(word)

    def end_cell(self) -> None:
        """End the cell that is open."""
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """End the row that is open, with all that is left in a cell."""
        if self._cell:
            self.end_cell()
        if self._cells:
            self._rows.append(_Row(tuple(self._places), self._cells, self._header))
        self._cells = []

    def finish(self) -> list[BlockDraft]:
        """Return the table as a draft, or what is in it when it only lays out the page; begin another."""
        if not self._rows and not self._cells:
            drafts, self._cell = self._cell, []
            return drafts
        self.end_row()
        rows, self._rows = self._rows, []
        grid = _grid(rows)
        if is_layout(grid):
            return [draft for row in grid for cell in row for draft in cell.drafts]
        heads = next((number for number, row in enumerate(rows) if not row.header), len(rows))
        pictures = take_figures(grid)
        return [BlockDraft(BlockKind.TABLE, rows=grid_rows(grid, heads)), *pictures]


def _grid(rows: list[_Row]) -> list[list[GridCell]]:
    edges = _edges(rows)
    return [_grid_row(row, edges) for row in rows]


def _edges(rows: list[_Row]) -> list[int]:
    """Return the edges of all cells; none when the rows have as many cells each, so that none is wider."""
    if len({len(row.places) for row in rows}) == 1:
        return []
    edges: list[int] = []
    for edge in sorted({place.edge for row in rows for place in row.places}):
        if not edges or edge - edges[-1] > SAME_EDGE:
            edges.append(edge)
    return edges


def _grid_row(row: _Row, edges: list[int]) -> list[GridCell]:
    cells: list[GridCell] = []
    column = 0
    for number, drafts in enumerate(row.cells):
        place = row.places[number] if number < len(row.places) else None
        end = bisect_right(edges, place.edge) if place and edges else column + 1
        columns, column = max(end - column, 1), max(end, column + 1)
        if place and place.of_left and cells:
            cells[-1].drafts += drafts
            cells[-1].columns += columns
        else:
            merged = place is not None and place.of_above and not any(draft.line for draft in drafts)
            cells.append(GridCell(drafts, columns, merged))
    return cells
