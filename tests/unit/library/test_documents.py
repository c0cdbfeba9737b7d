from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.changes import Change, Subject
from deskbrief.document.codec import document_assembly, document_parts
from deskbrief.document.errors import LibraryError
from deskbrief.document.model import (
    OF_THE_BOOK,
    OF_THE_FILE,
    DateEvidence,
    Document,
    Inline,
    InlineKind,
    Metadata,
)
from deskbrief.document.outline import Outline
from deskbrief.library.library import DocumentEntry, Library
from helpers.library_samples import Clock, decision_on, long_document, note_on, sample


def test_a_document_comes_back_as_it_was(folder: Path, library: Library):
    document = sample()
    change = library.put_document(document)
    assert change == Change(Subject.DOCUMENTS, document.sha256, (document.sha256,))
    library.close()
    with Library.open(folder) as again:
        assert again.document(document.sha256) == document


def test_an_empty_document_comes_back(library: Library):
    empty = Document(sha256="0" * 64, metadata=Metadata(), text="", blocks=())
    library.put_document(empty)
    assert library.document(empty.sha256) == empty


def test_an_unknown_document_is_none(library: Library):
    assert library.document("f" * 64) is None
    assert list(library.document_parts("f" * 64)) == []


@pytest.mark.parametrize("document", [sample(), long_document(3000)])
def test_parts_are_those_of_the_codec(library: Library, document: Document):
    library.put_document(document)
    assert list(library.document_parts(document.sha256)) == list(document_parts(document))


@pytest.mark.parametrize("share", [0, 0.3, 0.5, 0.999, 1])
def test_a_long_document_can_be_read_around_a_place_at_once(library: Library, share: float):
    plain = long_document(150_000)
    strong = tuple(Inline(InlineKind.STRONG, block.start, block.start + 4) for block in plain.blocks)
    document = replace(plain, inlines=strong)
    library.put_document(document)
    offset = int(len(document.text) * share)
    part = library.document_around(document.sha256, offset)
    assert part is not None
    assert (part.text, part.metadata, part.sha256) == (document.text, document.metadata, document.sha256)
    first = document.blocks.index(part.blocks[0])
    assert part.blocks == document.blocks[first : first + len(part.blocks)]
    assert document.block_at(offset) in part.blocks
    assert len(part.blocks) < len(document.blocks) / 4
    assert strong[document.block_index(offset)] in part.inlines


def test_a_short_document_is_not_read_in_part(library: Library, document: Document):
    assert library.document_around(document.sha256, 0) is None
    assert library.document_around("f" * 64, 0) is None


def test_putting_again_keeps_what_the_reader_did(library: Library, document: Document):
    note, decision = note_on(document), decision_on(document)
    library.add_note(note)
    library.decide(decision)
    library.set_place(document.sha256, 7)
    library.set_published(document.sha256, "2026-03")
    library.put_document(document)
    assert library.notes(document.sha256) == (note,)
    assert library.decisions(document.sha256) == (decision,)
    assert library.place(document.sha256) == 7
    assert library.published(document.sha256) == "2026-03"


def test_putting_the_same_again_writes_no_text(folder: Path, library: Library, document: Document):
    before = _bundle(folder)
    library.put_document(document)
    assert _bundle(folder) == before


def test_a_newer_reading_of_the_same_file_replaces_the_older(
    folder: Path, library: Library, document: Document
):
    better = replace(document, metadata=replace(document.metadata, title="Grain quotas, 2026"))
    library.put_document(better)
    assert library.document(document.sha256) == better
    assert [entry.title for entry in library.recent()] == ["Grain quotas, 2026"]
    with sqlite3.connect(folder / "library.db") as db:
        assert db.execute("SELECT count(*) FROM bundle").fetchone() == (1,)
    db.close()


def test_slices_write_nothing_before_the_last(library: Library):
    document = long_document(60_000)
    slices = library.put_document_slices(document)
    for _ in range(len(list(document_parts(document)))):
        next(slices)
    assert library.document(document.sha256) is None
    assert list(slices) == []
    assert library.document(document.sha256) == document


def test_parts_of_a_document_that_is_replaced_meanwhile_are_refused(library: Library):
    document = long_document(60_000)
    library.put_document(document)
    parts = library.document_parts(document.sha256)
    next(parts)
    library.put_document(replace(document, metadata=replace(document.metadata, title="Other")))
    with pytest.raises(LibraryError, match="changed while it was being read"):
        list(parts)


def test_a_long_document_is_read_in_short_steps(library: Library):
    document = long_document(100_000)
    library.put_document(document)
    assembly, whole, steps = document_assembly(), None, 0
    for part in library.document_parts(document.sha256):
        whole = assembly.add(part) or whole
        steps += 1
        assert len(part.data or "") <= 400
    assert whole == document
    assert steps > 5


