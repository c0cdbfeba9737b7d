"""The annotated half of the reading view: marks, markers, links, and what a click on them does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from deskbrief.document.model import Inline
from deskbrief.document.spans import Span
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.surface import Surface
from deskbrief.ui.reader.values import Mark, Marker

if TYPE_CHECKING:
    from deskbrief.ui.reader.handles import Handles
    from deskbrief.ui.reader.pointed import Pointed

#: Of so many changed marks the lines are drawn again by themselves, with so many pixels above and below.
FEW, AROUND = 20, 12


class AnnotatedSurface(Surface):
    """Shows what the reader and the outline have put on the text, and the links that are in it.

    `mark_activated` carries a note's id, `marker_activated` a `Marker`, `link_activated` an address,
    `place_requested` the offset that a link inside the document leads to, `page_requested` the place of a
    page without text, `context_requested` the place of a menu on the screen. `annotated` is emitted when
    there are other marks or markers than before.
    """

    mark_activated = Signal(str)
    marker_activated = Signal(object)
    link_activated = Signal(str)
    place_requested = Signal(int)
    page_requested = Signal(int)
    context_requested = Signal(QPoint)
    annotated = Signal()
    #: A note's id, and the span on which it is to stand.
    mark_resized = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._handles: Handles | None = None
        self._menu_at: tuple[Spot | None, int | None] = (None, None)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace all marks."""
        sheet = self._flow.sheet
        if sheet is None:
            return
        changed = sheet.change_marks(marks)
        if changed and self._handles is not None:
            self._handles.forget()
        if changed:
            self._draw_again(changed)
            self.annotated.emit()

    def marks(self) -> Sequence[Mark]:
        """Return the marks in the order of the text."""
        return () if self._flow.sheet is None else tuple(self._flow.sheet.marks)

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Replace all markers in the gutter."""
        if self._flow.sheet is not None and self._flow.sheet.set_markers(markers):
            self.viewport().update()
            self.annotated.emit()

    def markers(self) -> Sequence[Marker]:
        """Return the markers in the order of the text."""
        return () if self._flow.sheet is None else tuple(self._flow.sheet.markers)

    def spots(self) -> list[Spot]:
        """Return the signs in the margins of what is on screen."""
        return self._scene.spots()

    def link_under(self, point: QPointF) -> Inline | None:
        """Return the link under a point of the viewport."""
        from deskbrief.ui.reader.links import link_at

        sheet, offset = self._flow.sheet, self._letter_at(point)
        return None if sheet is None or offset is None else link_at(sheet, offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            return
        point = event.position()
        link = self.link_under(point)
        self._lights.hover(None if link is None else Span(link.start, link.end))
        over = link is not None or self._scene.spot_at(point) is not None
        over = over or self._scene.scan_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self._over_handle(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif self._scene.bar_at(point) is not None:
            shape = Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _draw_over(self, painter: QPainter) -> None:
        if self._handles is not None:
            self._handles.draw(painter, self.theme())

    def leaveEvent(self, event: QEvent) -> None:
        self._lights.hover(None)
        if self._handles is not None and not self._handles.held:
            self._handles.forget()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_at = None, self._keyboard_at()
            area = self.caret_area(self._menu_at[1] or 0)
            at = self.viewport().mapToGlobal(area.bottomRight().toPoint() if area else QPoint(40, 40))
        else:
            point = QPointF(self.viewport().mapFromGlobal(at))
            self._menu_at = self._scene.spot_at(point), self._letter_at(point)
            spot, offset = self._menu_at
            if spot is not None and isinstance(spot.value, Mark):
                self._aim(spot.value.span.start)
            elif spot is None and offset is not None:
                self._aim(offset)
        self.context_requested.emit(at)
        event.accept()

    def pointed(self) -> Pointed:
        """Return what the last menu was asked for."""
        from deskbrief.ui.reader.pointed import pointed_at

        return pointed_at(self._flow.sheet, self._menu_at[1], self._menu_at[0])

    def _keyboard_at(self) -> int | None:
        """Return the offset where the keyboard is."""
        raise NotImplementedError

    def _aim(self, offset: int) -> None:
        """Bring the keyboard to the letter that a menu was asked for."""
        raise NotImplementedError

    def _over_handle(self, point: QPointF) -> bool:
        """Put handles on the mark under the pointer; tell whether the pointer is on one of them."""
        sheet, offset = self._flow.sheet, self._letter_at(point)
        if sheet is None or (self._handles is None and (offset is None or not sheet.marks)):
            return False
        from deskbrief.ui.reader.pointed import mark_at

        mark = None if offset is None else mark_at(sheet, offset)
        if self._handles is None:
            if mark is None:
                return False
            from deskbrief.ui.reader.handles import Handles

            self._handles = Handles(self._lights, self._scene.edges, self.viewport().update)
        return self._handles.show(mark, point)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            from deskbrief.ui.reader.tips import tip_of

            words, area = self._tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_of(words) if words else "", self.viewport(), area)
            return True
        return super().viewportEvent(event)

    def follow(self, link: Inline) -> None:
        """Tell where a link leads to."""
        raise NotImplementedError

    def _draw_again(self, marks: Sequence[Mark]) -> None:
        """Draw the lines of `marks` again, of a few no others."""
        if len(marks) > FEW:
            self.viewport().update()
            return
        seen = self.visible()
        for mark in marks:
            if mark.span.overlaps(seen):
                top = self._line(max(mark.span.start, seen.start)).top
                last = self._line(min(mark.span.end, seen.end))
                high = round(last.top + last.height - top)
                self.viewport().update(0, round(top) - AROUND, self.viewport().width(), high + 2 * AROUND)

    def _tip(self, point: QPointF) -> tuple[str, QRect]:
        from deskbrief.ui.reader.links import tip
        from deskbrief.ui.reader.pointed import around

        spot, link, sheet = self._scene.spot_at(point), self.link_under(point), self._flow.sheet
        if spot is not None:
            return spot.tip, spot.area.toRect()
        if link is not None and sheet is not None:
            return tip(sheet, link), around(point)
        if self._scene.scan_at(point) is not None:
            return self._gutter.scan_tip(), around(point)
        return "", QRect()

    def _is_click(self, event: QMouseEvent) -> bool:
        """Tell whether the release of a button ends a click; forget where it was pressed."""
        from deskbrief.ui.reader.pointed import is_click

        pressed, self._pressed = self._pressed, None
        return is_click(pressed, event)

    def _click(self, point: QPointF) -> None:
        """Do what a click asks for, which selected nothing."""
        spot, link = self._scene.spot_at(point), self.link_under(point)
        if spot is not None:
            if isinstance(spot.value, Marker):
                self.marker_activated.emit(spot.value)
            else:
                self.mark_activated.emit(spot.value.note)
        elif link is not None:
            self.follow(link)
        elif (scan := self._scene.scan_at(point)) is not None:
            self.page_requested.emit(scan.start)
        else:
            self._click_text(point)

    def _click_text(self, point: QPointF) -> None:
        from deskbrief.ui.reader.pointed import mark_at

        sheet, offset = self._flow.sheet, self._letter_at(point)
        mark = None if sheet is None or offset is None else mark_at(sheet, offset)
        if mark is not None:
            self.mark_activated.emit(mark.note)
