from __future__ import annotations

from dataclasses import replace

from deskbrief.library.awaited import Awaited, name_for
from deskbrief.library.library import Library
from helpers.library_samples import note_on, sample

NAMED = Awaited("a" * 64, "Water for the Valley", "water.epub", "https://example.org/w")


def waiting_note(document: str = NAMED.document):
    return replace(note_on(sample(), body="From afar"), document=document)


def test_a_document_that_notes_wait_for_is_listed_by_what_it_is_called(library: Library):
    other = sample()
    library.put_document(other)
    library.touch(other.sha256)
    library.await_documents([NAMED])
    assert [card.sha256 for card in library.cards()] == [other.sha256]
    library.add_note(waiting_note())
    card, kept = library.cards()
    assert (card.title, card.path, card.notes, card.written) == (NAMED.title, NAMED.file_name, 1, 1)
    assert (card.is_here, kept.is_here) == (False, True)


def test_what_is_told_later_adds_to_what_is_known(library: Library):
    library.await_documents([replace(NAMED, title="", url="")])
    library.await_documents([replace(NAMED, file_name="")])
    assert library.awaited() == (NAMED,)
    assert library.awaited_as(NAMED.document) == NAMED


def test_a_document_that_has_come_is_awaited_no_more(library: Library):
    document = sample()
    library.await_documents([Awaited(document.sha256, "As it was called")])
    library.add_note(note_on(document))
    library.put_document(document)
    (card,) = library.cards()
    assert (card.is_here, card.title, library.awaited()) == (True, document.metadata.title, ())


def test_it_is_removed_with_its_notes_and_comes_back(library: Library):
    library.await_documents([NAMED])
    library.add_note(waiting_note())
    gone = library.remove_document(NAMED.document, with_notes=True)
    assert library.cards() == ()
    assert [card.title for card in library.cards(removed=True)] == [NAMED.title]
    library.bring_back_document(NAMED.document, gone)
    assert [card.notes for card in library.cards()] == [1]


def test_it_is_in_copies_and_survives_a_repair(library: Library, folder):
    library.await_documents([NAMED])
    library.add_note(waiting_note())
    copy = library.backup()
    library.close()
    (folder / "library.db").write_bytes(b"damaged " * 4000)
    (folder / "journal.ndjson").unlink()
    with Library.open(folder) as repaired:
        assert repaired.repaired
        assert [card.title for card in repaired.cards()] == [NAMED.title]
        assert repaired.compare(copy).is_empty


def test_a_restored_note_brings_the_name_of_its_document(library: Library, tmp_path):
    library.await_documents([NAMED])
    library.add_note(waiting_note())
    copy = library.backup()
    with Library.open(tmp_path / "elsewhere") as other:
        (change,) = other.compare(copy).documents
        assert (change.title, change.path) == (NAMED.title, NAMED.file_name)
        other.restore(copy)
        assert [(card.title, card.notes) for card in other.cards()] == [(NAMED.title, 1)]


def test_one_name_stands_for_one_document():
    assert name_for(["", "Water  for the valley", ""]) == name_for(["", "Water for the Valley", ""])
    assert name_for(["", "Water", ""]) != name_for(["", "", "Water"])
    assert len(name_for([""])) == 64
