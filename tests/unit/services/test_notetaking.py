from dataclasses import replace
from datetime import UTC, datetime

import pytest

from deskbrief.document.anchors import UNSURE, AnchorState
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services import notetaking
from deskbrief.services.notetaking import Notetaking, in_text_order, joined, placed_notes, touching
from helpers.documents import paragraphs

DOCUMENT = paragraphs("The council met in June.", "Observers welcomed the review of all sanctions at once.")


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library") as library:
        library.put_document(DOCUMENT)
        yield library


@pytest.fixture
def taking(library):
    return Notetaking(library, now=lambda: datetime(2026, 3, 5, 12, 30, tzinfo=UTC))


def test_a_mark_is_in_the_library_with_its_passage(library, taking):
    note, change = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    (stored,) = library.notes(DOCUMENT.sha256)
    assert stored == note
    assert note.anchor.exact == "council"
    assert note.created == note.modified == "2026-03-05T12:30:00.000Z"
    assert change.ids == (note.id,)


def test_words_are_kept_and_the_same_words_write_nothing(library, taking):
    note, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    assert taking.write(note.id, "Which council?")
    assert library.note(note.id).body == "Which council?"
    assert taking.write(note.id, "Which council?") is None
    assert taking.write("gone", "x") is None


def test_a_role_changes_and_the_same_role_writes_nothing(library, taking):
    note, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    assert taking.recolour(note.id, Role.BLUE)
    assert library.note(note.id).role is Role.BLUE
    assert taking.recolour(note.id, Role.BLUE) is None


def test_a_deleted_note_comes_back_by_undo(library, taking):
    note, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    assert taking.delete(note.id)
    assert taking.delete(note.id) is None
    assert taking.placed(DOCUMENT) == ()
    library.undo(DOCUMENT.sha256)
    assert [placed.note.id for placed in taking.placed(DOCUMENT)] == [note.id]


def test_notes_come_in_the_order_of_the_text_and_lost_ones_last(taking):
    late, _ = taking.mark(DOCUMENT, Span(45, 60), Role.BLUE)
    early, _ = taking.mark(DOCUMENT, Span(4, 11), Role.BLUE)
    assert [placed.note.id for placed in taking.placed(DOCUMENT)] == [early.id, late.id]
    shorter = paragraphs("Wholly other words.", DOCUMENT.text[DOCUMENT.text.index("Observers") :])
    placed = in_text_order(placed_notes(shorter, [early, late]))
    assert [(item.note.id, item.placement.state) for item in placed] == [
        (late.id, AnchorState.MOVED),
        (early.id, AnchorState.LOST),
    ]


def test_notes_are_placed_in_slices_and_what_is_done_meanwhile_stays(library, taking, monkeypatch):
    monkeypatch.setattr(notetaking, "FIRST", 2)
    monkeypatch.setattr(notetaking, "AT_ONCE", 2)
    taking.mark_all(DOCUMENT, [Span(at, at + 3) for at in (0, 4, 8, 12, 16)], Role.GREEN)
    whole = taking.placed(DOCUMENT)
    assert tuple(one for some in taking.placed_in_slices(DOCUMENT) for one in some) == whole
    slices = taking.placed_in_slices(DOCUMENT)
    placed = joined((), next(slices))
    added, change = taking.mark(DOCUMENT, Span(2, 5), Role.BLUE)
    placed = taking.renewed(DOCUMENT, placed, change.ids)
    # One that was read is written in, one that was not yet is deleted, and one is written in before it comes.
    taking.write(whole[0].note.id, "first")
    placed = taking.renewed(DOCUMENT, placed, (whole[0].note.id,))
    taking.delete(whole[2].note.id)
    taking.write(whole[4].note.id, "last")
    placed = taking.renewed(DOCUMENT, placed, (whole[4].note.id,))
    for some in slices:
        placed = joined(placed, some)
    assert placed == taking.placed(DOCUMENT)
    assert [one.note.id for one in placed] == [
        *(one.note.id for one in (whole[0],)),
        added.id,
        *(one.note.id for one in (whole[1], whole[3], whole[4])),
    ]


def test_only_the_notes_that_changed_are_read_and_placed_again(taking):
    first, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    second, _ = taking.mark(DOCUMENT, Span(19, 23), Role.GREEN)
    before = taking.placed(DOCUMENT)
    taking.recolour(second.id, Role.BLUE)
    third, _ = taking.mark(DOCUMENT, Span(12, 15), Role.PINK)
    after = taking.renewed(DOCUMENT, before, [second.id, third.id])
    assert [item.note.id for item in after] == [first.id, third.id, second.id]
    assert after[0] is before[0]
    assert after[2].note.role is Role.BLUE
    assert after == taking.placed(DOCUMENT)
    taking.delete(first.id)
    assert taking.renewed(DOCUMENT, after, [first.id]) == after[1:] == taking.placed(DOCUMENT)


def test_a_resized_note_has_a_new_anchor_and_undo_brings_the_old_one_back(library, taking):
    note, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN, "Which?")
    assert taking.resize(DOCUMENT, note.id, Span(4, 15))
    resized = library.note(note.id)
    assert (resized.anchor.exact, resized.anchor.suffix[:3], resized.body) == ("council met", " in", "Which?")
    assert taking.resize(DOCUMENT, note.id, Span(4, 15)) is None
    assert taking.resize(DOCUMENT, note.id, Span(9, 9)) is None
    assert taking.resize(DOCUMENT, "gone", Span(4, 9)) is None
    library.undo(DOCUMENT.sha256)
    assert library.note(note.id).anchor == note.anchor


