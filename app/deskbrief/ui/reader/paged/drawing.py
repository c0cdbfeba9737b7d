"""Draws what stands around the text that is on screen, and remembers where its signs are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from deskbrief.document.model import Block, BlockKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.gutter import Gutter, Placed, Spot, quoted
from deskbrief.ui.reader.paged.feed import Feed
from deskbrief.ui.reader.paged.page import Page
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.values import Line

#: The most signs of each kind that are drawn on one screen.
MOST_SIGNS = 200


class Drawing:
    """The gutter of what `feed` has on screen.

    `bar_block` is the index of the block beside which the paragraph cursor stands, or -1. Heights count
    from the top of the screen; `shift` says how far the text has been scrolled.
    """

    def __init__(self, feed: Feed, gutter: Gutter) -> None:
        self._feed = feed
        self._gutter = gutter
        self._spots: list[Spot] = []
        self.bar_block = -1

    def clear(self) -> None:
        """Forget the paragraph cursor and all signs."""
        self._spots = []
        self.bar_block = -1

    def spots(self) -> list[Spot]:
        """Return the signs on screen."""
        return self._spots

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the sign at a point of the screen."""
        return next((spot for spot in self._spots if spot.area.contains(point)), None)

    def scan_at(self, point: QPointF, shift: int) -> Block | None:
        """Return the page without text whose figure is at a point of the screen."""
        return self._gutter.scan_under((one for one in self._placed(shift) if one.block.scan), point)

    def under(self, painter: QPainter, shift: int) -> None:
        """Draw what lies behind the text."""
        self._gutter.draw_under(painter, self._placed(shift))

    def over(self, painter: QPainter, shift: int) -> None:
        """Draw what lies beside the text."""
        sheet, page = self._feed.sheet, self._feed.page
        if sheet is None or page is None:
            return
        placed = list(self._placed(shift))
        self._draw_signs(painter, shift, sheet, page)
        self._gutter.draw_over(painter, placed)
        self._draw_bar(painter, sheet, placed)

    def visible(self) -> Span:
        """Return the stretch of the text that is on screen, in whole pieces."""
        seen, sheet = self._feed.seen(), self._feed.sheet
        if not seen or sheet is None:
            return Span(0, 0)
        return Span(sheet.pieces[seen[0]].start, sheet.pieces[seen[-1]].end)

    def _placed(self, shift: int) -> Iterator[Placed]:
        sheet, page = self._feed.sheet, self._feed.page
        if sheet is None or page is None:
            return
        seen = self._feed.seen()
        # The picture of a figure stands above its line, and may fill the screen by itself.
        below = seen.stop < page.last and sheet.block(seen.stop).kind is BlockKind.FIGURE
        for index in range(seen.start, seen.stop + below):
            block = sheet.block(index)
            first = _shifted(page.line(sheet.pieces[index].start), shift)
            area = page.rect(index).translated(0, -shift)
            if block.rows:
                area.setBottom(page.top(index + 1) - shift)
            else:
                area.moveTop(
                    max(first.top, area.y())
                )  # a line's extra height is above it, and Qt's rectangle forgets that
            backward = page.right_to_left(index)
            yield Placed(block, area, first, sheet.opens(index), backward, quoted(sheet, index))

    def _draw_signs(self, painter: QPainter, shift: int, sheet: Sheet, page: Page) -> None:
        seen = self.visible()
        found = islice(sheet.markers.beginning(seen.start, seen.end), MOST_SIGNS)
        markers = [(marker, _shifted(page.line(marker.span.start), shift)) for marker in found]
        placed = islice(sheet.marks.beginning(seen.start, seen.end), MOST_SIGNS)
        marks = [(mark, _shifted(page.line(mark.span.start), shift)) for mark in placed]
        self._spots = self._gutter.place_markers(markers) + self._gutter.place_signs(marks)
        self._gutter.draw_spots(painter, self._spots)

    def _draw_bar(self, painter: QPainter, sheet: Sheet, placed: list[Placed]) -> None:
        if self.bar_block >= 0:
            self._gutter.draw_cursor(painter, placed, sheet.document.blocks[self.bar_block])


def _shifted(line: Line, shift: int) -> Line:
    return Line(line.top - shift, line.height, line.baseline - shift)
