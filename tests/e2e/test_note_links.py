"""Links in notes, followed in the window: to notes, passages, out of the program, and to what is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from deskbrief.document.links import note_link
from deskbrief.document.notes import Role, uuid7
from deskbrief.document.spans import Span
from deskbrief.ui.notes.tags import TagLine
from helpers.e2e_program import PATIENCE_MS, Running
from helpers.qt_panels import click, spoken, zone_rect


@pytest.fixture
def noted(start: Callable[..., Running], qtbot: QtBot, sample: Path) -> tuple[Running, str, str]:
    """The program with two notes, the first of which links to the second."""
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    taking, document = running.program.services.notetaking, running.front.document
    far, _ = taking.mark(document, Span(4000, 4030), Role.GREEN, "Far below")
    near, _ = taking.mark(document, Span(0, 20), Role.BLUE, f"see [far]({note_link(far.id)})")
    running.window.controllers.documents.refresh_notes()
    running.press("notes")
    return running, near.id, far.id


def follow(running: Running, note_id: str) -> None:
    rows = running.window.parts.notes.list
    click(rows, zone_rect(rows, note_id, "link:").center())


def test_a_link_to_a_note_shows_it_and_back_leads_back(noted: tuple[Running, str, str], qtbot: QtBot):
    running, near, far = noted
    follow(running, near)
    panel, view = running.window.parts.notes, running.window.parts.reader.view
    assert panel.list.current.key == far
    qtbot.waitUntil(lambda: view.place() > 1000)
    running.press("back")
    qtbot.waitUntil(lambda: view.place() < 100)


def test_a_link_to_a_note_that_is_gone_says_so(noted: tuple[Running, str, str]):
    running, near, far = noted
    running.window.controllers.notes.delete(far)
    follow(running, near)
    assert "was deleted" in running.said[-1].text
    running.window.controllers.links.follow(note_link(uuid7()))
    assert "not in your library" in running.said[-1].text


def test_a_link_that_leaves_the_program_is_asked_about(noted: tuple[Running, str, str]):
    running, _, _ = noted
    running.window.controllers.links.follow("https://example.org/x")
    assert running.window.parts.notice.text() == "This link leads to example.org."
    running.window.parts.notice.dismiss()
    running.window.controllers.links.follow("file:///etc/passwd")
    assert not running.window.parts.notice.isVisible()


def test_a_link_to_the_selected_passage_leads_to_it(noted: tuple[Running, str, str], qtbot: QtBot):
    running, *_ = noted
    view = running.window.parts.reader.view
    view.select(Span(3000, 3040))
    target = running.window.parts.notes.passage()
    view.let_go()
    running.window.controllers.links.follow(target.address)
    qtbot.waitUntil(lambda: view.place() > 1000)


def test_the_link_of_a_note_is_copied_from_its_menu(noted: tuple[Running, str, str]):
    from deskbrief.ui.controllers.rowmenu import RowMenu

    running, near, far = noted
    panel = running.window.parts.notes
    row = panel.list.rows[panel.list.show_row(near)]
    menu, asked = RowMenu(row, running.window), []
    menu.link_asked.connect(running.window.controllers.passing.copy_link)
    menu.follow_asked.connect(asked.append)
    next(one for one in menu.actions() if "Copy link" in one.text()).trigger()
    assert QGuiApplication.clipboard().text() == note_link(near)
    next(one for one in menu.actions() if one.text() == "Follow “far”").trigger()
    assert asked == [note_link(far)]
    menu.deleteLater()


def test_a_note_tells_where_notes_of_other_documents_mention_it_and_leads_there(
    noted: tuple[Running, str, str], qtbot: QtBot, tmp_path: Path
):
    running, _, far = noted
    first = running.front
    other = tmp_path / "other.txt"
    other.write_text("Another report\n\nOf a few words.\n", encoding="utf-8")
    running.window.open([other])
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    second = running.front
    taking = running.program.services.notetaking
    note, _ = taking.mark(second.document, Span(0, 7), Role.BLUE, f"Compare [far]({note_link(far)})")
    running.window.controllers.documents.refresh_notes()
    running.window.controllers.documents.bring(first)
    rows = running.window.parts.notes.list
    qtbot.waitUntil(lambda: far in [row.key for row in rows.rows], timeout=5000)
    told = spoken(rows)[rows.show_row(far)]
    assert "mentioned in: see far" in told
    assert "mentioned in: Compare far (" in told
    click(rows, zone_rect(rows, far, "mention:1").center())
    qtbot.waitUntil(lambda: running.front is second, timeout=5000)
    assert rows.current.key == note.id
    running.window.controllers.notes.tag(note.id, ("harvest",))
    running.window.controllers.documents.close(second)
    running.window.controllers.documents.bring(first)
    running.window.parts.notes.edit(far)
    line = running.window.parts.notes.findChild(TagLine)
    line.setFocus()
    qtbot.keyClicks(line, "har")
    popup = line._completer.popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert running.library.note(far).tags == ("harvest",)
    click(rows, zone_rect(rows, far, "mention:1").center())
    qtbot.waitUntil(lambda: running.front is not first and bool(running.front.notes), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: rows.current is not None and rows.current.key == note.id, timeout=5000)
