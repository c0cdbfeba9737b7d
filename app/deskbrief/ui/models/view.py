"""Mouse and keyboard on the rows of a panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from deskbrief.ui.models.painters import Painters, RowState, Zone
from deskbrief.ui.models.rows import Index, Row, RowWords
from deskbrief.ui.models.surface import RowSurface
from deskbrief.ui.models.words import as_tool_tip

_CURSOR = QAbstractItemView.CursorAction
_OPENING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FOLDING_KEYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}

_KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class RowView(RowSurface):
    """Rows under mouse and keyboard.

    `opened` carries a row that was clicked or entered, `zone_clicked` a row and the name of the zone that
    was clicked, `fold_asked` a row and whether it should open (the keys Left and Right), `lettered` a row
    and one of `letters`, `menu_asked` a row and a point of the screen, `moved` the row that the user
    made the current one, or None.
    """

    opened = Signal(object)
    zone_clicked = Signal(object, str)
    fold_asked = Signal(object, bool)
    lettered = Signal(object, str)
    menu_asked = Signal(object, QPoint)
    moved = Signal(object)
    mouse_left = Signal()

    def __init__(
        self, words: RowWords, painters: Painters, letters: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(words, painters, parent)
        self._letters = letters
        self._hover: tuple[int, str] = (-1, "")
        self._pressed: tuple[str, str] | None = None
        self._by_keyboard = False

    def state_of(self, number: int) -> RowState:
        current = number == self.currentIndex().row()
        hovered, zone = self._hover
        return RowState(
            hovered=number == hovered,
            current=current,
            focused=current and self._by_keyboard and self.hasFocus(),
            zone=zone if number == hovered else "",
        )

    def zone_at(self, at: QPoint) -> tuple[int, Zone | None]:
        """Return the number of the row at a point of the viewport (-1 for none) and the zone there."""
        number = self.number_at(at)
        if number < 0 or self._painters.look is None:
            return -1, None
        return number, self._painters.zone_at(self.rows[number], self.drawn_rect(number), at)

    def walk(self, *, inwards: bool) -> None:
        """Go to the row below an open head, or to the head that the current row stands under."""
        number, row = self.currentIndex().row(), self.current
        if row is None:
            return
        if inwards:
            target = number + 1 if row.open else number
        else:
            heads = range(number - 1, -1, -1)
            target = next((n for n in heads if _heads(self.rows[n], row)), number)
        self.set_current(min(target, len(self.rows) - 1))
        self.scrollTo(self.currentIndex())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, zone = self.zone_at(event.position().toPoint())
        self._pressed, self._by_keyboard = None, False
        if number >= 0:
            self._pressed = self.rows[number].key, zone.name if zone else ""
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
                self.zone_clicked.emit(row, name)
            elif self.drawn_rect(number).top() < self.row_rect(number).top():
                self.scrollTo(self._row_model.index(number), QAbstractItemView.ScrollHint.PositionAtTop)
            else:
                self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_at(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(-1, "")
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

    # Keyboard

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._letter(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, letter = self.current, self._letter(event)
        self._by_keyboard = True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if letter:
            self.lettered.emit(row, letter)
        elif row is not None and plain and event.key() in _OPENING_KEYS:
            self.opened.emit(row)
        elif row is not None and plain and event.key() in _FOLDING_KEYS:
            self.fold_asked.emit(row, _FOLDING_KEYS[Qt.Key(event.key())])
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())

    def _letter(self, event: QKeyEvent) -> str:
        """Return the letter that the panel has a use for, or nothing."""
        busy = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & (busy | Qt.KeyboardModifier.MetaModifier):
            return ""
        if event.key() == Qt.Key.Key_Delete:
            return "delete" if "delete" in self._letters else ""
        letter = event.text().lower()
        return letter if letter in self._letters else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in _KEYBOARD_REASONS or self._by_keyboard
        if self.current is None and self.rows:
            self.set_current(max(self.seen().start, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (previous, current):
            self.viewport().update(self.visualRect(index))
        if not self._filling:
            self.moved.emit(self.current)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last, number = len(self.rows) - 1, self.currentIndex().row()
        page = self.viewport().height()
        targets = {
            _CURSOR.MoveUp: number - 1,
            _CURSOR.MovePrevious: number - 1,
            _CURSOR.MoveDown: number + 1,
            _CURSOR.MoveNext: number + 1,
            _CURSOR.MoveHome: 0,
            _CURSOR.MoveEnd: last,
            _CURSOR.MovePageUp: self._number_from(number, -page, 0),
            _CURSOR.MovePageDown: self._number_from(number, page, last),
        }
        return self._row_model.index(min(max(targets.get(action, number), 0), last))

    def _number_from(self, number: int, distance: int, otherwise: int) -> int:
        """Return the number of the row that lies `distance` pixels from the top of another."""
        if not 0 <= number < len(self._extents):
            return otherwise
        found = self._extents.at(self._extents.top(number) + distance)
        if found == number:
            found += 1 if distance > 0 else -1
        return otherwise if found < 0 else found


def _heads(above: Row, row: Row) -> bool:
    """Tell whether `above` is the head that `row` stands under: the nearest that opens and is less deep."""
    return above.open is not None and not row.sticky and (above.sticky or above.depth < row.depth)
