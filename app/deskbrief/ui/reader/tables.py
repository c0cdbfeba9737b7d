"""Where the cells of a table stand in its grid, and how wide its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.document.model import Block, Cell, Row
from deskbrief.document.records import dataclass
from deskbrief.ui.reader.looks import Edge

#: A cell that claims to span more columns than this spans only so many.
WIDEST_SPAN = 100
#: Code points of a cell beyond which its column gets no wider.
WIDEST_CELL = 60
#: Rows of a table that are looked at for numbers, and the fewest numbers that make a column one of numbers.
MOST_ROWS, FEWEST_NUMBERS = 60, 2
#: Of a table with very many columns fewer rows are looked at, but never less than these.
MOST_CELLS, FEWEST_ROWS = 1_500, 10

_NUMBER = re.compile(
    r"[-–−+±~≈<>≤≥(]{0,2} ?[$€£¥]? ?\d[\d.,'’ \u00a0\u202f]*(?: ?[%‰)*†a-z]{0,3})", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: What stands in a column of numbers where there is none.
_NONE = frozenset(["", "-", "–", "—", "−", ".", "..", "…", "n/a", "na", "n.a.", "*"])


@dataclass(frozen=True, slots=True)
class Place:
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
    places: tuple[Place, ...]

    def holes(self) -> Iterator[tuple[int, int]]:
        """Yield the squares, as row and column, that no cell covers."""
        taken = set().union(*(_squares(place) for place in self.places))
        for row in range(self.rows):
            yield from ((row, column) for column in range(self.columns) if (row, column) not in taken)


def grid_of(rows: Sequence[Row]) -> Grid:
    """Return the grid of `rows`, by the algorithm of the HTML standard (4.9.12.1, forming a table)."""
    if not any(cell.row_span > 1 or cell.col_span > 1 for row in rows for cell in row.cells):
        return _plain_grid(rows)
    taken: set[tuple[int, int]] = set()
    places: list[Place] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            place = _place(cell, number, column, len(rows))
            taken |= _squares(place)
            places.append(place)
            column += place.columns
    columns = max((place.column + place.columns for place in places), default=0)
    return Grid(len(rows), columns, tuple(places))


def _plain_grid(rows: Sequence[Row]) -> Grid:
    places = tuple(
        Place(cell, number, column, 1, 1)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row.cells)
    )
    return Grid(len(rows), max((len(row.cells) for row in rows), default=0), places)


def shares(block: Block, columns: int) -> list[float]:
    """Return the width of each column of `block` in per cent, after its longest cell.

    Tables that are shown in several pieces need them, so that the columns of all pieces agree.
    """
    widest = [3] * columns
    for row in block.rows:
        for number, cell in enumerate(row.cells[:columns]):
            widest[number] = max(widest[number], min(cell.end - cell.start, WIDEST_CELL))
    total = sum(width + 2 for width in widest)
    return [(width + 2) / total * 100 for width in widest]


def number_columns(text: str, block: Block) -> frozenset[int]:
    """Return the columns of `block`, counted from 0, that hold numbers: they are set flush at the end.

    Years are names more often than amounts, and the first column names the rows.
    """
    found: dict[int, list[str]] = {}
    columns = max((len(row.cells) for row in block.rows[:MOST_ROWS]), default=0)
    rows = min(MOST_ROWS, max(MOST_CELLS // max(columns, 1), FEWEST_ROWS))
    for place in grid_of(block.rows[:rows]).places:
        words = text[place.cell.start : min(place.cell.end, place.cell.start + WIDEST_CELL)].strip()
        if place.columns == 1 and place.column and not place.cell.header and words.casefold() not in _NONE:
            found.setdefault(place.column, []).append(words)
    return frozenset(column for column, words in found.items() if _are_numbers(words))


def edge_of(place: Place, columns: int, numbers: frozenset[int]) -> Edge:
    """Return where a cell is flush in a table with so many `columns`, of which `numbers` hold numbers.

    What heads some of the columns stands in the middle above them; what heads all of them is read as a row.
    """
    if place.columns == 1:
        return Edge.END if place.column in numbers else Edge.START
    return Edge.MIDDLE if place.cell.header and place.columns < columns else Edge.START


def _are_numbers(words: Sequence[str]) -> bool:
    numbers = sum(1 for word in words if _NUMBER.fullmatch(word))
    years = all(_YEAR.fullmatch(word) for word in words)
    return numbers >= FEWEST_NUMBERS and numbers == len(words) and not years


def _place(cell: Cell, row: int, column: int, rows: int) -> Place:
    down = min(max(cell.row_span, 1), rows - row)
    across = min(max(cell.col_span, 1), WIDEST_SPAN)
    return Place(cell, row, column, down, across)


def _squares(place: Place) -> set[tuple[int, int]]:
    rows = range(place.row, place.row + place.rows)
    columns = range(place.column, place.column + place.columns)
    return {(row, column) for row in rows for column in columns}
