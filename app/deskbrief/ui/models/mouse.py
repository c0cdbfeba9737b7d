"""The mouse on the rows of a panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip, QWidget

from deskbrief.ui.models.painters import Painters, Zone
from deskbrief.ui.models.rows import RowWords
from deskbrief.ui.models.surface import RowSurface
from deskbrief.ui.models.words import as_tool_tip


class RowsUnderMouse(RowSurface):
    """Rows that can be pointed at.

    `opened` carries a row that was clicked, `opened_beside` one that was clicked with Ctrl,
    `zone_clicked` a row and the name of the zone that was clicked, `menu_asked` a row and a point of the
    screen.
    """

    opened = Signal(object)
    opened_beside = Signal(object)
    zone_clicked = Signal(object, str)
    menu_asked = Signal(object, QPoint)
    mouse_left = Signal()
    #: A row with a passage that the mouse carries away.
    dragged = Signal(object)

    def __init__(self, words: RowWords, painters: Painters, parent: QWidget | None = None) -> None:
        super().__init__(words, painters, parent)
        self._hover: tuple[int, str] = (-1, "")
        self._pressed: tuple[str, str] | None = None
        self._pressed_at = QPoint()
        self._by_keyboard = False

    def zone_at(self, at: QPoint) -> tuple[int, Zone | None]:
        """Return the number of the row at a point of the viewport (-1 for none) and the zone there."""
        number = self.number_at(at)
        if number < 0:
            return -1, None
        return number, self._painters.zone_at(self.rows[number], self.drawn_rect(number), at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, zone = self.zone_at(event.position().toPoint())
        self._pressed, self._by_keyboard = None, False
        self._pressed_at = event.position().toPoint()
        if number >= 0:
            self._pressed = self.rows[number].key, zone.name if zone else ""
            if zone is None:
                self.set_current(number)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number, zone = self.zone_at(event.position().toPoint())
        pressed, self._pressed = self._pressed, None
        if number < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        row, name = self.rows[number], zone.name if zone else ""
        if pressed == (row.key, name):
            if name:
                self.set_current(number)
                self.zone_clicked.emit(row, name)
            elif self.drawn_rect(number).top() < self.row_rect(number).top():
                self.scrollTo(self._row_model.index(number), QAbstractItemView.ScrollHint.PositionAtTop)
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and row.span is not None:
                self.opened_beside.emit(row)
            else:
                self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._pressed is not None and far and event.buttons() & Qt.MouseButton.LeftButton:
            key, self._pressed = self._pressed[0], None
            row = next((row for row in self.rows if row.key == key and row.span is not None), None)
            if row is not None:
                self.dragged.emit(row)
            return
        self._hover_at(at)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(-1, "")
        self._close_gap()
        self.mouse_left.emit()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.current
        if row is None:
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.row_rect(self.currentIndex().row()).center())
        self.menu_asked.emit(row, at)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            # Qt would draw everything anew, though rows look the same in a window that is not active.
            return False
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number, zone = self.zone_at(event.pos())
            text = as_tool_tip(zone.hint) if zone and zone.hint else self._tip_of(number)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip_of(self, number: int) -> str:
        index = self._row_model.index(number)
        return str(index.data(Qt.ItemDataRole.ToolTipRole)) if index.isValid() else ""

    def _hover_at(self, at: QPoint) -> None:
        number, zone = self.zone_at(at)
        self._set_hover(number, zone.name if zone else "")

    def _set_hover(self, number: int, zone: str) -> None:
        if self._hover == (number, zone):
            return
        before, self._hover = self._hover[0], (number, zone)
        if zone:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()
        for changed in {before, number}:
            self.viewport().update(self.drawn_rect(changed))
