"""What a key press means to the reading view."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Act(Enum):
    """What the view does itself; `PASS` leaves the key to others, `NATIVE` to Qt's text control."""

    COPY = auto()
    SELECT_ALL = auto()
    TO_START = auto()
    TO_END = auto()
    SELECT_TO_START = auto()
    SELECT_TO_END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    ZOOM_RESET = auto()
    CARET = auto()
    PASS = auto()
    NATIVE = auto()


_STANDARD = (
    (QKeySequence.StandardKey.Copy, Act.COPY),
    (QKeySequence.StandardKey.SelectAll, Act.SELECT_ALL),
    (QKeySequence.StandardKey.MoveToStartOfDocument, Act.TO_START),
    (QKeySequence.StandardKey.MoveToEndOfDocument, Act.TO_END),
    (QKeySequence.StandardKey.SelectStartOfDocument, Act.SELECT_TO_START),
    (QKeySequence.StandardKey.SelectEndOfDocument, Act.SELECT_TO_END),
    (QKeySequence.StandardKey.ZoomIn, Act.ZOOM_IN),
    (QKeySequence.StandardKey.ZoomOut, Act.ZOOM_OUT),
)
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})


def act_of(event: QKeyEvent, *, caret: bool) -> Act:
    """Return what `event` asks for; `caret` tells that the text cursor is in use and can be seen."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return Act.PASS
    for standard, act in _STANDARD:
        if event.matches(standard):
            return act
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return _with_control(key)
    return _without_control(event, key, modifiers, caret)


def _with_control(key: Qt.Key) -> Act:
    if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
        return Act.ZOOM_IN
    if key == Qt.Key.Key_0:
        return Act.ZOOM_RESET
    return Act.CARET if key in _ARROWS else Act.NATIVE


def _without_control(event: QKeyEvent, key: Qt.Key, modifiers: Qt.KeyboardModifier, caret: bool) -> Act:
    shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if key == Qt.Key.Key_Space:
        return Act.PAGE_UP if shifted else Act.PAGE_DOWN
    if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and not shifted:
        return Act.PAGE_UP if key == Qt.Key.Key_PageUp else Act.PAGE_DOWN
    if key in _ENDS and not shifted and not caret:
        return Act.TO_START if key == Qt.Key.Key_Home else Act.TO_END
    if key in _ARROWS | _ENDS:
        return Act.CARET
    typed = event.text()
    return Act.PASS if typed and typed.isprintable() else Act.NATIVE
