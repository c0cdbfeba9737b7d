"""Notes whose passage a new edition lost: shown, put back by the reader, remembered, and undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.document.anchors import NOWHERE, UNSURE, AnchorState
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS, Running, end
from helpers.qt_panels import click, keys_of, zone_rect


def opened(start: Callable[..., Running], qtbot: QtBot, sample: Path) -> Running:
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    running.press("notes")
    return running


def marked(running: Running, span: Span, path: str) -> str:
    """Return the id of a note on `span` that stands as a new edition leaves it; `path` tells how."""
    document = running.front.document
    note, _ = running.program.services.notetaking.mark(document, span, Role.GREEN, "my words")
    anchor = replace(note.anchor, exact="words of an older edition", block_path=path)
    running.library.update_note(replace(note, anchor=anchor))
    running.window.controllers.documents.refresh_notes()
    return note.id


@pytest.fixture
def unsure(start: Callable[..., Running], qtbot: QtBot, sample: Path) -> tuple[Running, str, str]:
    """The program with the sample, and an uncertain and a lost note on it."""
    running = opened(start, qtbot, sample)
    guessed, lost = marked(running, Span(0, 20), UNSURE), marked(running, Span(60, 90), NOWHERE)
    return running, guessed, lost


def state_of(running: Running, note_id: str) -> AnchorState:
    return next(one.placement.state for one in running.front.notes if one.note.id == note_id)


def test_a_lost_note_is_put_on_the_selection_by_key(unsure: tuple[Running, str, str], qtbot: QtBot):
    running, _, lost = unsure
    panel, view = running.window.parts.notes, running.window.parts.reader.view
    assert keys_of(panel.list)[2:4] == ["group|! Passage not found", lost]
    panel.list.set_current(panel.list.show_row(lost))
    running.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.select(Span(200, 230))
    qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert state_of(running, lost) is AnchorState.EXACT
    assert running.library.note(lost).anchor.span == Span(200, 230)
    assert running.library.note(lost).body == "my words"
    assert "The note stands on" in running.said[-1].text
    running.press("undo")
    assert state_of(running, lost) is AnchorState.LOST
    assert running.library.note(lost).anchor.exact == "words of an older edition"


def test_a_lost_note_is_put_on_the_selection_by_mouse(unsure: tuple[Running, str, str], qtbot: QtBot):
    running, _, lost = unsure
    panel = running.window.parts.notes
    click(panel.list, zone_rect(panel.list, lost, "put").center())
    assert "Select the passage" in running.said[-1].text
    running.window.parts.reader.view.select(Span(200, 230))
    click(panel.list, zone_rect(panel.list, lost, "put").center())
    assert state_of(running, lost) is AnchorState.EXACT
    assert running.window.parts.reader.view.selection() is None


def test_a_guess_is_confirmed_or_denied_and_that_is_remembered(
    unsure: tuple[Running, str, str], start: Callable[..., Running], qtbot: QtBot, sample: Path
):
    running, guessed, _ = unsure
    panel = running.window.parts.notes
    panel.list.set_current(panel.list.show_row(guessed))
    qtbot.keyClick(panel.list, Qt.Key.Key_Y)
    assert state_of(running, guessed) is AnchorState.EXACT
    running.press("undo")
    assert state_of(running, guessed) is AnchorState.UNCERTAIN
    click(panel.list, zone_rect(panel.list, guessed, "no").center())
    assert state_of(running, guessed) is AnchorState.LOST
    end(running)
    running = opened(start, qtbot, sample)
    assert state_of(running, guessed) is AnchorState.LOST
    assert running.library.note(guessed).anchor.exact == "words of an older edition"
    running.press("undo")
    assert state_of(running, guessed) is AnchorState.UNCERTAIN


def test_the_menu_of_a_row_tells_where_a_note_stands(unsure: tuple[Running, str, str]):
    from deskbrief.ui.controllers.rowmenu import RowMenu

    running, guessed, _ = unsure
    panel = running.window.parts.notes
    row = panel.list.rows[panel.list.show_row(guessed)]
    menu = RowMenu(row, running.window)
    menu.place_asked.connect(running.window.controllers.passing.place_asked)
    next(one for one in menu.actions() if one.text().startswith("Yes, it is here")).trigger()
    assert state_of(running, guessed) is AnchorState.EXACT
    menu.deleteLater()


def test_without_an_unsure_note_the_key_says_what_to_do(
    start: Callable[..., Running], qtbot: QtBot, sample: Path
):
    running = opened(start, qtbot, sample)
    running.window.parts.reader.view.select(Span(200, 230))
    running.press("put_note")
    assert "Choose a note" in running.said[-1].text
