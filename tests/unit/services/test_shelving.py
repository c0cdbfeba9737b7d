from __future__ import annotations

import pytest

from deskbrief.library.labels import LabelKind
from deskbrief.library.library import Library
from deskbrief.services.librarian import trash_of
from deskbrief.services.shelving import Shelving
from helpers.library_samples import note_on, sample

A, B = sample("One text", title="A"), sample("Another text", title="B")
TAG, COLLECTION = LabelKind.TAG, LabelKind.COLLECTION


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        for document in (A, B):
            opened.put_document(document)
        yield opened


@pytest.fixture
def shelving(library):
    return Shelving(library)


def names(library: Library) -> dict[str, int]:
    return {f"{label.kind}:{label.name}": len(label.documents) for label in library.labels()}


def test_labels_are_made_filled_and_emptied(library, shelving):
    shelving.label(COLLECTION, "To read", [A.sha256])
    shelving.label(COLLECTION, "To read", [B.sha256])
    shelving.label(TAG, "To read", [B.sha256])
    assert names(library) == {"collection:To read": 2, "tag:To read": 1}
    shelving.label(TAG, "To read", [B.sha256], on=False)
    assert names(library) == {"collection:To read": 2, "tag:To read": 0}


def test_each_act_is_taken_back(library, shelving):
    shelving.label(TAG, "a", [A.sha256])
    shelving.label(TAG, "b", [B.sha256])
    shelving.rename(library.labels()[0], "b")
    assert names(library) == {"tag:b": 2}
    shelving.remove(library.labels()[0])
    assert names(library) == {}
    states = []
    while shelving.undo():
        states.append(names(library))
    assert states == [{"tag:b": 2}, {"tag:a": 1, "tag:b": 1}, {"tag:a": 1}, {}]
    assert shelving.undo() == ""


def test_a_name_that_is_the_same_changes_nothing(library, shelving):
    shelving.label(TAG, "a", [A.sha256])
    shelving.rename(library.labels()[0], "a")
    shelving.rename(library.labels()[0], "")
    assert names(library) == {"tag:a": 1}


@pytest.mark.parametrize("with_notes", [True, False])
def test_removed_documents_come_back_with_what_went_with_them(library, shelving, with_notes):
    library.add_note(note_on(A))
    assert shelving.remove_documents([A.sha256, B.sha256], with_notes=with_notes) == int(with_notes)
    assert library.recent() == ()
    assert len(library.notes()) == int(not with_notes)
    shelving.undo()
    assert len(library.recent()) == 2
    assert len(library.notes()) == 1


def test_labels_outlive_the_program(library, shelving, tmp_path):
    shelving.label(TAG, "ä\ud83c", [A.sha256])
    with Library.open(tmp_path) as again:
        assert [label.name for label in again.labels()] == ["ä\ud83c"]


def test_deleted_notes_and_removed_documents_are_found_later_and_brought_back(library, shelving, tmp_path):
    note = note_on(A, body="my words")
    library.add_note(note)
    shelving.remove_documents([A.sha256], with_notes=True)
    library.add_note(note_on(B))
    with Library.open(tmp_path) as later:
        again, found = Shelving(later), trash_of(later)
        assert [card.sha256 for card in found.documents] == [A.sha256]
        assert [(one.note.id, one.title) for one in found.notes] == [(note.id, "A")]
        assert again.bring_back([A.sha256], [one.note for one in found.notes]) == 2
        assert trash_of(later).documents == trash_of(later).notes == ()
        assert later.note(note.id).body == "my words"
        assert len(later.recent()) == 2
        assert again.undo() == "Bring 2 back"
        assert [one.note.id for one in trash_of(later).notes] == [note.id]
        assert [card.sha256 for card in later.cards()] == [B.sha256]


def test_a_note_out_of_the_trash_can_be_undone_in_its_document(library, shelving):
    note = note_on(A)
    library.add_note(note)
    library.delete_note(note.id)
    shelving.bring_back([], [one.note for one in trash_of(library).notes])
    assert library.undo_label(A.sha256) == "Bring 1 note back"
    library.undo(A.sha256)
    assert len(trash_of(library).notes) == 1


def test_a_removal_that_is_taken_back_leaves_the_steps_of_undo_as_they_were(library, shelving):
    first = note_on(A, body="the first one")
    for note in (first, note_on(A, 1, 3, body="the second one")):
        library.add_note(note)
    before = library.undo_label(A.sha256)
    assert shelving.remove_documents([A.sha256], with_notes=True) == 2
    assert library.undo_label(A.sha256) == "Delete 2 notes"
    shelving.undo()
    assert len(library.notes(A.sha256)) == 2
    assert library.undo_label(A.sha256) == before
    shelving.remove_documents([A.sha256], with_notes=True)
    # Something was done since: then it is one more step.
    library.bring_back(first.id)
    shelving.undo()
    assert len(library.notes(A.sha256)) == 2
    assert library.undo_label(A.sha256) == "Bring 2 notes back"
