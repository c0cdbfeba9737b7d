"""Text in two columns of the same height."""

from __future__ import annotations

from math import ceil

from deskbrief.brief.blocks import Block, Room
from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.textblock import TextBlock

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


def _half(width: float) -> float:
    return (width - GUTTER) / 2
