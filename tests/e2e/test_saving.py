"""The window does not wait for the disk, and says “saved” no sooner than the disk has it."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskbrief.document.spans import Span
from deskbrief.library import settling
from helpers.e2e_program import PATIENCE_MS, Running


class Disk:
    """A disk that takes its time, or refuses."""

    def __init__(self) -> None:
        self.is_free = threading.Event()
        self.refuses = False

    def sync(self, _path: Path) -> None:
        assert self.is_free.wait(30)
        if self.refuses:
            raise OSError(errno.EIO, "Input/output error")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk()
    monkeypatch.setattr(settling, "sync", made.sync)
    yield made
    made.is_free.set()


def mark(reading: Running) -> None:
    reading.window.parts.reader.view.select(Span(0, 12))
    reading.press("mark_1")


def test_a_mark_is_shown_at_once_and_saved_when_the_disk_has_it(reading: Running, qtbot: QtBot, disk: Disk):
    status = reading.window.parts.status
    mark(reading)
    assert len(reading.front.notes) == len(reading.library.notes()) == 1
    assert status.saved_words() == ""
    disk.is_free.set()
    qtbot.waitUntil(lambda: status.saved_words() == "Saved just now", timeout=PATIENCE_MS)


def test_words_are_not_saved_until_the_disk_that_refused_has_them(
    reading: Running, qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch
):
    disk.is_free.set()
    mark(reading)
    window, status = reading.window, reading.window.parts.status
    qtbot.waitUntil(lambda: reading.library.is_settled, timeout=PATIENCE_MS)
    disk.refuses = True
    note = reading.front.notes[0].note
    window.controllers.notes.write(note.id, "Ask the ministry.")
    qtbot.waitUntil(lambda: status.saved_words() == "Not saved", timeout=PATIENCE_MS)
    assert window.controllers.notes.unsaved > 0
    assert "disk reported an error" in window.parts.notice.text()
    monkeypatch.setattr(window.controllers, "confirm_loss", lambda: False)
    # It is written anew at closing, into the file itself, so that nobody has to be asked.
    assert window.close()
    assert window.controllers.notes.unsaved == 0
    assert reading.library.note(note.id).body == "Ask the ministry."


def test_closing_waits_for_a_slow_disk(reading: Running, disk: Disk):
    mark(reading)
    opener = threading.Timer(0.3, disk.is_free.set)
    opener.start()
    assert reading.window.close()
    assert disk.is_free.is_set()
    assert reading.library.is_settled


def test_a_note_that_the_library_does_not_take_is_written_all_the_same(reading: Running, qtbot: QtBot):
    window, data = reading.window, reading.program.data
    away = data.with_name("unplugged")
    data.rename(away)
    window.parts.reader.view.select(Span(0, 12))
    reading.press("note")
    notes, status = window.controllers.notes, window.parts.status
    waiting = notes.waiting
    qtbot.waitExposed(waiting)
    assert "not in its place any more" in window.parts.notice.text()
    assert status.saved_words() == "Not saved"
    QTest.keyClicks(waiting.words, "Ask r and e.")
    assert reading.front.notes == ()
    away.rename(data)
    qtbot.waitUntil(lambda: notes.waiting is None, timeout=PATIENCE_MS)
    assert [note.body for note in reading.library.notes()] == ["Ask r and e."]
    qtbot.waitUntil(lambda: status.saved_words() == "Saved just now", timeout=PATIENCE_MS)
    assert window.parts.notice.text() == ""


def test_words_that_wait_are_given_up_when_that_was_asked_for_twice(reading: Running, qtbot: QtBot):
    data = reading.program.data
    data.rename(data.with_name("unplugged"))
    reading.window.parts.reader.view.select(Span(0, 12))
    reading.press("note")
    notes = reading.window.controllers.notes
    QTest.keyClicks(notes.waiting.words, "Dear me")
    notes.waiting.reject()
    assert notes.unsaved == 1
    notes.waiting.reject()
    assert notes.unsaved == 0
    data.with_name("unplugged").rename(data)


def test_no_folder_is_made_in_the_place_of_one_that_was_taken_out(reading: Running):
    store, data = reading.program.store, reading.program.data
    store.flush()
    away = data.with_name("unplugged")
    data.rename(away)
    store.save(replace(store.settings, author="Me"))
    store.flush()
    assert not data.exists()
    away.rename(data)


def test_what_the_program_keeps_by_itself_is_not_told_as_saved(reading: Running, qtbot: QtBot, disk: Disk):
    disk.is_free.set()
    library, status = reading.library, reading.window.parts.status
    library.set_published(reading.front.document.sha256, "2024")
    assert library.written > 0
    qtbot.waitUntil(lambda: library.is_settled, timeout=PATIENCE_MS)
    reading.window.controllers.notes.settled(library.written, None)
    assert status.saved_words() == ""
    mark(reading)
    qtbot.waitUntil(lambda: status.saved_words() == "Saved just now", timeout=PATIENCE_MS)
