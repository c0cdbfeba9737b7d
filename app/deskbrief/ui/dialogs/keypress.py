"""A field that takes the next key that is pressed, whatever it would do elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

_MODIFIERS = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
        *(
            Qt.Key.Key_CapsLock,
            Qt.Key.Key_NumLock,
            Qt.Key.Key_Super_L,
            Qt.Key.Key_Super_R,
            Qt.Key.Key_unknown,
        ),
    }
)
#: Keys below this one type something.
_FIRST_OTHER = Qt.Key.Key_Escape.value


class KeyPress(QPushButton):
    """While it waits, `pressed_key` carries the next key as settings hold it; a click or Esc ends it."""

    pressed_key = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.waiting = False
        self.setAutoDefault(False)
        self.clicked.connect(self._turn)
        self._show()

    def wait(self) -> None:
        """Take the next key."""
        self.waiting = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def stop(self) -> None:
        """Take no key any more."""
        self.waiting = False
        self._show()

    def event(self, event: QEvent) -> bool:
        if self.waiting and isinstance(event, QKeyEvent):
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.stop()
        super().focusOutEvent(event)

    def _turn(self) -> None:
        if self.waiting:
            self.stop()
        else:
            self.wait()

    def _take(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _MODIFIERS:
            return
        plain = modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
        self.stop()
        if key == Qt.Key.Key_Escape and plain == Qt.KeyboardModifier.NoModifier:
            return
        if key.value < _FIRST_OTHER and key != Qt.Key.Key_Space and not chr(key.value).isalpha():
            # "!" says already that Shift was held.
            plain &= ~Qt.KeyboardModifier.ShiftModifier
        sequence = QKeySequence(QKeyCombination(plain, key))
        self.pressed_key.emit(sequence.toString(QKeySequence.SequenceFormat.PortableText))

    def _show(self) -> None:
        self.setText(self.tr("Press the new key… (Esc: none)") if self.waiting else self.tr("&Add a key…"))
