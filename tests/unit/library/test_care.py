"""Copies that rotate, the mirror of the notes, and what is found on the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.library import rotation
from deskbrief.library.care import take_care
from deskbrief.library.library import Library
from helpers.library_samples import note_on

START = datetime(2026, 3, 5, 10, tzinfo=UTC)


def care(folder: Path, hours: float = 0, *, look: bool = False):
    return take_care(folder, look=look, now=lambda: START + timedelta(hours=hours))


def mirrored(folder: Path) -> list[Path]:
    return sorted((folder / "notes").glob("*/*.md"))


def test_a_copy_is_made_when_it_is_an_hour_later_and_something_changed(
    folder: Path, library: Library, document: Document
):
    library.add_note(note_on(document))
    assert care(folder).copy is not None
    assert care(folder, 2).copy is None, "nothing changed"
    library.add_note(note_on(document, 1, 4))
    assert care(folder, 0.5).copy is None, "it is too soon"
    assert care(folder, 2).copy is not None
    library.add_note(note_on(document, 2, 5))
    assert care(folder, -5000).copy is not None, "the clock was set back"


def test_a_clock_set_back_neither_stops_copies_nor_drops_them(
    folder: Path, library: Library, document: Document
):
    backups = folder / "backups"
    backups.mkdir()
    for number in range(100):
        ahead = START + timedelta(days=1000 + number)
        (backups / f"library-{ahead:%Y%m%d-%H%M%S}.db").write_bytes(b"x")
    library.add_note(note_on(document))
    first = care(folder).copy
    assert first is not None
    assert first.exists()
    assert care(folder, 0.1).copy is None, "it is too soon"
    library.add_note(note_on(document, 1, 4))
    second = care(folder, 2).copy
    assert second is not None
    assert first.exists()
    assert second.exists()


def test_a_damaged_library_is_told_and_not_copied(folder: Path, library: Library, document: Document):
    library.add_note(note_on(document))
    library.close()
    path = folder / "library.db"
    data = bytearray(path.read_bytes())
    data[8192:12288] = bytes(4096)
    path.write_bytes(data)
    found = care(folder, look=True)
    assert found.faults
    assert found.copy is None


def test_copies_of_the_last_day_and_one_of_each_day_before_stay(tmp_path: Path):
    times = [START - timedelta(hours=number) for number in range(24 * 60)]
    for moment in times:
        (tmp_path / f"library-{moment:%Y%m%d-%H%M%S}.db").write_bytes(b"x")
    (tmp_path / f"library-format-2-{times[-1]:%Y%m%d-%H%M%S}.db").write_bytes(b"x")
    (tmp_path / "library-of-mine.db").write_bytes(b"x")
    (tmp_path / "journal-20200101-000000.ndjson").write_bytes(b"x")
    rotation.prune(tmp_path, START)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) == rotation.RECENT + rotation.DAYS + 3
    assert f"library-{START:%Y%m%d-%H%M%S}.db" in left
    assert {"library-of-mine.db", "journal-20200101-000000.ndjson"} < set(left)


def test_copies_never_fill_the_disk(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(rotation, "MOST_BYTES", 5_000)
    for number in range(20):
        moment = START - timedelta(hours=number)
        (tmp_path / f"library-{moment:%Y%m%d-%H%M%S}.db").write_bytes(bytes(1_000))
    rotation.prune(tmp_path, START)
    assert len(list(tmp_path.iterdir())) == 5
    monkeypatch.setattr(rotation, "MOST_BYTES", 10)
    rotation.prune(tmp_path, START)
    assert len(list(tmp_path.iterdir())) == rotation.FEWEST


def test_each_note_has_a_file_that_anything_can_read(folder: Path, library: Library, document: Document):
    note = note_on(document, body="My *own* words")
    library.add_note(note)
    library.put_document(document, path="/home/me/grain: 1.txt", size=1, mtime_ns=1)
    assert care(folder).mirrored == 1
    (file,) = mirrored(folder)
    text = file.read_text(encoding="utf-8")
    assert file.stem == note.id
    assert file.parent.name == f"Grain quotas ({document.sha256[:8]})"
    assert f"> {note.anchor.exact}" in text
    assert "My *own* words" in text
    assert f'sha256: "{document.sha256}"' in text
    assert (folder / "notes" / "About these files.md").exists()


def test_only_changed_notes_are_written_and_deleted_ones_go(
    folder: Path, library: Library, document: Document
):
    first, second = note_on(document, body="one"), note_on(document, 3, 8, "two")
    library.add_note(first)
    library.add_note(second)
    care(folder)
    stamps = {path: path.stat().st_mtime_ns for path in mirrored(folder)}
    assert care(folder).mirrored == 0
    library.delete_note(first.id)
    assert care(folder).mirrored == 1
    (left,) = mirrored(folder)
    assert left.stem == second.id
    assert left.stat().st_mtime_ns == stamps[left]
    library.undo(document.sha256)
    care(folder)
    assert len(mirrored(folder)) == 2
    assert not list((folder / "notes").rglob("*.part"))


def test_a_mirror_that_cannot_be_written_is_told(folder: Path, library: Library, document: Document):
    library.add_note(note_on(document))
    (folder / "notes").write_text("in the way")
    found = care(folder)
    assert found.trouble
    assert found.copy is not None
