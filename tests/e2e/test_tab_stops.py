"""Tab reaches what can be seen, and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from deskbrief.services.messages import Level, Message
from helpers.e2e_program import building

#: So far apart are the middles of two things that stand beside one another, in pixels.
LINE = 12


def stops_of_tab(qtbot, most):
    """Return what Tab goes to from what has the keyboard, until it comes around."""
    stops = [QApplication.focusWidget()]
    while len(stops) < most:
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
        if QApplication.focusWidget() is stops[0]:
            return stops
        stops.append(QApplication.focusWidget())
    raise AssertionError("Tab does not come around")


def is_in_sight(stop):
    """Tell whether a widget can be seen, or the part of it that scrolls and covers all of it."""
    parts = (stop, stop.viewport()) if hasattr(stop, "viewport") else (stop,)
    return any(not part.visibleRegion().isEmpty() for part in parts)


def test_every_stop_of_tab_is_in_sight(reading, qtbot):
    window = reading.window
    window.finish()
    for name in ("notes", "names", "figures", "quotes"):
        window.parts.side.panel(name)
    window.activateWindow()
    window.parts.reader.view.setFocus()
    qtbot.waitUntil(window.parts.reader.view.hasFocus)
    _, *stops = stops_of_tab(qtbot, 61)
    unseen = [stop for stop in stops if not is_in_sight(stop)]
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


@pytest.mark.parametrize("name", ["library", "chronology", "trash", "backups"])
def test_tab_comes_around_on_every_page_and_each_stop_has_a_name(reading, qtbot, name):
    window, libraries = reading.window, reading.window.controllers.libraries
    window.activateWindow()
    reading.press("library")
    qtbot.waitUntil(lambda: any(hasattr(row, "card") for row in libraries.page.list.rows), timeout=5000)
    if name == "chronology":
        libraries.show_chronology([libraries.page.list.rows[0].card])
        qtbot.waitUntil(lambda: bool(libraries.timeline.timeline.happenings), timeout=5000)
    elif name != "library":
        getattr(libraries.page, f"{name}_asked").emit()
    page = window.page
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    stops = stops_of_tab(qtbot, 40)
    told = [(type(stop).__name__, stop.accessibleName() or getattr(stop, "text", str)()) for stop in stops]
    assert [one for one in told if not one[1]] == []
    assert [one for one, stop in zip(told, stops, strict=True) if not is_in_sight(stop)] == []
    own = [stop for stop in stops if page.isAncestorOf(stop)]
    tops = [stop.mapTo(page, stop.rect().topLeft()).y() for stop in own]
    turn = tops.index(min(tops))
    assert [*tops[turn:], *tops[:turn]] == sorted(tops)


def test_tab_goes_through_the_builder_as_the_eye_does(reading, qtbot):
    builder = building(reading, qtbot)
    builder.notice.show_message(Message(Level.INFO, "Kept."), "Show", builder.show)
    builder.head.stops[0].setFocus()
    stops = stops_of_tab(qtbot, 40)
    parts = (builder.head, builder.notice, builder.left, builder.preview)
    seen = [
        next(at for at, part in enumerate(parts) if part is stop or part.isAncestorOf(stop)) for stop in stops
    ]
    assert seen == sorted(seen)
    assert set(seen) == {0, 1, 2, 3}
    middles = [stop.mapTo(builder, stop.rect().center()) for stop in stops]
    for part in (0, 1, 2):
        own = [at for at, where in zip(middles, seen, strict=True) if where == part]
        for before, after in pairwise(own):
            is_below = after.y() > before.y() + LINE
            assert is_below or (abs(after.y() - before.y()) <= LINE and after.x() > before.x())
