"""Painter of the timeline strip above the events."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskbrief.ui.models.look import EDGE, TARGET, draw_focus, draw_text
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.rows import TimelineRow
from deskbrief.ui.outline.timeline import INSET as _INSET
from deskbrief.ui.outline.timeline import Bounds, Dot, Strip, drawn
from deskbrief.ui.theme import fill

_AXIS = 15
_DOT = 4.5


class TimelinePainter(RowPainter[TimelineRow]):
    """A line with a dot for each event, at its proportional place."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self._labels = labels
        self._drawn: tuple[TimelineRow, int, Bounds | None, Strip] | None = None

    def measure(self, _row: TimelineRow, _width: int) -> int:
        return _AXIS + 8 + self.look.tiny.line + 8

    def strip(self, row: TimelineRow, width: int) -> Strip:
        """Return where everything is drawn; worked out once for a row and a width."""
        stamp = self.look.stamp(width)
        known = self._drawn
        if known is None or known[0] is not row or known[1] != stamp or known[2] is not row.bounds:
            left, right = EDGE + _INSET, width - EDGE - _INSET
            strip = drawn(row.events, left, right, self._advance, row.bounds)
            known = self._drawn = row, stamp, row.bounds, strip
        return known[3]

    def zone_at(self, row: TimelineRow, rect: QRect, at: QPoint) -> Zone | None:
        if abs(at.y() - rect.top() - _AXIS) > TARGET // 2:
            return None
        strip = self.strip(row, rect.width())
        found = strip.nearest(at.x(), TARGET / 2)
        if found < 0:
            return None
        dot = strip.dots[found]
        box = QRect(round(dot.x) - TARGET // 2, rect.top(), TARGET, TARGET)
        return Zone(_name(dot), box, self._labels.several(row.events[dot.first : dot.last + 1]))

    def draw(self, painter: QPainter, rect: QRect, row: TimelineRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        strip, y = self.strip(row, rect.width()), rect.top() + _AXIS
        if state.focused:
            draw_focus(painter, rect.adjusted(EDGE, 0, -EDGE, -4), look)
        axis = QRect(EDGE + _INSET, y - 1, rect.width() - 2 * (EDGE + _INSET), 2)
        fill(painter, axis, QColor(theme.line))
        for low, high in strip.stretches:
            self._draw_stretch(painter, low, high, y)
        chosen = strip.dot_of(row.chosen)
        for place, dot in enumerate(strip.dots):
            grown = 1.0 if dot.last > dot.first else 0.0
            marked = place == chosen or state.zone == _name(dot)
            self._draw_dot(painter, QPointF(dot.x, y), _DOT + grown, marked=marked)
        if strip.before:
            self._draw_more(painter, QPointF(EDGE, y), -1)
        if strip.after:
            self._draw_more(painter, QPointF(rect.width() - EDGE, y), 1)
        top = y + 8
        for label in strip.labels:
            box = QRect(label.x, top, label.width + 1, look.tiny.line)
            draw_text(painter, box, label.text, look.tiny, theme.muted)

    def _draw_stretch(self, painter: QPainter, low: float, high: float, y: int) -> None:
        colour = QColor(self.look.theme.event)
        colour.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(low, y - 2.5, max(high - low, 4), 5), 2.5, 2.5)

    def _draw_more(self, painter: QPainter, at: QPointF, way: int) -> None:
        """Draw an arrow head for events that lie farther along."""
        painter.setPen(QPen(QColor(self.look.theme.event), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        back = at - QPointF(4 * way, 0)
        painter.drawPolyline([back - QPointF(0, 4), at, back + QPointF(0, 4)])

    def _draw_dot(self, painter: QPainter, at: QPointF, radius: float, *, marked: bool) -> None:
        """Draw a dot on a ring of the panel's colour, so that dots side by side stay apart."""
        theme = self.look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.panel))
        painter.drawEllipse(at, radius + 2, radius + 2)
        painter.setBrush(QColor(theme.event))
        painter.drawEllipse(at, radius, radius)
        if marked:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 3, radius + 3)

    def _advance(self, text: str) -> int:
        return self.look.tiny.advance(text)


def _name(dot: Dot) -> str:
    return f"dot:{dot.first}-{dot.last}"
