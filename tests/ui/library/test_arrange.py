"""Rows of the library: what tells documents of one title apart, and their format."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.library.catalogue import Card
from deskbrief.services.librarian import Listing
from deskbrief.ui.library.arrange import rows_of
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


def test_of_two_texts_of_one_file_the_older_one_is_an_earlier_edition_and_no_date_is_told_twice():
    now, was = card("a", "Wells", "/x/w.md"), card("b", "Wells", "/x/w.md")
    told = [LibraryWords().facts(row)[:3] for row in rows_of(Listing((now, replace(was, is_earlier=True))))]
    assert told == [("w.md", "", "1 May 2023"), ("earlier edition · w.md", "", "1 May 2023")]
    other = replace(was, published="2022")
    told = [LibraryWords().facts(row)[:3] for row in rows_of(Listing((now, other)))]
    assert told == [("w.md · 1 May 2023", "", ""), ("w.md · 2022", "", "")]


def test_a_note_with_words_is_a_note_and_no_mark():
    words, one = LibraryWords(), card("a", "Wells", "/x/w.md")
    assert words.marks(one) == ""
    assert words.marks(replace(one, notes=1, written=1)) == "1 note"
    assert words.marks(replace(one, notes=3, written=1)) == "2 marks, 1 note"
