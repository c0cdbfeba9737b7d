"""The name of what a page shows, at its head: cut where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from deskbrief.ui.models.words import as_tool_tip


class TitleLabel(QLabel):
    """A line with an ellipsis at its end when it is too long; its tip then says all of it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), words)
        painter.end()
        tip = "" if words == self.text() else as_tool_tip(self.text())
        if tip != self.toolTip():
            self.setToolTip(tip)
