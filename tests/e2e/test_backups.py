"""Backups in the window: listed, compared with the library, restored in whole or in part, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from deskbrief.library.labels import Label, LabelKind
from deskbrief.library.library import Library
from deskbrief.ui.controllers.backups import BackupsController
from deskbrief.ui.dialogs.progress import ProgressDialog
from deskbrief.ui.library.backups import BackupsPage
from helpers.e2e_program import PATIENCE_MS, Running, end
from helpers.library_samples import note_on, sample
from helpers.qt_panels import click, spoken, zone_rect

GRAIN = sample("Grain\n\nThe grain treaty was signed on 3 March 2026.\n\nEnd.", title="Grain report")
WINTER = sample("Winter\n\nThe winter was long, and bread was dear.\n\nEnd.", title="Winter report")
LOST = note_on(GRAIN, 7, 23, "Where was it signed?")
EDITED = note_on(GRAIN, 38, 50, "Check the day in the annex.")
GONE = note_on(WINTER, 8, 27, "")
SINCE = note_on(WINTER, 33, 38, "Written since.")


def spoil(library: Library) -> None:
    """Do to a library what people do before they look for a backup."""
    library.delete_note(LOST.id)
    library.update_note(replace(EDITED, body="Check the month in the annex."))
    library.remove_document(WINTER.sha256, with_notes=True)
    library.add_note(SINCE)


@pytest.fixture
def spoilt(start: Callable[..., Running], qtbot: QtBot, tmp_path: Path) -> Running:
    """The program on a library that was backed up before it was spoilt, with the page of backups in front."""
    with Library.open(tmp_path / "data") as library:
        for document in (GRAIN, WINTER):
            library.put_document(document)
        library.put_notes([LOST, EDITED, GONE], "Add")
        library.put_labels([Label(LabelKind.TAG, "grain", frozenset({GRAIN.sha256}))])
        library.backup()
        spoil(library)
    running = start()
    running.press("backups")
    qtbot.waitUntil(page_of(running).restore.isEnabled, timeout=5000)
    return running


def controller_of(running: Running) -> BackupsController:
    return running.window.controllers.backups


def page_of(running: Running) -> BackupsPage:
    return controller_of(running).page


def outcome(running: Running, qtbot: QtBot, words: str) -> None:
    page = page_of(running)
    qtbot.waitUntil(lambda: page._outcome.text().startswith(words), timeout=5000)
    qtbot.waitUntil(lambda: page._preview is not None, timeout=5000)


def test_what_would_change_follows_what_is_taken_back_meanwhile(spoilt: Running, qtbot: QtBot):
    page, libraries = page_of(spoilt), spoilt.window.controllers.libraries
    before = [line for line in spoken(page.panel.list) if "comes back" in line]
    libraries._shelving.bring_back([WINTER.sha256], [GONE])
    libraries.changed.emit()
    wanted = len(before) - 2
    qtbot.waitUntil(
        lambda: len([one for one in spoken(page.panel.list) if "comes back" in one]) == wanted, timeout=5000
    )


def test_backups_are_listed_and_what_differs_is_told_by_document(spoilt: Running):
    page = page_of(spoilt)
    assert page.isVisible()
    (line,) = spoken(page.list)
    assert line.startswith("Today, ")
    assert "2 documents · 3 notes · " in line
    assert line.endswith("made by you")
    assert page._summary.text() == (
        "2 notes would come back; 1 note would change; 1 document would come back into the list."
    )
    assert spoken(page.panel.list) == [
        "Winter report",
        "The document itself, + comes back, chosen",
        "“The winter was long”, + comes back, chosen",
        "Grain report",
        "“The grain treaty”, + comes back, chosen, Where was it signed?",
        "“3 March 2026”, ≠ changes, chosen, Check the day in the annex.",
    ]


def test_everything_is_restored_and_taken_back_by_button(spoilt: Running, qtbot: QtBot):
    page = page_of(spoilt)
    before = spoilt.library.notes()
    page.restore.click()
    outcome(spoilt, qtbot, "Restored: 3 notes and 1 document.")
    assert set(spoilt.library.notes()) == {LOST, EDITED, GONE, SINCE}
    assert len(spoilt.library.recent()) == 2
    assert "made before a restoration" in spoken(page.list)[0]
    assert not page.restore.isEnabled()
    page.take_back.click()
    outcome(spoilt, qtbot, "Everything is as it was")
    assert spoilt.library.notes() == before
    assert len(spoilt.library.recent()) == 1
    assert not page.take_back.isVisible()
    assert page.restore.isEnabled()


def test_it_works_by_keyboard_alone_and_only_what_is_chosen_is_restored(spoilt: Running, qtbot: QtBot):
    page = page_of(spoilt)
    assert QApplication.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    rows = page.panel.list
    assert QApplication.focusWidget() is rows
    qtbot.keyClick(rows, Qt.Key.Key_A)
    assert not page.restore.isEnabled()
    rows.set_current(4)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert page.restore.text() == "&Restore 1 of 4"
    qtbot.keyClick(page.restore, Qt.Key.Key_Space)
    outcome(spoilt, qtbot, "Restored: 1 note.")
    assert spoilt.library.note(LOST.id) == LOST
    assert spoilt.library.note(GONE.id) is None
    spoilt.press("undo")
    outcome(spoilt, qtbot, "Everything is as it was")
    assert spoilt.library.note(LOST.id) is None
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert spoilt.window.controllers.libraries.page.isVisible()


def test_a_whole_document_is_left_out_by_its_head_and_rows_by_mouse(spoilt: Running, qtbot: QtBot):
    page = page_of(spoilt)
    rows = page.panel.list
    rows.set_current(0)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert page.panel.wanted_keys() == {LOST.id, EDITED.id}
    click(rows, zone_rect(rows, EDITED.id, "choose").center())
    assert page.panel.wanted_keys() == {LOST.id}
    assert "left out" in spoken(rows)[5]
    page.panel._filter.setText("day annex")
    assert [line.partition(",")[0] for line in spoken(rows)] == ["Grain report", "“3 March 2026”"]
    page.panel._filter.setText("nothing of the kind")
    assert "matches" in spoken(rows)[0]


def test_what_was_made_since_goes_only_if_asked(spoilt: Running, qtbot: QtBot):
    page = page_of(spoilt)
    page.keep.click()
    qtbot.waitUntil(lambda: "1 note would go to the trash" in page._summary.text(), timeout=5000)
    page.restore.click()
    outcome(spoilt, qtbot, "Restored")
    assert set(spoilt.library.notes()) == {LOST, EDITED, GONE}
    assert SINCE.id in {note.id for _, note in spoilt.library.trash()}


def test_notes_of_all_open_documents_follow(start, qtbot: QtBot, tmp_path: Path):
    files = []
    for name, words in (("grain.txt", "Grain was dear."), ("winter.txt", "Winter was long.")):
        files.append(tmp_path / name)
        files[-1].write_text(f"{words}\n\nMore words.\n", encoding="utf-8")
    running = start(*files)
    desk = running.window.parts.desk
    qtbot.waitUntil(
        lambda: len(desk.documents) == 2 and all(one.complete for one in desk.documents), timeout=PATIENCE_MS
    )
    notes = [note_on(one.document, 0, 5, one.document.text[:5]) for one in desk.documents]
    running.library.put_notes(notes, "Add")
    running.library.backup()
    for note in notes:
        running.library.delete_note(note.id)
    running.press("backups")
    page = page_of(running)
    qtbot.waitUntil(page.restore.isEnabled, timeout=5000)
    page.restore.click()
    outcome(running, qtbot, "Restored: 2 notes.")
    assert [[placed.note.id for placed in one.notes] for one in desk.documents] == [[n.id] for n in notes]


def test_a_backup_is_made_now_and_shown(spoilt: Running, qtbot: QtBot):
    page = page_of(spoilt)
    page.make.click()
    qtbot.waitUntil(lambda: len(page.list.rows) == 2, timeout=5000)
    assert [str(message) for message in spoilt.said][-1] == "The library is backed up."
    assert len(list((spoilt.program.data / "backups").glob("library-by-hand-*.db"))) == 2


def test_a_damaged_backup_says_so_and_cannot_be_restored(spoilt: Running, qtbot: QtBot):
    page = page_of(spoilt)
    (backup,) = (spoilt.program.data / "backups").glob("library-*.db")
    data = bytearray(backup.read_bytes())
    data[data.index(b"Where was it")] ^= 1
    backup.write_bytes(data)
    page.look_again()
    qtbot.waitUntil(lambda: "is damaged" in spoken(page.panel.list)[0], timeout=5000)
    assert not page.restore.isEnabled()


def test_nothing_to_restore_and_no_backups_are_said(start, qtbot: QtBot, tmp_path: Path):
    with Library.open(tmp_path / "data") as library:
        library.put_document(GRAIN)
    running = start()
    running.press("backups")
    page = page_of(running)
    qtbot.waitUntil(lambda: "There are no backups yet." in spoken(page.list)[0], timeout=5000)
    assert not page.restore.isVisible()
    running.press("back_up")
    qtbot.waitUntil(lambda: "Nothing of this backup differs" in spoken(page.panel.list)[0], timeout=5000)


def test_a_restoration_that_is_stopped_changes_nothing_and_says_nothing(
    spoilt: Running, qtbot: QtBot, monkeypatch
):
    page, before = page_of(spoilt), spoilt.library.notes()
    page.restore.click()
    dialog = spoilt.window.findChild(ProgressDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: controller_of(spoilt)._dialog is None, timeout=5000)
    assert spoilt.library.notes() == before
    assert page._outcome.text() == ""


def test_progress_is_shown_when_it_takes_longer(spoilt: Running, qtbot: QtBot):
    controller = controller_of(spoilt)
    controller._begin("Restoring …")
    dialog = controller._dialog
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible, timeout=5000)
    controller._progress(0.5)
    assert dialog.bar.value() == 500
    dialog.end()
    controller._dialog = None
    assert not dialog.isVisible()


def damage(path: Path, words: bytes) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(words)] ^= 1
    path.write_bytes(data)


def test_a_library_that_was_repaired_at_the_start_leads_to_its_backups(start, qtbot: QtBot, tmp_path: Path):
    folder = tmp_path / "data"
    with Library.open(folder) as library:
        library.put_document(GRAIN)
        library.add_note(LOST)
        library.backup()
    path = folder / "library.db"
    data = path.read_bytes()
    path.write_bytes(data[:2000] + bytes(len(data) - 2000))
    running = start()
    notice = running.window.parts.notice
    assert "was damaged and has been made afresh" in notice.text()
    assert "it holds 1 note." in notice.text()
    notice.findChild(QPushButton).click()
    page = page_of(running)
    assert page.isVisible()
    qtbot.waitUntil(lambda: page._preview is not None, timeout=5000)
    assert running.library.notes() == (LOST,)


def test_damage_that_is_found_while_working_is_repaired_by_a_restart(
    start, qtbot: QtBot, tmp_path: Path, monkeypatch
):
    folder = tmp_path / "data"
    with Library.open(folder) as library:
        library.add_note(LOST)
    damage(folder / "library.db", b"Where was it signed")
    running = start()
    running.program.care()
    notice = running.window.parts.notice
    qtbot.waitUntil(lambda: "The library is damaged on the disk" in notice.text(), timeout=20_000)
    notice.findChild(QPushButton).click()
    assert running.program.wants_restart
    assert not running.window.isVisible()
    end(running)
    again = start()
    assert again.library.notes() == (LOST,)
    assert "was damaged and has been made afresh" in again.window.parts.notice.text()


def test_the_program_starts_again_as_it_was_started(monkeypatch):
    from deskbrief.ui import app

    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, words: started.append((program, words)))
    monkeypatch.setattr("sys.argv", ["deskbrief", "a.txt"])
    app._start_again()
    ((_, words),) = started
    assert words == ["-m", "deskbrief", "a.txt"]


def test_without_backups_there_is_only_what_is_said(start: Callable[..., Running], qtbot: QtBot):
    running = start()
    running.press("backups")
    page = page_of(running)
    qtbot.waitUntil(lambda: any("no backups yet" in line for line in spoken(page.list)), timeout=5000)
    assert not page.restore.isVisible()
    assert page.list.width() == page.width()
    page.make.click()
    qtbot.waitUntil(page.restore.isVisible, timeout=5000)