def test_merged_notes_are_one_with_all_words_and_tags_and_one_undo_parts_them(library, taking):
    late, _ = taking.mark(DOCUMENT, Span(12, 18), Role.BLUE, "Second.")
    early, _ = taking.mark(DOCUMENT, Span(4, 15), Role.GREEN, "First.")
    library.update_note(replace(early, tags=("who", "when")))
    library.update_note(replace(late, tags=("when", "where")))
    before = library.notes(DOCUMENT.sha256)
    kept, change = taking.merge(DOCUMENT, taking.placed(DOCUMENT))
    (merged,) = library.notes(DOCUMENT.sha256)
    assert merged == kept
    assert merged.id == early.id
    assert merged.role is Role.GREEN
    assert merged.anchor.exact == DOCUMENT.text[4:18]
    assert merged.body == "First.\n\nSecond."
    assert merged.tags == ("who", "when", "where")
    assert set(change.ids) == {early.id, late.id}
    library.undo(DOCUMENT.sha256)
    assert library.notes(DOCUMENT.sha256) == before
    library.redo(DOCUMENT.sha256)
    assert library.notes(DOCUMENT.sha256) == (merged,)


def test_one_note_alone_is_not_merged(taking):
    taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    assert taking.merge(DOCUMENT, taking.placed(DOCUMENT)) is None


def test_notes_touch_over_white_space_and_through_one_another(taking):
    for start, end in ((0, 3), (4, 11), (9, 15), (16, 18), (30, 40)):
        taking.mark(DOCUMENT, Span(start, end), Role.BLUE)
    placed = taking.placed(DOCUMENT)
    found = touching(placed, DOCUMENT.text, Span(0, 1))
    assert [one.span.start for one in found] == [0, 4, 9, 16]
    assert touching(placed, DOCUMENT.text, Span(24, 25)) == []


@pytest.mark.parametrize("span", [Span(6, 8), Span(11, 12), Span(2, 4)])
def test_notes_touch_where_one_ends_in_a_word_and_the_next_begins(taking, span):
    taking.mark(DOCUMENT, Span(4, 6), Role.BLUE)
    taking.mark(DOCUMENT, Span(8, 11), Role.BLUE)
    found = touching(taking.placed(DOCUMENT), DOCUMENT.text, span)
    assert [one.span.start for one in found] == {6: [4, 8], 11: [8], 2: [4]}[span.start]


def test_several_notes_are_changed_in_one_step_of_undo(library, taking):
    first, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    second, _ = taking.mark(DOCUMENT, Span(16, 18), Role.BLUE)
    taking.tag(first.id, ("a",))
    ids = [first.id, second.id, "gone"]
    taking.recolour_all(ids, Role.BLUE)
    assert {note.role for note in library.notes()} == {Role.BLUE}
    assert taking.recolour_all(ids, Role.BLUE) is None
    taking.tag_all(ids, ("b", "a"))
    assert [note.tags for note in library.notes()] == [("a", "b"), ("b", "a")]
    assert taking.tag_all(ids, ("a",)) is None
    taking.untag_all(ids, "a")
    assert [note.tags for note in library.notes()] == [("b",), ("b",)]
    assert taking.untag_all(ids, "a") is None
    library.undo(DOCUMENT.sha256)
    taking.delete_all(ids)
    assert library.notes() == ()
    assert taking.delete_all(ids) is None
    for _ in range(3):
        library.undo(DOCUMENT.sha256)
    assert [(note.role, note.tags) for note in library.notes()] == [(Role.GREEN, ("a",)), (Role.BLUE, ())]


def test_a_denied_place_is_not_guessed_again_and_the_note_can_be_put_elsewhere(library, taking):
    note, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    unsure = replace(note, anchor=replace(note.anchor, exact="cauncel", start=4, end=11, block_path=UNSURE))
    library.update_note(unsure)
    (placed,) = taking.placed(DOCUMENT)
    assert (placed.placement.state, placed.span) == (AnchorState.UNCERTAIN, Span(4, 11))
    assert taking.deny(note.id).label == "Passage is not here"
    assert taking.deny(note.id) is None
    (placed,) = taking.placed(DOCUMENT)
    assert (placed.placement.state, placed.span) == (AnchorState.LOST, None)
    assert placed.note.anchor.exact == "cauncel"
    assert taking.put(DOCUMENT, note.id, Span(12, 15)).label == "Put note on passage"
    assert taking.put(DOCUMENT, note.id, Span(12, 15)) is None
    (placed,) = taking.placed(DOCUMENT)
    assert (placed.placement.state, placed.note.anchor.exact) == (AnchorState.EXACT, "met")
    library.undo(DOCUMENT.sha256)
    library.undo(DOCUMENT.sha256)
    assert library.note(note.id).anchor == unsure.anchor
    library.redo(DOCUMENT.sha256)
    assert taking.placed(DOCUMENT)[0].placement.state is AnchorState.LOST


def test_an_uncertain_place_is_confirmed(library, taking):
    note, _ = taking.mark(DOCUMENT, Span(4, 11), Role.GREEN)
    library.update_note(replace(note, anchor=replace(note.anchor, exact="cauncel", block_path=UNSURE)))
    assert taking.put(DOCUMENT, note.id, Span(4, 11))
    (placed,) = taking.placed(DOCUMENT)
    assert (placed.placement.state, placed.note.anchor) == (AnchorState.EXACT, note.anchor)
