"""Rows of the library: what tells documents of one title apart, and their format."""

from __future__ import annotations

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
