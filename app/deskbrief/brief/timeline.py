"""The drawn line of time on paper: points and stretches in proportion, with their labels."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.geometry import Area
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.styles import ASIDE, AXIS, EVENT, WHITE
from deskbrief.brief.timelayout import AXIS_WEIGHT, BAR, DROP, HALO, RADIUS, TICK, DrawnMark, laid_out
from deskbrief.brief.timescale import Mark


class Timeline(Block):
    """The line of time of at least two marks: a figure, and the table below it says the same in words."""

    before = 6.0
    bound = True

    def __init__(self, context: Context, marks: Sequence[Mark]) -> None:
        self._context = context
        self._layout = laid_out(marks, context.paper.column, self._measure)
        self._node = context.root.add("Figure", alternative=self._layout.words)

    def height(self, width: float) -> float:
        del width
        return self._layout.height(ASIDE.leading)

    def draw(self, sheet: Sheet, area: Area) -> None:
        self._node.box = sheet.box_of(area)
        with sheet.figure(self._node):
            axis = area.top + self._layout.axis
            sheet.box(Area(area.left, axis - AXIS_WEIGHT / 2, area.width, AXIS_WEIGHT), AXIS)
            for place in self._layout.ticks:
                sheet.box(Area(area.left + place, axis, 1.0, TICK), AXIS)
            for mark in self._layout.marks:
                _draw_mark(sheet, mark, area)
            for label in self._layout.labels:
                text = self._context.text(label.text, ASIDE, self._node)
                top = axis + DROP + label.row * ASIDE.leading
                text.draw(sheet, Area(area.left + label.left, top, area.width, ASIDE.leading))

    def _measure(self, text: str) -> float:
        return self._context.text(text, ASIDE, None).natural_width()


def _draw_mark(sheet: Sheet, mark: DrawnMark, area: Area) -> None:
    left, middle, length = area.left + mark.left, area.top + mark.middle, mark.right - mark.left
    if mark.is_bar:
        bar = Area(left, middle - BAR / 2, length, BAR)
        sheet.box(Area(left - HALO, bar.top - HALO, bar.width + 2 * HALO, BAR + 2 * HALO), WHITE)
        sheet.box(bar, EVENT)
    else:
        sheet.disc(left + length / 2, middle, RADIUS + HALO, WHITE)
        sheet.disc(left + length / 2, middle, RADIUS, EVENT)
