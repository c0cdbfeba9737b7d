from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.anchors import UNSURE, AnchorState
from deskbrief.document.codec import unseal
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.document.spans import Span
from deskbrief.library import journal, secondcopy
from deskbrief.library.library import Library
from deskbrief.library.mirror import mirror
from deskbrief.library.notes import NoteRow
from deskbrief.services.notetaking import Notetaking
from helpers.library_samples import Clock, note_on, sample


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "journal.ndjson"


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def lose(folder: Path) -> None:
    for name in ("library.db", "library.db-wal", "library.db-shm"):
        (folder / name).unlink(missing_ok=True)


def test_each_change_is_one_readable_line(path: Path, library: Library, document: Document):
    note = note_on(document, body="Käse 🌾")
    library.add_note(note)
    changed = replace(note, body="Brot", modified="2026-03-06T00:00:00.000Z")
    library.update_note(changed)
    library.delete_note(note.id)
    library.undo(document.sha256)
    written = lines(path)
    assert [line["act"] for line in written] == ["Add note", "Edit note", "Delete note", "Undo: Delete note"]
    assert [line["n"] for line in written] == [1, 2, 3, 4]
    assert [bool(line["deleted"]) for line in written] == [False, False, True, False]
    assert [unseal("note", Note, line) for line in written] == [note, changed, changed, changed]
    assert "Käse 🌾" in path.read_text(encoding="utf-8")


def test_the_journal_alone_brings_every_note_back(folder: Path, library: Library, document: Document):
    kept = note_on(document, 0, 9, "Kept, with half an emoji \ud83c")
    deleted = note_on(document, 14, 20, "Deleted")
    for note in (kept, deleted):
        library.add_note(note)
    library.delete_note(deleted.id)
    library.close()
    lose(folder)
    with Library.open(folder) as again:
        assert again.remarks == ("The library held no notes, so 1 came back from journal.ndjson.",)
        assert again.notes() == (kept,)
        assert again.check() == ()
        again.add_note(replace(deleted, body="Once more"))
        assert len(again.notes()) == 2
    with Library.open(folder) as once_more:
        assert once_more.remarks == ()
    numbers = [line["n"] for line in lines(folder / "journal.ndjson")]
    assert numbers == sorted(set(numbers))


def test_a_line_cut_off_by_a_crash_spoils_nothing(
    folder: Path, path: Path, library: Library, document: Document
):
    first, second = note_on(document, body="first"), note_on(document, 14, 20, body="second")
    library.add_note(first)
    library.close()
    with path.open("ab") as file:
        file.write(b'{"schema": "deskbrief.note/1", "n": 2, "va')
    with Library.open(folder) as again:
        again.add_note(second)
    lose(folder)
    with Library.open(folder) as last:
        assert last.notes() == (first, second)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not json",
        b"[1, 2]",
        b'{"schema": "deskbrief.note/1"}',
        b'{"schema": "deskbrief.note/9", "n": 1, "deleted": "", "sha256": "", "at": "", "value": 3}',
        b'{"schema": "deskbrief.note/1", "n": 1, "deleted": "", "sha256": "", "at": "", "value": 3}',
        b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
)
def test_lines_that_are_no_notes_are_passed_over(
    folder: Path, path: Path, library: Library, document: Document, line: bytes
):
    note = note_on(document)
    library.add_note(note)
    library.close()
    path.write_bytes(line + b"\n" + path.read_bytes() + line + b"\n")
    lose(folder)
    with Library.open(folder) as again:
        assert again.notes() == (note,)


def test_a_changed_line_is_not_believed(folder: Path, path: Path, library: Library, document: Document):
    library.add_note(note_on(document, body="I agree"))
    library.close()
    path.write_bytes(path.read_bytes().replace(b"I agree", b"I argue"))
    lose(folder)
    with Library.open(folder) as again:
        assert again.notes() == ()


@pytest.mark.parametrize("fields", [{"body": 3}, {"tags": "ab", "body": None}, {"created": ["now"]}])
def test_a_forged_line_of_other_types_is_passed_over(folder: Path, path: Path, fields: dict[str, object]):
    forged = replace(note_on(sample()), **fields)
    folder.mkdir()
    journal.append(path, [journal.Entry(NoteRow(forged, 1), "", "")])
    with Library.open(folder) as library:
        assert library.notes() == ()
        assert library.remarks == ()


def test_lines_that_were_never_written_are_added_at_the_next_start(
    folder: Path, path: Path, library: Library, document: Document
):
    for number in range(5):
        library.add_note(note_on(document, body=str(number)))
    library.close()
    whole = path.read_bytes()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    with Library.open(folder):
        pass
    assert [line["n"] for line in lines(path)] == [1, 2, 3, 4, 5]
    path.unlink()
    with Library.open(folder):
        pass
    assert [line["n"] for line in lines(path)] == [1, 2, 3, 4, 5]


