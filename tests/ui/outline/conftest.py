"""A panel that shows the river."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.services.curation import Curated
from deskbrief.ui.outline.panel import OutlinePanel, OutlineState
from helpers.qt_panels import river, river_curated, river_outline


@pytest.fixture
def document() -> Document:
    return river()


@pytest.fixture
def outline(document: Document) -> Outline:
    return river_outline(document)


@pytest.fixture
def curated(document: Document, outline: Outline) -> Curated:
    return river_curated(document, outline)


@pytest.fixture
def panel(qtbot: QtBot, document: Document, outline: Outline, curated: Curated) -> OutlinePanel:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.setGeometry(100, 100, 389, 900)
    QCursor.setPos(5, 5)
    panel.show()
    panel.show_outline(document, outline, curated, OutlineState.FULL)
    qtbot.waitUntil(lambda: len(panel.list.rows) > 3)
    return panel
