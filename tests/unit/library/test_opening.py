from __future__ import annotations

import hashlib
import random
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from deskbrief.document.errors import BugError, LibraryError, NewerLibraryError
from deskbrief.library import opening
from deskbrief.library.library import Library
from deskbrief.library.opening import open_file
from deskbrief.library.schema import APPLICATION_ID, MIGRATIONS
from helpers.library_samples import note_on, sample


def pragma(library: Library, name: str) -> object:
    return library._db.connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", 5000),
        ("application_id", APPLICATION_ID),
        ("user_version", len(MIGRATIONS)),
    ],
)
def test_the_connection_is_set_up(library: Library, name: str, value: object):
    assert pragma(library, name) == value


def test_a_new_library_is_made_with_its_folders(tmp_path: Path):
    folder = tmp_path / "a" / "b #1 %20? ü"
    with Library.open(folder) as library:
        assert (library.writable, library.reason, library.remarks) == (True, "", ())
        assert library.check() == ()
        assert library.notes() == ()
    assert {path.name for path in folder.iterdir()} == {"library.db"}


def test_every_table_is_strict(library: Library):
    tables = library._db.all("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    assert all(strict for name, strict in tables if not name.startswith("sqlite_"))


def test_what_is_rebuildable_is_not_synced_and_notes_are(library: Library):
    library.set_place("f" * 64, 1)
    assert pragma(library, "synchronous") == 1
    library.add_note(note_on(sample()))
    assert pragma(library, "synchronous") == 2


def test_a_folder_in_place_of_the_file(folder: Path):
    (folder / "library.db").mkdir(parents=True)
    with pytest.raises(LibraryError, match="There is a folder where the library should be") as caught:
        Library.open(folder)
    assert caught.value.next_step


def test_a_file_in_place_of_the_folder(tmp_path: Path):
    (tmp_path / "library").write_text("not a folder")
    for folder in (tmp_path / "library", tmp_path / "library" / "deeper"):
        with pytest.raises(LibraryError, match="folder for the library cannot be made") as caught:
            Library.open(folder)
        assert caught.value.next_step


@pytest.mark.parametrize("size", [1, 15, 16, 99, 100, 512, 4096, 100_000])
def test_random_bytes_are_no_library(folder: Path, size: int):
    folder.mkdir()
    data = random.Random(size).randbytes(size)
    (folder / "library.db").write_bytes(data)
    with pytest.raises(LibraryError, match="not a Deskbrief library") as caught:
        Library.open(folder)
    assert "journal.ndjson" in caught.value.next_step
    assert (folder / "library.db").read_bytes() == data


def test_an_empty_file_becomes_a_library(folder: Path):
    folder.mkdir()
    (folder / "library.db").touch()
    with Library.open(folder) as library:
        assert library.writable


def test_the_database_of_another_program_is_left_alone(folder: Path):
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute("CREATE TABLE theirs(x)")
    before = (folder / "library.db").read_bytes()
    with pytest.raises(LibraryError, match="belongs to another program"):
        Library.open(folder)
    assert (folder / "library.db").read_bytes() == before


@pytest.mark.parametrize("merged", [True, False])
def test_a_newer_library_is_refused_and_stays_byte_for_byte(folder: Path, library: Library, merged: bool):
    library.add_note(note_on(sample()))
    db = sqlite3.connect(folder / "library.db")
    db.execute("PRAGMA user_version = 9999")
    if merged:
        library.close()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
    before = _digests(folder)
    with pytest.raises(NewerLibraryError, match="newer version of Deskbrief") as caught:
        Library.open(folder)
    assert "Update Deskbrief" in caught.value.next_step
    assert _digests(folder) == before
    db.close()


def test_another_writer_is_waited_for_and_then_told_of(folder: Path, library: Library):
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        library._db.connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(LibraryError, match="in use by another program") as caught:
            library.add_note(note_on(sample()))
        assert caught.value.next_step
        with pytest.raises(LibraryError, match="in use by another program"):
            Library.open(folder, busy_ms=50)
        assert library.notes() == ()
        other.execute("ROLLBACK")
    library.add_note(note_on(sample()))
    assert len(library.notes()) == 1


def test_a_shared_folder_gets_the_slower_mode_and_says_so(tmp_path: Path):
    folder = tmp_path / "OneDrive - Ministry" / "Deskbrief"
    with Library.open(folder) as library:
        assert pragma(library, "journal_mode") == "delete"
        assert any("synchronised folder" in remark for remark in library.remarks)
        library.set_place("f" * 64, 1)
        assert pragma(library, "synchronous") == 2
        library.add_note(note_on(sample()))
    with Library.open(folder) as library:
        assert len(library.notes()) == 1


def test_a_library_that_moves_into_a_shared_folder_changes_its_mode(folder: Path, library: Library):
    library.add_note(note_on(sample()))
    library.close()
    shared = folder.rename(folder.with_name("Dropbox"))
    with Library.open(shared) as moved:
        assert pragma(moved, "journal_mode") == "delete"
        assert len(moved.notes()) == 1


def _vfs_without_shared_memory() -> str:
    return "unix-dotfile" if sys.platform != "win32" else "win32-none"


def test_a_place_without_shared_memory_gets_the_slower_mode(folder: Path):
    folder.mkdir()
    opened = open_file(folder / "library.db", busy_ms=100, vfs=_vfs_without_shared_memory())
    assert not opened.wal
    assert any("slower" in remark for remark in opened.remarks)
    opened.connection.close()


def test_an_existing_library_still_opens_without_shared_memory(folder: Path, library: Library):
    library.add_note(note_on(sample()))
    library.close()
    opened = open_file(folder / "library.db", busy_ms=100, vfs=_vfs_without_shared_memory())
    assert opened.connection.execute("SELECT count(*) FROM note").fetchone() == (1,)
    assert opened.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert (opened.wal, opened.reason) == (False, "")
    assert any("slower" in remark for remark in opened.remarks)
    opened.connection.close()


def test_the_library_belongs_to_one_thread(library: Library):
    caught: list[BaseException] = []

    def use() -> None:
        try:
            library.notes()
        except BugError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_closed_library_is_not_used(library: Library):
    library.close()
    library.close()
    with pytest.raises(BugError):
        library.notes()


def test_the_lock_for_the_mode_is_waited_for(folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch):
    """Leaving WAL needs the file for itself: a reader that goes away in time is waited for."""
    reader = sqlite3.connect(folder / "library.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM note").fetchall()
    library.close()
    monkeypatch.setattr(opening, "is_shared", lambda _: True)
    with pytest.raises(LibraryError, match="in use by another program"):
        Library.open(folder, busy_ms=30)
    reader.close()
    with Library.open(folder, busy_ms=30) as again:
        assert pragma(again, "journal_mode") == "delete"


def _digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file that holds content; the index in shared memory holds none."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if not path.name.endswith("-shm") and path.stat().st_size
    }
