"""Tables of a PDF page: short texts side by side, in columns, whether painted row by row or cell by cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from deskbrief.importers.clean import Piece
from deskbrief.importers.draft import CellSource
from deskbrief.importers.pdf_glyphs import Segment
from deskbrief.importers.pdf_lines import NEAR, Line, marker_of

#: The fewest rows and columns of a table, and the most columns.
FEWEST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 3, 2, 30
#: The share of a page's text width that a cell may fill.
WIDEST = 0.6

_CONTENTS_ROW = re.compile(r"(?:\d{1,4}|[ivxlc]{1,6})$")


@dataclass(slots=True)
class TableCell:
    """Lines of text in one cell."""

    parts: list[Segment]
    column: int = 0

    @property
    def top(self) -> float:
        """The upper edge in points."""
        return min(part.top for part in self.parts)

    @property
    def bottom(self) -> float:
        """The lower edge in points."""
        return max(part.bottom for part in self.parts)

    @property
    def text(self) -> str:
        """All text of the cell."""
        return " ".join(part.text for part in self.parts)


@dataclass(slots=True)
class Table:
    """The rows of a table, each with a cell or None for each column; `lines` are what it was made of."""

    lines: list[Line]
    rows: list[list[TableCell | None]] = field(default_factory=list)

    @property
    def is_contents(self) -> bool:
        """Whether it lists the contents of the document: most rows end with a page number."""
        ends = [
            row for row in self.rows if row[-1] is not None and _CONTENTS_ROW.fullmatch(row[-1].text.strip())
        ]
        words = [row for row in self.rows if row[0] is not None and len(row[0].text) > 3]
        return (
            len(self.rows[0]) <= 3
            and len(ends) >= 0.6 * len(self.rows)
            and len(words) >= 0.5 * len(self.rows)
        )

    def sources(self) -> tuple[tuple[CellSource, ...], ...]:
        """Return the rows for a document; a first row in another face than the second is the head."""
        head = len(self.rows) > 1 and _bold(self.rows[0]) and not _bold(self.rows[1])
        return tuple(
            tuple(CellSource((Piece(cell.text if cell else ""),), head and not number) for cell in row)
            for number, row in enumerate(self.rows)
        )


def _bold(row: Sequence[TableCell | None]) -> bool:
    cells = [cell for cell in row if cell is not None]
    return bool(cells) and all(cell.parts[0].face.bold for cell in cells)


def find_tables(lines: Sequence[Line], width: float) -> list[Table]:
    """Return the tables among the lines of a page, which stand in the order in which they are painted."""
    tables = []
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and _may_be_row(line, width):
            run.append(line)
            continue
        tables += _tables_in(run)
        run = []
    return tables


def _may_be_row(line: Line, width: float) -> bool:
    if marker_of(line.text) and line.joined:
        return False
    return not line.single or line.right - line.left < 0.34 * width


def _tables_in(run: Sequence[Line]) -> list[Table]:
    """Return the table that `run` is, without single lines before its first and after its last row."""
    wide = [index for index, line in enumerate(run) if _has_neighbour(run, index)]
    if len(wide) < FEWEST_ROWS:
        return []
    lines = list(run[wide[0] : wide[-1] + 1])
    segments = [cell for line in lines for cell in ([_whole(line)] if line.single else line.cells)]
    edges = columns_of(segments)
    if not FEWEST_COLUMNS <= len(edges) <= MOST_COLUMNS:
        return []
    table = Table(lines, rows_of(_cells(segments, edges), len(edges)))
    filled = [row for row in table.rows if sum(cell is not None for cell in row) > 1]
    return [table] if len(table.rows) >= 2 and len(filled) >= max(2, 0.5 * len(table.rows)) else []


def _has_neighbour(run: Sequence[Line], index: int) -> bool:
    """Tell whether another text of the run stands beside the one at `index`."""
    line = run[index]
    if not line.single:
        return True
    return any(
        min(other.bottom, line.bottom) - max(other.top, line.top) > 0.4 * (line.bottom - line.top)
        for other in (*run[max(index - 6, 0) : index], *run[index + 1 : index + 7])
    )


def _whole(line: Line) -> Segment:
    first = line.cells[0]
    stretches = [stretch for cell in line.cells for stretch in cell.stretches]
    return Segment(line.left, line.top, line.right, line.bottom, stretches, first.page, first.base)


def columns_of(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """Return the columns that `segments` stand in, as left and right edges, from left to right.

    Texts that reach over several columns count for none: the narrower ones decide.
    """
    columns: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda segment: segment.right - segment.left):
        over = [index for index, (left, right) in enumerate(columns) if _overlap(segment, left, right)]
        if not over:
            columns.append((segment.left, segment.right))
        elif len(over) == 1:
            left, right = columns[over[0]]
            columns[over[0]] = (min(left, segment.left), max(right, segment.right))
        columns.sort()
    return columns


def _overlap(segment: Segment, left: float, right: float) -> bool:
    return min(segment.right, right) - max(segment.left, left) > -NEAR / 2


def _cells(segments: Sequence[Segment], edges: Sequence[tuple[float, float]]) -> list[TableCell]:
    """Return the cells: texts painted one below the other in one column are one cell."""
    cells: list[TableCell] = []
    for segment in segments:
        column = next((n for n, (left, right) in enumerate(edges) if _overlap(segment, left, right)), 0)
        last = cells[-1] if cells else None
        close = last is not None and 0 < segment.top - last.parts[-1].top < 1.75 * max(segment.face.size, 4)
        if last is not None and last.column == column and close:
            last.parts.append(segment)
        else:
            cells.append(TableCell([segment], column))
    return cells


def rows_of(cells: Sequence[TableCell], columns: int) -> list[list[TableCell | None]]:
    """Return rows of cells side by side; a line without a first cell goes on with the row above."""
    groups: list[list[TableCell]] = []
    for cell in sorted(cells, key=lambda cell: (cell.top + cell.bottom) / 2):
        middle = (cell.top + cell.bottom) / 2
        group = next(
            (g for g in groups[-3:] if min(c.top for c in g) - 1 <= middle <= max(c.bottom for c in g) + 1),
            None,
        )
        if group is None or any(c.column == cell.column and _apart(c, cell) for c in group):
            groups.append([cell])
        else:
            group.append(cell)
    rows: list[list[TableCell | None]] = []
    for group in groups:
        row: list[TableCell | None] = [None] * columns
        for cell in group:
            held = row[cell.column]
            row[cell.column] = TableCell([*held.parts, *cell.parts], cell.column) if held else cell
        if rows and row[0] is None and _follows(rows[-1], row):
            _append(rows[-1], row)
        else:
            rows.append(row)
    return rows


def _apart(one: TableCell, two: TableCell) -> bool:
    return min(one.bottom, two.bottom) - max(one.top, two.top) < 0


def _follows(above: Sequence[TableCell | None], row: Sequence[TableCell | None]) -> bool:
    """Tell whether every cell of `row` goes on with one in the row `above`, without a gap between them."""
    pairs = [(one, two) for one, two in zip(above, row, strict=True) if two is not None]
    return all(
        one is not None and two.top - one.bottom < 0.6 * max(two.parts[0].face.size, 4) for one, two in pairs
    )


def _append(above: list[TableCell | None], row: Sequence[TableCell | None]) -> None:
    for column, cell in enumerate(row):
        held = above[column]
        if cell is not None and held is not None:
            held.parts += cell.parts
