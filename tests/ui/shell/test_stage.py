"""Pages in the text's place, and what becomes of the panels meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskbrief.ui.docks import Docks
from deskbrief.ui.panes import Panes
from deskbrief.ui.shell.stage import Stage


class Window(QMainWindow):
    """A window with a text, a panel at its side and a stage."""

    def __init__(self) -> None:
        super().__init__()
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        self.panes = Panes(self)
        column.addWidget(self.panes)
        self.setCentralWidget(centre)
        self.docks = Docks(self)
        self.dock = self.docks.add("outline", "Outline", lambda: None)
        self.dock.setWidget(QWidget(self))
        self.stage = Stage(column, self.panes, self.docks)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    qtbot.waitExposed(made)
    made.resizeDocks([made.dock], [420], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: made.dock.width() == 420)
    return made


def test_a_page_takes_the_whole_window_and_leaves_it_as_it_was(qtbot: QtBot, window: Window):
    page = QWidget()
    # Wider than what the panel leaves.
    page.setMinimumWidth(640)
    window.stage.show(page)
    qtbot.waitUntil(lambda: page.isVisible() and page.width() > 900)
    assert not window.panes.isVisible()
    assert not window.dock.isVisible()
    window.stage.show(None)
    qtbot.waitUntil(lambda: window.dock.isVisible() and window.panes.isVisible())
    assert not page.isVisible()
    assert window.dock.width() == 420
