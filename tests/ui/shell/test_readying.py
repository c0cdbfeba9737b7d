"""What a window makes after its first picture: everything, a piece in each turn."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskbrief.ui.shell.readying import FOR_LIBRARY, FOR_PAGES, Readying
from deskbrief.ui.side import FIGURES, NAMES, NOTES, QUOTES, Side


def test_panels_and_modules_are_there_in_the_end_and_other_events_come_between(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    side, beats = Side(window), []
    readying = Readying(side, window)
    beat = QTimer(window)
    beat.setInterval(0)
    beat.timeout.connect(lambda: beats.append(sum(map(side.has, (NOTES, NAMES, FIGURES, QUOTES)))))
    beat.start()
    with qtbot.waitSignal(readying.ended):
        readying.go_on()
    beat.stop()
    assert all(map(side.has, (NOTES, NAMES, FIGURES, QUOTES)))
    assert set(FOR_LIBRARY) <= set(sys.modules)
    # One panel came after the other, each in a turn of its own.
    assert {2, 3, 4} <= set(beats)


def test_it_tells_at_once_that_there_is_nothing_left(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    readying = Readying(Side(window), window)
    with qtbot.waitSignal(readying.ended):
        readying.go_on()
    told: list[bool] = []
    readying.ended.connect(lambda: told.append(True))
    readying.go_on()
    assert told == [True]


def test_what_pages_need_comes_a_while_after_they_are_awaited(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    readying = Readying(Side(window), window)
    readying.await_pages()
    qtbot.waitUntil(lambda: set(FOR_PAGES) <= set(sys.modules), timeout=10_000)
