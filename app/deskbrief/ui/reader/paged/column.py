"""The measured column of the reading view: theme, typography, and how the width is shared out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPalette, QTextFrameFormat, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from deskbrief.ui.reader.canvas import Dressed
from deskbrief.ui.reader.gutter import Gutter
from deskbrief.ui.reader.measure import Fit, fit
from deskbrief.ui.reader.paged.browser import QuietBrowser
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.touchpad import Pinch
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import LIGHT, Theme

#: Empty room above the first line.
LEAD = 28


class Column(Dressed, QuietBrowser):
    """A browser whose text stands in one column with room for a gutter, and a scroll bar of its own.

    Qt's vertical bar is hidden, because it knows only of the text that is set at the moment.
    """

    zoom_changed = Signal(float)
    theme_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._typography = LIGHT, Typography()
        self._styles = Styles(self._theme, self._typography)
        self._gutter = Gutter(self._styles, self)
        self._fit = Fit(0, 0, 0, 0)
        self._pinch = Pinch()
        self.scroller = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroller.setAccessibleName(self.tr("Place in the document"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme, self._dressed = theme, True
        self._lay_ground()
        self._set_anew(same_heights=True)
        self.theme_changed.emit(theme)

    def column(self) -> tuple[int, int]:
        """Return where the column begins and ends, in pixels of the view."""
        left = self.viewport().x() + self._fit.gutter
        return left, left + self._fit.column

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture:
            return self.event(event)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._share_width()
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            points = self._pinch.points(event)
            event.setAccepted(points is not None)
            if points:
                self.zoom_by(points)
            return points is not None
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

    def _dress(self) -> None:
        """Make the styles of the present theme, typography and width."""
        self._styles = Styles(self._theme, self._typography)
        self._share_width()
        self._styles.column = self._fit.column
        self._gutter.styles = self._styles
        self._gutter.left, self._gutter.right = self._fit.gutter, self._fit.gutter + self._fit.column
        self.verticalScrollBar().setSingleStep(self._styles.line)
        self.scroller.setSingleStep(self._styles.line)

    def _is_dressed(self) -> bool:
        """Tell whether the styles were made for the present width."""
        return self._styles.column == self._fit.column and self._gutter.left == self._fit.gutter

    def _share_width(self) -> None:
        """Put the column into the middle of the view and the scroll bar at its edge."""
        wide = self.scroller.sizeHint().width()
        self.scroller.setGeometry(self.width() - wide, 0, wide, self.height())
        self._fit = fit(self.width() - wide, self._styles.measure)
        rest = self.width() - self._fit.left - self._fit.inner
        self.setViewportMargins(self._fit.left, 0, max(rest, wide), 0)

    def _margins(self) -> QTextFrameFormat:
        """Return the room around the text inside the viewport."""
        margins = QTextFrameFormat()
        margins.setLeftMargin(self._fit.gutter)
        margins.setRightMargin(self._fit.right)
        margins.setTopMargin(LEAD)
        margins.setBottomMargin(0)
        return margins
