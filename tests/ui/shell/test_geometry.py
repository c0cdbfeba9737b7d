"""The window on the screen of today: never larger than it, and its panels never too narrow to be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow

from deskbrief.ui.docks import LEAST, PAGE, USUAL_WIDTH, Dock, Docks
from deskbrief.ui.store import FRAME, USUAL_SIZE, Geometry, fitted


@pytest.mark.parametrize("screen", [(1024, 600), (1366, 768), (1440, 900), (1920, 1080)])
def test_a_window_lies_on_its_screen_with_its_frame(screen):
    room = QRect(0, 0, *screen)
    for wanted in (QRect(0, 0, 1440, 900), QRect(3000, 40, 800, 500), QRect(-900, -50, 2560, 1400)):
        found = fitted(wanted, room)
        assert room.contains(found)
        assert found.width() <= screen[0] - FRAME.width()
        assert found.height() <= screen[1] - FRAME.height()


def test_a_window_that_fits_stays_where_it_was():
    assert fitted(QRect(100, 80, 800, 500), QRect(0, 0, 1366, 768)) == QRect(100, 80, 800, 500)


def made(qtbot):
    window = QMainWindow()
    window.setObjectName("deskbrief")
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel("text", window))
    docks = Docks(window)
    for name in ("one", "two"):
        docks.add(name, name, int).setWidget(QLabel(name, window))
    return window, docks


def test_a_remembered_window_that_is_too_large_is_made_to_fit(qtbot, tmp_path):
    window, docks = made(qtbot)
    window.setGeometry(0, 0, 5000, 4000)
    Geometry(tmp_path).keep(window, docks.state())
    again, _ = made(qtbot)
    Geometry(tmp_path).restore(again)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert again.width() <= room.width()
    assert again.height() <= room.height()


def test_a_first_window_fits_too(qtbot, tmp_path):
    window, _ = made(qtbot)
    assert not Geometry(tmp_path).restore(window)
    assert window.size() == USUAL_SIZE.boundedTo(window.screen().availableGeometry().size() - FRAME)


def test_the_panels_are_remembered_as_wide_as_they_were_before_a_page_hid_them(qtbot, tmp_path):
    window, docks = made(qtbot)
    Geometry(tmp_path).restore(window)
    docks.arrange()
    with qtbot.waitExposed(window):
        window.show()
    docks.put_away(PAGE)
    Geometry(tmp_path).keep(window, docks.state())
    again, _ = made(qtbot)
    Geometry(tmp_path).restore(again)
    with qtbot.waitExposed(again):
        again.show()
    first, _ = again.findChildren(Dock)
    assert not first.isHidden()
    assert first.width() == USUAL_WIDTH


def test_no_panel_gets_too_narrow_to_be_read(qtbot):
    window, _ = made(qtbot)
    window.resize(800, 500)
    with qtbot.waitExposed(window):
        window.show()
    first, _ = window.findChildren(Dock)
    window.resizeDocks([first], [40], Qt.Orientation.Horizontal)
    assert first.width() >= LEAST[0]
