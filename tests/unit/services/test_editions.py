"""A document is its content: saved again or revised, in whatever format, its notes are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deskbrief.document.anchors import AnchorState, make_anchor
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, uuid7
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.editions import (
    alike,
    any_edition,
    carried_notes,
    counted,
    earlier_edition,
    keep_carried,
    left_to_carry,
    take_over,
)
from helpers.documents import paragraphs
from helpers.formats import EVERY
from helpers.reading import read

QUOTES = ("heard nine witnesses", "must install meters before the end of 2026", "The towns further down")


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library") as opened:
        yield opened


def noted(library: Library, document: Document, quotes=QUOTES, path: str = "") -> list[Note]:
    library.put_document(document, path=path)
    notes = []
    for quote in quotes:
        start = document.text.index(quote)
        anchor = make_anchor(document, Span(start, start + len(quote)))
        notes.append(Note(id=uuid7(), document=document.sha256, anchor=anchor, body=f"on {quote}"))
        library.add_note(notes[-1])
    return notes


def other_bytes(document: Document) -> Document:
    from dataclasses import replace

    return replace(document, sha256="f" * 64)


@pytest.fixture(params=sorted(EVERY))
def article(request: pytest.FixtureRequest) -> Document:
    return read(EVERY[request.param](), request.param)


def test_the_same_bytes_at_another_place_are_the_same_document(library: Library, article: Document):
    notes = noted(library, article, path="/one/place/file")
    library.put_document(article, path="/another/place/renamed")
    assert {note.id for note in library.notes(article.sha256)} == {note.id for note in notes}
    assert all(place(note.anchor, article.text).state is AnchorState.EXACT for note in notes)
    assert library.paths(article.sha256) == ("/another/place/renamed", "/one/place/file")


def test_a_file_saved_again_has_its_notes_at_once(library: Library, article: Document):
    notes = noted(library, article)
    again = other_bytes(article)
    assert take_over(library, again) == len(notes)
    here = library.notes(again.sha256)
    assert sorted(note.body for note in here) == sorted(note.body for note in notes)
    assert all(place(note.anchor, again.text).state is AnchorState.EXACT for note in here)
    assert take_over(library, again) == 0
    assert len(library.notes(article.sha256)) == len(notes)


@pytest.mark.parametrize("name", ["water.md", "water.txt", "water.html"])
def test_a_revised_file_is_recognised_and_says_what_became_of_each_note(library: Library, name: str):
    first = read(EVERY[name](), name)
    noted(library, first, path="/w")
    data = EVERY[name]()
    data = data.replace(b"heard nine witnesses", b"heard nine new witnesses")
    data = re.sub(rb"[^\n>]*must install meters before the end of 2026\.", b"", data)
    revised = read(data, name)
    edition = earlier_edition(library, revised, library.last_at("/w") or "")
    assert edition is not None
    assert edition == any_edition(library, revised)
    assert (edition.sha256, edition.notes) == (first.sha256, 3)
    found = carried_notes(first.text, revised, left_to_carry(library, edition, revised))
    by_quote = {one.note.anchor.exact: one.placement for one in found}
    assert by_quote[QUOTES[0]].span.of(revised.text) == "heard nine new witnesses"
    assert by_quote[QUOTES[0]].state is AnchorState.MOVED
    assert by_quote[QUOTES[1]].state is AnchorState.LOST
    assert by_quote[QUOTES[2]].state is AnchorState.EXACT
    assert counted(found) == {
        AnchorState.EXACT: 1,
        AnchorState.MOVED: 1,
        AnchorState.UNCERTAIN: 0,
        AnchorState.LOST: 1,
    }
    keep_carried(library, revised, found)
    states = {
        note.anchor.exact: place(note.anchor, revised.text).state for note in library.notes(revised.sha256)
    }
    assert states["heard nine new witnesses"] is AnchorState.EXACT
    assert states[QUOTES[1]] in {AnchorState.LOST, AnchorState.UNCERTAIN}
    assert left_to_carry(library, edition, revised) == ()


def test_a_note_that_was_carried_and_deleted_is_not_carried_again(library: Library):
    first = paragraphs("One sentence about water. " * 3, "Another about wells and meters in the valley.")
    noted(library, first, ["about wells"])
    again = other_bytes(first)
    take_over(library, again)
    library.delete_note(library.notes(again.sha256)[0].id)
    assert take_over(library, again) == 0


def test_carrying_is_one_step_of_undo_for_each_note(library: Library):
    first = paragraphs("One sentence about water. " * 3, "Another about wells and meters in the valley.")
    noted(library, first, ["about wells"])
    again = other_bytes(first)
    take_over(library, again)
    assert library.undo_label(again.sha256) == "Carry note over"
    library.undo(again.sha256)
    assert library.notes(again.sha256) == ()


def test_another_text_is_no_edition(library: Library):
    noted(library, read(EVERY["water.md"](), "water.md"), path="/w")
    other = paragraphs(*(f"Wholly other words, number {n}, about fish and ships." for n in range(60)))
    assert earlier_edition(library, other, library.last_at("/w") or "") is None
    assert any_edition(library, other) is None


def test_likeness_of_texts():
    text = " ".join(f"word{n}" for n in range(2000))
    assert alike(text, text) == 1
    assert alike("", text) == 0
    assert alike(text, text.replace("word5", "other5")) > 0.4
    assert alike(text, text[::-1]) == 0
