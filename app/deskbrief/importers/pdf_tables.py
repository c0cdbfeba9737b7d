"""Tables of a PDF page: short texts side by side, in columns, whether painted row by row or cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deskbrief.importers.clean import NOWHERE, Piece
from deskbrief.importers.draft import CellSource
from deskbrief.importers.pdf_lines import NEAR, Line, marker_of
from deskbrief.importers.pdf_origins import space_after
from deskbrief.importers.pdf_rows import TableCell, count_heads, rows_of
from deskbrief.importers.pdf_segments import Segment, Stretch

#: The fewest rows and columns of a table, and the most columns.
FEWEST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 3, 2, 30
#: The most lines of a head that may stand apart from its table, and how many points it may reach beyond it.
MOST_HEADS, BEYOND = 6, 36.0
#: Lines of one cell are less than so many sizes apart.
CLOSE = 1.5
#: How many rows, and how many lines, back a further line of a cell is looked for.
ROWS_BACK, LINES_BACK = 12, 6
#: The share of a page's text width that a cell may fill.
WIDEST = 0.6


@dataclass(slots=True)
class Table:
    """The rows of a table, each with a cell or None for each column; `lines` are what it was made of."""

    lines: list[Line]
    rows: list[list[TableCell | None]] = field(default_factory=list)

    def sources(self) -> tuple[tuple[CellSource, ...], ...]:
        """Return the rows for a document, the first ones as heads if they look or read like it."""
        heads = count_heads(self.rows)
        return tuple(
            tuple(CellSource(tuple(_pieces(cell)), number < heads) for cell in row)
            for number, row in enumerate(self.rows)
        )


def find_tables(lines: Sequence[Line], width: float) -> list[Table]:
    """Return the tables among the lines of a page, which stand in the order in which they are painted."""
    tables = []
    begin = 0
    for index, line in enumerate([*lines, None]):
        if line is None or not (_may_be_row(line, width) or _goes_on(line, lines[begin:index])):
            tables += _tables_in(lines[begin:index], lines[max(begin - MOST_HEADS, 0) : begin])
            begin = index + 1
    return tables


def _may_be_row(line: Line, width: float) -> bool:
    if marker_of(line.text) and line.joined:
        return False
    return not line.single or line.right - line.left < 0.34 * width


def _goes_on(line: Line, run: Sequence[Line]) -> bool:
    """Tell whether `line` belongs to a cell of the rows above or beside, though it is as wide as a text."""
    rows = [row for row in run[-ROWS_BACK:] if not row.single]
    if not line.single or not rows:
        return False
    first = min(row.left for row in rows) + BEYOND
    last = run[-LINES_BACK:]
    cells = [cell for row in rows for cell in row.cells[1:] if abs(cell.left - line.left) < NEAR]
    cells += [row.cells[0] for row in last if row.single and row.left > first]
    below = any(
        abs(cell.left - line.left) < NEAR and 0 < line.base - cell.base < CLOSE * line.size for cell in cells
    )
    beside = any(abs(row.base - line.base) < 1.5 and row.right < line.left for row in last)
    return below or (beside and bool(cells))


def _tables_in(run: Sequence[Line], before: Sequence[Line]) -> list[Table]:
    """Return the table that `run` is, without single lines before its first and after its last row.

    The last lines `before` it are its head when their cells stand in its columns.
    """
    wide = [index for index, line in enumerate(run) if _has_neighbour(run, index)]
    if len(wide) < FEWEST_ROWS:
        return []
    lines = list(run[wide[0] : wide[-1] + 1])
    segments = [cell for line in lines for cell in ([_whole(line)] if line.single else line.cells)]
    edges = columns_of(segments)
    if not FEWEST_COLUMNS <= len(edges) <= MOST_COLUMNS:
        return []
    head = _head([*before, *run[: wide[0]]], lines, edges)
    lines = [*head, *lines]
    segments = [*(cell for line in head for cell in line.cells), *segments]
    table = Table(lines, rows_of(_cells(segments, edges), len(edges)))
    filled = [row for row in table.rows if sum(cell is not None for cell in row) > 1]
    return [table] if len(table.rows) >= 2 and len(filled) >= max(2, 0.5 * len(table.rows)) else []


def _head(before: Sequence[Line], rows: Sequence[Line], edges: Sequence[tuple[float, float]]) -> list[Line]:
    """Return the last lines `before` the `rows` of a table that stand right above it, in its columns."""
    top = min(row.top for row in rows)
    head: list[Line] = []
    for line in reversed(before):
        cells = _spread(line, edges)
        near = -1 < top - line.bottom < 1.2 * line.size or any(_overlaps(line, other) for other in head)
        within = line.left > edges[0][0] - BEYOND and line.right < edges[-1][1] + BEYOND
        columns = [sum(_overlap(cell, left, right) for left, right in edges) for cell in cells]
        fits = all(columns) and sum(columns) <= len(edges) and len(line.text) < 30 * len(edges)
        if not (near and within and fits) or (len(cells) == 1 and columns[0] > 1):
            break
        line.put(cells)
        head.insert(0, line)
        top = min(top, line.top)
    while head and len(head[0].cells) < 2 and not any(_overlaps(head[0], other) for other in head[1:]):
        head.pop(0)
    return head


def _spread(line: Line, edges: Sequence[tuple[float, float]]) -> Sequence[Segment]:
    """Return the cells of `line`, one for each word where it has a word right over each column.

    Where words stand in a line without wide gaps is worked out from how many letters come before them.
    """
    words = line.text.split()
    if len(line.cells) > 1 or len(words) != len(edges) or not line.bold:
        return line.cells
    cell = line.cells[0]
    step = (cell.right - cell.left) / max(len(cell.text), 1)
    parts, at, origins = [], 0, cell.origins()
    for word, (left, right) in zip(words, edges, strict=True):
        at = cell.text.index(word, at)
        begin, end = cell.left + step * at, cell.left + step * (at + len(word))
        if not left - NEAR < (begin + end) / 2 < right + NEAR:
            return line.cells
        stretch = Stretch(word, cell.face, order=origins[at : at + len(word)])
        parts.append(replace(cell, left=begin, right=end, stretches=[stretch]))
        at += len(word)
    return parts


def _pieces(cell: TableCell | None) -> Iterator[Piece]:
    """Yield the text of a cell, one space between its lines."""
    if cell is None:
        yield Piece("")
        return
    last = NOWHERE
    for number, part in enumerate(cell.parts):
        if number:
            yield space_after(last)
        for stretch in part.stretches:
            yield from stretch.pieces()
        last = part.stretches[-1].origins()[-1]


def _overlaps(one: Line, two: Line) -> bool:
    """Tell whether two lines stand side by side, at least in part."""
    return min(one.bottom, two.bottom) - max(one.top, two.top) > 1


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
