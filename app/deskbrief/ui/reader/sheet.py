"""What the view shows, without how: a document in pieces, and the marks and markers on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from operator import attrgetter

from deskbrief.document.model import Block, Document, Inline
from deskbrief.document.spans import Span
from deskbrief.ui.reader.intervals import Intervals
from deskbrief.ui.reader.pieces import Piece, cut
from deskbrief.ui.reader.runs import Run, runs
from deskbrief.ui.reader.values import Mark, Marker
from deskbrief.ui.unmoved import unmoved

_SPAN = attrgetter("span.start", "span.end")
_BOUNDS = attrgetter("start", "end")
#: So many marks are put in one by one; for more of them all are sorted anew.
FEW = 40
#: So many pieces are summed up together.
CHUNK = 128


class Sheet:
    """A document with its marks and markers, ready to be asked what stands where.

    `pictured` are the indexes of the pieces above which a picture stands, `tables` those of tables. `edges`
    are the starts of each `CHUNK`th piece, and the end.
    """

    def __init__(self, document: Document, pieces: list[Piece] | None = None) -> None:
        """Cut `document` into pieces, unless it is; marks and markers are set later."""
        self.document = document
        self.pieces = cut(document) if pieces is None else pieces
        self.starts = [piece.start for piece in self.pieces]
        self.pictured = tuple(self._pictured())
        self.edges = [*self.starts[::CHUNK], len(document.text)]
        self.tables = [index for index, piece in enumerate(self.pieces) if piece[4]]
        #: The columns of numbers of each table looked at, by its start: they outlive sizes and widths.
        self.number_columns: dict[int, frozenset[int]] = {}
        self._marks: tuple[Mark, ...] = ()
        self.marks: Intervals[Mark] = Intervals((), _SPAN)
        #: The marks before they were taken off: most often the same ones come again.
        self._former: tuple[tuple[Mark, ...], Intervals[Mark]] = (), self.marks
        self.markers: Intervals[Marker] = Intervals((), _SPAN)
        #: The markers that were last given, and their order; they outlive being taken off, as marks do.
        self._given: tuple[Sequence[Marker], Intervals[Marker]] = (), self.markers
        self._inlines: Intervals[Inline] = Intervals(document.inlines, _BOUNDS)

    def twin(self) -> Sheet:
        """Return another sheet of the document, without marks; the pieces, which never change, are shared."""
        made = copy(self)
        made.strip()
        return made

    def block(self, index: int) -> Block:
        """Return the block that the piece with this index belongs to."""
        return self.document.blocks[self.pieces[index].block]

    def opens(self, index: int) -> bool:
        """Tell whether the piece with this index is the first of its block."""
        return index == 0 or self.pieces[index - 1].block != self.pieces[index].block

    def closes(self, index: int) -> bool:
        """Tell whether the piece with this index is the last of its block."""
        return index + 1 == len(self.pieces) or self.pieces[index + 1].block != self.pieces[index].block

    def _pictured(self) -> Iterator[int]:
        if any(block.picture is not None for block in self.document.blocks):
            for index in range(len(self.pieces)):
                if self.block(index).picture is not None and self.opens(index):
                    yield index

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Yield `[start, end)` cut where inline ranges and marks begin and end."""
        inlines = tuple(self._inlines.overlapping(start, end))
        return runs(start, end, inlines, tuple(self.marks.overlapping(start, end)))

    def inlines(self, start: int, end: int) -> tuple[Inline, ...]:
        """Return the inline ranges that share text with `[start, end)`."""
        return tuple(self._inlines.overlapping(start, end))

    def set_marks(self, marks: Sequence[Mark]) -> list[Span]:
        """Replace the marks; return the spans on which anything is now different."""
        return _merged(mark.span for mark in self.change_marks(marks))

    def change_marks(self, marks: Sequence[Mark]) -> list[Mark]:
        """Replace the marks; return those that have gone and those that have come."""
        gone, come = _difference(self._marks, marks)
        if not gone and not come:
            return []
        self.marks = self._put_in_order(marks, gone, come)
        self._marks = tuple(marks)
        return gone + come

    def _put_in_order(
        self, marks: Sequence[Mark], gone: Sequence[Mark], come: Sequence[Mark]
    ) -> Intervals[Mark]:
        """Return `marks` in the order of the text; of thousands only what changed is put anew."""
        known, ordered = self._marks, self.marks
        if not known:
            known, ordered = self._former
            gone, come = _difference(known, marks)
        if not known or len(gone) + len(come) > FEW:
            return Intervals(marks, _SPAN)
        return ordered.changed(gone, come) if gone or come else ordered

    def strip(self) -> None:
        """Take all marks and markers off."""
        if self._marks:
            self._former = self._marks, self.marks
        self._marks = ()
        self.marks, self.markers = Intervals((), _SPAN), Intervals((), _SPAN)

    def set_markers(self, markers: Sequence[Marker]) -> bool:
        """Replace the markers; return whether anything is now different."""
        given, ordered = self._given
        before, self.markers = self.markers, ordered if markers is given else Intervals(markers, _SPAN)
        self._given = markers, self.markers
        return before is not self.markers and list(before) != list(self.markers)


def _difference(before: Sequence[Mark], after: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return which marks are gone and which have come.

    Marks are told by identity first: comparing ten thousands of them takes ten times as long. Most often
    one has come, and all that stand before it and behind it are the same.
    """
    if not before or not after:
        return list(before), list(after)
    first, last = unmoved(before, after)
    before, after = before[first : len(before) - last], after[first : len(after) - last]
    old, new = {id(mark) for mark in before}, {id(mark) for mark in after}
    gone = [mark for mark in before if id(mark) not in new]
    come = [mark for mark in after if id(mark) not in old]
    if gone and come:
        named = {mark.note: mark for mark in gone}
        same = {mark.note for mark in come if named.get(mark.note) == mark}
        gone = [mark for mark in gone if mark.note not in same]
        come = [mark for mark in come if mark.note not in same]
    return gone, come


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in order, those that touch one another joined."""
    result: list[Span] = []
    for span in sorted(spans, key=_BOUNDS):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
