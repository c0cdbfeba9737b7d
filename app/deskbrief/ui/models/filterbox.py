"""The filter box above the rows of a panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from deskbrief.ui.keys import with_key


class FilterBox(QLineEdit):
    """A line to type a filter into; Down and Enter go to the rows, Esc clears it and then goes there too."""

    left = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setToolTip(with_key(hint, "/"))
        self.textChanged.connect(self._offer_to_clear)

    def _offer_to_clear(self, text: str) -> None:
        # Not from the start: its icon takes as long to make as the rest of the box.
        self.setClearButtonEnabled(bool(text) or self.isClearButtonEnabled())

    def event(self, event: QEvent) -> bool:
        """Leave the key of Undo to the window where no typing is to be taken back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def forget_typing(self) -> None:
        """Leave the words as they are, but no longer have their typing taken back."""
        self.setText(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
