"""Which note stands on just a passage, among notes in the order of the text."""

from __future__ import annotations

import pytest

from deskbrief.document.anchors import Anchor, AnchorState, Placement
from deskbrief.document.notes import Note
from deskbrief.document.spans import Span
from deskbrief.services.notetaking import PlacedNote, in_text_order, note_on


def placed(name: str, start: int, end: int, state: AnchorState = AnchorState.EXACT) -> PlacedNote:
    found = None if state is AnchorState.LOST else Span(start, end)
    note = Note(id=name, document="", anchor=Anchor(start, end, "x" * (end - start)), created=name)
    return PlacedNote(note, Placement(state, found, 1.0))


NOTES = in_text_order(
    [
        *(placed("a", 0, 4), placed("b", 3, 9), placed("c", 3, 9), placed("d", 3, 12), placed("e", 20, 21)),
        placed("lost", 5, 8, AnchorState.LOST),
    ]
)


@pytest.mark.parametrize(
    ("span", "name"),
    [
        ((0, 4), "a"),
        ((3, 9), "b"),
        ((3, 12), "d"),
        ((20, 21), "e"),
        ((3, 10), None),
        ((5, 8), None),
        ((30, 31), None),
    ],
)
def test_the_first_note_on_just_a_passage_is_found(span, name):
    found = note_on(NOTES, Span(*span))
    assert (found.note.id if found else None) == name


def test_among_no_notes_there_is_none():
    assert note_on((), Span(0, 1)) is None
