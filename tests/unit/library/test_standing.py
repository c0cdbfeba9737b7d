"""A library whose file is moved, deleted, replaced or locked while it is open."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from deskbrief.document.errors import LibraryError
from deskbrief.document.model import Document
from deskbrief.library.library import Library
from helpers.library_samples import note_on


def test_nothing_is_written_to_a_file_that_is_gone_and_saving_resumes(
    folder: Path, library: Library, document: Document
):
    first, second = note_on(document, body="one"), note_on(document, 3, 8, "two")
    library.add_note(first)
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(LibraryError, match="not in its place any more"):
        library.add_note(second)
    away.rename(folder)
    library.add_note(second)
    with Library.open(folder) as again:
        assert set(again.notes()) == {first, second}


def test_a_deleted_library_is_told(folder: Path, library: Library, document: Document):
    shutil.rmtree(folder)
    with pytest.raises(LibraryError, match="put its folder back"):
        library.add_note(note_on(document))


def test_a_library_that_was_put_there_anew_is_written(folder: Path, library: Library, document: Document):
    first, second = note_on(document, body="one"), note_on(document, 3, 8, "two")
    library.add_note(first)
    copy = library.backup_to(folder.with_name("copy.db"))
    for ending in ("", "-wal", "-shm"):
        (folder / f"library.db{ending}").unlink()
    copy.rename(folder / "library.db")
    library.add_note(second)
    assert set(library.notes()) == {first, second}
    library.close()
    with Library.open(folder) as again:
        assert set(again.notes()) == {first, second}
        assert again.check() == ()


def test_after_an_error_of_the_drive_the_file_is_opened_anew(
    folder: Path, library: Library, document: Document
):
    place = library._db._place
    before = library._db.connection
    error = LibraryError("The disk reported an error.")
    cause = sqlite3.OperationalError("disk I/O error")
    cause.sqlite_errorcode = sqlite3.SQLITE_IOERR
    error.__cause__ = cause
    place.doubt(LibraryError("something else"))
    # Another program that writes says nothing against the drive.
    busy = LibraryError("The library is in use by another program.")
    busy.__cause__ = sqlite3.OperationalError("database is locked")
    busy.__cause__.sqlite_errorcode = sqlite3.SQLITE_BUSY
    place.doubt(busy)
    library.add_note(note_on(document))
    assert library._db.connection is before
    place.doubt(error)
    library.add_note(note_on(document, 3, 8))
    assert library._db.connection is not before
    assert len(library.notes()) == 2


def test_a_locked_library_is_not_waited_for_longer_than_asked(
    folder: Path, library: Library, document: Document
):
    library.wait_at_most(50)
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begin = time.monotonic()
        with pytest.raises(LibraryError, match="in use by another program"):
            library.add_note(note_on(document))
        assert time.monotonic() - begin < 2
        other.execute("ROLLBACK")
    library.add_note(note_on(document))
