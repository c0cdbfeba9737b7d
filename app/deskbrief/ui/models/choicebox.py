"""Boxes with plain signs where a styled box of Qt has none: arrows, and the tick of what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QStyle, QStyleOptionButton, QWidget

from deskbrief.ui.models.look import draw_tick

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


class TickBox(QCheckBox):
    """A check box with a tick: a styled one would be told from an empty one by its colour alone."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(self.palette().ColorRole.HighlightedText)
        draw_tick(painter, box, ink.name(), strong=True)
        painter.end()


def _draw_arrow(box: QWidget) -> None:
    painter = QPainter(box)
    painter.setPen(box.palette().color(box.foregroundRole()))
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box.rect().adjusted(EDGE, 0, -EDGE, 0), end, "▾")
    painter.end()
