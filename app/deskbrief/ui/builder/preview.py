"""The pages of the brief as they will be, below one another; only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from deskbrief.document.plan import PageSize
from deskbrief.ui.theme import LIGHT, Theme
from deskbrief.ui.words import percent

#: Around the pages, and between two of them.
MARGIN, GAP = 18, 16
#: From the pill down to the bottom of the view.
LIFT = 9
#: Dots to an inch at 100 %, as screens count.
DPI = 96.0
POINTS = 72.0
#: At this zoom small print can be read.
READABLE = 0.9
SMALLEST, LARGEST, STEP = 0.25, 4.0, 1.2
#: Pages whose pictures are kept.
MOST_KEPT = 12
#: So long after scrolling the pages in sight are asked for.
PATIENCE_MS = 30
SIZES = {PageSize.A4: (595.28, 841.89), PageSize.LETTER: (612.0, 792.0)}


class Preview(QAbstractScrollArea):
    """Shows pages; `wanted` carries the numbers of those that are in sight and not drawn, and their dpi."""

    wanted = Signal(object, float)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages of the brief"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = LIGHT
        self._sizes: list[tuple[float, float]] = [SIZES[PageSize.A4]]
        self._pictures: dict[int, tuple[QImage, float, int]] = {}
        self._version = 0
        self._zoom: float | None = None
        self._page = 0
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(PATIENCE_MS)
        self._ask.timeout.connect(self._want)
        self._pill = Pill(self)
        self._pill.smaller.clicked.connect(self.zoom_out)
        self._pill.larger.clicked.connect(self.zoom_in)
        self._pill.fit.clicked.connect(self.zoom_to_fit)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._tell()

    @property
    def zoom(self) -> float:
        """How large the pages are shown; 1 is as large as on paper."""
        if self._zoom is not None:
            return self._zoom
        widest = max(width for width, _ in self._sizes) * DPI / POINTS
        highest = max(height for _, height in self._sizes) * DPI / POINTS
        across = (self.viewport().width() - 2 * MARGIN) / widest
        # A page in whole, if it can be read then; else as wide as there is room, up to a size that can.
        down = (self.viewport().height() - MARGIN - GAP - self._end) / highest
        return max(min(across, max(down, READABLE)), SMALLEST)

    @property
    def page_count(self) -> int:
        """How many pages the brief has."""
        return len(self._sizes)

    def is_drawn(self, number: int) -> bool:
        """Tell whether the picture of a page is there and is of the brief at hand."""
        return number in self._pictures and self._pictures[number][2] == self._version

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`; paper stays white."""
        self._theme = theme
        self.viewport().update()

    def show_brief(self, pages: int, size: PageSize) -> None:
        """Begin to show a brief of so many pages; the old pictures stay until the new ones are there."""
        self._version += 1
        self._sizes = [SIZES[size]] * max(pages, 1)
        self._pictures = {number: one for number, one in self._pictures.items() if number < pages}
        self._arrange()
        self._tell()
        self._ask.start()

    def set_sizes(self, sizes: Sequence[Sequence[float]]) -> None:
        """Take over the sizes of all pages in points."""
        exact = [(float(width), float(height)) for width, height in sizes]
        if exact and len(exact) == len(self._sizes) and exact != self._sizes:
            self._sizes = exact
            self._arrange()

    def set_picture(self, number: int, dpi: float, picture: QImage) -> None:
        """Show the picture of a page."""
        self._pictures[number] = (picture, dpi, self._version)
        if len(self._pictures) > MOST_KEPT:
            farthest = max(self._pictures, key=self._distance)
            del self._pictures[farthest]
        self.viewport().update()

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._set_zoom(self.zoom / STEP)

    def zoom_to_fit(self) -> None:
        """Show the pages as large as there is room for."""
        self._set_zoom(None)

    def _distance(self, number: int) -> int:
        return abs(number - self._page)

    def _set_zoom(self, zoom: float | None) -> None:
        share = self.verticalScrollBar().value() / max(self._height(), 1)
        self._zoom = None if zoom is None else min(max(zoom, SMALLEST), LARGEST)
        self._arrange()
        self.verticalScrollBar().setValue(round(share * self._height()))
        self._tell()
        self._ask.start()

    def _rectangles(self) -> list[QRect]:
        """Return where the pages lie, before scrolling."""
        scale = DPI / POINTS * self.zoom
        top, result = MARGIN, []
        room = max(self.viewport().width(), self._width())
        for width, height in self._sizes:
            size = QSize(round(width * scale), round(height * scale))
            result.append(QRect(QPoint((room - size.width()) // 2, top), size))
            top += size.height() + GAP
        return result

    def _width(self) -> int:
        return round(max(width for width, _ in self._sizes) * DPI / POINTS * self.zoom) + 2 * MARGIN

    def _height(self) -> int:
        scale = DPI / POINTS * self.zoom
        pages = sum(round(height * scale) + GAP for _, height in self._sizes)
        return MARGIN + pages + self._end

    @property
    def _end(self) -> int:
        """The room at the end, so that the pill never lies on the last line."""
        return self._pill.sizeHint().height() + LIFT

    def _arrange(self) -> None:
        view = self.viewport().size()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._height() - view.height(), 0))
        bar.setPageStep(view.height())
        bar.setSingleStep(40)
        across = self.horizontalScrollBar()
        across.setRange(0, max(self._width() - view.width(), 0))
        across.setPageStep(view.width())
        self._pill.place(self.viewport().geometry())
        self.viewport().update()

    def _shown(self) -> list[int]:
        top = self.verticalScrollBar().value()
        seen = QRect(0, top, 1 << 20, self.viewport().height())
        return [number for number, place in enumerate(self._rectangles()) if place.intersects(seen)]

    def _want(self) -> None:
        dpi = DPI * self.zoom * self.devicePixelRatioF()
        shown = self._shown()
        missing = [number for number in shown if not self._is_sharp(number, dpi)]
        if missing:
            self.wanted.emit(missing, dpi)

    def _is_sharp(self, number: int, dpi: float) -> bool:
        return self.is_drawn(number) and abs(self._pictures[number][1] - dpi) < 0.5

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = self._rectangles()
        page = sum(place.top() <= middle for place in places) - 1
        if page != self._page:
            self._page = max(page, 0)
            self._tell()
            self.page_changed.emit(self._page)
        self._ask.start()

    def _tell(self) -> None:
        self._page = min(self._page, len(self._sizes) - 1)
        words = self.tr("Page {0} of {1}").format(self._page + 1, len(self._sizes))
        self._pill.show_page(words, self.zoom)
        self._pill.place(self.viewport().geometry())
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.line))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for number, place in enumerate(self._rectangles()):
            page = place.translated(offset)
            if not page.intersects(event.rect()):
                continue
            shadow = QColor(0, 0, 0, 14)
            for far in (3, 2, 1):
                painter.fillRect(page.adjusted(-far, -far + 1, far, far + 1), shadow)
            painter.fillRect(page, QColor("#ffffff"))
            if number in self._pictures:
                painter.drawImage(page, self._pictures[number][0])
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._tell()
        self._ask.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
        }
        if event.key() in moves:
            bar.setValue(moves[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._ask.start()


class Pill(QFrame):
    """Says which page is in sight, and sets the zoom."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("previewPill")
        self._page = QLabel(self)
        self.smaller = self._button("−", self.tr("Smaller"))
        self.fit = self._button("100 %", self.tr("Fit the window"))
        self.larger = self._button("+", self.tr("Larger"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 8, 3)
        row.setSpacing(4)
        for widget in (self._page, self.smaller, self.fit, self.larger):
            row.addWidget(widget)

    def show_page(self, words: str, zoom: float) -> None:
        """Say which page is in sight, and how large it is."""
        self._page.setText(words)
        self.fit.setText(percent(zoom))

    def place(self, view: QRect) -> None:
        """Lie at the bottom of `view`, in its middle."""
        self.adjustSize()
        left = view.left() + max((view.width() - self.width()) // 2, 0)
        self.move(left, view.bottom() - self.height() - LIFT)
        self.raise_()

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
