"""The drawn timeline of several documents: a lane for each, with what is one event joined across them.

Each source has a colour, a shape and a letter; what the sources date differently is joined by a broken line
and marked ≠. The part that is seen can be zoomed and moved, by wheel, mouse, fingers and keys.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from deskbrief.document.records import dataclass
from deskbrief.services.timeline import Timeline, letter
from deskbrief.ui.library.paint import LETTER_INK
from deskbrief.ui.models.dates import Dates
from deskbrief.ui.models.look import EDGE, TARGET, Look, draw_box, draw_focus, draw_text
from deskbrief.ui.models.timeline import NEARER, Bounds, Strip, drawn
from deskbrief.ui.models.words import as_tool_tip
from deskbrief.ui.models.zooming import TimelineHands
from deskbrief.ui.spoken import announce

_LANE, _TOP, _DOT = 20, 10, 5.0
#: The distance of both ends of the timeline from those of the widget; the letters of the lanes stand there.
MARGIN = 44
#: Further sources share the last lane.
MOST_LANES = 10


@dataclass(slots=True, kw_only=True, eq=False)
class Point:
    """What one source says of an event: the number of the event, and where it stands in time."""

    happening: int
    source: int
    when: str
    title: str
    low: float | None
    high: float | None
    middle: float
    is_interval: bool
    differs: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Seen:
    """All points by their middles, the number of the chosen one, and the part that is seen (None: all)."""

    events: tuple[Point, ...] = ()
    chosen: int = -1
    bounds: Bounds | None = None


def points_of(timeline: Timeline) -> tuple[Point, ...]:
    """Return a point for each telling that has a place in time."""
    dates, found = Dates(), []
    for number, happening in enumerate(timeline.happenings):
        for telling in happening.tellings:
            when = dates.when(telling.edtf)
            if when.low is not None:
                found.append(
                    Point(
                        happening=number,
                        source=telling.source,
                        when=telling.when,
                        title=telling.title,
                        low=when.low,
                        high=when.high,
                        middle=when.middle,
                        is_interval=when.is_interval,
                        differs=happening.differs,
                    )
                )
    return tuple(sorted(found, key=lambda point: (point.middle, point.source)))


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
        self._lanes = 0
        self._marked = -1
        self.state = Seen()
        self._of_lane: list[list[Point]] = []
        self._strips: tuple[tuple[int, Bounds | None], list[Strip], Strip] | None = None
        self.hands = TimelineHands(self, MARGIN)
        self.hands.changed.connect(self._changed)

    def show_points(self, points: Sequence[Point], titles: Sequence[str]) -> None:
        """Show other points; `titles` are those of the sources."""
        self.state = Seen(events=tuple(points))
        self._titles, self._marked, self._strips = list(titles), -1, None
        self._lanes = min(len(self._titles), MOST_LANES)
        self._of_lane = [[] for _ in range(self._lanes)]
        for point in points:
            self._of_lane[self._lane(point)].append(point)
        self.setVisible(bool(points))
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw with `look` from now on."""
        self._look, self._strips = look, None
        self.updateGeometry()
        self.update()

    def seen(self) -> frozenset[int] | None:
        """Return the numbers of the events that are seen; None when all of the time is."""
        bounds = self.state.bounds
        if bounds is None:
            return None
        return frozenset(point.happening for point in self.state.events if bounds.shows(point))

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

    def place_of(self, happening: int, source: int) -> QPointF:
        """Return where the dot of what a source says of an event is drawn, or the nearest place to it."""
        strips, _ = self._laid()
        for lane, points in enumerate(self._of_lane):
            for number, point in enumerate(points):
                if (point.happening, point.source) == (happening, source):
                    at = strips[lane].dot_of(number)
                    x = strips[lane].dots[at].x if at >= 0 else self._x(point.middle)
                    return QPointF(x, self._y(lane))
        return QPointF()

    # What Qt asks for

    def sizeHint(self) -> QSize:
        below = self._look.tiny.line if self._look else 14
        return QSize(400, _TOP + self._lanes * _LANE + below + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self.hands.pinch(self.state, event):
            return True
        if isinstance(event, QHelpEvent):
            point = self._at(QPointF(event.pos()))
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
                if self._at(event.position())
                else Qt.CursorShape.ArrowCursor
            )
            self.setCursor(hand)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = self._at(event.position())
        if not self.hands.release() and point is not None:
            self._choose(point.happening)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = self._at(event.position())
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None or not self.state.events:
            return
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            draw_focus(painter, self.rect().adjusted(4, 1, -4, -1), look)
        strips, labels = self._laid()
        for lane, strip in enumerate(strips):
            self._draw_lane(painter, lane, strip)
        self._draw_joins(painter)
        for lane, strip in enumerate(strips):
            for dot in strip.dots:
                points = self._of_lane[lane][dot.first : dot.last + 1]
                self._draw_dot(painter, QPointF(dot.x, self._y(lane)), points)
        top = _TOP + self._lanes * _LANE + 2
        for label in labels.labels:
            box = QRect(label.x, top, label.width + 1, look.tiny.line)
            draw_text(painter, box, label.text, look.tiny, theme.muted)
        painter.end()

    # Drawing

    def _draw_lane(self, painter: QPainter, lane: int, strip: Strip) -> None:
        theme, y = self._need().theme, self._y(lane)
        left, right = MARGIN, self.width() - MARGIN
        painter.fillRect(QRect(left, round(y) - 1, right - left, 2), QColor(theme.line))
        for low, high in strip.stretches:
            colour = QColor(self._colour(lane))
            colour.setAlphaF(0.5)
            painter.fillRect(QRect(round(low), round(y) - 3, max(round(high - low), 4), 6), colour)
        sign = QRect(EDGE - 1, round(y) - 8, 16, 16)
        draw_box(painter, sign, self._colour(lane), radius=8)
        more = lane == MOST_LANES - 1 and len(self._titles) > MOST_LANES
        draw_text(painter, sign, "…" if more else letter(lane), self._need().tiny_bold, LETTER_INK, "centre")
        for count, x, way in ((strip.before, left, -1), (strip.after, right, 1)):
            if count:
                painter.setPen(QPen(QColor(theme.muted), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                tip, back = QPointF(x + 6 * way, y), QPointF(x + 2 * way, y)
                painter.drawPolyline([back - QPointF(0, 4), tip, back + QPointF(0, 4)])

    def _draw_joins(self, painter: QPainter) -> None:
        """Join the dots of one event; those of one that is dated differently by a broken line, marked ≠."""
        theme, bounds = self._need().theme, self.state.bounds
        told: dict[int, list[Point]] = {}
        for point in self.state.events:
            if bounds is None or bounds.shows(point):
                told.setdefault(point.happening, []).append(point)
        for points in told.values():
            ordered = sorted(points, key=lambda point: point.source)
            places = [QPointF(self._x(point.middle), self._y(self._lane(point))) for point in ordered]
            differs = points[0].differs
            style = Qt.PenStyle.DashLine if differs else Qt.PenStyle.SolidLine
            pen = QPen(QColor(theme.problem if differs else theme.muted), 1.4, style)
            for one, other in pairwise(places):
                painter.setPen(pen)
                painter.drawLine(one, other)
                if differs:
                    middle = (one + other) / 2
                    box = QRect(round(middle.x()) - 7, round(middle.y()) - 7, 14, 14)
                    draw_box(painter, box, theme.panel, radius=7)
                    draw_text(painter, box, "≠", self._need().tiny_bold, theme.problem, "centre")

    def _draw_dot(self, painter: QPainter, at: QPointF, points: Sequence[Point]) -> None:
        theme = self._need().theme
        radius = _DOT + (1.5 if len(points) > 1 else 0.0)
        painter.setPen(QPen(QColor(theme.ink), 1))
        painter.setBrush(QColor(self._colour(points[0].source)))
        SHAPES[points[0].source % len(SHAPES)](painter, at, radius)
        if any(point.happening == self._marked for point in points):
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 4, radius + 4)

    def _colour(self, source: int) -> str:
        dots = self._need().theme.dots
        return dots[source % len(dots)]

    # Places

    def _lane(self, point: Point) -> int:
        return min(point.source, self._lanes - 1)

    def _y(self, lane: int) -> float:
        return _TOP + lane * _LANE + _LANE / 2

    def _x(self, year: float) -> float:
        left, right = MARGIN, self.width() - MARGIN
        bounds = self.state.bounds or self._whole()
        return min(max(left + (right - left) * bounds.share_of(year), left), right)

    def _whole(self) -> Bounds:
        from deskbrief.ui.models.timeline import whole

        return whole(self.state.events)

    def _laid(self) -> tuple[list[Strip], Strip]:
        """Return the strip of each lane and that of the labels; worked out once for a width and a part."""
        key = (self.width(), self.state.bounds)
        if self._strips is None or self._strips[0] != key:
            left, right = MARGIN, self.width() - MARGIN
            seen = self.state.bounds or self._whole()
            strips = [drawn(points, left, right, self._advance, seen) for points in self._of_lane]
            labels = drawn(self.state.events, left, right, self._advance, seen)
            self._strips = key, strips, labels
        return self._strips[1], self._strips[2]

    def _at(self, at: QPointF) -> Point | None:
        lane = round((at.y() - _TOP - _LANE / 2) / _LANE)
        if not 0 <= lane < self._lanes:
            return None
        strip = self._laid()[0][lane]
        found = strip.nearest(at.x(), TARGET / 2)
        return self._of_lane[lane][strip.dots[found].first] if found >= 0 else None

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

    def _advance(self, text: str) -> int:
        return self._need().tiny.advance(text)

    def _need(self) -> Look:
        assert self._look is not None
        return self._look


def _circle(painter: QPainter, at: QPointF, radius: float) -> None:
    painter.drawEllipse(at, radius, radius)


def _polygon(*points: tuple[float, float]) -> Callable[[QPainter, QPointF, float], None]:
    def draw(painter: QPainter, at: QPointF, radius: float) -> None:
        painter.drawPolygon(QPolygonF([at + QPointF(x * radius, y * radius) for x, y in points]))

    return draw


#: The shapes of the sources; with as many colours as there are, thirty sources differ from one another.
SHAPES: tuple[Callable[[QPainter, QPointF, float], None], ...] = (
    _circle,
    _polygon((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    _polygon((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    _polygon((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    _polygon((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
)
