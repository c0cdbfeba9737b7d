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


def test_panels_come_back_in_whichever_order_quiet_and_the_library_are_left(reading, qtbot):
    window = reading.window

    def shown():
        return window.outline_dock.isVisible()

    for acts in (
        ("library", "full_screen", "full_screen", "text"),
        ("full_screen", "library", "full_screen", "text"),
        ("library", "full_screen", "text", "full_screen"),
    ):
        for number, act in enumerate(acts):
            assert shown() is (number == 0)
            if act == "text":
                window.show_page(None)
            else:
                reading.press(act)
        assert shown()


def test_no_panel_and_no_menu_comes_over_the_library(reading, qtbot):
    window = reading.window
    reading.press("library")
    reading.press("sections")
    assert QApplication.activePopupWidget() is None
    reading.press("find")
    page = window.controllers.libraries.page
    qtbot.waitUntil(page.search.hasFocus)
    reading.press("notes")
    assert not page.isVisible()
    assert window.parts.reader.isVisible()
    assert window.notes_dock.isVisible()


def test_hiding_a_panel_gives_the_keyboard_to_the_text(reading, qtbot):
    window = reading.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reading.press("outline")
    qtbot.waitUntil(lambda: window.docks.has_keyboard)
    reading.press("outline")
    assert not window.outline_dock.isVisible()
    qtbot.waitUntil(window.parts.reader.view.hasFocus)


def test_f10_opens_the_menu_with_its_first_entry_chosen(reading, qtbot):
    window = reading.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.parts.actions.key("menu") == "F10"
    reading.press("menu")
    menu = QApplication.activePopupWidget()
    assert menu is window.bar.menu_button.menu()
    assert menu.activeAction() is window.parts.actions["library"]
    menu.close()


def test_esc_leads_from_a_note_back_to_the_text_that_one_came_from(reading, qtbot):
    window = reading.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view, words = window.parts.reader.view, "In a surprising turn of events"
    at = reading.front.document.text.index(words)
    view.setFocus()
    view.select(Span(at, at + len(words)))
    reading.press("note")
    qtbot.waitUntil(lambda: bool(window.parts.notes.editing()))
    qtbot.keyClicks(QApplication.focusWidget(), "Ask.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(view.hasFocus)
    window.parts.notes.list.setFocus()
    qtbot.keyClicks(window.parts.notes.list, "e")
    assert window.parts.notes.editing()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.parts.notes.list.hasFocus()