def test_a_journal_that_cannot_be_written_loses_nothing_and_is_told(
    path: Path, library: Library, document: Document
):
    first, second, third = (note_on(document, start, start + 5) for start in (0, 14, 20))
    library.add_note(first)
    kept = path.rename(path.with_name("kept"))
    path.mkdir()
    library.add_note(second)
    assert library.notes() == (first, second)
    assert any("second copy" in remark for remark in library.remarks)
    assert any("second copy" in sentence for sentence in library.check())
    path.rmdir()
    kept.rename(path)
    library.add_note(third)
    assert library.remarks == ()
    assert [line["n"] for line in lines(path)] == [1, 2, 3]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_journal_is_told(path: Path, library: Library, document: Document):
    path.symlink_to("/dev/full")
    library.add_note(note_on(document))
    assert len(library.notes()) == 1
    assert any("Make room on the disk" in remark for remark in library.remarks)


def test_a_journal_that_cannot_be_read_does_not_stop_the_library(
    folder: Path, path: Path, library: Library, document: Document
):
    note = note_on(document)
    library.add_note(note)
    library.close()
    path.unlink()
    path.mkdir()
    with Library.open(folder) as again:
        assert again.notes() == (note,)
        assert any("second copy" in remark for remark in again.remarks)


def test_a_long_journal_is_begun_afresh(
    folder: Path,
    path: Path,
    library: Library,
    document: Document,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
):
    note, deleted = note_on(document), note_on(document, 14, 20, "Deleted")
    library.add_note(deleted)
    library.delete_note(deleted.id)
    library.add_note(note)
    for number in range(20):
        clock.move(3)
        library.update_note(replace(note, body=f"words {number}"))
    library.close()
    old = path.read_bytes()
    monkeypatch.setattr(secondcopy, "LONG", 2000)
    with Library.open(folder, now=clock) as again:
        kept = again.notes()
        assert again.check() == ()
    assert [line["n"] for line in lines(path)] == [2, 23]
    assert [put_away.read_bytes() for put_away in (folder / "backups").iterdir()] == [old]
    lose(folder)
    with Library.open(folder, now=clock) as last:
        assert last.notes() == kept


def test_old_journals_do_not_pile_up(
    folder: Path, library: Library, document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    library.close()
    monkeypatch.setattr(secondcopy, "LONG", 2000)
    note = note_on(document)
    for session in range(secondcopy.MOST_OLD + 3):
        clock.move(60)
        with Library.open(folder, now=clock) as again:
            if session == 0:
                again.add_note(note)
            for number in range(12):
                again.update_note(replace(note, body=f"{session} {number}"))
    names = sorted(path.name for path in (folder / "backups").iterdir())
    assert len(names) == secondcopy.MOST_OLD
    assert names[-1] == "journal-20260305-100800.ndjson"


def test_the_end_of_a_journal_is_found_behind_a_very_long_line(
    path: Path, library: Library, document: Document
):
    library.add_note(note_on(document))
    library.add_note(note_on(document, body="x" * (journal.TAIL * 3)))
    assert 2 in journal.last_numbers(path)


def test_notes_that_only_the_journal_knows_are_told(folder: Path, path: Path, library: Library):
    with Library.open(folder.with_name("elsewhere")) as other:
        other.add_note(note_on(sample("Elsewhere")))
        other.add_note(note_on(sample("Elsewhere"), 1, 2))
    library.add_note(note_on(sample("Here it is")))
    with path.open("ab") as file:
        file.write((folder.with_name("elsewhere") / "journal.ndjson").read_bytes())
    assert library.check() == ("2 notes stand in journal.ndjson and not in the library.",)


def test_numbers_go_on_after_an_old_copy_of_the_library_was_put_back(
    folder: Path, path: Path, library: Library, document: Document
):
    library.add_note(note_on(document))
    copy = library.backup()
    library.add_note(note_on(document, 14, 20))
    library.close()
    lose(folder)
    copy.rename(folder / "library.db")
    with Library.open(folder) as again:
        again.add_note(note_on(document, 20, 25))
    assert [line["n"] for line in lines(path)] == [1, 2, 3]


def test_what_is_said_of_a_lost_passage_survives_the_loss_of_the_library(
    folder: Path, library: Library, document: Document
):
    """Where a note stands by the reader's word, and that it stands nowhere, is in journal and mirror too."""
    nowhere, put = note_on(document, 0, 9, "not here"), note_on(document, 14, 20, "put")
    taking = Notetaking(library)
    for note in (nowhere, put):
        library.add_note(replace(note, anchor=replace(note.anchor, exact="older words", block_path=UNSURE)))
    taking.deny(nowhere.id)
    taking.put(document, put.id, Span(22, 30))
    kept = {note.id: note for note in library.notes()}
    mirror(library._db, folder / "notes")
    library.close()
    lose(folder)
    with Library.open(folder) as again:
        assert {note.id: note for note in again.notes()} == kept
        states = {one.note.id: one for one in Notetaking(again).placed(document)}
        assert states[nowhere.id].placement.state is AnchorState.LOST
        assert states[put.id].span == Span(22, 30)
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (folder / "notes").rglob("*.md")}
    assert "> older words" in texts[nowhere.id]
    assert document.text[22:30].splitlines()[0] in texts[put.id]
