"""What is damaged is found, told, not shown, and left where it is."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.errors import LibraryError
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.library import salvage
from deskbrief.library.library import Library
from helpers.library_samples import decision_on, note_on

COLUMNS = [
    "document", "starts", "ends", "quote", "prefix", "suffix", "block_path", "role", "style", "body", "tags",
    "created", "modified", "deleted", "revision", "sha256",
]  # fmt: skip


@pytest.fixture
def change(folder: Path) -> Callable[[str], None]:
    """A way to change the file behind the library's back."""

    def run(sql: str) -> None:
        with closing(sqlite3.connect(folder / "library.db")) as db:
            db.execute(sql)
            db.commit()

    return run


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_in_any_column_of_a_note_is_found(
    library: Library, document: Document, change: Callable[[str], None], column: str
):
    whole, damaged = note_on(document, body="whole"), note_on(document, 14, 20, "damaged")
    library.add_note(whole)
    library.add_note(damaged)
    broken = f"{column} + 1" if column in {"starts", "ends", "revision"} else f"{column} || 'x'"
    change(f"UPDATE note SET {column} = {broken} WHERE body = 'damaged'")
    assert library.notes(document.sha256) == (whole,)
    assert [sentence for sentence in library.check() if damaged.id in sentence]
    with pytest.raises(LibraryError, match="damaged") as caught:
        library.note(damaged.id)
    assert "journal.ndjson" in caught.value.next_step


def test_a_damaged_note_is_told_once_and_left_alone(
    folder: Path, library: Library, document: Document, change: Callable[[str], None]
):
    note = note_on(document, body="my own words")
    library.add_note(note)
    change("UPDATE note SET body = CAST(x'6d79ff' AS TEXT)")
    for _ in range(2):
        assert library.notes() == ()
    assert [remark for remark in library.remarks if "not shown: 1." in remark]
    for act in (
        lambda: library.update_note(replace(note, body="more")),
        lambda: library.delete_note(note.id),
        lambda: library.undo(document.sha256),
    ):
        with pytest.raises(LibraryError, match="damaged"):
            act()
    with closing(sqlite3.connect(folder / "library.db")) as db:
        assert db.execute("SELECT CAST(body AS BLOB), deleted FROM note").fetchall() == [(b"my\xff", "")]
    assert library.undo_label(document.sha256) == "Add note"
    assert len((folder / "journal.ndjson").read_text().splitlines()) == 1


def test_undo_never_brings_back_damaged_words(
    library: Library, document: Document, change: Callable[[str], None]
):
    note = note_on(document, body="I agree")
    library.add_note(note)
    library.delete_note(note.id)
    change("UPDATE step SET was = replace(was, 'agree', 'argue')")
    assert library.undo_label(document.sha256) == ""
    with pytest.raises(LibraryError, match="nothing was changed"):
        library.undo(document.sha256)
    assert library.notes() == ()
    assert library.check() == ("A step of undo is damaged; notes and decisions themselves are not affected.",)
    library.add_note(note)
    assert library.undo_label(document.sha256) == "Add note"


def test_typing_goes_on_after_a_damaged_step(
    library: Library, document: Document, change: Callable[[str], None]
):
    note = note_on(document)
    library.add_note(note)
    library.update_note(replace(note, body="words"))
    change("UPDATE step SET label = 'x'")
    library.update_note(replace(note, body="more words"))
    library.undo(document.sha256)
    assert [kept.body for kept in library.notes()] == ["words"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE part SET data = replace(data, 'paragraph', 'Paragraph')",
        "UPDATE part SET name = 'document.list' WHERE name = 'document.end'",
        "DELETE FROM part WHERE name = 'document.end'",
        "DELETE FROM part WHERE number = 1",
        "UPDATE document_text SET text = replace(text, 'agreed', 'argued')",
        "UPDATE document_text SET text = CAST(x'ff00ff' AS TEXT)",
        "DELETE FROM document_text",
    ],
)
def test_a_damaged_document_is_not_shown_and_heals_when_it_is_put_again(
    library: Library, document: Document, change: Callable[[str], None], sql: str
):
    change(sql)
    with pytest.raises(LibraryError) as caught:
        library.document(document.sha256)
    assert "Open its file again" in caught.value.next_step
    assert [sentence for sentence in library.check() if "“Grain quotas” is damaged" in sentence]
    library.put_document(document)
    assert library.document(document.sha256) == document
    assert library.check() == ()


def test_bit_rot_never_changes_a_note_in_silence(
    folder: Path, library: Library, document: Document, monkeypatch: pytest.MonkeyPatch
):
    """Flipped bits, zeroed and overwritten stretches, truncation: a note is right, or something is told."""
    # Rows that would be tried in vain, in sixty files, are most of the time that this takes.
    monkeypatch.setattr(salvage, "MOST_TRIED", 10_000)
    notes = tuple(note_on(document, start, start + 9, f"note {start} " + "x" * 300) for start in range(80))
    for note in notes:
        library.add_note(note)
        library.decide(decision_on(document, note.anchor.start))
    library.close()
    path, rng = folder / "library.db", random.Random(7)
    whole = path.read_bytes()
    told = 0
    for turn in range(60):
        path.write_bytes(_rotten(bytearray(whole), rng, turn % 4))
        found, sentences = _look(folder)
        assert sentences or sorted(found, key=_id) == sorted(notes, key=_id)
        told += bool(sentences)
        for rest in folder.glob("library.db-*"):
            rest.unlink()
    assert told > 30


def _rotten(data: bytearray, rng: random.Random, kind: int) -> bytes:
    at = rng.randrange(len(data) - 4096)
    if kind == 0:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == 1:
        data[at : at + 512] = bytes(512)
    elif kind == 2:
        del data[rng.randrange(100, len(data)) :]
    else:
        data[at : at + 4096] = rng.randbytes(4096)
    return bytes(data)


def _id(note: Note) -> str:
    return note.id


def _look(folder: Path) -> tuple[tuple[Note, ...], tuple[str, ...]]:
    """Return the notes that are shown and what is told, by `check` or by an error."""
    try:
        library = Library.open(folder)
    except LibraryError as error:
        return (), (error.what,)
    with library:
        notes: tuple[Note, ...] = ()
        with suppress(LibraryError):
            notes = library.notes()
        return notes, library.check()
