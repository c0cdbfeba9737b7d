"""Libraries that may be read and not written; where root runs the tests, it gives up its rights for them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deskbrief.document.errors import LibraryError, NewerLibraryError
from deskbrief.document.model import Document
from deskbrief.library.catalogue import cards
from deskbrief.library.expression import asked
from deskbrief.library.library import Library
from deskbrief.library.search import Index
from helpers.library_samples import decision_on, note_on, sample
from helpers.privileges import make_read_only, make_writable, unprivileged

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of files are those of POSIX here")

NOTE = note_on(sample(), body="Readable")
DECISION = decision_on(sample())

WRITES: list[Callable[[Library], object]] = [
    lambda library: library.put_document(sample()),
    lambda library: library.touch(sample().sha256),
    lambda library: library.set_place(sample().sha256, 1),
    lambda library: library.set_published(sample().sha256, "2026"),
    lambda library: library.add_note(note_on(sample())),
    lambda library: library.update_note(NOTE),
    lambda library: library.delete_note(NOTE.id),
    lambda library: library.decide(DECISION),
    lambda library: library.undecide(sample().sha256, DECISION.key),
    lambda library: library.undo(sample().sha256),
    lambda library: library.redo(sample().sha256),
    lambda library: library.backup(),
]


@pytest.fixture
def place() -> Iterator[Path]:
    """A library with a note, in a folder that others can reach too, unlike pytest's own."""
    top = Path(tempfile.mkdtemp(prefix="deskbrief-readonly-"))
    top.chmod(0o755)
    folder = top / "library"
    with Library.open(folder) as library:
        library.put_document(sample(), path="/a", size=1, mtime_ns=1)
        library.add_note(NOTE)
        library.decide(DECISION)
    make_writable(folder)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(top)


def only_file(folder: Path) -> None:
    make_read_only(folder / "library.db")


def only_folder(folder: Path) -> None:
    make_read_only(folder)


def file_and_folder(folder: Path) -> None:
    make_read_only(folder / "library.db", folder / "journal.ndjson", folder)


@pytest.mark.parametrize("protect", [only_file, only_folder, file_and_folder])
def test_a_read_only_library_is_read(place: Path, protect: Callable[[Path], None]):
    before = (place / "library.db").read_bytes()
    protect(place)
    with unprivileged(), Library.open(place) as library:
        assert not library.writable
        assert "read-only" in library.reason
        document: Document | None = library.document(sample().sha256)
        assert document == sample()
        assert library.notes() == (NOTE,)
        assert library.decisions(sample().sha256) == (DECISION,)
        assert [entry.notes for entry in library.recent()] == [1]
        assert library.known_file("/a", 1, 1) == sample().sha256
        assert library.undo_label(sample().sha256) == ""
        assert library.check() == ()
    assert (place / "library.db").read_bytes() == before


@pytest.mark.parametrize("write", WRITES)
def test_a_read_only_library_refuses_every_write(place: Path, write: Callable[[Library], object]):
    file_and_folder(place)
    with unprivileged(), Library.open(place) as library:
        with pytest.raises(LibraryError) as caught:
            write(library)
        assert "read-only" in caught.value.what
        assert caught.value.next_step
        assert library.notes() == (NOTE,)


def test_it_can_be_written_again_once_it_may_be(place: Path):
    file_and_folder(place)
    with unprivileged(), Library.open(place) as library:
        assert not library.writable
    make_writable(place)
    with unprivileged(), Library.open(place) as library:
        assert library.writable
        library.add_note(note_on(sample()))
        assert len(library.notes()) == 2


@pytest.mark.parametrize("index", [True, False])
def test_changes_left_in_the_log_by_a_kill_are_shown(place: Path, tmp_path: Path, index: bool):
    """The log of a killed process, with or without its index, cannot be merged on a read-only medium."""
    late = note_on(sample(), 14, 20, "Late")
    with Library.open(place) as library:
        library.add_note(late)
        shutil.copytree(place, tmp_path / "killed")
    for name in ("library.db", "library.db-wal", *(["library.db-shm"] if index else [])):
        shutil.copy(tmp_path / "killed" / name, place / name)
    make_writable(place)
    make_read_only(*place.iterdir(), place)
    before = (place / "library.db").read_bytes()
    with unprivileged(), Library.open(place) as library:
        assert library.notes() == (NOTE, late)
        assert not library.writable
    assert (place / "library.db").read_bytes() == before


def test_half_a_change_is_never_shown(place: Path):
    """With a hot rollback journal the file may be in the midst of a change, and here nobody may undo it."""
    with sqlite3.connect(place / "library.db") as db:
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()
    (place / "library.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504) + bytes(4096))
    make_writable(place)
    file_and_folder(place)
    with unprivileged(), pytest.raises(LibraryError, match="read-only"):
        Library.open(place)


def test_an_older_library_that_cannot_be_brought_up_to_date(place: Path):
    _set_version(place, 0, owner=True)
    file_and_folder(place)
    with unprivileged(), pytest.raises(LibraryError, match="older version") as caught:
        Library.open(place)
    assert "Copy its folder" in caught.value.next_step


def test_a_newer_library_is_called_newer_also_when_it_is_read_only(place: Path):
    _set_version(place, 9999)
    file_and_folder(place)
    with unprivileged(), pytest.raises(NewerLibraryError):
        Library.open(place)


def test_a_library_that_may_not_be_read(place: Path):
    (place / "library.db").chmod(0)
    with unprivileged(), pytest.raises(LibraryError) as caught:
        Library.open(place)
    assert caught.value.next_step


def test_a_new_library_in_a_folder_that_may_not_be_written(place: Path):
    for path in place.iterdir():
        path.unlink()
    only_folder(place)
    with unprivileged(), pytest.raises(LibraryError, match="read-only"):
        Library.open(place)


def test_a_folder_that_may_not_be_made(place: Path):
    only_folder(place)
    with unprivileged(), pytest.raises(LibraryError, match="folder for the library cannot be made") as caught:
        Library.open(place / "deeper" / "still")
    assert "Allow writing" in caught.value.next_step


def _set_version(folder: Path, version: int, *, owner: bool = False) -> None:
    db = sqlite3.connect(folder / "library.db")
    db.execute(f"PRAGMA user_version = {version}")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    assert owner or version


@pytest.mark.parametrize("protect", [only_folder, file_and_folder])
@pytest.mark.parametrize("indexed", [False, True], ids=["no index", "an index"])
def test_a_read_only_library_is_listed_and_searched_all_the_same(
    place: Path, protect: Callable[[Path], None], indexed: bool
):
    if indexed:
        with Index(place) as index:
            assert list(index.update())
    protect(place)
    if indexed:
        make_read_only(place / "search.db")
    before = {path.name for path in place.iterdir()}
    with unprivileged(), Index(place, in_memory=True) as index:
        assert [card.notes for card in cards(index.library)] == [1]
        taken = list(index.update())
        assert bool(taken) is not indexed
        assert index.matching(asked("readable")) == {sample().sha256}
    assert {path.name for path in place.iterdir()} == before


def test_without_leave_to_search_in_memory_a_read_only_index_is_refused(place: Path):
    only_folder(place)
    with unprivileged(), pytest.raises(LibraryError):
        Index(place)
