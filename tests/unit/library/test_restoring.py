"""Going back to a copy, with what differs told first, and getting back what was thrown away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.errors import CancelledError
from deskbrief.document.model import Document
from deskbrief.library.comparison import faults_of
from deskbrief.library.copies import Holding, Reason, every, holding
from deskbrief.library.labels import Label, LabelKind
from deskbrief.library.library import Library
from helpers.library_samples import Clock, decision_on, note_on, sample
from helpers.library_versions import build_version_1


def test_what_differs_is_told_before_and_nothing_is_changed(library: Library, document: Document):
    kept, changed, deleted = (note_on(document, n, n + 4, f"note {n}") for n in range(3))
    for note in (kept, changed, deleted):
        library.add_note(note)
    copy = library.backup()
    library.delete_note(deleted.id)
    library.update_note(replace(changed, body="other words"))
    new = note_on(document, 9, 12, "since")
    library.add_note(new)
    library.decide(decision_on(document))
    before = library.notes()
    found = library.compare(copy)
    assert found.back == (deleted,)
    assert [(now.body, then.body) for now, then in found.changed] == [("other words", "note 1")]
    assert found.gone == (new,)
    assert library.notes() == before
    assert library.compare(copy, keep_new=True).gone == ()


def test_restoring_makes_it_so_and_can_be_undone(folder: Path, library: Library, document: Document):
    first, second = note_on(document, body="one"), note_on(document, 3, 8, "two")
    library.add_note(first)
    library.add_note(second)
    copy = library.backup()
    library.delete_note(first.id)
    library.update_note(replace(second, body="spoilt"))
    library.restore(copy)
    assert {note.body for note in library.notes()} == {"one", "two"}
    assert library.compare(copy).is_empty
    assert library.check() == ()
    assert list((folder / "backups").glob("library-before-restoring-*.db"))
    assert library.undo_label(document.sha256) == "Restore from a backup"
    library.undo(document.sha256)
    assert [note.body for note in library.notes()] == ["spoilt"]


def test_restoring_keeps_notes_made_since_when_asked(library: Library, document: Document):
    copy = library.backup()
    library.add_note(note_on(document, body="since"))
    library.restore(copy, keep_new=True)
    assert [note.body for note in library.notes()] == ["since"]
    library.restore(copy)
    assert library.notes() == ()
    assert [note.body for _, note in library.trash()] == ["since"]


def test_texts_and_decisions_that_only_the_copy_has_come_back(folder: Path, library: Library):
    other = sample("Another text.\n\nOf two blocks.")
    library.put_document(other)
    decision = decision_on(other)
    library.decide(decision)
    copy = library.backup()
    library.undecide(other.sha256, decision.key)
    with library._db.write():
        library._db.run("DELETE FROM document WHERE sha256 = ?", (other.sha256,))
    assert library.document(other.sha256) is None
    found = library.restore(copy).found
    assert ([one.text_comes for one in found.documents], found.decisions) == ([True], 1)
    assert library.document(other.sha256) == other
    assert library.decisions(other.sha256) == (decision,)


def test_only_what_is_chosen_is_restored(library: Library, document: Document):
    first, second = note_on(document, body="one"), note_on(document, 3, 8, "two")
    library.put_notes([first, second], "Add")
    library.decide(decision_on(document))
    copy = library.backup()
    library.delete_note(first.id)
    library.delete_note(second.id)
    library.undecide(document.sha256, decision_on(document).key)
    found = library.compare(copy)
    assert found.keys == {first.id, second.id, document.sha256}
    done = library.restore(copy, only={second.id})
    assert done.keys == {second.id}
    assert library.notes() == (second,)
    assert library.decisions(document.sha256) == ()
    assert library.compare(copy).keys == {first.id, document.sha256}


def test_a_restoration_is_taken_back_from_the_copy_made_before_it(library: Library, document: Document):
    kept, spoilt = note_on(document, body="one"), note_on(document, 3, 8, "two")
    library.put_notes([kept, spoilt], "Add")
    library.put_labels([Label(LabelKind.TAG, "grain", frozenset({document.sha256}))])
    copy = library.backup()
    library.delete_note(kept.id)
    library.update_note(replace(spoilt, body="other"))
    since = note_on(document, 9, 12, "since")
    library.add_note(since)
    library.decide(decision_on(document))
    library.set_published(document.sha256, "2025")
    library.put_labels([Label(LabelKind.TAG, "bread", frozenset({document.sha256}))])
    later = sample("Opened later.\n\nYes.", title="Later")
    library.put_document(later)
    before = whole(library)
    done = library.restore(copy)
    assert library.compare(copy).is_empty
    assert [entry.sha256 for entry in library.recent()] == [document.sha256]
    assert library.published(document.sha256) == ""
    again = note_on(document, 10, 13, "written after it")
    library.add_note(again)
    library.restore(done.before, only=done.keys)
    assert library.note(again.id) == again
    library.delete_note(again.id)
    assert whole(library) == before
    assert library.check() == ()


def whole(library: Library) -> tuple[object, ...]:
    """Return all that a reader made."""
    documents = [entry.sha256 for entry in library.recent()]
    return (
        library.notes(),
        documents,
        [(library.decisions(one), library.published(one)) for one in documents],
        [label for label in library.labels() if label.documents],
    )


def test_what_is_new_stays_when_asked(library: Library, document: Document):
    library.put_labels([Label(LabelKind.TAG, "grain", frozenset({document.sha256}))])
    copy = library.backup()
    library.put_labels([Label(LabelKind.TAG, "bread", frozenset({document.sha256}))])
    library.decide(decision_on(document))
    later = sample("Opened later.\n\nYes.", title="Later")
    library.put_document(later)
    library.set_published(document.sha256, "2025")
    assert library.compare(copy, keep_new=True).is_empty
    assert library.compare(copy).keys == {document.sha256, later.sha256}
    library.remove_document(document.sha256, with_notes=False)
    library.restore(copy, keep_new=True)
    assert {entry.sha256 for entry in library.recent()} == {document.sha256, later.sha256}


def test_a_copy_of_an_older_format_is_restored(tmp_path: Path):
    build_version_1(tmp_path / "old")
    with Library.open(tmp_path / "old") as library:
        (copy,) = (tmp_path / "old" / "backups").glob("library-format-1-*.db")
        assert library.compare(copy).is_empty
        data = copy.read_bytes()
        (note,) = library.notes()
        library.delete_note(note.id)
        assert faults_of(copy) == ()
        library.restore(copy)
        assert library.notes() == (note,)
        assert copy.read_bytes() == data


def test_a_restoration_that_is_stopped_changes_nothing(folder: Path, library: Library, document: Document):
    note = note_on(document)
    library.add_note(note)
    copy = library.backup()
    library.delete_note(note.id)
    for after in (0.1, 0.6, 1.0):

        def stop(share: float, after: float = after) -> None:
            if share >= after:
                raise CancelledError("stopped")

        with pytest.raises(CancelledError):
            library.restore(copy, told=stop)
        assert library.notes() == ()
        assert not list((folder / "backups").glob("library-before-restoring-*"))
    assert library.restore(copy).keys == {note.id}


def test_a_text_that_comes_back_brings_its_file_and_its_pictures(library: Library, document: Document):
    other = sample("Another text.\n\nOf two blocks.")
    library.put_document(other, path="/home/me/other.txt", size=5, mtime_ns=7)
    library.put_picture(other.sha256, "a.png", b"picture")
    library.set_place(other.sha256, 9)
    copy = library.backup()
    with library._db.write():
        for table in ("document", "reading", "file", "picture"):
            column = "sha256" if table == "document" else "document"
            library._db.run(f"DELETE FROM {table} WHERE {column} = ?", (other.sha256,))
    library.restore(copy)
    assert library.known_file("/home/me/other.txt", 5, 7) == other.sha256
    assert library.picture(other.sha256, "a.png") == b"picture"
    assert library.place(other.sha256) == 9
    assert other.sha256 in {entry.sha256 for entry in library.recent()}


def test_a_damaged_note_is_left_to_the_repair(folder: Path, library: Library, document: Document):
    note, other = note_on(document, body="precious"), note_on(document, 3, 8, "two")
    library.put_notes([note, other], "Add")
    copy = library.backup()
    library.delete_note(other.id)
    with library._db.write():
        library._db.run("UPDATE note SET body = 'spoilt' WHERE id = ?", (note.id,))
    assert library.restore(copy).keys == {other.id}


def test_copies_tell_when_and_why_they_were_made_and_what_they_hold(
    folder: Path, library: Library, document: Document, clock: Clock
):
    library.add_note(note_on(document))
    library.backup()
    library.add_note(note_on(document, 3, 8))
    clock.move(60)
    library.restore(library.backup(), only=())
    (folder / "backups" / "library-20260305-090000.db").write_bytes(b"none")
    (folder / "backups" / "library-99999999-090000.db").write_bytes(b"none")
    found = sorted(every(folder / "backups"), key=lambda one: one.made)
    assert [one.reason for one in found] == [Reason.ROUTINE, Reason.BY_HAND, Reason.BY_HAND]
    assert [holding(one.path) for one in found] == [None, Holding(1, 1), Holding(1, 2)]
    assert found[-1].made == clock()
    assert found[-1].size == found[-1].path.stat().st_size


def test_a_note_comes_back_from_the_trash(library: Library, document: Document):
    note = note_on(document, body="thrown away")
    library.add_note(note)
    library.delete_note(note.id)
    ((when, found),) = library.trash()
    assert when
    assert found == note
    library.bring_back(note.id)
    assert library.notes() == (note,)
    assert library.trash() == ()
    assert library.bring_back(note.id) is None


def test_a_document_that_is_removed_keeps_its_notes(library: Library, document: Document):
    note = note_on(document)
    library.add_note(note)
    assert library.remove_document(document.sha256, with_notes=False) == (note,)
    assert library.recent() == ()
    assert library.notes(document.sha256) == (note,)
    library.bring_back_document(document.sha256)
    assert [entry.sha256 for entry in library.recent()] == [document.sha256]


def test_notes_that_go_with_their_document_come_back_with_it(library: Library, document: Document):
    note = note_on(document)
    library.add_note(note)
    own = library.remove_document(document.sha256, with_notes=True)
    assert library.notes() == ()
    assert [found for _, found in library.trash()] == [note]
    library.bring_back_document(document.sha256, own)
    assert library.notes() == (note,)
    assert len(library.recent()) == 1


def test_a_removed_document_that_is_opened_again_is_in_the_list(library: Library, document: Document):
    library.remove_document(document.sha256, with_notes=False)
    library.put_document(document)
    assert len(library.recent()) == 1
