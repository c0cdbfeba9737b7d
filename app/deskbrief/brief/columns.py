"""Two columns of about the same height: of one text, or of blocks that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from deskbrief.brief.blocks import PATIENCE, Block, Room
from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.stack import draw_all, height_of, stacked
from deskbrief.brief.textblock import TextBlock

#: So many blocks stand together.
ALONE = 3
#: Between the two columns, in points.
GUTTER = 18.0


class TwoColumns(Block):
    """One paragraph set in two columns, the second as high as the first or a line shorter."""

    def __init__(self, text: TextBlock) -> None:
        self._text = text

    def height(self, width: float) -> float:
        return ceil(self._text.line_count(_half(width)) / 2) * self._text.leading

    def least(self, width: float) -> float:
        return min(self.height(width), self._text.leading * 2)

    def split(self, room: Room) -> tuple[Block, Block] | None:
        count = 2 * self._text.lines_in(room.left)
        if not 2 < count < self._text.line_count(_half(room.width)):
            return None
        first, rest = self._text.divided(_half(room.width), count)
        return TwoColumns(first), TwoColumns(rest)

    def draw(self, sheet: Sheet, area: Area) -> None:
        half = _half(area.width)
        lines = self._text.line_count(half)
        first, second = self._text.divided(half, ceil(lines / 2))
        first.draw(sheet, Area(area.left, area.top, half, area.height))
        if lines > 1:
            second.draw(sheet, Area(area.left + half + GUTTER, area.top, half, area.height))


class Abreast(Block):
    """Blocks, each in one piece, down a first column and then down a second."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._cut: tuple[float, int] = (-1.0, 0)

    def height(self, width: float) -> float:
        return self._higher(self._first(width), width)

    def exceeds(self, width: float, limit: float) -> bool:
        half = _half(width)
        count = _fitting(self._blocks, half, limit)
        rest = self._blocks[count:]
        return not count or _fitting(rest, half, limit) < len(rest)

    def least(self, width: float) -> float:
        """Return the height of two rows, so that no row stands alone under a heading."""
        rows = self._blocks[:2], self._blocks[2:4]
        needed = max(height_of(row, _half(width)) for row in rows)
        return needed if len(self._blocks) > ALONE else self.height(width)

    def split(self, room: Room) -> tuple[Block, Block] | None:
        width = _half(room.width)
        first = _fitting(self._blocks, width, room.left)
        count = first + _fitting(self._blocks[first:], width, room.left)
        if not count:
            return self._parted(room)
        if count == len(self._blocks):
            return None
        upper, lower = Abreast(self._blocks[:count]), Abreast(self._blocks[count:])
        # What goes on overleaf fills its first column.
        upper._cut = (room.width, first)
        return upper, lower

    def _parted(self, room: Room) -> tuple[Block, Block] | None:
        """Part the first block, which is higher than a page."""
        parts = self._blocks[0].split(Room(_half(room.width), room.left, room.page))
        return (Abreast(parts[:1]), Abreast([parts[1], *self._blocks[1:]])) if parts else None

    def draw(self, sheet: Sheet, area: Area) -> None:
        half, first = _half(area.width), self._first(area.width)
        for left, blocks in ((0.0, self._blocks[:first]), (half + GUTTER, self._blocks[first:])):
            column = Area(area.left + left, area.top, half, area.height)
            draw_all(sheet, stacked(blocks, half), column)

    def _first(self, width: float) -> int:
        """Return how many blocks stand in the first column, so that both are about as high."""
        if self._cut[0] != width:
            tops = [item.top for item in stacked(self._blocks, _half(width))]
            middle = height_of(self._blocks, _half(width)) / 2
            near = next((at for at, top in enumerate(tops) if top >= middle), len(tops))
            tried = range(max(near - 1, 1), max(near, 1) + 1)
            self._cut = (width, min(tried, key=lambda count: self._higher(count, width)))
        return self._cut[1]

    def _higher(self, count: int, width: float) -> float:
        """Return the height of the higher column when `count` blocks stand in the first."""
        columns = self._blocks[:count], self._blocks[count:]
        return max(height_of(column, _half(width)) for column in columns)


def _fitting(blocks: Sequence[Block], width: float, height: float) -> int:
    """Return how many of `blocks`, below one another, `height` has room for; no more of them are measured."""
    bottom = 0.0
    for count, block in enumerate(blocks):
        bottom += block.height(width) + (block.before if count else 0.0)
        if bottom > height + PATIENCE:
            return count
    return len(blocks)


def _half(width: float) -> float:
    return (width - GUTTER) / 2
