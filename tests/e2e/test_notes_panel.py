"""The panel of notes in the window: tags, orders and acts on several notes, with undo across a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.notes.arrange import NoteOrder
from deskbrief.ui.notes.tags import TagLine
from helpers.e2e_program import PATIENCE_MS, Running, end
from helpers.qt_panels import keys_of


def opened(start: Callable[..., Running], qtbot: QtBot, sample: Path) -> Running:
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    running.press("notes")
    return running


def test_notes_are_tagged_ordered_and_changed_together(
    start: Callable[..., Running], qtbot: QtBot, sample: Path
):
    running = opened(start, qtbot, sample)
    window = running.window
    for place, role in ((0, Role.GREEN), (40, Role.YELLOW)):
        window.parts.reader.view.select(Span(place, place + 20))
        window.controllers.notes.mark_as(role)
    notes = window.parts.notes
    first, second = (placed.note.id for placed in running.front.notes)
    notes.edit(first)
    line = notes.findChild(TagLine)
    qtbot.keyClicks(line, "check")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert running.library.note(first).tags == ("check",)
    action = next(one for one in notes._order_button.menu().actions() if one.data() == NoteOrder.ROLE)
    action.trigger()
    assert keys_of(notes.list) == ["group|Yellow", second, "group|Green", first]
    menu = notes.together.menu()
    menu.aboutToShow.emit()
    menu.actions()[3].trigger()
    assert {note.role for note in running.library.notes()} == {Role.BLUE}
    end(running)
    running = opened(start, qtbot, sample)
    qtbot.waitUntil(
        lambda: keys_of(running.window.parts.notes.list)[:1] == ["group|Blue"], timeout=PATIENCE_MS
    )
    running.press("undo")
    assert [note.role for note in running.library.notes()] == [Role.GREEN, Role.YELLOW]
    running.press("undo")
    assert [note.tags for note in running.library.notes()] == [(), ()]
    running.press("redo")
    assert running.library.note(first).tags == ("check",)
