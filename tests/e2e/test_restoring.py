"""A brief brings its notes to another library."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS, end


def test_notes_travel_in_a_brief_to_another_library(start, reading, qtbot, sample, tmp_path):
    view = reading.window.parts.reader.view
    at = reading.front.document.text.index("noticeable shift")
    view.select(Span(at, at + len("noticeable shift")))
    reading.press("note")
    reading.window.controllers.notes.write(reading.front.notes[0].note.id, "Since when?")
    brief = tmp_path / "brief.pdf"
    reading.chosen.place = brief
    with qtbot.waitSignal(reading.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        reading.press("export")
    end(reading)

    other = start(brief, data="elsewhere")
    other.window.finish()
    notice = other.window.parts.notice
    qtbot.waitUntil(lambda: "carries 1 note on" in notice.text(), timeout=PATIENCE_MS)
    notice.findChild(QPushButton).click()
    assert [note.body for note in other.library.notes()] == ["Since when?"]
    assert notice.text() == ""
    end(other)

    again = start(brief, sample, data="elsewhere")
    qtbot.waitUntil(lambda: again.front is not None and bool(again.front.notes), timeout=PATIENCE_MS)
    (placed,) = again.front.notes
    assert again.front.document.quote(placed.span) == "noticeable shift"
