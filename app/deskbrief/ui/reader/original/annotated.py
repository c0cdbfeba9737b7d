"""The annotated half of the view of pages: marks, markers, links, and what a click on them does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from deskbrief.document.model import Inline
from deskbrief.document.spans import Span
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.handles import Handles
from deskbrief.ui.reader.links import link_at, tip
from deskbrief.ui.reader.original.painter import areas
from deskbrief.ui.reader.original.surface import PageSurface
from deskbrief.ui.reader.pointed import Pointed, around, is_click, mark_at, pointed_at
from deskbrief.ui.reader.tips import tip_of
from deskbrief.ui.reader.values import Mark, Marker


class AnnotatedPages(PageSurface):
    """Shows what the reader and the outline have put on the text, and the links that are in it."""

    mark_activated = Signal(str)
    marker_activated = Signal(object)
    link_activated = Signal(str)
    place_requested = Signal(int)
    #: Not emitted here: the page is on show.
    page_requested = Signal(int)
    context_requested = Signal(QPoint)
    annotated = Signal()
    #: A note's id, and the span on which it is to stand.
    mark_resized = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._handles = Handles(self._lights, self._edges, self.viewport().update)
        self._menu_at: tuple[Spot | None, int | None] = (None, None)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace all marks."""
        if self._sheet is not None and self._sheet.change_marks(marks):
            self._handles.forget()
            self.viewport().update()
            self.annotated.emit()

    def marks(self) -> Sequence[Mark]:
        """Return the marks in the order of the text."""
        return () if self._sheet is None else tuple(self._sheet.marks)

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Replace all markers beside the pages."""
        if self._sheet is not None and self._sheet.set_markers(markers):
            self.viewport().update()
            self.annotated.emit()

    def markers(self) -> Sequence[Marker]:
        """Return the markers in the order of the text."""
        return () if self._sheet is None else tuple(self._sheet.markers)

    def link_under(self, point: QPointF) -> Inline | None:
        """Return the link under a point of the viewport."""
        offset = self._letter_at(point)
        return None if self._sheet is None or offset is None else link_at(self._sheet, offset)

    def follow(self, link: Inline) -> None:
        """Tell where a link leads to."""
        raise NotImplementedError

    def pointed(self) -> Pointed:
        """Return what the last menu was asked for."""
        return pointed_at(self._sheet, self._menu_at[1], self._menu_at[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is under the pointer."""
        if event.buttons():
            return
        point = event.position()
        link = self.link_under(point)
        self._lights.hover(None if link is None else Span(link.start, link.end))
        shape = Qt.CursorShape.ArrowCursor
        if self._over_handle(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif link is not None or self._spot_at(point) is not None or self._failed_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._letter_at(point) is not None:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        self._lights.hover(None)
        if not self._handles.held:
            self._handles.forget()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words, area = self._tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_of(words) if words else "", self.viewport(), area)
            return True
        return super().viewportEvent(event)

    def _draw_over(self, painter: QPainter) -> None:
        self._handles.draw(painter, self.theme())

    def _edges(self, span: Span) -> tuple[QRectF | None, QRectF | None]:
        """Return the outer edges of the first and the last letter of `span`, of those that are on screen."""
        found = [area for number in self._seen_pages() for area in areas(self._seen(number), span)]
        if not found:
            return None, None
        first, last = found[0], found[-1]
        return (
            QRectF(round(first.left()) - 1, first.top(), 2, first.height()),
            QRectF(round(last.right()) - 1, last.top(), 2, last.height()),
        )

    def _over_handle(self, point: QPointF) -> bool:
        """Put handles on the mark under the pointer; tell whether the pointer is on one of them."""
        offset = self._letter_at(point)
        mark = None if self._sheet is None or offset is None else mark_at(self._sheet, offset)
        return self._handles.show(mark, point)

    def _spot_at(self, point: QPointF) -> Spot | None:
        return next((spot for spot in self.spots() if spot.area.contains(point)), None)

    def _failed_at(self, point: QPointF) -> int | None:
        """Return the page under a point that could not be drawn."""
        number = self._page_under(point)[0]
        return number if self._error_of(number) and self._area(number).contains(point) else None

    def _tip(self, point: QPointF) -> tuple[str, QRect]:
        spot, link = self._spot_at(point), self.link_under(point)
        if spot is not None:
            return spot.tip, spot.area.toRect()
        if link is not None and self._sheet is not None:
            return tip(self._sheet, link), around(point)
        return "", QRect()

    def _is_click(self, event: QMouseEvent) -> bool:
        """Tell whether the release of a button ends a click; forget where it was pressed."""
        pressed, self._pressed = self._pressed, None
        return is_click(pressed, event)

    def _click(self, point: QPointF) -> None:
        """Do what a click asks for, which selected nothing."""
        spot, link, failed = self._spot_at(point), self.link_under(point), self._failed_at(point)
        offset = self._letter_at(point)
        if spot is not None and isinstance(spot.value, Marker):
            self.marker_activated.emit(spot.value)
        elif spot is not None and isinstance(spot.value, Mark):
            self.mark_activated.emit(spot.value.note)
        elif failed is not None:
            self.retry()
        elif link is not None:
            self.follow(link)
        elif offset is not None and self._sheet is not None:
            mark = mark_at(self._sheet, offset)
            if mark is not None:
                self.mark_activated.emit(mark.note)

    def retry(self) -> None:
        """Try again to draw what could not be drawn."""
        self._known.errors.clear()
        self._tell_page()
        self.viewport().update()
        self._want_soon()
