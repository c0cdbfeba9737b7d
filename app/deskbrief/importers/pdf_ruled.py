"""Tables of a PDF page whose cells are told by rules, frames or shaded bands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deskbrief.importers.pdf_grid import Grid, GridCell
from deskbrief.importers.pdf_lines import LEADERS, NEAR, Line, Page, marker_of
from deskbrief.importers.pdf_rows import Row, TableCell, count_heads, had_room, is_figure, rows_of
from deskbrief.importers.pdf_segments import Segment
from deskbrief.importers.pdf_tables import (
    Table,
    columns_of,
    figures_apart,
    find_tables,
    head_above,
    lines_above,
)

#: The fewest rows and columns, the fewest cells with a text and the share of them.
FEWEST, FEWEST_FILLED, FILLED = 2, 4, 0.25
#: Cells with more letters than so many, or than so many in two rows, are rather boxes with a text each, and
#: where they hold such a share of the letters they make no table.
LONG, BOX, MOSTLY = 700, 200, 0.5
#: Lines of one cell whose heights differ by less, in points, are one.
LEVEL = 2.0
#: How much of the room in a cell is left free beside its rules, in points.
RULED = 4.0
#: The share of the lines of a row's cells that end before they must, if so many are rows of their own.
EARLY, FEWEST_LINES = 0.6, 3
#: A text that fills a row alone, and has more letters than so many, is a caption or a note.
NOTE = 60
#: What all cells of a row leave empty between two rows of it is higher than so many sizes.
EMPTY = 1.0
#: How far beyond its grid a text may reach, in points, and how wide a column without rules may be.
BEYOND, WIDEST = 2.0, 0.6


@dataclass(slots=True)
class _Held:
    """A cell and the segments that stand in it."""

    cell: GridCell
    left: float
    right: float
    segments: list[Segment] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands in it."""
        return " ".join(segment.text for segment in self.segments)

    def lines(self) -> list[list[Segment]]:
        """Return the segments line by line, from left to right."""
        found: list[list[Segment]] = []
        for segment in sorted(self.segments, key=lambda segment: (segment.base, segment.left)):
            if found and abs(segment.base - found[-1][0].base) < LEVEL:
                found[-1].append(segment)
            else:
                found.append([segment])
        return [sorted(line, key=lambda segment: segment.left) for line in found]


def tables_on(page: Page) -> list[Table]:
    """Return the tables of `page`: those that rules tell, and those whose texts stand in columns."""
    ruled = ruled_tables(page.lines, page.grids)
    held = {id(line) for table in ruled for line in table.lines}
    return [*ruled, *find_tables([line for line in page.lines if id(line) not in held], page.width)]


def ruled_tables(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Table]:
    """Return the tables that `grids` make of the `lines` of a page; smaller ones come first."""
    tables: list[Table] = []
    free = list(lines)
    for grid in sorted(grids, key=lambda grid: grid.box(0).area):
        table = _table(grid, free)
        if table is not None:
            tables.append(table)
            held = {id(line) for line in table.lines}
            free = [line for line in free if id(line) not in held]
    return tables


def _table(grid: Grid, lines: Sequence[Line]) -> Table | None:
    grid = _with_open_sides(grid, lines) if grid.columns >= FEWEST else _with_light_bands(grid, lines)
    inside = [line for line in lines if _is_in(line, grid)]
    segments = [segment for line in inside for segment in line.cells]
    if len(segments) < FEWEST_FILLED:
        return None
    held = _in_cells(grid, segments) if grid.columns >= FEWEST else _in_bands(grid, segments)
    if not _is_table(held):
        return None
    kept, rows = _without_notes(inside, _rows(grid, held))
    if not rows or not kept:
        return None
    if count_heads(rows):
        return Table(kept, rows)
    head = _head(grid, lines, kept) if len(rows[0]) == grid.columns else []
    return Table([*head, *kept], [*_head_rows(grid, head), *rows])


def _head(grid: Grid, lines: Sequence[Line], kept: Sequence[Line]) -> list[Line]:
    """Return the lines that stand over the columns of `grid` and outside it."""
    ordered = sorted(lines, key=lambda line: (line.base, line.left))
    above = lines_above(ordered, kept, frozenset(), frozenset())
    above.sort(key=lambda line: (line.bottom, line.left))
    found = head_above(above, kept, list(pairwise(grid.across)))
    return found if len(found) > 1 or any(len(line.cells) > 1 for line in found) else []


