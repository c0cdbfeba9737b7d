"""Writing fails at every stage: nothing that was acknowledged is lost, and the user is told in words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.store_torture import Promises, Tally, spawn, verify
from deskbrief.document.errors import LibraryError
from deskbrief.document.model import Document
from deskbrief.library.library import Library
from helpers.library_samples import note_on, sample

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits on files are those of POSIX here")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this process may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no right to mount a small disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("limit", [0, 1000, 20_000, 70_000, 150_000, 320_000, 400_000, 5_000_000])
def test_files_that_may_not_grow(tmp_path: Path, limit: int, beside: bool):
    """With a limit on the size of files, the first write beyond it fails, whichever file it is in."""
    child = spawn(tmp_path, seed=1, acts=80, beside=beside, preexec_fn=_limit(limit))
    said, _ = child.communicate()
    promises, tally = Promises(), Tally()
    acknowledged = promises.hear(said.splitlines())
    verify(tmp_path, promises, tally)
    assert (tally.lost, tally.invented, tally.unhealthy) == ([], [], [])
    if child.returncode:
        assert said.splitlines()[-1] in {
            "ERR The disk reported an error while the library was being used.",
            "ERR The disk is full, so the library could not be written.",
        }
    assert (child.returncode == 1) == (limit < 5_000_000)
    assert bool(acknowledged) == (limit >= 320_000)


def test_a_full_disk_loses_nothing_and_saving_resumes(small_disk: Path):
    document = sample()
    with Library.open(small_disk) as library:
        library.put_document(document)
        written: list[str] = []
        with pytest.raises(LibraryError, match="disk is full") as caught:
            _write_until_it_fails(library, document, written)
        assert "Make room" in caught.value.next_step
        assert sorted(note.id for note in library.notes()) == sorted(written)
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        last = note_on(document, body="There is room again")
        library.add_note(last)
        assert library.remarks == ()
    with Library.open(small_disk) as again:
        assert sorted(note.id for note in again.notes()) == sorted([*written, last.id])
        assert again.check() == ()


def test_a_full_disk_under_a_backup_leaves_no_half_copy(small_disk: Path):
    with Library.open(small_disk) as library:
        library.put_document(sample("word " * 100_000))
        with pytest.raises(LibraryError, match="disk is full"):
            library.backup()
        assert list((small_disk / "backups").iterdir()) == []
        assert library.check() == ()


def _write_until_it_fails(library: Library, document: Document, written: list[str]) -> None:
    while True:
        note = note_on(document, body="x" * 20_000)
        library.add_note(note)
        written.append(note.id)


def _limit(size: int) -> object:
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
