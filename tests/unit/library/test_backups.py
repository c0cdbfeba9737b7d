from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deskbrief.document.errors import LibraryError
from deskbrief.document.model import Document
from deskbrief.library import backups
from deskbrief.library.library import Library
from helpers.library_samples import Clock, note_on


def test_a_backup_is_a_whole_library(folder: Path, library: Library, document: Document):
    note = note_on(document, body="Precious")
    library.add_note(note)
    path = library.backup()
    assert path == folder / "backups" / "library-by-hand-20260305-100000.db"
    library.delete_note(note.id)
    restored = folder.with_name("restored")
    restored.mkdir()
    path.rename(restored / "library.db")
    with Library.open(restored) as again:
        assert again.notes() == (note,)
        assert again.document(document.sha256) == document
        assert again.check() == ()
        assert again.undo_label(document.sha256) == "Add note"


def test_backups_do_not_overwrite_one_another(library: Library, clock: Clock):
    names = [library.backup().name for _ in range(3)]
    clock.move(60)
    names.append(library.backup().name)
    assert names == [
        "library-by-hand-20260305-100000.db",
        "library-by-hand-20260305-100000-2.db",
        "library-by-hand-20260305-100000-3.db",
        "library-by-hand-20260305-100100.db",
    ]


def test_a_backup_is_made_while_another_program_writes(folder: Path, library: Library, document: Document):
    library.add_note(note_on(document))
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM note")
        path = library.backup()
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT count(*) FROM note").fetchone() == (1,)


def test_a_copy_that_is_not_whole_is_not_kept(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
):
    counts = iter([2, 1])
    monkeypatch.setattr(backups, "_notes", lambda _: next(counts))
    with pytest.raises(LibraryError, match="did not come out whole"):
        library.backup()
    assert list((folder / "backups").iterdir()) == []


def test_a_file_in_place_of_the_folder_of_backups(folder: Path, library: Library):
    (folder / "backups").write_text("not a folder")
    with pytest.raises(LibraryError) as caught:
        library.backup()
    assert caught.value.next_step
    assert (folder / "backups").read_text() == "not a folder"
