"""Rows of a table on a PDF page: cells side by side, of which some have more lines than others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.importers.pdf_segments import Segment

#: Cells are level when their edges or middles are so many sizes apart at most.
LEVEL = 0.4
#: Rows with a gap below this many sizes between them may be lines of one row.
CLOSE = 0.35
#: A line ends before it must when its next word had room with so many letters more.
SPARE = 3
#: The most rows of a head, and the share of a column's cells that are figures if it is one of figures.
MOST_ROWS, FIGURES = 3, 0.7

_FIGURE = re.compile(r"[-–—(<~$€£]{0,3}\s?\d[\d.,]*\s?[%)*a-z]{0,3}|[-–—]|n/?a", re.IGNORECASE)
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?")


@dataclass(slots=True)
class TableCell:
    """Lines of text in one cell, which may reach over more columns and rows than one."""

    parts: list[Segment]
    column: int = 0
    col_span: int = 1
    row_span: int = 1

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


Row = list[TableCell | None]


def rows_of(cells: Sequence[TableCell], columns: int) -> list[Row]:
    """Return rows of cells side by side; lines that go on with the row above are part of it."""
    groups: list[list[TableCell]] = []
    for cell in sorted(cells, key=lambda cell: cell.top):
        near = [group for group in groups[-4:] if _fits(cell, group)]
        if near:
            max(near, key=lambda group: max(_likeness(cell, other) for other in group)).append(cell)
        else:
            groups.append([cell])
    rows: list[Row] = []
    for group in sorted(groups, key=_place):
        row: Row = [None] * columns
        for cell in group:
            held = row[cell.column]
            row[cell.column] = TableCell([*held.parts, *cell.parts], cell.column) if held else cell
        if rows and _follows(rows[-1], row):
            _append(rows[-1], row)
        else:
            rows.append(row)
    return rows


def _place(group: Sequence[TableCell]) -> float:
    """Return the height at which the row of `group` stands: that of its shortest cell."""
    shortest = min(group, key=lambda cell: cell.bottom - cell.top)
    return (shortest.top + shortest.bottom) / 2


def _fits(cell: TableCell, group: Sequence[TableCell]) -> bool:
    """Tell whether `cell` stands beside one of `group`, and above or below none."""
    if any(other.column == cell.column and _apart(other, cell) for other in group):
        return False
    return any(_overlap(cell, other) > 0.3 * min(_height(cell), _height(other)) for other in group)


def _likeness(one: TableCell, two: TableCell) -> float:
    """Return how much speaks for one row: a common first line most, then a common middle or last line."""
    near = LEVEL * max(one.parts[0].face.size, 4)
    if abs(one.top - two.top) < near:
        return 3.0
    level = abs(one.top + one.bottom - two.top - two.bottom) < near or abs(one.bottom - two.bottom) < near
    return 2.0 if level else _overlap(one, two) / max(_height(one), _height(two), 1.0)


def _height(cell: TableCell) -> float:
    return cell.bottom - cell.top


def _overlap(one: TableCell, two: TableCell) -> float:
    return min(one.bottom, two.bottom) - max(one.top, two.top)


def _apart(one: TableCell, two: TableCell) -> bool:
    return _overlap(one, two) < 0


def _follows(above: Row, row: Row) -> bool:
    """Tell whether every cell of `row` goes on with one in the row `above`, without a gap between them."""
    pairs = [(one, two) for one, two in zip(above, row, strict=True) if two is not None]
    first = row[0]
    if first is not None and not first.text[:1].islower():
        return False
    most = 0.6 if first is None else CLOSE
    return all(
        one is not None
        and one.col_span <= two.col_span
        and two.top - one.bottom < most * max(two.parts[0].face.size, 4)
        for one, two in pairs
    )


def _append(above: Row, row: Row) -> None:
    for column, cell in enumerate(row):
        held = above[column]
        if cell is not None and held is not None:
            held.parts += cell.parts


def count_heads(rows: Sequence[Row]) -> int:
    """Return how many of the first rows are the head: bold ones above light, or words above figures."""
    first = rows[: MOST_ROWS + 1]
    bold = next((index for index, row in enumerate(first) if not _bold(row)), 0)
    if bold and bold < len(rows):
        return min(bold, MOST_ROWS)
    numeric = [column for column in range(1, len(rows[0])) if _is_of_figures(rows, column)]
    if len(rows) < 3 or not numeric:
        return 0
    texts = [[row[column] for column in numeric] for row in first]
    words = (all(cell is None or not is_figure(cell.text) for cell in row) for row in texts)
    count = next((index for index, said in enumerate(words) if not said), 0)
    return count if count <= MOST_ROWS else 0


def _bold(row: Row) -> bool:
    cells = [cell for cell in row if cell is not None]
    return bool(cells) and all(cell.parts[0].face.bold for cell in cells)


def _is_of_figures(rows: Sequence[Row], column: int) -> bool:
    cells = [cell for row in rows[1:] if (cell := row[column]) is not None]
    return len(cells) > 1 and sum(is_figure(cell.text) for cell in cells) >= FIGURES * len(cells)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds nothing but an amount; years stand in heads too."""
    return bool(_FIGURE.fullmatch(text.strip())) and not _YEAR.fullmatch(text.strip())


def had_room(room: float, after: Sequence[Segment]) -> bool:
    """Tell whether the first word of the line `after` would have had its place in this `room`, in points."""
    text = " ".join(segment.text for segment in after).lstrip()
    word = text.split(maxsplit=1)[0] if text else ""
    step = (after[-1].right - after[0].left) / max(len(text), 1)
    return room > step * (len(word) + SPARE)
