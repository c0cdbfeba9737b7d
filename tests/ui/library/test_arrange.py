"""Rows of the library: what tells documents of one title apart, and their format."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.library.catalogue import Card
from deskbrief.services.everywhere import Passage
from deskbrief.services.librarian import Listing
from deskbrief.ui.library.arrange import passage_rows, rows_of
from deskbrief.ui.library.rows import LibraryWords


def card(sha256: str, title: str, path: str) -> Card:
    return Card(sha256, title, path, "2023-05-01", 900, 0.0, 0, "", 1)


def test_editions_of_one_title_say_which_file_they_are_and_others_their_format():
    cards = (
        card("a", "Wells", "/x/v1.docx"),
        card("b", "Wells", "/x/v2.docx"),
        card("c", "Dams", "/x/d.pdf"),
    )
    told = [LibraryWords().facts(row)[:3] for row in rows_of(Listing(cards))]
    assert told == [("v1.docx", "", "1 May 2023"), ("v2.docx", "", "1 May 2023"), ("", "PDF", "1 May 2023")]


def test_a_file_that_was_saved_again_has_an_earlier_edition_and_no_date_twice():
    now, before = card("a", "Wells", "/x/w.md"), card("b", "Wells", "/x/w.md")
    rows = rows_of(Listing((now, replace(before, is_earlier=True))))
    words = LibraryWords()
    assert words.facts(rows[1])[0] == "earlier edition of this file"
    for row in rows:
        assert sum("2023" in fact for fact in words.facts(row)) == 1


def test_several_earlier_editions_of_a_file_are_told_apart():
    now = replace(card("a", "Wells", "/x/w.md"), edition=3, editions=3)
    old = [replace(card(f"b{n}", "Wells", "/x/w.md"), is_earlier=True, edition=n, editions=3) for n in (2, 1)]
    told = [LibraryWords().facts(row)[0] for row in rows_of(Listing((now, *old)))]
    assert told[1:] == [f"earlier edition of this file, {n} of 3" for n in (2, 1)]


def test_notes_and_bare_marks_are_counted_apart():
    told = [
        LibraryWords().marks(replace(card("a", "Wells", ""), notes=notes, written=written))
        for notes, written in ((0, 0), (1, 0), (1, 1), (5, 2))
    ]
    assert told == ["", "1 mark", "1 note", "2 notes, 3 marks"]


def test_passages_of_documents_of_one_title_are_told_apart():
    listing = Listing(
        (card("a", title="Water", path="/x/w-1.md"), card("b", title="Water", path="/x/w-2.md"))
    )
    passages = [Passage("b", "Water", "text", 3, "words"), Passage("c", "Grain", "text", 3, "words")]
    assert [row.name for row in passage_rows(passages, rows_of(listing))] == ["Water (w-2.md)", "Grain"]
