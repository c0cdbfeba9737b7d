"""The rows of a panel under mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from deskbrief.ui.models.mouse import RowsUnderMouse
from deskbrief.ui.models.painters import Painters, RowState
from deskbrief.ui.models.rows import Index, Row, RowWords

_CURSOR = QAbstractItemView.CursorAction
_OPENING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FOLDING_KEYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}

_KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class RowView(RowsUnderMouse):
    """Rows under mouse and keyboard.

    `opened` carries a row that was clicked or entered, `fold_asked` a row and whether it should open (the
    keys Left and Right), `lettered` a row and one of `letters`, `moved` the row that the user made the
    current one, or None.
    """

    fold_asked = Signal(object, bool)
    lettered = Signal(object, str)
    moved = Signal(object)

    def __init__(
        self, words: RowWords, painters: Painters, letters: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(words, painters, parent)
        self._letters = letters

    def state_of(self, number: int) -> RowState:
        current = number == self.currentIndex().row()
        hovered, zone = self._hover
        return RowState(
            hovered=number == hovered,
            current=current,
            focused=current and self._by_keyboard and self.hasFocus(),
            zone=zone if number == hovered else "",
        )

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
        elif row is not None and event.key() in _OPENING_KEYS and row.span is not None:
            self.opened_beside.emit(row)
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
        # Elsewhere F2 edits or renames what is chosen.
        letter = "e" if event.key() == Qt.Key.Key_F2 else event.text().lower()
        return letter if letter in self._letters else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _KEYBOARD_REASONS or self._by_keyboard
        self._quiet = True
        if self.current is None and self.rows:
            self.set_current(max(self.seen().start, 0))
        super().focusInEvent(event)
        self._quiet = False
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (previous, current):
            self.viewport().update(self.visualRect(index))
        if not self._quiet:
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
        if not 0 <= number < len(self._stack):
            return otherwise
        found = self._stack.at(self._stack.top(number) + distance)
        if found == number:
            found += 1 if distance > 0 else -1
        return otherwise if found < 0 else found


def _heads(above: Row, row: Row) -> bool:
    """Tell whether `above` is the head that `row` stands under: the nearest that opens and is less deep."""
    return above.open is not None and not row.sticky and (above.sticky or above.depth < row.depth)
