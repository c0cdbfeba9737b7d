"""The annotated half of the reading view: marks, markers, lights, and what a click on them does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from deskbrief.document.model import Block
from deskbrief.ui.reader.gutter import Spot
from deskbrief.ui.reader.paged.decorations import Decorations
from deskbrief.ui.reader.paged.surface import Surface
from deskbrief.ui.reader.pointed import is_click
from deskbrief.ui.reader.values import Mark, Marker


class AnnotatedSurface(Surface):
    """Shows what the reader and the outline have put on the text.

    `mark_activated` carries a note's id, `marker_activated` a `Marker`, `page_requested` the place of a page
    without text; `annotated` is emitted when there are other marks or markers than before.
    """

    mark_activated = Signal(str)
    marker_activated = Signal(object)
    page_requested = Signal(int)
    annotated = Signal()
    #: Here marks are made longer and shorter by keys alone.
    mark_resized = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._lights = Decorations(self, self._decorate)
        self.moved.connect(self._decorate)
        self.rescaled.connect(self._decorate)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace all marks; only text whose marks have changed is formatted again."""
        if self._feed.sheet is None:
            return
        changed = self._feed.sheet.set_marks(marks)
        if changed:
            self._feed.reset(changed)
            self.viewport().update()
            self.annotated.emit()

    def marks(self) -> Sequence[Mark]:
        """Return the marks in the order of the text."""
        return () if self._feed.sheet is None else tuple(self._feed.sheet.marks)

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Replace all markers in the gutter."""
        if self._feed.sheet is not None and self._feed.sheet.set_markers(markers):
            self.viewport().update()
            self.annotated.emit()

    def markers(self) -> Sequence[Marker]:
        """Return the markers in the order of the text."""
        return () if self._feed.sheet is None else tuple(self._feed.sheet.markers)

    def spots(self) -> list[Spot]:
        """Return the signs in the margins of what is on screen."""
        return self._drawing.spots()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        if self._drawing.spot_at(event.position()) is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            point = event.position()
            over = self._drawing.spot_at(point) is not None or bool(self.anchorAt(point.toPoint()))
            over = over or self._scan_at(point) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        point = event.position()
        spot = self._drawing.spot_at(point)
        if spot is None or pressed is None or self._drawing.spot_at(QPointF(pressed)) is None:
            super().mouseReleaseEvent(event)
        event.accept()
        if is_click(pressed, event):
            self._click(point)

    def _click(self, point: QPointF) -> None:
        spot = self._drawing.spot_at(point)
        if spot is not None and isinstance(spot.value, Marker):
            self.marker_activated.emit(spot.value)
        elif spot is not None and isinstance(spot.value, Mark):
            self.mark_activated.emit(spot.value.note)
        elif not self.textCursor().hasSelection() and not self.anchorAt(point.toPoint()):
            scan = self._scan_at(point)
            if scan is not None:
                self.page_requested.emit(scan.start)
            else:
                self._click_text(point)

    def _scan_at(self, point: QPointF) -> Block | None:
        return self._drawing.scan_at(point, self.verticalScrollBar().value())

    def _click_text(self, point: QPointF) -> None:
        sheet, page = self._feed.sheet, self._feed.page
        position = (
            self.document().documentLayout().hitTest(point + self._scrolled(), Qt.HitTestAccuracy.ExactHit)
        )
        if sheet is None or page is None or position < 0:
            return
        offset = page.offset(position)
        marks = sorted(sheet.marks.overlapping(offset, offset + 1), key=_length)
        if marks:
            self.mark_activated.emit(marks[0].note)

    def _decorate(self) -> None:
        if self._feed.page is not None:
            self._lights.draw(self._feed.page, self.visible(), self.theme())


def _length(mark: Mark) -> int:
    return len(mark.span)
