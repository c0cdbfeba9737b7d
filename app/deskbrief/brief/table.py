"""Tables: rows that stay whole, a head that comes again on every page, rules between rows and none beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from deskbrief.brief.blocks import PATIENCE, Blank, Block, Room
from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.stack import Frame, Inset
from deskbrief.brief.styles import RULE, Colour

#: A row that is higher than a page is cut where at least this much of it fits.
LEAST_PART = 120.0
#: A table of which so many rows stand on a page can spare one for the last row on the next.
ENOUGH = 3
#: The space above the name of a group of rows, in points.
APART = 5.0


@dataclass(frozen=True, slots=True)
class Columns:
    """In points: the widths of a table's columns, the gutter between them, the space above and below text."""

    widths: tuple[float, ...]
    gutter: float = 12.0
    padding: float = 3.25

    def places(self) -> Iterator[tuple[float, float]]:
        """Yield where each column begins and how wide the text in it may be."""
        left = 0.0
        for width in self.widths:
            yield left, width
            left += width + self.gutter


class Row(Block):
    """Cells side by side.

    A row in a `group` has at hand what names that, as an artifact, for the pages on which the group goes on;
    a row that `names` a group stands in the table itself, never without the row after it.
    """

    names = False

    def __init__(self, cells: Sequence[Block], columns: Columns, *, group: GroupRow | None = None) -> None:
        self._cells = cells
        self._columns = columns
        self.group = group

    def height(self, width: float) -> float:
        del width
        return self._height

    @cached_property
    def _height(self) -> float:
        pairs = zip(self._cells, self._columns.widths, strict=True)
        return max(cell.height(width) for cell, width in pairs) + 2 * self._columns.padding

    def least(self, width: float) -> float:
        """Return what a row that stands by itself needs; tables keep their rows whole."""
        del width
        pairs = zip(self._cells, self._columns.widths, strict=True)
        return max(cell.least(width) for cell, width in pairs) + 2 * self._columns.padding

    def split(self, room: Room) -> tuple[Row, Row] | None:
        left = room.left - 2 * self._columns.padding
        parts: list[tuple[Block, Block]] = []
        for cell, width in zip(self._cells, self._columns.widths, strict=True):
            if cell.height(width) <= left + PATIENCE:
                parts.append((cell, Blank()))
                continue
            halves = cell.split(Room(width, left, room.page))
            if halves is None:
                return None
            parts.append(halves)
        heads, tails = zip(*parts, strict=True)
        return Row(heads, self._columns, group=self.group), Row(tails, self._columns, group=self.group)

    def draw(self, sheet: Sheet, area: Area) -> None:
        for cell, (left, width) in zip(self._cells, self._columns.places(), strict=True):
            top = area.top + self._columns.padding
            cell.draw(sheet, Area(area.left + left, top, width, cell.height(width)))


class GroupRow(Row):
    """The name of a group of rows, over all columns and a little apart from the rows before it."""

    names = True

    def __init__(self, name: Block, width: float) -> None:
        super().__init__([Frame([name], Inset(top=APART))], Columns((width,)))


class Table(Block):
    """Rows under a head, which may be several rows or none.

    `again` is the head as an artifact, for the pages after the first, if it has one.
    """

    def __init__(
        self, head: Sequence[Row], again: Row | None, rows: Sequence[Row], colour: Colour = RULE
    ) -> None:
        self._head = head
        self._again = again
        self._rows = rows
        self._colour = colour

    def height(self, width: float) -> float:
        return self._head_height(width) + sum(row.height(width) for row in self._rows)

    def exceeds(self, width: float, limit: float) -> bool:
        height = self._head_height(width)
        for row in self._rows:
            height += row.height(width)
            if height > limit + PATIENCE:
                return True
        return False

    def least(self, width: float) -> float:
        """Return what the head needs with its first rows: two, or all of a short table, if these are low."""
        heights = [row.height(width) for row in self._rows[: ENOUGH + 1]]
        few = len(heights) if len(self._rows) <= ENOUGH else 2 + any(row.names for row in self._rows[:2])
        needed = sum(heights[:few])
        if needed > LEAST_PART:
            named = bool(self._rows) and self._rows[0].names
            needed = heights[0] * named + min(heights[named], LEAST_PART)
        return self._head_height(width) + needed

    def split(self, room: Room) -> tuple[Block, Block] | None:
        left = room.left - self._head_height(room.width)
        used = 0.0
        for index, row in enumerate(self._rows):
            height = row.height(room.width)
            if used + height > left + PATIENCE:
                return self._cut(index, room, left - used)
            used += height
        return None

    def _cut(self, index: int, room: Room, left: float) -> tuple[Block, Block] | None:
        """Return the rows before `index` and the others; cut that row itself when no page could hold it."""
        again = [self._again] if self._again else []
        page = room.page - self._head_height(room.width)
        rows, rest = self._rows[:index], self._rows[index:]
        if rest[0].height(room.width) > page and left >= LEAST_PART:
            halves = rest[0].split(Room(room.width, left, page))
            if halves is not None:
                rows, rest = [*rows, halves[0]], [halves[1], *rest[1:]]
        elif len(rest) == 1 and len(rows) >= ENOUGH and not rows[-1].names:
            # One row alone on a page looks lost.
            rows, rest = rows[:-1], [rows[-1], *rest]
        if rows and rows[-1].names:
            # The name of a group goes with its first row.
            rows, rest = rows[:-1], [rows[-1], *rest]
        if not rows:
            return None
        group = rest[0].group
        head = [*again, group] if group else again
        first = Table(self._head, self._again, rows, self._colour)
        return first, Table(head, self._again, rest, self._colour)

    def _head_height(self, width: float) -> float:
        return sum(row.height(width) for row in self._head)

    def draw(self, sheet: Sheet, area: Area) -> None:
        top = area.top
        for row in (*self._head, *self._rows):
            height = row.height(area.width)
            row.draw(sheet, Area(area.left, top, area.width, height))
            top += height
            if not row.names:
                sheet.rule(area.left, top, area.width, self._colour)
