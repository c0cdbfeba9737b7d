"""What is told to be on disk is there, although nobody waited for the disk."""

from __future__ import annotations

import errno
import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.library import journal, settling, standing
from deskbrief.library.library import Library
from helpers.library_samples import note_on


@dataclass
class Disk:
    """Stands for a disk: it has what was synced and nothing else. It can be slow, and it can refuse."""

    folder: Path
    has: Path
    open: threading.Event = field(default_factory=threading.Event)
    refuses: bool = False
    syncs: list[str] = field(default_factory=list)

    def sync(self, path: Path) -> None:
        assert self.open.wait(30)
        if self.refuses:
            raise OSError(errno.EIO, "Input/output error")
        self.syncs.append(threading.current_thread().name)
        self.has.mkdir(exist_ok=True)
        for name in (path.name, "library.db"):
            shutil.copy(path.with_name(name), self.has / name)

    def notes(self) -> list[str]:
        """Return the words of the notes that are left after the power was cut."""
        rest = self.has.with_name("rest")
        shutil.rmtree(rest, ignore_errors=True)
        shutil.copytree(self.has, rest)
        with Library.open(rest) as library:
            assert library.check() == ()
            return [note.body for note in library.notes()]


@pytest.fixture
def disk(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk(folder, tmp_path / "has")
    made.open.set()
    monkeypatch.setattr(settling, "sync", made.sync)
    return made


@dataclass
class Ear:
    """Hears what is told of the disk."""

    told: list[tuple[int, DeskbriefError | None]] = field(default_factory=list)

    def hear(self, number: int, error: DeskbriefError | None) -> None:
        self.told.append((number, error))


@pytest.fixture
def ear(library: Library, document: Document) -> Ear:
    made = Ear()
    library.settle_beside(made.hear)
    return made


def test_what_is_told_to_be_on_disk_survives_the_loss_of_power(
    disk: Disk, ear: Ear, library: Library, document: Document
):
    for words in ("one", "two", "three"):
        library.add_note(note_on(document, body=words))
    assert library.settle() is None
    assert library.is_settled
    assert ear.told[-1] == (library.written, None)
    assert sorted(disk.notes()) == ["one", "three", "two"]
    assert set(disk.syncs) == {"settling"}


def test_a_write_does_not_wait_for_a_slow_disk_and_is_not_told_before_it(
    disk: Disk, ear: Ear, library: Library, document: Document, folder: Path
):
    disk.open.clear()
    library.add_note(note_on(document, body="quick"))
    assert [note.body for note in library.notes()] == ["quick"]
    assert ear.told == []
    assert not library.is_settled
    # The second copy never knows of a note that the library could still lose.
    assert list(journal.read(folder / "journal.ndjson")) == []
    disk.open.set()
    assert library.settle() is None
    assert ear.told[-1] == (library.written, None)
    assert [entry.row.note.body for entry in journal.read(folder / "journal.ndjson")] == ["quick"]


def test_closing_waits_for_the_disk(disk: Disk, ear: Ear, library: Library, document: Document):
    disk.open.clear()
    library.add_note(note_on(document, body="last words"))
    opener = threading.Timer(0.2, disk.open.set)
    opener.start()
    library.close()
    assert ear.told[-1][1] is None
    assert disk.notes() == ["last words"]


def test_a_disk_that_refuses_is_told_of_until_it_has_everything(
    disk: Disk, ear: Ear, library: Library, document: Document, folder: Path
):
    disk.refuses = True
    library.add_note(note_on(document, body="in doubt"))
    error = library.settle()
    assert error is not None
    assert "disk reported an error" in error.what
    assert ear.told[-1][1] is error
    assert not library.is_settled
    # The second copy has it all the same, and what comes after is no surer.
    assert [entry.row.note.body for entry in journal.read(folder / "journal.ndjson")] == ["in doubt"]
    disk.refuses = False
    library.settle_again()
    assert library.settle() is None
    assert ear.told[-1] == (library.written, None)
    # It was written anew, into the file itself: the log may have lost it.
    (folder / "library.db-wal").unlink()
    shutil.copytree(folder, disk.has)
    assert disk.notes() == ["in doubt"]


def test_a_long_log_is_worked_into_the_file(
    disk: Disk, ear: Ear, library: Library, document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(standing, "LONG_LOG", 100_000)
    for number in range(12):
        library.add_note(note_on(document, body=f"{number} " * 10_000))
    library.settle()
    assert standing.log_of(folder / "library.db").stat().st_size <= 100_000
    assert len(library.notes()) == 12
    assert library.check() == ()


def test_a_library_that_saves_in_the_slower_way_waits_itself(
    folder: Path, document: Document, library: Library, monkeypatch: pytest.MonkeyPatch
):
    library.close()
    monkeypatch.setattr("deskbrief.library.opening.is_shared", lambda _folder: True)
    ear = Ear()
    with Library.open(folder) as shared:
        shared.settle_beside(ear.hear)
        shared.add_note(note_on(document, body="safe"))
        assert shared.is_settled
        assert shared.written == 0
    assert ear.told == []


def test_what_one_failure_kept_from_the_second_copy_is_added_later(
    disk: Disk, ear: Ear, library: Library, document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    disk.open.clear()
    tried = []

    def append(path, entries):
        tried.append(threading.current_thread().name)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(journal, "append", append)
        # The first stands before the disk, so both are given to the second copy together.
        for words in ("one", "two"):
            library.add_note(note_on(document, body=words))
        disk.open.set()
        assert library.settle() is None
        assert tried == ["settling"]
    library.add_note(note_on(document, body="three"))
    assert library.settle() is None
    kept = [entry.row.note.body for entry in journal.read(folder / "journal.ndjson")]
    assert sorted(kept) == ["one", "three", "two"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_waits_for_a_thread_that_is_gone(folder: Path, library: Library, document: Document):
    def hear(number, error):
        raise ZeroDivisionError

    library.settle_beside(hear)
    library.add_note(note_on(document, body="heard by nobody"))
    library.settle()
    assert [note.body for note in library.notes()] == ["heard by nobody"]
