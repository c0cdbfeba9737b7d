from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.changes import Change, Subject
from deskbrief.document.errors import BugError, LibraryError
from deskbrief.document.model import Document
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.library.library import Library
from helpers.library_samples import Clock, note_on, sample


@pytest.mark.parametrize(
    "body", ["", "Plain", "NUL \x00 inside", "🌾 naïve", "half \ud83c an emoji", "x" * 100_000]
)
def test_a_note_comes_back_as_it_was(folder: Path, library: Library, document: Document, body: str):
    note = note_on(document, 0, len(document.text), body, role=Role.PINK, style=MarkStyle.UNDERLINE)
    note = replace(note, tags=("to check", "half \udc00", "ü,\"'"))
    change = library.add_note(note)
    assert change == Change(Subject.NOTES, document.sha256, (note.id,), "Add note")
    library.close()
    with Library.open(folder) as again:
        assert again.note(note.id) == note
        assert again.notes(document.sha256) == (note,)
        assert again.check() == ()


def test_missing_times_are_set_to_now(library: Library, document: Document, clock: Clock):
    note = note_on(document, created="", modified="")
    library.add_note(note)
    now = "2026-03-05T10:00:00.000Z"
    assert library.note(note.id) == replace(note, created=now, modified=now)
    clock.move(1.5)
    library.update_note(replace(note, body="Later"))
    assert library.note(note.id) == replace(
        note, body="Later", created=now, modified="2026-03-05T10:00:01.500Z"
    )


def test_notes_come_in_text_order(library: Library, document: Document):
    spans = [(40, 45), (0, 9), (0, 5), (14, 20)]
    for start, end in spans:
        library.add_note(note_on(document, start, end))
    assert [(note.anchor.start, note.anchor.end) for note in library.notes(document.sha256)] == sorted(spans)


@pytest.mark.parametrize(("first", "most"), [(1, 4), (2, 2), (3, 100), (100, 100)])
def test_notes_come_in_slices_that_grow(library: Library, document: Document, first: int, most: int):
    """Of notes that begin at the same place none is lost between two slices."""
    for start in (7, 3, 3, 3, 3, 0, 9, 3, 5):
        library.add_note(note_on(document, start, start + 2))
    slices = list(library.notes_in_slices(document.sha256, first, most))
    sizes = [len(some) for some in slices]
    assert max(sizes) <= most
    assert sizes[:-1] == [min(first * 2**turn, most) for turn in range(len(sizes) - 1)]
    found = [note for some in slices for note in some]
    assert [note.anchor.start for note in found] == [0, 3, 3, 3, 3, 3, 5, 7, 9]
    assert {note.id for note in found} == {note.id for note in library.notes(document.sha256)}


def test_notes_of_all_documents(library: Library, document: Document):
    other = sample("Another text")
    notes = {note_on(document).id: document, note_on(other).id: other}
    for note_id, owner in notes.items():
        library.add_note(replace(note_on(owner), id=note_id))
    assert {note.id for note in library.notes()} == set(notes)
    assert [note.document for note in library.notes(other.sha256)] == [other.sha256]


def test_a_note_may_stand_on_a_document_that_is_not_kept(library: Library):
    note = note_on(sample("Never kept"))
    library.add_note(note)
    assert library.notes(note.document) == (note,)


def test_an_update_changes_one_note(library: Library, document: Document):
    kept, changed = note_on(document, body="Stays"), note_on(document, 14, 20)
    library.add_note(kept)
    library.add_note(changed)
    changed = replace(changed, body="New words", modified="2026-03-06T00:00:00.000Z")
    assert library.update_note(changed).label == "Edit note"
    assert library.notes(document.sha256) == (kept, changed)


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"body": "x"}, "Edit note"),
        ({"role": Role.BLUE}, "Recolour note"),
        ({"style": MarkStyle.UNDERLINE}, "Restyle note"),
        ({"tags": ("a",)}, "Tag note"),
        ({"anchor": note_on(sample(), 14, 20).anchor}, "Move note"),
    ],
)
def test_an_update_is_named_after_what_it_changes(
    library: Library, document: Document, fields: dict[str, object], label: str
):
    note = note_on(document)
    library.add_note(note)
    assert library.update_note(replace(note, **fields)).label == label
    assert library.undo_label(document.sha256) == label


def test_an_update_that_changes_nothing_is_no_step(library: Library, document: Document):
    note = note_on(document)
    library.add_note(note)
    assert library.update_note(replace(note, modified="2027-01-01T00:00:00.000Z")).label == ""
    assert library.note(note.id) == note
    assert library.undo_label(document.sha256) == "Add note"


def test_a_deleted_note_is_gone_but_kept_on_disk(folder: Path, library: Library, document: Document):
    note = note_on(document, body="Precious")
    library.add_note(note)
    assert library.delete_note(note.id).label == "Delete note"
    assert library.note(note.id) is None
    assert library.notes() == ()
    db = sqlite3.connect(folder / "library.db")
    assert db.execute("SELECT body, deleted FROM note").fetchall() == [
        ("Precious", "2026-03-05T10:00:00.000Z")
    ]
    db.close()


@pytest.mark.parametrize("act", ["update", "delete"])
@pytest.mark.parametrize("deleted", [True, False])
def test_a_note_that_is_gone_cannot_be_changed(library: Library, document: Document, act: str, deleted: bool):
    note = note_on(document)
    if deleted:
        library.add_note(note)
        library.delete_note(note.id)
    with pytest.raises(LibraryError, match="no longer in the library") as caught:
        library.update_note(note) if act == "update" else library.delete_note(note.id)
    assert caught.value.next_step
    assert library.notes() == ()


def test_an_id_is_used_once(library: Library, document: Document):
    note = note_on(document, body="First")
    library.add_note(note)
    with pytest.raises(BugError):
        library.add_note(replace(note, body="Second"))
    assert library.notes() == (note,)


def test_a_note_stays_with_its_document(library: Library, document: Document):
    note = note_on(document)
    library.add_note(note)
    with pytest.raises(BugError):
        library.update_note(replace(note, document="f" * 64))
    assert library.notes() == (note,)


def test_anybody_can_read_the_columns(folder: Path, library: Library, document: Document):
    library.add_note(replace(note_on(document, 14, 23, "Who?"), tags=("ask",)))
    db = sqlite3.connect(folder / "library.db")
    row = db.execute("SELECT quote, body, role, starts, ends, tags FROM note").fetchone()
    db.close()
    assert row == ("Ministers", "Who?", "yellow", 14, 23, json.dumps(["ask"]))
