"""What is made of notes, kept from one showing to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from deskbrief.document.anchors import AnchorState
from deskbrief.services.notetaking import PlacedNote
from deskbrief.ui.reader.values import Mark
from deskbrief.ui.unmoved import unmoved

T = TypeVar("T")
#: Notes of which something is made before the clock is looked at.
AT_ONCE = 100


class Kept(Generic[T]):
    """Makes something of each note.

    Of notes that are the same objects as before, from the first and from the last one on, it is the same as
    before: with thousands of notes only what changed is made, and nobody need compare the others. What was
    made of the notes before these, of another document, is kept, too: most often the reader goes back to it.
    """

    def __init__(self, make: Callable[[PlacedNote], T]) -> None:
        self._make = make
        self._placed: Sequence[PlacedNote] = ()
        self._made: list[T] = []
        self._former: tuple[Sequence[PlacedNote], list[T]] = self._placed, self._made

    def of(self, placed: Sequence[PlacedNote]) -> list[T]:
        """Return what is made of `placed`, in their order."""
        for _ in self.prepare(placed):
            pass
        return self._made

    def prepare(self, placed: Sequence[PlacedNote]) -> Iterator[None]:
        """Make what `of` is to return; yields between two slices of many. Nothing is kept of half of them."""
        before, made = self._placed, self._made
        if placed is before:
            return
        if placed is self._former[0]:
            (self._placed, self._made), self._former = self._former, (before, made)
            return
        first, last = unmoved(before, placed)
        fresh: list[T] = []
        for note in placed[first : len(placed) - last]:
            fresh.append(self._make(note))
            if len(fresh) % AT_ONCE == 0:
                yield
        if not first and not last:
            self._former = before, made
        self._placed, self._made = placed, [*made[:first], *fresh, *made[len(made) - last :]]


class MarksOfNotes:
    """Makes the marks of the notes that have a place."""

    def __init__(self) -> None:
        self._kept: Kept[Mark | None] = Kept(_mark)

    def prepare(self, placed: Sequence[PlacedNote]) -> Iterator[None]:
        """Make the marks of `placed`; yields between two slices of many."""
        return self._kept.prepare(placed)

    def of(self, placed: Sequence[PlacedNote]) -> list[Mark]:
        """Return the marks of `placed` in their order; lost notes have none."""
        return [mark for mark in self._kept.of(placed) if mark is not None]


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
