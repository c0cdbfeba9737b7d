"""Emoji are drawn, also where the system has no font for them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from deskbrief.ui.reader.lines import Lines
from deskbrief.ui.reader.offsets import has_emoji
from deskbrief.ui.reader.paged.typesetter import Typesetter
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.reader.values import Typography
from deskbrief.ui.theme import LIGHT
from helpers.documents import paragraphs

pytestmark = pytest.mark.usefixtures("fonts")
TEXT = "So 🎉 and ✅ and 👩‍👩‍👧 and 🇫🇷 and ⭐."


@pytest.fixture
def styles(qtbot: QtBot) -> Styles:
    del qtbot
    return Styles(LIGHT, Typography())


def drawn(runs) -> list[int]:
    """Return the numbers of the signs that are drawn; 0 is the box for what no font has."""
    return [glyph for run in runs for glyph in run.glyphIndexes()]


def test_what_an_emoji_is():
    assert all(map(has_emoji, ("🎉", "a ✅ b", "⭐", "🇫🇷")))
    assert not any(map(has_emoji, ("plain", "naïve – “quoted” €", "漢字", "∑ ≤ ∈")))


def test_emoji_are_drawn_in_the_flowing_view(styles):
    lines = Lines(0, TEXT, styles.font(), QTextOption(), ())
    lines.break_at(600, 24, 18)
    found = drawn(lines.layout.glyphRuns())
    assert found
    assert 0 not in found


def test_emoji_are_drawn_in_the_paged_view(qtbot, styles):
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    target = QTextDocument()
    Typesetter(target, Sheet(paragraphs(TEXT)), styles).insert(0, 0)
    browser.setDocument(target)
    browser.grab()
    block, found = target.begin(), []
    while block.isValid():
        found += drawn(block.layout().glyphRuns(0, block.length()))
        block = block.next()
    assert found
    assert 0 not in found
