"""The visible half of the reading view: the column, what is painted around it, and scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.browser import QuietBrowser
from deskbrief.ui.reader.drawing import Drawing
from deskbrief.ui.reader.feed import Feed
from deskbrief.ui.reader.gutter import Gutter
from deskbrief.ui.reader.measure import Fit, fit
from deskbrief.ui.reader.page import Line
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.tips import tip_of
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import LIGHT, Theme

#: Empty room above the first line and below the last, and above a line that was asked for.
LEAD, ABOVE = 28, 8
#: Milliseconds after which a new place is told.
CALM_MS = 60
SMALLEST, LARGEST, USUAL = 8.0, 36.0, Typography().size


class Surface(QuietBrowser):
    """Shows one document in a measured column, with a scroll bar for all of it.

    `moved` is emitted when the text has moved on screen, `rescaled` when heights have become better known.
    """

    place_changed = Signal(int)
    filled = Signal()
    first_screen = Signal()
    zoom_changed = Signal(float)
    theme_changed = Signal(object)
    moved = Signal()
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._typography = LIGHT, Typography()
        self._styles = Styles(self._theme, self._typography)
        self._gutter = Gutter(self._styles, self)
        self._fit = Fit(0, 0, 0, 0)
        self._pinned: int | None = 0
        self._told_place = -1
        self._feed = Feed(self)
        self._drawing = Drawing(self._feed, self._gutter)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self.scroller = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroller.setAccessibleName(self.tr("Place in the document"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._feed.changed.connect(self._on_changed)
        self._feed.filled.connect(self.filled)
        self._calm.timeout.connect(self._tell_place)
        self.scroller.valueChanged.connect(self._on_scroller)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def shown_document(self) -> Document | None:
        """Return the document on show."""
        return None if self._feed.sheet is None else self._feed.sheet.document

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        colours = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, QColor(theme.paper)),
            (QPalette.ColorRole.Text, QColor(theme.ink)),
            (QPalette.ColorRole.Highlight, _mixed(theme.accent, theme.paper, 0.45 if theme.dark else 0.3)),
            (QPalette.ColorRole.HighlightedText, QColor(theme.ink)),
        ):
            colours.setColor(role, colour)
        self.setPalette(colours)
        self._restyle(self.place(), same_heights=True)
        self.theme_changed.emit(theme)

    def theme(self) -> Theme:
        """Return the theme in use."""
        return self._theme

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another size, measure, line height or face; the place is kept."""
        if typography != self._typography:
            self._typography = typography
            self._restyle(self.place())

    def typography(self) -> Typography:
        """Return the typography in use."""
        return self._typography

    def zoom_by(self, steps: float) -> None:
        """Make the text `steps` points larger, or smaller when negative; 0 gives it its usual size."""
        size = min(max(self._typography.size + steps, SMALLEST), LARGEST) if steps else USUAL
        if size != self._typography.size:
            self.set_typography(replace(self._typography, size=size))
            self.zoom_changed.emit(size)

    def place(self) -> int:
        """Return the offset of the first line on screen that can be read."""
        if self._pinned is not None or self._feed.page is None:
            return self._pinned or 0
        return self._offset_at(QPointF(self._fit.gutter + 1, self._styles.line * 0.6))

    def visible(self) -> Span:
        """Return the stretch of the text that is on screen, in whole blocks."""
        return self._drawing.visible()

    def share_of(self, offset: int) -> float:
        """Return how far down the document `offset` is, from 0 to 1."""
        return min(self._feed.scale.y_of(offset) / max(self._feed.scale.total, 1.0), 1.0)

    def offset_of(self, share: float) -> int:
        """Return about which offset is as far down the document as `share` says, from 0 to 1."""
        return self._feed.scale.offset_at(share * self._feed.scale.total)

    def scroll_by(self, pixels: float) -> None:
        """Move on in the text, or back when negative, beyond what is set at the moment if need be."""
        self._scroll_to(self._feed.y + pixels)

    def page_by(self, steps: int) -> None:
        """Move on by screens, less one line that stays to read on from."""
        self.scroll_by(steps * max(self.viewport().height() - 1.5 * self._styles.line, self._styles.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._styles.column == self._fit.column and self._gutter.left == self._fit.gutter:
            super().resizeEvent(event)
            self._feed.refill()
            self._sync_scroller()
        else:
            place = self.place()
            self._feed.forget()
            super().resizeEvent(event)
            self._restyle(place)
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._share_width()
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self.wheelEvent(event)  # turned in the margins, where Qt would not scroll
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _show(self, sheet: Sheet | None, at: int) -> None:
        self._drawing.clear()
        self._told_place = -1
        self._feed.open(sheet, self._styles)
        if sheet is None:
            self._pinned = 0
            self._sync_scroller()
            self.viewport().update()
        else:
            self._set_from(at)
            self.first_screen.emit()

    def _share_width(self) -> None:
        """Put the column into the middle of the view and the scroll bar at its edge."""
        wide = self.scroller.sizeHint().width()
        self.scroller.setGeometry(self.width() - wide, 0, wide, self.height())
        self._fit = fit(self.width() - wide, self._styles.measure)
        rest = self.width() - self._fit.left - self._fit.inner
        self.setViewportMargins(self._fit.left, 0, max(rest, wide), 0)

    def _restyle(self, place: int, *, same_heights: bool = False) -> None:
        """Set everything anew, with the line of `place` at the top of the screen."""
        self._feed.forget()
        self._styles = Styles(self._theme, self._typography)
        self._share_width()
        self._styles.column = self._fit.column
        self._gutter.styles = self._styles
        self._gutter.left, self._gutter.right = self._fit.gutter, self._fit.gutter + self._fit.column
        self.verticalScrollBar().setSingleStep(self._styles.line)
        self.scroller.setSingleStep(self._styles.line)
        if self._feed.sheet is not None:
            self._feed.dress(self._styles, same_heights=same_heights)
            self._set_from(place)

    def _set_from(self, offset: int, above: int = ABOVE) -> None:
        self._feed.show(offset, self._margins(), above)
        self._pinned = offset
        self._calm.start()
        self.moved.emit()

    def _margins(self) -> QTextFrameFormat:
        margins = QTextFrameFormat()
        margins.setLeftMargin(self._fit.gutter)
        margins.setRightMargin(self._fit.right)
        margins.setTopMargin(LEAD)
        margins.setBottomMargin(0)
        return margins

    def _on_changed(self) -> None:
        self._sync_scroller()
        self.rescaled.emit()

    def _on_scrolled(self) -> None:
        if self._feed.busy:
            return
        self._pinned = None
        self._feed.refill()
        self._sync_scroller()
        self._calm.start()
        self.moved.emit()

    def _on_scroller(self, value: int) -> None:
        self._scroll_to(value)

    def _scroll_to(self, y: float) -> None:
        y = min(max(y, 0.0), float(self.scroller.maximum()))
        if self._feed.reaches(y):
            self._feed.scroll(y)
        else:
            self._set_from(self._feed.offset_at(y))
            self._pinned = None

    def _sync_scroller(self) -> None:
        screen = self.viewport().height()
        with QSignalBlocker(self.scroller):
            self.scroller.setPageStep(screen)
            self.scroller.setRange(0, max(round(self._feed.total) - screen, 0))
            self.scroller.setValue(round(self._feed.y))
        self.scroller.setVisible(self.scroller.maximum() > 0)

    def _tell_place(self) -> None:
        place = self.place()
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


def _mixed(colour: str, ground: str, share: float) -> QColor:
    """Return `colour` laid over `ground` with the opacity `share`."""
    one, other = QColor(colour), QColor(ground)
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * (1 - share),
        one.greenF() * share + other.greenF() * (1 - share),
        one.blueF() * share + other.blueF() * (1 - share),
    )
