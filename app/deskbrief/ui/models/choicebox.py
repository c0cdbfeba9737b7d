"""A box to choose from, which looks like one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

#: How far the arrow stands from the edge, in pixels.
EDGE = 10


class ChoiceBox(QComboBox):
    """A combo box with a plain arrow, as the buttons have it: a styled one would have none."""

    def setAccessibleName(self, name: str) -> None:
        """Name what is chosen here; on Unix Qt gives a combo box the name of its choice, and only that."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(EDGE, 0, -EDGE, 0), end, "▾")
        painter.end()
