"""What the view shows, without how: a document in pieces, and the marks and markers on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from deskbrief.document.model import Block, Document, Inline
from deskbrief.document.spans import Span
from deskbrief.ui.reader.intervals import Intervals
from deskbrief.ui.reader.pieces import Piece, cut
from deskbrief.ui.reader.runs import Run, runs
from deskbrief.ui.reader.values import Mark, Marker

T = TypeVar("T", Mark, Marker)


class Sheet:
    """A document with its marks and markers, ready to be asked what stands where."""

    def __init__(self, document: Document) -> None:
        """Cut `document` into pieces; marks and markers are set later."""
        self.document = document
        self.pieces = cut(document)
        self.marks: Intervals[Mark] = Intervals((), _mark_span)
        self.markers: Intervals[Marker] = Intervals((), _marker_span)
        self._inlines: Intervals[Inline] = Intervals(document.inlines, _inline_span)

    def block(self, index: int) -> Block:
        """Return the block that the piece with this index belongs to."""
        return self.document.blocks[self.pieces[index].block]

    def opens(self, index: int) -> bool:
        """Tell whether the piece with this index is the first of its block."""
        return index == 0 or self.pieces[index - 1].block != self.pieces[index].block

    def closes(self, index: int) -> bool:
        """Tell whether the piece with this index is the last of its block."""
        return index + 1 == len(self.pieces) or self.pieces[index + 1].block != self.pieces[index].block

    def first_piece(self, block: int) -> Piece:
        """Return the first piece of the block with this index."""
        low, high = 0, len(self.pieces) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.pieces[middle].block < block else (low, middle)
        return self.pieces[low]

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Yield `[start, end)` cut where inline ranges and marks begin and end."""
        inlines = tuple(self._inlines.overlapping(start, end))
        return runs(start, end, inlines, tuple(self.marks.overlapping(start, end)))

    def set_marks(self, marks: Sequence[Mark]) -> list[Span]:
        """Replace the marks; return the spans on which anything is now different."""
        changed = _difference(self.marks, marks)
        if changed:
            self.marks = Intervals(marks, _mark_span)
        return [mark.span for mark in changed]

    def set_markers(self, markers: Sequence[Marker]) -> list[Span]:
        """Replace the markers; return the spans on which anything is now different."""
        changed = _difference(self.markers, markers)
        if changed:
            self.markers = Intervals(markers, _marker_span)
        return [marker.span for marker in changed]


def _difference(old: Iterable[T], new: Iterable[T]) -> list[T]:
    before, after = set(old), set(new)
    return [*(before - after), *(after - before)]


def _mark_span(mark: Mark) -> Span:
    return mark.span


def _marker_span(marker: Marker) -> Span:
    return marker.span


def _inline_span(inline: Inline) -> Span:
    return Span(inline.start, inline.end)
