"""Changing between the two kinds of view: everything that was there is there again, and still answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from deskbrief.document.spans import Span
from deskbrief.ui.reader.panel import ReaderPanel
from deskbrief.ui.reader.values import Marker, MarkerKind, Typography
from deskbrief.ui.theme import SEPIA
from helpers.qt_reader import lit, long_document, mark, point_of, show, span_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pane(qtbot: QtBot, fonts: None) -> ReaderPanel:
    made = ReaderPanel()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_only_the_paged_view_is_what_screen_readers_know(pane: ReaderPanel):
    assert not isinstance(pane.view, QTextBrowser)
    assert not pane.paged
    pane.use(paged=True)
    assert isinstance(pane.view, QTextBrowser)
    assert pane.paged


@pytest.mark.parametrize("times", [1, 2])
def test_document_place_marks_and_looks_are_taken_over(qtbot: QtBot, pane: ReaderPanel, times: int):
    document = long_document(60)
    pane.set_theme(SEPIA)
    pane.view.set_typography(Typography(size=16))
    show(qtbot, pane.view, document)
    marks = [mark(span_of(document, "Section 30"))]
    marker = Marker(MarkerKind.EVENT, span_of(document, "Section 31"), "An event")
    pane.view.set_marks(marks)
    pane.view.set_markers([marker])
    pane.view.go_to(span_of(document, "Section 30"), flash=False)
    for number in range(times):
        pane.use(paged=number == 0)
    assert pane.view.shown_document() is document
    assert list(pane.view.marks()) == marks
    assert list(pane.view.markers()) == [marker]
    assert pane.view.theme() is SEPIA
    assert pane.view.typography().size == 16
    assert pane.view.visible().overlaps(marks[0].span)


def test_the_selection_and_the_keys_are_taken_over(qtbot: QtBot, pane: ReaderPanel):
    document = long_document(6)
    show(qtbot, pane.view, document)
    called = []
    action = QAction(pane.view)
    action.setShortcut("h")
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: called.append(1))
    pane.view.addAction(action)
    pane.view.select(Span(3, 9))
    pane.use(paged=True)
    assert pane.view.selection() == Span(3, 9)
    pane.activateWindow()
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    qtbot.keyClick(pane.view, "h")
    assert called == [1]


def test_signals_come_from_the_view_in_use(qtbot: QtBot, pane: ReaderPanel):
    document = long_document(6)
    show(qtbot, pane.view, document)
    pane.use(paged=True)
    pane.use(paged=False)
    span = span_of(document, "gauges")
    pane.view.set_marks([mark(span)])
    with qtbot.waitSignal(pane.mark_activated):
        qtbot.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane.view, span.start + 1)
        )
    pane.open_find()
    pane.find.field.setText("gauges")
    qtbot.waitUntil(lambda: not pane.find.finder.running)
    assert "gauges" in lit(pane.view)


def test_without_a_document_there_is_nothing_to_take_over(pane: ReaderPanel):
    pane.use(paged=True)
    assert pane.view.shown_document() is None
    assert pane.message.isVisible()
