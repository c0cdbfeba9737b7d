"""Marks of notes: those that did not change stay the same objects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.anchors import Anchor, AnchorState, Placement
from deskbrief.document.notes import Note, Role
from deskbrief.document.spans import Span
from deskbrief.services.notetaking import PlacedNote
from deskbrief.ui.shell.marks import MarksOfNotes


def placed(number: int, *, lost: bool = False) -> PlacedNote:
    note = Note(id=f"n{number}", document="", anchor=Anchor(number, number + 1, "x"))
    state = AnchorState.LOST if lost else AnchorState.EXACT
    return PlacedNote(note, Placement(state, None if lost else Span(number, number + 1), 1.0))


NOTES = tuple(placed(number) for number in range(5))


@pytest.mark.parametrize(
    "after",
    [
        NOTES,
        (*NOTES[:2], placed(9), *NOTES[2:]),
        NOTES[1:],
        NOTES[:-1],
        (*NOTES[:2], *NOTES[3:]),
        (*NOTES[:1], placed(8), *NOTES[1:]),
        (),
        (NOTES[0], NOTES[0]),
        (*NOTES, placed(7, lost=True)),
    ],
)
def test_marks_are_those_of_the_notes_and_keep_their_identity(after: tuple[PlacedNote, ...]):
    marks = MarksOfNotes()
    before = {mark.note: mark for mark in marks.of(NOTES)}
    found = marks.of(after)
    assert [mark.note for mark in found] == [note.note.id for note in after if note.span]
    same = [mark is before[mark.note] for mark in found if mark.note in before]
    assert sum(same) >= len(same) - 1
    assert [mark.note for mark in marks.of(NOTES)] == [note.note.id for note in NOTES]


def test_a_note_that_changed_has_a_new_mark():
    marks = MarksOfNotes()
    before = marks.of(NOTES)
    changed = replace(NOTES[2], note=replace(NOTES[2].note, role=Role.PINK, body="Words"))
    found = marks.of((*NOTES[:2], changed, *NOTES[3:]))
    assert (found[2].role, found[2].has_body) == (Role.PINK, True)
    assert [one is other for one, other in zip(before, found, strict=True)] == [True, True, False, True, True]


def test_marks_of_the_document_before_are_kept_for_the_way_back():
    marks, others = MarksOfNotes(), tuple(placed(number) for number in range(20, 24))
    before = marks.of(NOTES)
    assert [mark.note for mark in marks.of(others)] == [one.note.id for one in others]
    again = marks.of(NOTES)
    assert all(one is other for one, other in zip(before, again, strict=True))
    # What changed meanwhile is made anew, and the other document's are still there.
    fewer = marks.of(NOTES[1:])
    assert all(one is other for one, other in zip(before[1:], fewer, strict=True))
    assert [mark.note for mark in marks.of(others)] == [one.note.id for one in others]
