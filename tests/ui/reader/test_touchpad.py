"""Pushing the text on a touchpad, and two fingers that change its size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.view import ReadingView
from helpers.qt_reader import long_document, point_of, show, top_line

NONE = Qt.KeyboardModifier.NoModifier


def push(view: AnyView, pixels: int, phase: Qt.ScrollPhase) -> None:
    at = QPointF(300, 300)
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(0, pixels),
        QPoint(0, pixels * 2),
        Qt.MouseButton.NoButton,
        NONE,
        phase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def pinch(view: AnyView, kind: Qt.NativeGestureType, value: float = 0.0) -> None:
    at = QPointF(300, 300)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, at, value, QPointF())
    QApplication.sendEvent(view.viewport(), event)


def pushed(qtbot: QtBot, view: ReadingView, pixels: int) -> int:
    """Push the text with two fingers and let go; return where it was when they left."""
    show(qtbot, view, long_document(60))
    push(view, pixels, Qt.ScrollPhase.ScrollBegin)
    for _ in range(4):
        push(view, pixels, Qt.ScrollPhase.ScrollUpdate)
    value = view.scroller.value()
    push(view, 0, Qt.ScrollPhase.ScrollEnd)
    return value


def test_a_fast_push_lets_the_text_go_on_and_come_to_rest(qtbot: QtBot, flowing: ReadingView):
    value = pushed(qtbot, flowing, -40)
    assert value == 200
    assert flowing.glide.going
    qtbot.waitUntil(lambda: not flowing.glide.going)
    assert flowing.scroller.value() > value


def test_a_slow_push_ends_where_the_fingers_leave(qtbot: QtBot, flowing: ReadingView):
    value = pushed(qtbot, flowing, -1)
    flowing.glide.stop()
    flowing.glide._recent.clear()
    push(flowing, 0, Qt.ScrollPhase.ScrollEnd)
    assert not flowing.glide.going
    assert flowing.scroller.value() == value


def test_a_click_or_a_key_holds_the_text(qtbot: QtBot, flowing: ReadingView):
    pushed(qtbot, flowing, -40)
    qtbot.mousePress(flowing.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert not flowing.glide.going
    qtbot.mouseRelease(flowing.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    pushed(qtbot, flowing, -40)
    qtbot.keyClick(flowing, Qt.Key.Key_Shift)
    assert not flowing.glide.going


def test_two_fingers_change_the_size_of_the_text(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(5))
    size = view.typography().size
    pinch(view, Qt.NativeGestureType.BeginNativeGesture)
    for _ in range(4):
        pinch(view, Qt.NativeGestureType.ZoomNativeGesture, 0.05)
    assert view.typography().size == size + 2
    pinch(view, Qt.NativeGestureType.EndNativeGesture)
    pinch(view, Qt.NativeGestureType.BeginNativeGesture)
    pinch(view, Qt.NativeGestureType.ZoomNativeGesture, -0.2)
    assert view.typography().size == size


def test_two_lines_stay_on_screen_when_the_text_moves_on_by_one(qtbot: QtBot, view: AnyView):
    show(qtbot, view, long_document(60))
    before = view.place()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    height, line = view.viewport().height(), view._styles.line
    first = top_line(view, view.place())
    assert first + 1 >= 0
    assert view.place() > before
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.place() <= before + 1
    start = view.scroller.value()
    view.page_by(1)
    assert abs(view.scroller.value() - start - (height - 2 * line)) <= 2
    assert point_of(view, view.place()) is not None
