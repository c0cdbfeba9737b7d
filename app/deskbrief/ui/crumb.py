"""The line above a text that says in which section one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from deskbrief.ui.keys import usual_key, with_key
from deskbrief.ui.theme import LIGHT, Theme, fill
from deskbrief.ui.words import isolated

#: What stands between two sections, the room above and below, and the least distance from the edge.
BETWEEN, ROOM, EDGE = "  ›  ", 6, 14


class Crumb(QAbstractButton):
    """Shows the path of sections down to the one that is read; a click or the keyboard asks for more.

    `column` tells where the text beside it begins, so that both stand on one line.
    """

    def __init__(self, column: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crumb")
        self._column = column
        self._theme = LIGHT
        self._path: tuple[str, ...] = ()
        self._marked = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name_key(usual_key("sections"))
        self.say((), marked=False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def name_key(self, key: str) -> None:
        """Say in the tooltip which key shows the sections."""
        self.setToolTip(with_key(self.tr("Sections around this one"), key))

    def say(self, path: Sequence[str], *, marked: bool) -> None:
        """Show `path`, from the outermost section on; `marked` says that the keyboard is here."""
        if (tuple(path), marked) != (self._path, self._marked):
            self._path, self._marked = tuple(path), marked
            self.setAccessibleName(self.tr("Section: {0}").format(" › ".join(path) or "–"))
            self.update()

    def words(self) -> str:
        """Return the path as it is shown when there is room."""
        return " › ".join(self._path)

    def left(self) -> int:
        """Return where the words begin."""
        return max(min(self._column(), self.width() // 3), EDGE)

    def sizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height() + 2 * ROOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        fill(painter, self.rect(), QColor(theme.hover if self.underMouse() else theme.paper))
        line = QRect(0, self.height() - (2 if self._marked else 1), self.width(), 2)
        fill(painter, line, QColor(theme.accent if self._marked else theme.line))
        area = self.rect().adjusted(self.left(), 0, -EDGE, -1)
        for words, strong in self._fitting(area.width()):
            painter.setPen(QColor(theme.ink if strong else theme.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(words))
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -4))

    def _fitting(self, room: int) -> list[tuple[str, bool]]:
        """Return the pieces to draw; what is around the innermost section gives way to it."""
        if not self._path:
            return []
        metrics = QFontMetrics(self.font())
        last = metrics.elidedText(isolated(self._path[-1]), Qt.TextElideMode.ElideRight, room)
        around = "".join(isolated(one) + BETWEEN for one in self._path[:-1])
        left = room - metrics.horizontalAdvance(last)
        if metrics.horizontalAdvance(around) > left:
            least = metrics.horizontalAdvance("…" + BETWEEN)
            around = metrics.elidedText(
                around.removesuffix(BETWEEN), Qt.TextElideMode.ElideRight, left - least
            )
            around = around + BETWEEN if around else ""
        return [(around, False), (last, True)]
