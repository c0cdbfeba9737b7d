"""Several rows of the outline that are chosen together, with Shift and Ctrl, to decide about them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from deskbrief.ui.models.rows import Row
from deskbrief.ui.outline.rows import CardRow, EventRow, ItemRow
from deskbrief.ui.spoken import announce

if TYPE_CHECKING:
    from deskbrief.ui.outline.list import OutlineList

_CURSOR = QAbstractItemView.CursorAction
#: What the keys reach that choose several rows with Shift.
_KEYS = {
    Qt.Key.Key_Up: _CURSOR.MoveUp,
    Qt.Key.Key_Down: _CURSOR.MoveDown,
    Qt.Key.Key_Home: _CURSOR.MoveHome,
    Qt.Key.Key_End: _CURSOR.MoveEnd,
    Qt.Key.Key_PageUp: _CURSOR.MovePageUp,
    Qt.Key.Key_PageDown: _CURSOR.MovePageDown,
}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Choosing(QObject):
    """The rows of a list that are chosen together: events and recommendations, by their keys."""

    def __init__(self, rows: OutlineList) -> None:
        super().__init__(rows)
        self._list = rows
        self._keys: set[str] = set()
        self._from = ""

    def rows(self) -> list[ItemRow]:
        """Return the rows that are chosen, in their order."""
        return [row for row in self._list.rows if isinstance(row, EventRow | CardRow) and self.holds(row)]

    def holds(self, row: Row) -> bool:
        """Tell whether a row is one of those that are chosen."""
        return row.key in self._keys

    def press_key(self, event: QKeyEvent) -> bool:
        """Answer Shift with an arrow, and Esc; tells whether that was all the key was for."""
        action = _KEYS.get(Qt.Key(event.key()))
        if action is not None and event.modifiers() & _SHIFT:
            self._reach(self._list.reach(action))
            self._list.scrollTo(self._list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape and self._keys:
            self._choose(set())
            return True
        if action is not None:
            self._choose(set())
        return False

    def press(self, event: QMouseEvent, row: Row | None, *, in_zone: bool) -> bool:
        """Choose with Shift or Ctrl; tells whether one of them was held on a row that can be chosen."""
        keys = event.modifiers() & (_SHIFT | _CONTROL)
        with_key = bool(keys) and event.button() is Qt.MouseButton.LeftButton and not in_zone
        if not with_key or not isinstance(row, EventRow | CardRow):
            if row is None or not self.holds(row):
                self._choose(set())
            return False
        number = next(number for number, one in enumerate(self._list.rows) if one is row)
        if keys & _SHIFT:
            self._reach(number)
        else:
            current = self._list.current
            before = self._keys or ({current.key} if isinstance(current, EventRow | CardRow) else set())
            self._from = row.key
            self._list.set_current(number)
            self._choose(before ^ {row.key})
        return True

    def release(self, event: QMouseEvent) -> None:
        """After a plain click on one of several rows it alone is chosen."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(set())

    def renew(self) -> None:
        """Follow rows that are shown anew."""
        if self._keys:
            self._keys &= {row.key for row in self._list.rows}
            self.show()

    def show(self) -> None:
        """Tell Qt, and screen readers through it, which rows are chosen."""
        chosen, model = QItemSelection(), self._list.model()
        for number, row in enumerate(self._list.rows):
            if self.holds(row):
                index = model.index(number, 0)
                chosen.select(index, index)
        if not self._keys:
            chosen.select(self._list.currentIndex(), self._list.currentIndex())
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().select(chosen, flag)
        self._list.viewport().update()

    def _reach(self, number: int) -> None:
        """Choose the rows from the one where choosing began to this one, which becomes the current one."""
        if not self._keys and self._list.current is not None:
            self._from = self._list.current.key
        keys = [row.key for row in self._list.rows]
        first = keys.index(self._from) if self._from in keys else number
        self._list.set_current(number)
        between = self._list.rows[min(first, number) : max(first, number) + 1]
        self._choose({row.key for row in between if isinstance(row, EventRow | CardRow)})

    def _choose(self, keys: set[str]) -> None:
        if keys == self._keys:
            return
        self._keys = keys
        self.show()
        if len(keys) > 1:
            announce(self._list, self.tr("{0} rows chosen").format(len(keys)))
