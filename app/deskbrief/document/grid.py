"""Where the cells of a table stand in its grid, when some reach over several rows or columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.document.model import Cell, Row
from deskbrief.document.records import dataclass

#: A cell that claims to span more columns than this spans only so many.
WIDEST_SPAN = 100
#: Columns of the widest table in which cells span others.
WIDEST_GRID = 1_000
#: Columns of a table that are looked at for what it tells.
MOST_COLUMNS = 40
#: Rows at the top of a table that can head its columns.
MOST_HEADS = 3


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """Where a cell stands: its top left square, and how many squares it covers each way."""

    cell: Cell
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The squares of a table, or of some rows of it."""

    rows: int
    columns: int
    places: tuple[PlacedCell, ...]

    def holes(self) -> Iterator[tuple[int, int]]:
        """Yield the squares, as row and column, that no cell covers."""
        taken = {
            (row, column)
            for place in self.places
            for row in range(place.row, place.row + place.rows)
            for column in range(place.column, place.column + place.columns)
        }
        for row in range(self.rows):
            yield from ((row, column) for column in range(self.columns) if (row, column) not in taken)

    def cells(self, *, repeated: bool = False) -> list[list[Cell | None]]:
        """Return the cell of each square by rows and columns, None where none begins.

        A cell stands in the first of its columns; if `repeated`, in each of its rows, else in the first only.
        """
        squares: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for place in self.places:
            for row in range(place.row, place.row + (place.rows if repeated else 1)):
                squares[row][place.column] = place.cell
        return squares


def grid_of(rows: Sequence[Row], most: int | None = None) -> Grid:
    """Return the grid of `rows`, by the algorithm of the HTML standard (4.9.12.1, forming a table).

    With `most`, cells that begin after so many columns are left out. Spans that make a table wider than
    `WIDEST_GRID` are not followed: looking for free squares would take ever longer.
    """
    if not any(cell.row_span > 1 or cell.col_span > 1 for row in rows for cell in row.cells):
        return _plain_grid(rows, most)
    places: list[PlacedCell] = []
    free: dict[int, int] = {}  # by column, the first row that no cell above reaches into
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while free.get(column, 0) > number:
                column += 1
            if column > WIDEST_GRID:
                return _plain_grid(rows, most)
            if most is not None and column >= most:
                break
            place = _place(cell, number, column, len(rows))
            for at in range(column, column + place.columns):
                # A tall cell that this one overlaps reaches as far down as before.
                free[at] = max(free.get(at, 0), number + place.rows)
            places.append(place)
            column += place.columns
    columns = max((place.column + place.columns for place in places), default=0)
    return Grid(len(rows), columns, tuple(places))


def head_rows(rows: Sequence[Row]) -> int:
    """Return how many rows at the top of a table head its columns: at most three, and never all rows.

    One head in the first row is enough; of the rows below all cells are heads, and there are several.
    """
    if len(rows) < 2 or not any(cell.header for cell in rows[0].cells):
        return 0
    heads = 1
    for row in rows[1 : min(MOST_HEADS, len(rows) - 1)]:
        if len(row.cells) < 2 or not all(cell.header for cell in row.cells):
            break
        heads += 1
    return heads


def _plain_grid(rows: Sequence[Row], most: int | None) -> Grid:
    places = tuple(
        PlacedCell(cell, number, column, 1, 1)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row.cells[:most])
    )
    columns = max((len(row.cells[:most]) for row in rows), default=0)
    return Grid(len(rows), columns, places)


def _place(cell: Cell, row: int, column: int, rows: int) -> PlacedCell:
    down = min(max(cell.row_span, 1), rows - row)
    across = min(max(cell.col_span, 1), WIDEST_SPAN)
    return PlacedCell(cell, row, column, down, across)
