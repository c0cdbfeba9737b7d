"""F11 leaves the text alone, and what is added by the reader is shown in the outline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from deskbrief.document.spans import Span


def test_full_screen_leaves_the_text_alone_and_escape_brings_the_rest_back(reading, qtbot):
    window = reading.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reading.press("full_screen")
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in (window.bar, window.parts.status, window.outline_dock))
    view = window.parts.reader.view
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in (window.bar, window.parts.status, window.outline_dock))


def test_what_was_added_is_shown_and_chosen(reading, qtbot):
    window, words = reading.window, "In a surprising turn of events"
    at = reading.front.document.text.index(words)
    window.notes_dock.raise_()
    window.parts.reader.view.select(Span(at, at + len(words)))
    reading.press("recommendation")
    rows = window.parts.outline.list
    qtbot.waitUntil(lambda: rows.current is not None and rows.current.span == Span(at, at + len(words)))
    assert window.outline_dock.widget().isVisible()
    assert rows.row_rect(rows.currentIndex().row()).intersects(rows.viewport().rect())
    assert window.docks.has_keyboard is False
