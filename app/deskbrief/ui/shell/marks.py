"""The marks of notes, kept from one showing to the next."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.anchors import AnchorState
from deskbrief.services.notetaking import PlacedNote
from deskbrief.ui.reader.sheet import unmoved
from deskbrief.ui.reader.values import Mark


class MarksOfNotes:
    """Makes the marks of the notes that have a place.

    Notes that are the same objects as before, from the first and from the last one on, keep their very marks:
    with thousands of notes only what changed is made, and the view need not compare the others.
    """

    def __init__(self) -> None:
        self._placed: Sequence[PlacedNote] = ()
        self._marks: list[Mark | None] = []

    def of(self, placed: Sequence[PlacedNote]) -> list[Mark]:
        """Return the marks of `placed` in their order; lost notes have none."""
        before, marks = self._placed, self._marks
        first, last = unmoved(before, placed)
        made = [_mark(note) for note in placed[first : len(placed) - last]]
        self._placed, self._marks = placed, [*marks[:first], *made, *marks[len(marks) - last :]]
        return [mark for mark in self._marks if mark is not None]


def _mark(placed: PlacedNote) -> Mark | None:
    if placed.span is None:
        return None
    note = placed.note
    return Mark(
        note=note.id,
        span=placed.span,
        role=note.role,
        style=note.style,
        has_body=bool(note.body),
        uncertain=placed.placement.state is AnchorState.UNCERTAIN,
    )