@pytest.mark.parametrize("path", ["/texts/grain.txt", "/texts/caf\udce9.txt", "C:\\Texte\\Größe 🌾.txt"])
def test_a_file_is_known_in_the_state_it_was_in(library: Library, path: str):
    document = sample()
    library.put_document(document, path=path, size=10, mtime_ns=20)
    assert library.known_file(path, 10, 20) == document.sha256
    assert library.known_file(path, 11, 20) is None
    assert library.known_file(path, 10, 21) is None
    assert library.known_file(path + "x", 10, 20) is None
    assert library.paths(document.sha256) == (path,)


def test_paths_come_newest_first(library: Library):
    document = sample()
    for path in ("/a", "/b", "/a"):
        library.put_document(document, path=path, size=1, mtime_ns=1)
    assert library.paths(document.sha256) == ("/a", "/b")


def test_a_path_that_holds_another_text_now_is_known_by_its_state(library: Library):
    old, new = sample("Old text"), sample("New text")
    library.put_document(old, path="/a", size=1, mtime_ns=1)
    library.put_document(new, path="/a", size=2, mtime_ns=2)
    assert library.known_file("/a", 2, 2) == new.sha256
    assert library.known_file("/a", 1, 1) == old.sha256


def test_recent_documents_come_newest_first_whatever_the_clock_says(library: Library, clock: Clock):
    old, new = sample("Old text", title="Old"), sample("New text here", title="New")
    library.put_document(old, path="/old", size=1, mtime_ns=1)
    clock.move(-31 * 365 * 86400)
    library.put_document(new)
    library.add_note(note_on(new))
    gone = note_on(new)
    library.add_note(gone)
    library.delete_note(gone.id)
    assert library.recent() == (
        DocumentEntry(new.sha256, "New", "", "1995-03-13T10:00:00.000Z", 3, 1),
        DocumentEntry(old.sha256, "Old", "/old", "2026-03-05T10:00:00.000Z", 2, 0),
    )
    library.touch(old.sha256)
    assert [entry.title for entry in library.recent(1)] == ["Old"]


def test_place_and_date_start_out_empty(library: Library):
    assert library.place("f" * 64) == 0
    assert library.published("f" * 64) == ""


def test_a_date_can_be_taken_away(library: Library, document: Document):
    assert library.set_published(document.sha256, "2026-03-05").subject is Subject.DOCUMENTS
    library.set_published(document.sha256, "")
    assert library.published(document.sha256) == ""


def _bundle(folder: Path) -> object:
    db = sqlite3.connect(folder / "library.db")
    try:
        return db.execute("SELECT bundle FROM document").fetchall()
    finally:
        db.close()


def test_what_a_file_held_last_is_known_whatever_has_become_of_it(library: Library):
    old, new = sample("Old words."), sample("New words.")
    library.put_document(old, path="/a", size=1, mtime_ns=1)
    library.put_document(new, path="/a", size=2, mtime_ns=2)
    library.put_document(old, path="/b", size=1, mtime_ns=1)
    assert library.last_at("/a") == new.sha256
    assert library.last_at("/c") is None


def test_of_two_texts_of_one_file_that_which_it_held_before_is_the_earlier_one(library: Library):
    old, new = sample("First text of it."), sample("Second text of it.")
    for document in (old, new):
        library.put_document(document, path="/x/w.md", size=1, mtime_ns=1)
    library.add_note(note_on(old, body="why"))
    library.add_note(note_on(old, body=""))
    told = {card.sha256: (card.is_earlier, card.notes, card.written) for card in library.cards()}
    assert told == {old.sha256: (True, 2, 1), new.sha256: (False, 0, 0)}
    library.put_document(old, path="/x/w.md", size=1, mtime_ns=1)
    assert {card.sha256 for card in library.cards() if card.is_earlier} == {new.sha256}


def dated(published: DateEvidence | None) -> Document:
    document = sample()
    return replace(document, metadata=replace(document.metadata, published=published))


@pytest.mark.parametrize("source", [OF_THE_FILE, OF_THE_BOOK])
def test_a_day_that_only_the_file_tells_is_not_listed_as_that_of_the_text(library: Library, source: str):
    document = dated(DateEvidence("2026-11-01", source=source))
    library.put_document(document)
    assert [card.published for card in library.cards()] == [""]
    library.put_outline(document.sha256, Outline(dated=document.metadata.published), "")
    assert [card.published for card in library.cards()] == [""]


def test_a_day_that_was_found_in_the_text_is_listed(library: Library):
    document = dated(None)
    library.put_document(document)
    library.put_outline(document.sha256, Outline(dated=DateEvidence("2024-06-12", source="dateline")), "")
    assert [card.published for card in library.cards()] == ["2024-06-12"]
