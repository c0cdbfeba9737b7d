"""Words that are typed while the text has the keyboard: nothing comes of them, and it is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip

from deskbrief.document.notes import Verdict
from helpers.e2e_program import PATIENCE_MS
from helpers.scans import scanned


def made(program):
    """What the reader has made of the document in front."""
    curated = program.front.curated
    added = [one for one in (*curated.events, *curated.recommendations) if one.verdict is Verdict.ADDED]
    return [*program.front.notes, *added]


def test_a_word_that_begins_with_no_command_makes_nothing_and_it_is_told_why(hands, qtbot):
    view = hands.window.parts.reader.view
    qtbot.keyClicks(view, "council harvest brown")
    assert made(hands) == []
    assert "Ctrl+F finds words" in QToolTip.text()
    assert view.hasFocus()


def test_the_letters_are_commands_again_after_a_click(hands, qtbot):
    view = hands.window.parts.reader.view
    qtbot.keyClicks(view, "ch")
    assert made(hands) == []
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().center())
    qtbot.keyClicks(view, "h")
    assert len(made(hands)) == 1


def test_the_letters_are_commands_again_after_another_key_or_a_pause(hands, qtbot, monkeypatch):
    view = hands.window.parts.reader.view
    qtbot.keyClicks(view, "ch")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.keyClicks(view, "h")
    assert len(made(hands)) == 1
    qtbot.keyClicks(view, "c")
    monkeypatch.setattr("deskbrief.ui.reader.typed.PAUSE", -1.0)
    qtbot.keyClicks(view, "2")
    assert [placed.note.role.value for placed in hands.front.notes] == ["green"]


def test_commands_go_on_while_they_are_no_words(hands, qtbot):
    view = hands.window.parts.reader.view
    qtbot.keyClicks(view, ".h")
    qtbot.keyClicks(view, "j.h")
    assert len(made(hands)) == 2


def test_what_is_typed_after_a_refused_note_makes_nothing(start, qtbot, tmp_path):
    """A page that is a picture has no text for a note: what was to be its words are no commands."""
    path = tmp_path / "report.pdf"
    path.write_bytes(scanned(3, text=(1,)))
    program = start(path)
    qtbot.waitUntil(lambda: program.front.complete, timeout=PATIENCE_MS)
    program.window.activateWindow()
    reader = program.window.parts.reader
    if not reader.original:
        program.press("pages")
    qtbot.waitUntil(lambda: reader.original and reader.view._stack.known, timeout=PATIENCE_MS)
    reader.view.setFocus()
    qtbot.waitUntil(reader.view.hasFocus)
    qtbot.keyClick(reader.view, Qt.Key.Key_N)
    assert "no text here to mark" in QToolTip.text()
    qtbot.keyClicks(reader.view, "rather bare, harvest")
    assert made(program) == []
