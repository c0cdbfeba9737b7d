"""Paragraphs as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import floor, inf

from deskbrief.brief.blocks import PATIENCE, Block, Room
from deskbrief.brief.geometry import Area, Spot
from deskbrief.brief.lines import Appearance, Line, Run
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import Style
from deskbrief.brief.text import Typesetter

#: Lines that stay together at the foot and at the head of a page (no widows, no orphans).
TOGETHER = 2


class TextBlock(Block):
    """A paragraph of at least one run, set in the style of the first.

    A `node` of None makes it an artifact. `align` moves each line: 0 is flush left, 1 is flush right.
    """

    def __init__(
        self, setter: Typesetter, runs: Sequence[Run], node: Node | None, *, align: float = 0.0
    ) -> None:
        self._setter = setter
        self._runs = runs
        self._node = node
        self._align = align
        self._style: Style = runs[0].style
        self._width = -1.0
        self._lines: Sequence[Line] = ()

    def height(self, width: float) -> float:
        return self.line_count(width) * self._style.leading

    def least(self, width: float) -> float:
        count = self.line_count(width)
        return self._style.leading * (count if count < 2 * TOGETHER else TOGETHER)

    def split(self, room: Room) -> tuple[Block, Block] | None:
        count = min(self.lines_in(room.left), self.line_count(room.width) - TOGETHER)
        return self.divided(room.width, count) if count >= TOGETHER else None

    def draw(self, sheet: Sheet, area: Area) -> None:
        sheet.text(self._spots(area), self._node)

    @property
    def leading(self) -> float:
        """From one line to the next, in points."""
        return self._style.leading

    def line_count(self, width: float) -> int:
        """Return the number of lines when the text is `width` wide."""
        if width == self._width or not self._setter.many_times:
            return len(self._broken(width))
        counts, key = self._setter.line_counts, (self._appearance, width)
        if key not in counts:
            counts[key] = len(self._broken(width))
        return counts[key]

    def lines_in(self, height: float) -> int:
        """Return how many lines `height` has room for."""
        return floor(height / self._style.leading + PATIENCE)

    def divided(self, width: float, count: int) -> tuple[TextBlock, TextBlock]:
        """Return the first `count` lines and the others."""
        lines = self._broken(width)
        return self._part(width, lines[:count]), self._part(width, lines[count:])

    def characters(self) -> int:
        """Return the number of characters."""
        return sum(len(run.text) for run in self._runs)

    def natural_width(self) -> float:
        """Return the width at which the text needs one line."""
        if not self._setter.many_times:
            return self._broken(inf)[0].width
        widths = self._setter.natural_widths
        if self._appearance not in widths:
            widths[self._appearance] = self._broken(inf)[0].width
        return widths[self._appearance]

    @cached_property
    def _appearance(self) -> Appearance:
        return tuple((run.text, run.style) for run in self._runs)

    def _spots(self, area: Area) -> Iterator[Spot]:
        for number, line in enumerate(self._broken(area.width)):
            left = area.left + self._align * (area.width - line.width)
            baseline = area.top + number * self._style.leading + self._style.ascent
            for piece in line.pieces:
                yield Spot(piece, left, baseline)
                left += piece.width

    def _broken(self, width: float) -> Sequence[Line]:
        """Return the lines at `width`; what was once set on one line need not be set again where it fits."""
        if width != self._width:
            if self._width != inf or self._lines[0].width > width:
                self._lines = self._setter.lines(self._runs, width)
            self._width = width
        return self._lines

    def _part(self, width: float, lines: Sequence[Line]) -> TextBlock:
        part = TextBlock(self._setter, self._runs, self._node, align=self._align)
        part._width, part._lines = width, lines
        return part
