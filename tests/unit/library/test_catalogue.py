"""What is told of each document on the page of the library."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.library.library import Library
from helpers.library_samples import note_on, sample


def test_an_edition_whose_file_holds_another_text_now_is_an_earlier_one(tmp_path):
    before, now = sample("Wells.\n\nThey are dry."), sample("Wells.\n\nThey are full.")
    with Library.open(tmp_path) as library:
        library.put_document(before, path="/x/w.md", size=1, mtime_ns=1)
        library.put_document(now, path="/x/w.md", size=2, mtime_ns=2)
        library.touch(before.sha256)
        told = {card.sha256: (card.is_earlier, card.edition, card.editions) for card in library.cards()}
    assert told == {before.sha256: (True, 1, 2), now.sha256: (False, 2, 2)}


def test_notes_with_words_are_counted_apart_from_bare_marks(tmp_path):
    document = sample("Wells.\n\nThey are dry.")
    with Library.open(tmp_path) as library:
        library.put_document(document)
        library.add_note(note_on(document, body="Why?"))
        library.add_note(replace(note_on(document, body=""), id="018f0000-0000-7000-8000-000000000001"))
        (card,) = library.cards()
    assert (card.notes, card.written) == (2, 1)