def _head_rows(grid: Grid, head: Sequence[Line]) -> list[Row]:
    segments = [cell for line in head for cell in line.cells]
    places = [_place(grid.across, (one.left + one.right) / 2) for one in segments]
    return rows_of([TableCell([one], at) for one, at in zip(segments, places, strict=True)], grid.columns)


def _with_open_sides(grid: Grid, lines: Sequence[Line]) -> Grid:
    """Return `grid` with the column that no rule encloses, at a side where lines begin or end outside it."""
    left, right = grid.across[0], grid.across[-1]
    across = [line for line in lines if _is_level_with(line, grid) and len(line.cells) > 1]
    before = [line.cells[0] for line in across if line.cells[0].right < left < line.cells[1].left + NEAR]
    after = [line.cells[-1] for line in across if line.cells[-2].right - NEAR < right < line.cells[-1].left]
    first = min((cell.left for cell in before), default=left)
    last = max((cell.right for cell in after), default=right)
    most = WIDEST * (right - left)
    return grid.widened(
        first - 1 if len(before) >= FEWEST and left - first < most else left,
        last + 1 if len(after) >= FEWEST and last - right < most else right,
    )


def _with_light_bands(grid: Grid, lines: Sequence[Line]) -> Grid:
    """Return `grid` with the row above its first band and that below its last: every other one is shaded."""
    heights = sorted(bottom - top for top, bottom in pairwise(grid.down))
    high = heights[len(heights) // 2]
    bands = grid.down[0] - high, grid.down[-1] + high
    whole = replace(grid, down=(bands[0], *grid.down, bands[1]))
    rows = [line for line in lines if len(line.cells) > 1 and _is_in(line, whole)]
    above = any(line.bottom < grid.down[0] + BEYOND for line in rows)
    below = any(line.top > grid.down[-1] - BEYOND for line in rows)
    return replace(grid, down=(*bands[:above], *grid.down, *(bands[1:] if below else ())))


def _without_notes(lines: list[Line], rows: list[Row]) -> tuple[list[Line], list[Row]]:
    """Return the `lines` and `rows` of a table without sentences over its whole width before and after it.

    Frames are drawn around the caption and the notes of a table too. Where a line is only in part one of
    these, or was parted, all stay.
    """
    first, end = 0, len(rows)
    while first < end and _is_note(rows[first]):
        first += 1
    while end > first and _is_note(rows[end - 1]):
        end -= 1
    apart = [cell for row in (*rows[:first], *rows[end:]) for cell in row if cell is not None]
    told = {id(part) for cell in apart for part in cell.parts}
    kept = [line for line in lines if not any(id(cell) in told for cell in line.cells)]
    whole = sum(len(line.cells) for line in lines) - sum(len(line.cells) for line in kept) == len(told)
    return (kept, rows[first:end]) if whole else (lines, rows)


def _is_note(row: Row) -> bool:
    cells = [cell for cell in row if cell is not None]
    return (
        len(cells) == 1 and len(row) > 1 and len(cells[0].text) > NOTE and cells[0].col_span >= len(row) - 1
    )


def _is_in(line: Line, grid: Grid) -> bool:
    within = line.left >= grid.across[0] - BEYOND and line.right <= grid.across[-1] + BEYOND
    return within and _is_level_with(line, grid)


def _is_level_with(line: Line, grid: Grid) -> bool:
    return grid.down[0] <= (line.top + line.bottom) / 2 <= grid.down[-1]


def _in_cells(grid: Grid, segments: Sequence[Segment]) -> list[_Held]:
    """Return the cells of `grid`, each with what stands in it."""
    owner: dict[tuple[int, int], _Held] = {}
    cells = []
    for cell in grid.cells:
        held = _Held(cell, grid.across[cell.column], grid.across[cell.column + cell.col_span])
        cells.append(held)
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.col_span):
                owner[row, column] = held
    for segment in segments:
        row = _place(grid.down, (segment.top + segment.bottom) / 2)
        column = _place(grid.across, (segment.left + segment.right) / 2)
        owner[row, column].segments.append(segment)
    return [part for held in cells for part in _parts(grid, held)]


