"""Tab reaches what can be seen, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def test_every_stop_of_tab_is_in_sight(reading, qtbot):
    window = reading.window
    window.finish()
    for name in ("notes", "names", "figures", "quotes"):
        window.parts.side.panel(name)
    window.activateWindow()
    window.parts.reader.view.setFocus()
    qtbot.waitUntil(window.parts.reader.view.hasFocus)
    stops = []
    while len(stops) < 60:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        if stop is window.parts.reader.view:
            break
        stops.append(stop)
    else:
        raise AssertionError("Tab does not come around")
    unseen = [stop for stop in stops if stop.visibleRegion().isEmpty()]
    assert [(type(stop).__name__, stop.accessibleName()) for stop in unseen] == []


def test_escape_leads_from_a_note_back_to_the_text_that_one_came_from(reading, qtbot):
    window = reading.window
    window.activateWindow()
    view = window.parts.reader.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    reading.press("note")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert view.hasFocus()

    reading.press("note")
    words = window.parts.notes.list.editor
    walked = []
    while len(walked) < 12 and words.isAncestorOf(QApplication.focusWidget()):
        walked.append(QApplication.focusWidget())
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
    tops = [stop.mapTo(words, stop.rect().topLeft()) for stop in walked]
    assert len(walked) >= 5
    assert [(at.y(), at.x()) for at in tops] == sorted((at.y(), at.x()) for at in tops)
    walked[-1].setFocus()
    qtbot.keyClick(walked[-1], Qt.Key.Key_Escape)
    assert view.hasFocus()
