"""One library under two programs, and one that refuses for a while: what its window shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskbrief.document.errors import LibraryError
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.notetaking import Notetaking
from helpers.e2e_program import PATIENCE_MS, Running
from helpers.library_samples import note_on


def marked(running: Running, start: int) -> None:
    running.window.parts.reader.view.select(Span(start, start + 20))
    running.press("mark")


def test_what_another_program_has_written_is_shown_when_the_reader_comes_back(
    reading: Running, tmp_path: Path
):
    marked(reading, 40)
    with Library.open(tmp_path / "data") as other:
        other.add_note(note_on(reading.front.document, 100, 130, "From elsewhere"))
    assert len(reading.front.notes) == 1
    window = reading.window
    window.controllers.changed_files._come(window.windowHandle())
    assert sorted(placed.note.body for placed in reading.front.notes) == ["", "From elsewhere"]
    # Nothing is read again when nothing has changed.
    before = reading.front.notes
    window.controllers.changed_files._come(window.windowHandle())
    assert reading.front.notes is before


def test_what_is_said_of_a_refusal_goes_once_the_library_takes_notes_again(
    reading: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    notice = reading.window.parts.notice

    def refuse(*_: object) -> None:
        raise LibraryError("The disk is full.", "Make room.")

    with monkeypatch.context() as full:
        full.setattr(Notetaking, "mark", refuse)
        marked(reading, 40)
    assert notice.text() == "The disk is full. Make room."
    marked(reading, 40)
    # Once the disk has it, which is waited for beside the window.
    qtbot.waitUntil(lambda: notice.text() == "", timeout=PATIENCE_MS)
    assert len(reading.front.notes) == 1