def _parts(grid: Grid, held: _Held) -> Iterator[_Held]:
    """Yield the cells that `held` is: where no rule parts texts in several columns, their edges do."""
    cell = held.cell
    inner = range(cell.column + 1, cell.column + cell.col_span)
    free = [at for at in inner if not any(_crosses(segment, grid.across[at]) for segment in held.segments)]
    if not free or cell.row_span > 1:
        yield held
        return
    edges = [cell.column, *free, cell.column + cell.col_span]
    parts = []
    for first, end in pairwise(edges):
        left, right = grid.across[first], grid.across[end]
        inside = [one for one in held.segments if left <= (one.left + one.right) / 2 < right]
        parts.append(_Held(GridCell(cell.row, first, 1, end - first), left, right, inside))
    if sum(bool(part.segments) for part in parts) > 1:
        yield from parts
    else:
        yield held


def _crosses(segment: Segment, at: float) -> bool:
    return segment.left < at - BEYOND and segment.right > at + BEYOND


def _place(edges: Sequence[float], at: float) -> int:
    """Return between which of `edges` something stands."""
    return max(min(bisect_right(edges, at) - 1, len(edges) - 2), 0)


def _in_bands(grid: Grid, segments: Sequence[Segment]) -> list[_Held]:
    """Return cells for rows that only bands part, in the columns that the texts make."""
    columns = columns_of(segments)
    cells: dict[tuple[int, int], _Held] = {}
    for segment in (part for whole in segments for part in figures_apart(whole, columns)):
        row = _place(grid.down, (segment.top + segment.bottom) / 2)
        over = [n for n, (left, right) in enumerate(columns) if segment.left < right and left < segment.right]
        first, last = over[0], over[-1]
        left = columns[first - 1][1] if first else grid.across[0]
        right = columns[last + 1][0] if last + 1 < len(columns) else grid.across[-1]
        cell = GridCell(row, first, 1, last - first + 1)
        cells.setdefault((row, first), _Held(cell, left, right)).segments.append(segment)
    return [cells[key] for key in sorted(cells)]


def _is_table(cells: Sequence[_Held]) -> bool:
    """Tell whether cells with so much text are those of a table, and not boxes or a chart."""
    filled = [held for held in cells if held.segments]
    rows = {held.cell.row for held in filled}
    columns = {held.cell.column for held in filled}
    if min(len(rows), len(columns)) < FEWEST or len(filled) < max(FEWEST_FILLED, FILLED * len(cells)):
        return False
    sizes = [len(held.text) for held in filled]
    if sum(size for size in sizes if size > (LONG if len(rows) > FEWEST else BOX)) > MOSTLY * sum(sizes):
        return False
    beside = [row for row in rows if sum(held.cell.row == row for held in filled) > 1]
    if len(beside) < max(FEWEST, 0.4 * len(rows)):
        return False
    first = [held for held in filled if not held.cell.column]
    if first and all(marker_of(held.text) == held.text for held in first):
        return False
    return not _has_columns_inside(filled)


def _has_columns_inside(filled: Sequence[_Held]) -> bool:
    """Tell whether most cells hold several texts side by side: then the rules tell only a part."""
    gaps = 0
    for held in filled:
        lines = held.lines()
        wide = [
            line
            for line in lines
            if any(two.left - one.right > 1.5 * one.face.size for one, two in pairwise(line))
        ]
        gaps += len(wide) > 0.5 * len(lines)
    return gaps > 0.3 * len(filled)


def _rows(grid: Grid, cells: Sequence[_Held]) -> list[Row]:
    """Return the rows of the table; where no rule parts rows, their lines do. Empty ones are left out."""
    columns = max(held.cell.column + held.cell.col_span for held in cells)
    parted: list[list[Row]] = []
    filled = _over_filled_rows([held for held in cells if held.segments])
    for number in range(grid.rows):
        begun = [held for held in filled if held.cell.row == number]
        if _are_rows(begun):
            parts = [_cell_of(held, line) for held in begun for line in held.lines()]
            parted.append(rows_of(parts, columns))
        else:
            parted.append([_row(part, columns) for part in _at_gaps(begun)])
    for number, rows in enumerate(parted):
        for cell in (cell for row in rows for cell in row if cell is not None and cell.row_span > 1):
            cell.row_span = _reach(parted[number:], cell.row_span)
    return _without_empty_columns([row for rows in parted for row in rows], columns)


