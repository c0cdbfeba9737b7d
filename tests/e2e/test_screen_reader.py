"""A screen reader that is started while somebody reads: the text is shown so that it can be walked."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser

from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS


def test_the_view_changes_and_everything_goes_on_working(reading, qtbot, monkeypatch):
    window = reading.window
    text = reading.front.document.text
    at = text.index("several strategic adjustments")
    window.parts.reader.view.select(Span(at, at + 29))
    reading.press("mark")
    assert not isinstance(window.parts.reader.view, QTextBrowser)

    monkeypatch.setattr("deskbrief.ui.spoken.is_listened_to", lambda: True)
    window.appearance.look_for_reader()
    view = window.parts.reader.view
    assert isinstance(view, QTextBrowser)
    assert view.shown_document() is reading.front.document
    assert [mark.span for mark in view.marks()] == [Span(at, at + 29)]

    other = text.index("Recommendations for U.S. Policy")
    window.controllers.navigation.go(Span(other, other + 9))
    qtbot.waitUntil(lambda: view.visible().overlaps(Span(other, other + 9)), timeout=PATIENCE_MS)
    view.select(Span(other, other + 15))
    reading.press("mark")
    assert len(view.marks()) == 2

    monkeypatch.setattr("deskbrief.ui.spoken.is_listened_to", lambda: False)
    window.appearance.look_for_reader()
    assert not isinstance(window.parts.reader.view, QTextBrowser)
    assert len(window.parts.reader.view.marks()) == 2
