"""The surface of the reading view: what of a document is on screen, where that is, and scrolling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.choice import reading_line
from deskbrief.ui.reader.paged.column import Column
from deskbrief.ui.reader.paged.drawing import Drawing
from deskbrief.ui.reader.paged.feed import Feed
from deskbrief.ui.reader.pictures import Pictures
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.tips import tip_of
from deskbrief.ui.reader.values import Line

#: Empty room above a line that was asked for.
ABOVE = 8
#: Lines that stay on screen when the text moves on by a whole one.
KEPT = 2
#: Milliseconds after which a new place is told.
CALM_MS = 60


class Surface(Column):
    """Shows one document in a measured column, with a scroll bar for all of it.

    `moved` is emitted when the text has moved on screen, `rescaled` when heights have become better known.
    """

    #: The offset that `current` returns, told when the text has come to rest.
    place_changed = Signal(int)
    filled = Signal()
    first_screen = Signal()
    moved = Signal()
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pinned: int | None = 0
        self._told_place = -1
        self._landed: int | None = None
        self._feed = Feed(self)
        self._drawing = Drawing(self._feed, self._gutter)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._feed.changed.connect(self._on_changed)
        self._feed.filled.connect(self.filled)
        self._calm.timeout.connect(self._tell_place)
        self.pictures.arrived.connect(self.viewport().update)
        self.scroller.valueChanged.connect(self._on_scroller)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def pictures(self) -> Pictures:
        """The pictures of the document on show."""
        return self._gutter.pictures

    @property
    def busy(self) -> bool:
        """Whether text around the screen is still being set."""
        return self._feed.working

    def shown_document(self) -> Document | None:
        """Return the document on show."""
        return None if self._feed.sheet is None else self._feed.sheet.document

    def place(self) -> int:
        """Return the offset of the first line on screen that can be read."""
        if self._pinned is not None or self._feed.page is None:
            return self._pinned or 0
        return self._offset_at(QPointF(self._fit.gutter + 1, self._styles.line * 0.6))

    def current(self) -> int:
        """Return the offset that counts as where the reader is: what was jumped to, else the reading line."""
        if self._landed is not None or self._feed.page is None:
            return self._landed or 0
        screen, above = float(self.viewport().height()), max(self._feed.y, 0.0)
        below = max(self._feed.total - self._feed.y - screen, 0.0)
        line = reading_line(screen, above, below)
        return self._offset_at(QPointF(self._fit.gutter + 1, line + self._styles.line * 0.6))

    def visible(self) -> Span:
        """Return the stretch of the text that is on screen, in whole blocks."""
        return self._drawing.visible()

    def share_of(self, offset: int) -> float:
        """Return how far down the document `offset` is, from 0 to 1."""
        return min(self._feed.scale.y_of(offset) / max(self._feed.scale.total, 1.0), 1.0)

    def offset_of(self, share: float) -> int:
        """Return about which offset is as far down the document as `share` says, from 0 to 1."""
        return self._feed.scale.offset_at(share * self._feed.scale.total)

    def offsets_of(self, shares: Sequence[float]) -> list[int]:
        """Return `offset_of` each of `shares`."""
        return [self.offset_of(share) for share in shares]

    def scroll_by(self, pixels: float) -> None:
        """Move on in the text, or back when negative, beyond what is set at the moment if need be."""
        self._scroll_to(self._feed.y + pixels)

    def page_by(self, steps: int) -> None:
        """Move on by screens, less two lines that stay to read on from."""
        self.scroll_by(steps * max(self.viewport().height() - KEPT * self._styles.line, self._styles.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_dressed():
            super().resizeEvent(event)
            self._feed.refill()
            self._sync_scroller()
        else:
            place = self.place()
            self._feed.forget()
            super().resizeEvent(event)
            self._set_from_anew(place, same_heights=False)
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        shift = self.verticalScrollBar().value()
        with _painting(self.viewport()) as painter:
            self._drawing.under(painter, shift)
        super().paintEvent(event)
        with _painting(self.viewport()) as painter:
            self._drawing.over(painter, shift)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._drawing.spot_at(QPointF(event.pos()))
            if spot is not None:
                QToolTip.showText(event.globalPos(), tip_of(spot.tip), self.viewport(), spot.area.toRect())
                return True
        return super().viewportEvent(event)

    def _show(self, sheet: Sheet | None, at: int) -> None:
        self._drawing.clear()
        self._told_place = -1
        self._landed = None
        self._gutter.pictures.document = sheet.document.sha256 if sheet else ""
        self._feed.open(sheet, self._styles)
        if sheet is None:
            self._pinned = 0
            self._sync_scroller()
            self.viewport().update()
        else:
            self._set_from(at)
            self.first_screen.emit()

    def _set_anew(self, *, same_heights: bool) -> None:
        self._set_from_anew(self.place(), same_heights=same_heights)

    def _set_from_anew(self, place: int, *, same_heights: bool) -> None:
        self._feed.forget()
        self._dress()
        if self._feed.sheet is not None:
            self._feed.dress(self._styles, same_heights=same_heights)
            self._set_from(place)

    def _set_from(self, offset: int, above: float = ABOVE) -> None:
        self._feed.show(offset, self._margins(), round(above))
        self._pinned, self._landed = offset, None
        self._calm.start()
        self.moved.emit()

    def _on_changed(self) -> None:
        self._sync_scroller()
        self.rescaled.emit()

    def _on_scrolled(self) -> None:
        if self._feed.busy:
            return
        self._pinned = self._landed = None
        self._feed.refill()
        self._sync_scroller()
        self._calm.start()
        self.moved.emit()

    def _on_scroller(self, value: int) -> None:
        self._scroll_to(value)

    def _scroll_to(self, y: float) -> None:
        last = float(self.scroller.maximum())
        if y >= last > 0:
            self._scroll_to_end()
        elif self._feed.reaches(max(y, 0.0)):
            self._feed.scroll(max(y, 0.0))
        else:
            self._set_from(self._feed.offset_at(y))
            self._pinned = None

    def _scroll_to_end(self) -> None:
        """Show the last screen: how high the document is in all is not known before it has been set."""
        if self._feed.sheet is not None and not self._feed.at_end:
            self._set_from(len(self._feed.sheet.document.text), self.viewport().height())
            self._pinned = None
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _sync_scroller(self) -> None:
        screen = self.viewport().height()
        with QSignalBlocker(self.scroller):
            self.scroller.setPageStep(screen)
            self.scroller.setRange(0, max(round(self._feed.total) - screen, 0))
            self.scroller.setValue(round(self._feed.y))
        self.scroller.setVisible(self.scroller.maximum() > 0)

    def _tell_place(self) -> None:
        place = self.current()
        if place != self._told_place and self._feed.page is not None:
            self._told_place = place
            self.place_changed.emit(place)

    def _offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        if self._feed.page is None:
            return 0
        place = point + self._scrolled()
        position = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        return self._feed.page.offset(position)

    def _scrolled(self) -> QPointF:
        """Return how far what is set has been scrolled."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _line(self, offset: int) -> Line:
        """Return the line of an offset that is set, counted from the top of the viewport."""
        assert self._feed.page is not None
        line = self._feed.page.line(offset)
        shift = self.verticalScrollBar().value()
        return Line(line.top - shift, line.height, line.baseline - shift)


@contextmanager
def _painting(widget: QWidget) -> Iterator[QPainter]:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()
