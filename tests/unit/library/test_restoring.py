"""Going back to a copy, with what differs told first, and getting back what was thrown away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.library.library import Library
from helpers.library_samples import decision_on, note_on, sample


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
    assert library.undo_label(document.sha256) == "Restore from a copy"
    library.undo(document.sha256)
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
    found = library.restore(copy)
    assert (found.documents, found.decisions) == (1, 1)
    assert library.document(other.sha256) == other
    assert library.decisions(other.sha256) == (decision,)


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
