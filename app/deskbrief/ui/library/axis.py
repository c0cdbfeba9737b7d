"""The drawn timeline of several documents: a lane for each, with what is one event joined across them.

Each source has a colour, a shape and a letter; what the sources date differently is joined by a broken line
and marked ≠. The part that is seen can be zoomed and moved, by wheel, mouse, fingers and keys.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from deskbrief.services.timeline import letter
from deskbrief.ui.library.axispaint import AxisPainter
from deskbrief.ui.library.lanes import MARGIN, Lanes, Point, Seen
from deskbrief.ui.models.look import Look, draw_focus
from deskbrief.ui.models.timeline import NEARER
from deskbrief.ui.models.words import as_tool_tip
from deskbrief.ui.models.zooming import TimelineHands
from deskbrief.ui.spoken import announce


class Axis(QWidget):
    """The drawn timeline.

    `chosen` carries the number of an event that was chosen, `opened` of one that is to be opened; `moved`
    says that another part is seen.
    """

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline of all sources"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setToolTip("")
        self._look: Look | None = None
        self._titles: list[str] = []
        self._marked = -1
        self.lanes = Lanes()
        self.hands = TimelineHands(self, MARGIN)
        self.hands.changed.connect(self._changed)

    @property
    def state(self) -> Seen:
        """The points, the chosen one, and the part that is seen."""
        return self.lanes.state

    def show_points(self, points: Sequence[Point], titles: Sequence[str]) -> None:
        """Show other points; `titles` are those of the sources."""
        self._titles, self._marked = list(titles), -1
        self.lanes = Lanes(points)
        self._fit()
        self.setVisible(bool(points))
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw with `look` from now on."""
        self._look = look
        self.lanes.renew()
        self._fit()
        self.updateGeometry()
        self.update()

    def seen(self) -> frozenset[int] | None:
        """Return the numbers of the events that are seen; None when all of the time is."""
        if self.state.bounds is None:
            return None
        return frozenset(point.happening for point in self.lanes.shown())

    def mark(self, happening: int) -> None:
        """Mark an event, and bring it into sight."""
        self._marked = happening
        number = next((n for n, one in enumerate(self.state.events) if one.happening == happening), -1)
        self.state.chosen = number
        if number >= 0:
            self.hands.reach(self.state, number)
        self.update()

    def press(self, sign: str) -> None:
        """Lead nearer (+), farther (-), or back to the whole (0)."""
        if sign == "0":
            self.hands.reset(self.state)
        else:
            self.hands.zoom(self.state, NEARER if sign == "+" else 1 / NEARER)

    # What Qt asks for

    def sizeHint(self) -> QSize:
        below = self._look.tiny.line if self._look else 14
        return QSize(400, self.lanes.bottom + below + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self.hands.pinch(self.state, event):
            return True
        if isinstance(event, QHelpEvent):
            point = self.lanes.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tool_tip(self._told(point)) if point else "", self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hands.wheel(self.state, event):
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hands.press(self.state, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.hands.drag(event.position().toPoint()):
            hand = (
                Qt.CursorShape.PointingHandCursor
                if self.lanes.at(event.position())
                else Qt.CursorShape.ArrowCursor
            )
            self.setCursor(hand)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = self.lanes.at(event.position())
        if not self.hands.release() and point is not None:
            self._choose(point.happening)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = self.lanes.at(event.position())
        if point is None:
            self.hands.reset(self.state)
        else:
            self.opened.emit(point.happening)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text() in {"+", "-", "0"}:
            self.press(event.text())
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._marked >= 0:
            self.opened.emit(self._marked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None or not self.state.events:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            draw_focus(painter, self.rect().adjusted(4, 1, -4, -1), self._look)
        AxisPainter(self._look, self.lanes, self._marked).draw(painter)
        painter.end()

    # Answering

    def _step(self, step: int) -> None:
        events = self.state.events
        number = self.state.chosen + step if self.state.chosen >= 0 else 0
        while 0 <= number < len(events) and events[number].happening == self._marked:
            number += step
        if 0 <= number < len(events):
            self._choose(events[number].happening)
            self.state.chosen = number

    def _choose(self, happening: int) -> None:
        self.mark(happening)
        number = self.state.chosen
        announce(self, self._told(self.state.events[number]) if number >= 0 else "")
        self.chosen.emit(happening)

    def _told(self, point: Point) -> str:
        title = self._titles[point.source] if point.source < len(self._titles) else ""
        differs = self.tr("≠ the sources give different dates") if point.differs else ""
        source = f"{letter(point.source)}: {title}"
        return "\n".join(part for part in (f"{point.when}  {point.title}", source, differs) if part)

    def _changed(self, _state: object) -> None:
        self.update()
        self.moved.emit()

    def _fit(self) -> None:
        if self._look is not None:
            self.lanes.fit(self.width(), self._look.tiny.advance)