def _reach(parted: Sequence[Sequence[Row]], span: int) -> int:
    """Return how many rows the first `span` parts that hold any have."""
    held = [len(rows) for rows in parted if rows]
    return sum(held[:span])


def _over_filled_rows(cells: Sequence[_Held]) -> list[_Held]:
    """Return `cells`, which reach over no rows in which none of them begins."""
    begun = {held.cell.row for held in cells}
    spans = [sum(held.cell.row + down in begun for down in range(held.cell.row_span)) for held in cells]
    return [
        replace(held, cell=replace(held.cell, row_span=span)) for held, span in zip(cells, spans, strict=True)
    ]


def _row(cells: Sequence[_Held], columns: int) -> Row:
    row: Row = [None] * columns
    for held in cells:
        row[held.cell.column] = _cell_of(held, [one for line in held.lines() for one in line])
    return row


def _at_gaps(cells: Sequence[_Held]) -> Iterator[list[_Held]]:
    """Yield the parts of a row between lines that all of its cells leave empty, below which several begin."""
    segments = sorted((one for held in cells for one in held.segments), key=lambda one: one.top)
    spans = any(held.cell.row_span > 1 for held in cells)
    if spans or max((len(held.lines()) for held in cells), default=0) <= FEWEST_LINES:
        yield from [list(cells)] if cells else []
        return
    starts, reach = [segments[0].top], segments[0].bottom
    for at, segment in enumerate(segments):
        if segment.top - reach > EMPTY * segment.face.size:
            level = [one for one in segments[at:] if abs(one.base - segment.base) < LEVEL]
            below = [held for held in cells if any(one in held.segments for one in level)]
            above = [held for held in cells if any(one.top < segment.top for one in held.segments)]
            if min(len(below), len(above)) >= FEWEST:
                starts.append(segment.top)
        reach = max(reach, segment.bottom)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else float("inf")
        parts = [
            replace(held, segments=[one for one in held.segments if start <= one.top < end]) for held in cells
        ]
        yield [part for part in parts if part.segments]


def _without_empty_columns(rows: Sequence[Row], columns: int) -> list[Row]:
    """Return `rows` without the columns in which no cell begins."""
    used = [any(row[column] is not None for row in rows) for column in range(columns)]
    for row in rows:
        for column, cell in enumerate(row):
            if cell is not None:
                cell.col_span = sum(used[column : column + cell.col_span])
    return [[cell for cell, kept in zip(row, used, strict=True) if kept] for row in rows]


def _cell_of(held: _Held, parts: Sequence[Segment]) -> TableCell:
    return TableCell(list(parts), held.cell.column, held.cell.col_span, held.cell.row_span)


def _are_rows(cells: Sequence[_Held]) -> bool:
    """Tell whether the lines of cells side by side are rows: they end with dots, or had room for more."""
    if any(held.cell.row_span > 1 for held in cells):
        return False
    texts = [held.lines() for held in cells]
    counts = sorted(map(len, texts))
    if len(counts) < FEWEST or counts[-2] < FEWEST:
        return False
    if any(len(lines) == counts[-1] and all(map(_is_figure_line, lines)) for lines in texts):
        return True
    if any(len(lines) >= FEWEST and all(map(_is_led_on, lines)) for lines in texts):
        return True
    early = [_ends_early(held, one, two) for held in cells for one, two in pairwise(held.lines())]
    return counts[-2] >= FEWEST_LINES and sum(early) >= EARLY * len(early)


def _is_figure_line(line: Sequence[Segment]) -> bool:
    return is_figure(" ".join(segment.text for segment in line))


def _is_led_on(line: Sequence[Segment]) -> bool:
    return line[-1].text.endswith(LEADERS)


def _ends_early(held: _Held, line: Sequence[Segment], after: Sequence[Segment]) -> bool:
    """Tell whether the first word of the line `after` would have had room in `line`, beside the rules."""
    return had_room((held.right - held.left) - (line[-1].right - line[0].left) - RULED, after)
