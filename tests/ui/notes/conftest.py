"""A panel that shows four notes on the river."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from deskbrief.document.anchors import AnchorState
from deskbrief.document.notes import Role
from deskbrief.ui.notes.panel import NoteEntry, NotesPanel
from helpers.qt_panels import entry, river


@pytest.fixture
def entries() -> list[NoteEntry]:
    document = river()
    return [
        entry(document, "a river that two countries share", Role.YELLOW, "Which countries?"),
        entry(document, "the flow fell", Role.GREEN),
        entry(document, "12 March 1994", Role.BLUE, "Check the annex.", AnchorState.MOVED),
        entry(document, "lend its boats", Role.PINK, "Gone?", AnchorState.MOVED),
    ]


@pytest.fixture
def panel(qtbot: QtBot, entries: list[NoteEntry]) -> NotesPanel:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    panel.setGeometry(100, 100, 360, 700)
    QCursor.setPos(5, 5)
    panel.show()
    panel.show_notes(entries)
    return panel
