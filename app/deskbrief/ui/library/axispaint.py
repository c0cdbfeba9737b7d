"""Drawing the timeline of several documents: lanes, dots, and what joins one event across the sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from deskbrief.services.timeline import letter
from deskbrief.ui.library.lanes import MOST_LANES, Lanes, Point
from deskbrief.ui.library.paint import LETTER_INK
from deskbrief.ui.models.look import EDGE, Look, draw_box, draw_text
from deskbrief.ui.models.timeline import Strip

_DOT = 5.0


class AxisPainter:
    """Draws `lanes` with `look`; the event with the number `marked` has a ring."""

    def __init__(self, look: Look, lanes: Lanes, marked: int) -> None:
        self._look = look
        self._lanes = lanes
        self._marked = marked

    def draw(self, painter: QPainter) -> None:
        """Draw everything."""
        lanes, strips = self._lanes, self._lanes.strips()
        for lane, strip in enumerate(strips):
            self._draw_lane(painter, lane, strip)
        self._draw_joins(painter)
        for lane, strip in enumerate(strips):
            for dot in strip.dots:
                points = lanes.points[lane][dot.first : dot.last + 1]
                self._draw_dot(painter, QPointF(dot.x, lanes.y(lane)), points)
        tiny, colour = self._look.tiny, self._look.theme.muted
        for label in lanes.labels().labels:
            box = QRect(label.x, lanes.bottom + 2, label.width + 1, tiny.line)
            draw_text(painter, box, label.text, tiny, colour)

    def _draw_lane(self, painter: QPainter, lane: int, strip: Strip) -> None:
        theme, y, source = self._look.theme, self._lanes.y(lane), self._lanes.sources[lane]
        left, right = self._lanes.left, self._lanes.right
        painter.fillRect(QRect(left, round(y) - 1, right - left, 2), QColor(theme.line))
        for low, high in strip.stretches:
            colour = QColor(self._colour(source))
            colour.setAlphaF(0.5)
            painter.fillRect(QRect(round(low), round(y) - 3, max(round(high - low), 4), 6), colour)
        sign = QRect(EDGE - 1, round(y) - 8, 16, 16)
        draw_box(painter, sign, self._colour(source), radius=8)
        more = lane == MOST_LANES - 1 and self._lanes.shares_last
        draw_text(painter, sign, "…" if more else letter(source), self._look.tiny_bold, LETTER_INK, "centre")
        for count, x, way in ((strip.before, left, -1), (strip.after, right, 1)):
            if count:
                self._draw_more(painter, QPointF(x, y), way)

    def _draw_more(self, painter: QPainter, at: QPointF, way: int) -> None:
        """Draw the arrow at the end of a lane that goes on beyond what is seen."""
        painter.setPen(QPen(QColor(self._look.theme.muted), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip, back = at + QPointF(6 * way, 0), at + QPointF(2 * way, 0)
        painter.drawPolyline([back - QPointF(0, 4), tip, back + QPointF(0, 4)])

    def _draw_joins(self, painter: QPainter) -> None:
        """Join the dots of one event; those of one that is dated differently by a broken line, marked ≠."""
        told: dict[int, list[Point]] = {}
        for point in self._lanes.shown():
            told.setdefault(point.happening, []).append(point)
        for points in (points for points in told.values() if len(points) > 1):
            places = [self._lanes.place(point) for point in sorted(points, key=lambda one: one.source)]
            for one, other in pairwise(places):
                self._draw_join(painter, one, other, differs=points[0].differs)

    def _draw_join(self, painter: QPainter, one: QPointF, other: QPointF, *, differs: bool) -> None:
        theme = self._look.theme
        style = Qt.PenStyle.DashLine if differs else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(theme.problem if differs else theme.muted), 1.4, style))
        painter.drawLine(one, other)
        if differs:
            middle = (one + other) / 2
            box = QRect(round(middle.x()) - 7, round(middle.y()) - 7, 14, 14)
            draw_box(painter, box, theme.panel, radius=7)
            draw_text(painter, box, "≠", self._look.tiny_bold, theme.problem, "centre")

    def _draw_dot(self, painter: QPainter, at: QPointF, points: Sequence[Point]) -> None:
        theme = self._look.theme
        radius = _DOT + (1.5 if len(points) > 1 else 0.0)
        painter.setPen(QPen(QColor(theme.ink), 1))
        painter.setBrush(QColor(self._colour(points[0].source)))
        SHAPES[points[0].source % len(SHAPES)](painter, at, radius)
        if any(point.happening == self._marked for point in points):
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 4, radius + 4)

    def _colour(self, source: int) -> str:
        dots = self._look.theme.dots
        return dots[source % len(dots)]


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
