"""The overview ruler: where in the whole document marks, events, recommendations and hits are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.reader.tips import tip_of
from deskbrief.ui.reader.values import Mark, Marker, MarkerKind
from deskbrief.ui.reader.view import ReadingView
from deskbrief.ui.theme import Theme

#: The width of the strip, and the empty room on both sides of a tick.
WIDE, SIDE = 14, 2
#: The height of a tick, and how near to one a click has to be.
TICK, NEAR = 3, 4


class OverviewRuler(QWidget):
    """A narrow strip as high as the scroll bar; a click leads to the tick under it, or to that height.

    `jumped` carries a Span.
    """

    jumped = Signal(object)

    def __init__(self, view: ReadingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._hits: Sequence[Span] = ()
        self._current = -1
        self.setFixedWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of marks, events, recommendations and hits"))
        view.annotated.connect(self.update)
        view.rescaled.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 100)

    def set_theme(self, _theme: Theme) -> None:
        """Draw in the colours of the view's theme."""
        self.update()

    def set_hits(self, hits: Sequence[Span], current: int) -> None:
        """Show find hits, given in the order of the text."""
        self._hits, self._current = hits, current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._view.theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.paper))
        if self._view.shown_document() is None:
            return
        for y in self._hit_rows():
            painter.fillRect(QRectF(SIDE, y, WIDE - 2 * SIDE, 2), QColor(theme.found_here))
        for mark in self._view.marks():
            painter.fillRect(self._tick(mark.span), theme.dot(mark.role))
        for marker in self._view.markers():
            event = marker.kind is MarkerKind.EVENT
            colour = QColor(theme.event if event else theme.recommendation)
            painter.fillRect(self._tick(marker.span), colour)
        if 0 <= self._current < len(self._hits):
            painter.fillRect(self._tick(self._hits[self._current]), QColor(theme.accent))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(event.pos().y())
            tip = tip_of(item.label) if isinstance(item, Marker) else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        y = event.position().y()
        item = self._item_at(y)
        if isinstance(item, Span):
            self.jumped.emit(item)
        elif item is not None:
            self.jumped.emit(item.span)
        else:
            offset = self._view.offset_of(y / max(self.height(), 1))
            self.jumped.emit(Span(offset, offset))

    def _y(self, offset: int) -> float:
        return self._view.share_of(offset) * (self.height() - TICK)

    def _tick(self, span: Span) -> QRectF:
        return QRectF(SIDE, self._y(span.start), WIDE - 2 * SIDE, TICK)

    def _hit_rows(self) -> Iterator[int]:
        """Yield the rows of pixels that hold hits: a look at each row costs less than one at each hit."""
        if not self._hits:
            return
        high = max(self.height() - TICK, 1)
        upto = 0
        for y in range(0, high + 1, 2):
            start = upto
            end = self._view.offset_of((y + 2) / high) if y + 2 <= high else self._hits[-1].start + 1
            upto = bisect_left(self._hits, end, key=_start)
            if upto > start:
                yield y

    def _item_at(self, y: float) -> Mark | Marker | Span | None:
        """Return the nearest thing that has a tick at `y`."""
        found: list[tuple[float, int, Mark | Marker | Span]] = []
        items: list[Mark | Marker] = [*self._view.markers(), *self._view.marks()]
        for item in items:
            found.append((abs(self._y(item.span.start) + TICK / 2 - y), len(found), item))
        span = self._hit_near(y)
        if span is not None:
            found.append((abs(self._y(span.start) + TICK / 2 - y), len(found), span))
        distance, _, best = min(found, default=(NEAR + 1.0, 0, None), key=_distance)
        return best if distance <= NEAR else None

    def _hit_near(self, y: float) -> Span | None:
        if not self._hits:
            return None
        offset = self._view.offset_of(y / max(self.height() - TICK, 1))
        index = bisect_left(self._hits, offset, key=_start)
        near = self._hits[max(index - 1, 0) : index + 1]
        return min(near, key=_from(offset)) if near else None


def _start(span: Span) -> int:
    return span.start


def _distance(item: tuple[float, int, object]) -> float:
    return item[0]


def _from(offset: int) -> Callable[[Span], int]:
    def distance(span: Span) -> int:
        return abs(span.start - offset)

    return distance
