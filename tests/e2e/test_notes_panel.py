"""The panel of notes in the window: tags, orders and acts on several notes, with undo across a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.dialogs.roles import RolesDialog
from deskbrief.ui.notes.arrange import NoteOrder
from deskbrief.ui.notes.tags import TagLine
from deskbrief.ui.reader.selectionbar import RoleDot
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


def test_notes_tell_their_sections_as_soon_as_these_are_known(
    start: Callable[..., Running], qtbot: QtBot, tmp_path: Path
):
    path = tmp_path / "report.md"
    path.write_text("# Report\n\nWords here.\n\n## Findings\n\nThe flow fell in May.\n", encoding="utf-8")
    running = start(path)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    document = running.front.document
    at = document.text.index("flow fell")
    running.program.services.notetaking.mark(document, Span(at, at + 9), Role.BLUE)
    end(running)
    # The panel is there before the document, as it is once a window is at rest.
    again = start()
    panel = again.window.parts.notes
    again.window.open([path])
    qtbot.waitUntil(lambda: again.front is not None and again.front.complete, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: [row.entry.section for row in panel.list.rows] == ["Findings"], timeout=5000)


def test_the_bar_beside_a_selection_calls_colours_as_the_reader_does(
    start: Callable[..., Running], qtbot: QtBot, sample: Path, monkeypatch: pytest.MonkeyPatch
):
    running = opened(start, qtbot, sample)
    bars = running.window.parts.reader.bars
    for name in ("Evidence", "Proof"):
        monkeypatch.setattr(RolesDialog, "exec", lambda _: True)
        monkeypatch.setattr(RolesDialog, "names", lambda _, name=name: {Role.GREEN: name})
        running.window.parts.notes.naming_requested.emit()
        tips = [dot.toolTip() for dot in bars.selection.findChildren(RoleDot)]
        assert tips[:2] == ["Mark yellow (1)", f"Mark {name} (2)"]
