"""Boxes to choose from, with a plain arrow: a styled box of Qt has none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

#: How far the arrow stands from the edge, in pixels.
EDGE = 10


class ChoiceBox(QComboBox):
    """A combo box with a plain arrow, as the buttons have it: a styled one would have none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)


class DayBox(QDateEdit):
    """A day to choose, with a calendar and the same arrow."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)


def _draw_arrow(box: QWidget) -> None:
    painter = QPainter(box)
    painter.setPen(box.palette().color(box.foregroundRole()))
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box.rect().adjusted(EDGE, 0, -EDGE, 0), end, "▾")
    painter.end()
