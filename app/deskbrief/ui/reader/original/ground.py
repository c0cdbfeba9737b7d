"""The ground of the view of pages: theme, zoom, scroll bars, and where the pages lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QNativeGestureEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from deskbrief.ui.reader.canvas import Dressed
from deskbrief.ui.reader.gutter import Gutter
from deskbrief.ui.reader.original.pill import PagePill
from deskbrief.ui.reader.original.stack import GAP, MARGIN, SIDE, USUAL, PageStack
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import LIGHT, Theme

#: How large pages can be shown, and how much larger a step makes them.
SMALLEST, LARGEST, STEP = 0.1, 8.0, 1.2
#: Pixels of a step with the scroll bar, and what of a screen stays when it is turned.
LINE, KEPT = 40, 60
#: The room at the sides of a view that is narrower than this: there the signs stand on the pages' own edges.
NARROW, LEAST_SIDE = 600, 6.0
WIDTH, PAGE = "width", "page"


class PageGround(Dressed, QAbstractScrollArea):
    """Lays pages out; `zoomed` carries the zoom as it is kept: "width", "page" or a number."""

    zoom_changed = Signal(float)
    theme_changed = Signal(object)
    zoomed = Signal(str)
    moved = Signal()
    rescaled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._typography = LIGHT, Typography()
        self._styles = Styles(self._theme, self._typography)
        self._gutter = Gutter(self._styles, self)
        self._stack = PageStack()
        self._zoom = WIDTH
        self._own = False
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.scroller: QScrollBar = self.verticalScrollBar()
        self.scroller.setAccessibleName(self.tr("Place in the document"))
        self.horizontalScrollBar().setAccessibleName(self.tr("Place across the page"))
        for bar in (self.scroller, self.horizontalScrollBar()):
            bar.setSingleStep(LINE)
        self._pill = PagePill(self)
        self._pill.smaller.clicked.connect(self._smaller)
        self._pill.larger.clicked.connect(self._larger)
        self._pill.width_button.clicked.connect(self.fit_width)
        self._pill.page_button.clicked.connect(self.fit_page)

    @property
    def zoom(self) -> float:
        """How large pages are shown; 1 is as large as on paper."""
        return self._stack.scale / USUAL

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`; the pages stay as they are."""
        self._theme, self._dressed = theme, True
        self._lay_ground()
        self._pill.set_theme(theme)
        self._set_anew(same_heights=True)
        self.theme_changed.emit(theme)

    def _colours(self) -> QPalette:
        colours = super()._colours()
        colours.setColor(QPalette.ColorRole.Base, QColor(self._theme.line))
        return colours

    def zoom_by(self, steps: float) -> None:
        """Show the pages larger by so many steps, or smaller; 0 makes them as wide as the view."""
        if steps:
            self.set_zoom(str(self.zoom * STEP**steps))
        else:
            self.fit_width()

    def fit_width(self) -> None:
        """Show the pages as wide as the view."""
        self.set_zoom(WIDTH)

    def fit_page(self) -> None:
        """Show the pages so that one is seen in whole."""
        self.set_zoom(PAGE)

    def set_zoom(self, zoom: str) -> None:
        """Show the pages as large as "width", "page" or a number says; what is in the middle stays there."""
        if zoom not in (WIDTH, PAGE):
            try:
                zoom = f"{min(max(float(zoom), SMALLEST), LARGEST):.4f}"
            except ValueError:
                zoom = WIDTH
        self._zoom = zoom
        self._lay(self.viewport().height() / 2)
        self.zoomed.emit(zoom)

    def column(self) -> tuple[int, int]:
        """Return where the page in sight begins and ends, in pixels of the view."""
        area = self._area(self._stack.page_at(self._y))
        room = self.viewport().width()
        return round(max(area.left(), SIDE)), round(min(area.right(), room - SIDE))

    @property
    def _y(self) -> int:
        return self.scroller.value()

    def _area(self, number: int) -> QRectF:
        """Return where a page lies in the viewport."""
        room = max(self.viewport().width(), self._wide())
        return self._stack.area(number, room).translated(-self.horizontalScrollBar().value(), -self._y)

    def _seen_pages(self) -> range:
        return self._stack.between(self._y, self._y + self.viewport().height())

    def _wide(self) -> float:
        return round(self._stack.widest * self._stack.scale) + 2 * self._side()

    def _side(self) -> float:
        """Return the room at both sides: less of it where the window is narrow."""
        return SIDE if self.width() > NARROW else LEAST_SIDE

    def _wanted_scale(self) -> float:
        if self._zoom not in (WIDTH, PAGE):
            return float(self._zoom) * USUAL
        # The bar counts whether it is there or not, or it would come and go.
        bar = self.scroller.sizeHint().width()
        room = self.width() - bar - 2 * self._side()
        scale = room / self._stack.widest
        if self._zoom == PAGE:
            number = self._stack.page_at(self._y + self.viewport().height() / 2)
            width, height = self._stack.size(number)
            scale = min(room / width, (self.viewport().height() - 2 * MARGIN) / height)
        return min(max(scale, SMALLEST * USUAL), LARGEST * USUAL)

    def _lay(self, anchor: float) -> None:
        """Lay the pages as large as is wanted; what is at the height `anchor` of the view stays there."""
        y = self._y + anchor
        number = self._stack.page_at(y)
        share = (y - self._stack.top(number)) / (self._stack.size(number)[1] * self._stack.scale + GAP)
        across = self._middle()
        self._stack.lay(self._wanted_scale())
        with self._own_doing():
            self._set_bars()
            high = self._stack.size(number)[1] * self._stack.scale + GAP
            self.scroller.setValue(round(self._stack.top(number) + share * high - anchor))
            self._to_middle(across)
        self._gutter.styles = self._styles
        self._on_laid()

    def _middle(self) -> float:
        """Return how far across the pages the middle of the view is, from 0 to 1."""
        bar = self.horizontalScrollBar()
        return (bar.value() + self.viewport().width() / 2) / max(bar.maximum() + self.viewport().width(), 1)

    def _to_middle(self, share: float) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(round(share * (bar.maximum() + self.viewport().width()) - self.viewport().width() / 2))

    def _set_bars(self) -> None:
        view = self.viewport().size()
        bar, across = self.scroller, self.horizontalScrollBar()
        bar.setRange(0, max(round(self._stack.height) - view.height(), 0))
        bar.setPageStep(max(view.height() - KEPT, LINE))
        across.setRange(0, max(round(self._wide()) - view.width(), 0))
        across.setPageStep(view.width())
        self._pill.place(self.viewport().geometry())

    def _on_laid(self) -> None:
        """Draw the pages where they lie now."""
        self.viewport().update()
        self.rescaled.emit()
        self.moved.emit()

    @contextmanager
    def _own_doing(self) -> Iterator[None]:
        """Let what happens to the scroll bars not count as the reader's doing."""
        self._own, before = True, self._own
        try:
            yield
        finally:
            self._own = before

    def _smaller(self) -> None:
        self.zoom_by(-1)

    def _larger(self) -> None:
        self.zoom_by(1)

    def _set_anew(self, *, same_heights: bool) -> None:
        self._styles = Styles(self._theme, self._typography)
        self._gutter.styles = self._styles
        if same_heights:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            if turned:
                self._zoom_at(event.position(), STEP if turned > 0 else 1 / STEP)
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_at(event.position(), 1 + event.value())
                return True
            return False
        return super().viewportEvent(event)

    def _zoom_at(self, point: QPointF, times: float) -> None:
        """Zoom so that what is under the pointer stays there."""
        self._zoom = f"{min(max(self.zoom * times, SMALLEST), LARGEST):.4f}"
        self._lay(point.y())
        self.zoomed.emit(self._zoom)
