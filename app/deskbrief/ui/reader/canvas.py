"""The ground of the reading view: theme, typography, how the width is shared out, and the scroll bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QNativeGestureEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from deskbrief.ui.reader.gutter import Gutter
from deskbrief.ui.reader.measure import Fit, fit, least_width
from deskbrief.ui.reader.styles import Styles, mixed
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from deskbrief.ui.reader.touchpad import Glide, Pinch

#: Text sizes in points: the least, the largest, and what Ctrl+0 goes back to.
SMALLEST, LARGEST, USUAL = 8.0, 36.0, Typography().size
#: Lines that one click of a wheel moves on, and the units in which Qt counts such clicks.
WHEEL_LINES, WHEEL_CLICK = 3, 120
#: What holds a text that glides.
HOLDING = {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Hide}


if TYPE_CHECKING:

    class _Dressed(QAbstractScrollArea):
        """What the widget itself provides; Qt wants its signals there."""

        zoom_changed: Signal

else:
    _Dressed = object


class Dressed(_Dressed):
    """A view of text in a theme and a typography, which says how its text is set anew."""

    _theme: Theme
    _typography: Typography
    _styles: Styles
    #: Whether there are colours to keep.
    _dressed = False

    def theme(self) -> Theme:
        """Return the theme in use."""
        return self._theme

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another size, measure, line height or face; the place is kept."""
        if typography != self._typography:
            self._typography = typography
            self._set_anew(same_heights=False)

    def typography(self) -> Typography:
        """Return the typography in use."""
        return self._typography

    def least_width(self) -> int:
        """Return how many pixels of width the text needs to be read with ease."""
        return least_width(self._styles.measure, self._styles.typography.measure)

    def zoom_by(self, steps: float) -> None:
        """Make the text `steps` points larger, or smaller when negative; 0 gives it its usual size."""
        size = min(max(self._typography.size + steps, SMALLEST), LARGEST) if steps else USUAL
        if size != self._typography.size:
            from dataclasses import replace

            self.set_typography(replace(self._typography, size=size))
            self.zoom_changed.emit(size)

    def _set_anew(self, *, same_heights: bool) -> None:
        """Set all text again in the present theme and typography; what there is to set, a subclass knows."""
        raise NotImplementedError

    def _lay_ground(self) -> None:
        """Give view and viewport the colours of the theme."""
        colours = self._colours()
        for ground in (self, self.viewport()):
            if ground.palette() != colours:
                ground.setPalette(colours)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._keep_ground(event)

    def viewportEvent(self, event: QEvent) -> bool:
        done = super().viewportEvent(event)
        self._keep_ground(event)
        return done

    def _keep_ground(self, event: QEvent) -> None:
        """Keep the colours when the style sheet is applied anew: it gives back those of the first theme."""
        if event.type() is QEvent.Type.StyleChange and self._dressed:
            self._lay_ground()

    def _colours(self) -> QPalette:
        """Return the view's palette in the colours of the theme."""
        theme, colours = self._theme, self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, QColor(theme.paper)),
            (QPalette.ColorRole.Text, QColor(theme.ink)),
            (QPalette.ColorRole.Highlight, mixed(theme.accent, theme.paper, 0.45 if theme.dark else 0.3)),
            (QPalette.ColorRole.HighlightedText, QColor(theme.ink)),
        ):
            colours.setColor(role, colour)
        return colours


class Canvas(Dressed, QAbstractScrollArea):
    """A scroll area whose text stands in one column with room for a gutter, and a scroll bar of its own.

    Qt's bars are hidden: they would take their room from the text whenever they come and go.
    """

    zoom_changed = Signal(float)
    theme_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._typography = LIGHT, Typography()
        self._styles = Styles(self._theme, self._typography)
        self._gutter = Gutter(self._styles, self)
        self._fit = Fit(0, 0, 0, 0)
        self._rest = 0.0
        self._glide: Glide | None = None
        self._pinch: Pinch | None = None
        self.scroller = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroller.setAccessibleName(self.tr("Place in the document"))
        # One made in Python: to find out what Qt made, PySide6 would set up every class of widget there is.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme, self._dressed = theme, True
        self._lay_ground()
        self._set_anew(same_heights=True)
        self.theme_changed.emit(theme)

    def column(self) -> tuple[int, int]:
        """Return where the column begins and ends, in pixels of the view."""
        return self._gutter.left, self._gutter.right

    @property
    def glide(self) -> Glide:
        """What lets the text go on after a push on a touchpad."""
        if self._glide is None:
            from deskbrief.ui.reader.touchpad import Glide

            self._glide = Glide(self)
            self._glide.moved.connect(self._glide_by)
        return self._glide

    def _glide_by(self, pixels: float) -> None:
        """Move by whole pixels; what is less is kept for the next step."""
        self._rest += pixels
        whole = int(self._rest)
        self._rest -= whole
        if whole:
            self.scroll_by(whole)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        if self._glide is not None and event.type() in HOLDING:
            self._glide.stop()
        return super().viewportEvent(event)

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if self._pinch is None:
            from deskbrief.ui.reader.touchpad import Pinch

            self._pinch = Pinch()
        points = self._pinch.points(event)
        event.setAccepted(points is not None)
        if points:
            self.zoom_by(points)
        return points is not None

    def scroll_by(self, pixels: float) -> None:
        """Move on in the text, or back when negative."""
        raise NotImplementedError

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.zoom_by(1 if turned > 0 else -1)
            return
        if event.pixelDelta().y():
            self.scroll_by(-event.pixelDelta().y())
        if event.phase() is not Qt.ScrollPhase.NoScrollPhase:
            self.glide.follow(-event.pixelDelta().y(), event.phase())
        elif self._glide is not None:
            self._glide.stop()
        if event.pixelDelta().y():
            return
        if turned:
            # What is less than a pixel is kept for the next turn.
            self._rest += -turned / WHEEL_CLICK * WHEEL_LINES * self._styles.line
            whole = int(self._rest)
            self._rest -= whole
            self.scroll_by(whole)

    def _dress(self) -> None:
        """Make the styles of the present theme, typography and width."""
        if self._styles.theme is not self._theme or self._styles.typography != self._typography:
            self._styles = Styles(self._theme, self._typography)
        self._share_width()
        self._styles.column = self._fit.column
        self._gutter.styles = self._styles
        self._place_column()
        self.scroller.setSingleStep(self._styles.line)

    def _share_width(self) -> None:
        """Put the column into the middle of the view and the scroll bar at its edge."""
        wide = self.scroller.sizeHint().width()
        self.scroller.setGeometry(self.width() - wide, 0, wide, self.height())
        self._fit = fit(self.width() - wide, self._styles.measure)
        self.setViewportMargins(0, 0, wide, 0)

    def _place_column(self) -> None:
        self._gutter.left = self._fit.left + self._fit.gutter
        self._gutter.right = self._gutter.left + self._fit.column

    def _show_range(self, y: float, last: int, screen: int) -> None:
        """Let the scroll bar say how far down the screen is, without anything following from it."""
        with QSignalBlocker(self.scroller):
            self.scroller.setPageStep(screen)
            self.scroller.setRange(0, last)
            self.scroller.setValue(round(y))
        self.scroller.setVisible(last > 0)
