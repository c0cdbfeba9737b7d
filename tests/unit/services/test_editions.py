"""A document is its content: saved again or revised, in whatever format, its notes are there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.anchors import AnchorState, Placement, make_anchor
from deskbrief.document.links import note_link
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, uuid7
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.editions import (
    Carried,
    alike,
    any_edition,
    carried_notes,
    counted,
    earlier_edition,
    edition_at,
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


def test_a_text_to_which_only_something_was_added_is_a_revision(library: Library):
    old = paragraphs(*(f"Paragraph {number} of the report on water." for number in range(30)))
    new = paragraphs(*(f"Paragraph {number} of the report on water." for number in range(30)), "One more.")
    new = replace(new, sha256="e" * 64)
    library.put_document(old, path="/x/water.md")
    assert alike(old.text, new.text) == 1.0
    found = edition_at(library, new, old.sha256)
    assert found is not None
    assert (found.sha256, found.alike) == (old.sha256, 1.0)
    assert edition_at(library, old, old.sha256) is None
    assert edition_at(library, replace(old, sha256="f" * 64), old.sha256) is None


def other_bytes(document: Document) -> Document:
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


def test_a_note_is_there_once_however_often_a_file_is_saved_again(library: Library):
    first = paragraphs("One sentence about water. " * 3, "Another about wells and meters in the valley.")
    saved = [first, *(replace(first, sha256=letter * 64) for letter in "def")]
    noted(library, first, ["about wells", "in the valley"])
    for document in saved[1:]:
        library.put_document(document)
        assert take_over(library, document) == 2
    for document in saved:
        assert take_over(library, document) == 0
        assert len(library.notes(document.sha256)) == 2
    library.delete_note(library.notes(saved[2].sha256)[0].id)
    assert [take_over(library, document) for document in saved] == [0, 0, 0, 0]
    # What is written on the last one goes to all that come after it, and to those before.
    anchor = make_anchor(first, Span(0, 3))
    library.add_note(Note(id=uuid7(), document=saved[3].sha256, anchor=anchor))
    assert take_over(library, first) == 1


def test_copies_are_not_carried_back_to_the_edition_that_they_came_from(library: Library):
    first = edition(WELLS, *FILLER)
    second = edition("A new opening of this report.", WELLS, *FILLER)
    noted(library, first, ["the meters that were bought"])
    carried_to(library, first, second)
    back = earlier_edition(library, first) or any_edition(library, first)
    assert back is not None
    assert left_to_carry(library, back, first) == ()
    third = edition("Another opening of this report.", WELLS, *FILLER)
    carried_to(library, first, third)
    assert left_to_carry(library, replace(back, sha256=third.sha256), second) == ()
    start = second.text.index("Wells")
    fresh = Note(id=uuid7(), document=second.sha256, anchor=make_anchor(second, Span(start, start + 5)))
    library.add_note(fresh)
    assert [note.id for note in left_to_carry(library, back, first)] == [fresh.id]


def test_links_between_notes_that_are_carried_lead_to_the_copies(library: Library):
    first = edition(WELLS, *FILLER)
    second = edition("A new opening of this report.", WELLS, *FILLER)
    target, other = noted(library, first, ["the meters", "run dry"])
    far = uuid7()
    library.update_note(replace(other, body=f"see [it]({note_link(target.id)}), [far]({note_link(far)})"))
    library.put_document(second)
    keep_carried(library, second, carried_notes(first.text, second, library.notes(first.sha256)))
    bodies = {note.anchor.exact: note for note in library.notes(second.sha256)}
    assert note_link(bodies["the meters"].id) in bodies["run dry"].body
    assert note_link(far) in bodies["run dry"].body
    assert note_link(target.id) not in bodies["run dry"].body


def test_carrying_is_one_step_of_undo(library: Library):
    first = paragraphs("One sentence about water. " * 3, "Another about wells and meters in the valley.")
    noted(library, first, ["about wells", "in the valley"])
    again = other_bytes(first)
    take_over(library, again)
    assert library.undo_label(again.sha256) == "Carry 2 notes over"
    library.undo(again.sha256)
    assert library.notes(again.sha256) == ()
    library.redo(again.sha256)
    assert len(library.notes(again.sha256)) == 2


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


WELLS = "Wells run dry in the valley each summer, and the meters that were bought stand in a shed."
FILLER = tuple(
    f"Paragraph {n} is about other things such as ship number {n * 7} and its crew." for n in range(9)
)


def edition(*changed: str) -> Document:
    """Return a text whose SHA-256 follows from its words."""
    from dataclasses import replace

    from helpers.library_samples import sha

    made = paragraphs(*changed)
    return replace(made, sha256=sha(made.text))


def carried_to(library: Library, old: Document, new: Document) -> Note:
    """Carry the only note of `old` to `new` and return its copy."""
    library.put_document(new)
    keep_carried(library, new, carried_notes(old.text, new, library.notes(old.sha256)))
    (copy,) = library.notes(new.sha256)
    return copy


def test_a_lost_note_is_not_put_on_other_words_by_a_further_edition(library: Library):
    first, second = edition(*FILLER[:4], WELLS, *FILLER[4:]), edition(*FILLER[:4], *FILLER[4:])
    noted(library, first, ["the meters that were bought"])
    lost = carried_to(library, first, second)
    assert place(lost.anchor, second.text).state is AnchorState.LOST
    third = edition("A new opening of this report.", *FILLER)
    (copy,) = carried_notes(second.text, third, [lost])
    assert copy.placement.state is AnchorState.LOST
    assert place(carried_to(library, second, third).anchor, third.text).state is AnchorState.LOST


def test_a_lost_note_is_found_when_its_words_come_back(library: Library):
    first, second = edition(*FILLER[:4], WELLS, *FILLER[4:]), edition(*FILLER)
    noted(library, first, ["the meters that were bought"])
    carried_to(library, first, second)
    third = edition("A new opening of this report.", *FILLER[:4], WELLS, *FILLER[4:])
    placement = place(carried_to(library, second, third).anchor, third.text)
    assert placement.state is AnchorState.EXACT
    assert placement.span.of(third.text) == "the meters that were bought"


def test_an_uncertain_note_stays_uncertain_through_a_further_edition(library: Library):
    first = edition(*FILLER[:4], WELLS, *FILLER[4:])
    changed = "Wells were drilled in March, and meters that somebody bought long ago stand in a shed."
    second = edition(*FILLER[:4], changed, *FILLER[4:])
    noted(library, first, ["the valley each summer, and the meters that were bought stand in a shed"])
    unsure = carried_to(library, first, second)
    was = place(unsure.anchor, second.text)
    assert was.state is AnchorState.UNCERTAIN
    third = edition("A new opening of this report.", *FILLER[:4], changed, *FILLER[4:])
    copy = carried_to(library, second, third)
    now = place(copy.anchor, third.text)
    assert now.state is AnchorState.UNCERTAIN
    assert now.span.of(third.text) == was.span.of(second.text)
    assert copy.anchor.exact.startswith("the valley each summer")


def test_the_same_words_at_the_same_place_do_not_make_a_lost_note_certain(library: Library):
    first, second = (
        edition("In the harbour lay a boat.", *FILLER),
        edition("In the towns wells ran dry.", *FILLER),
    )
    library.put_document(first)
    note = Note(id=uuid7(), document=first.sha256, anchor=make_anchor(first, Span(0, 6)))
    assert second.text.startswith(note.anchor.exact)
    lost = Placement(AnchorState.LOST, None, 0.0)
    (copy,) = keep_carried(library, second, [Carried(note, lost)])
    assert place(copy.anchor, second.text) == lost
    unsure = Placement(AnchorState.UNCERTAIN, Span(0, 8), 0.4)
    (copy,) = keep_carried(library, second, [Carried(note, unsure)])
    assert place(copy.anchor, second.text).state is AnchorState.UNCERTAIN
    assert place(copy.anchor, second.text).span == unsure.span
    assert copy.anchor.exact == note.anchor.exact
