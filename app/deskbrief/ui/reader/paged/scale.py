"""Where every piece of a document stands from top to bottom, although only some have been laid out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from deskbrief.document.spans import Span
from deskbrief.ui.reader.pieces import Piece


class Scale:
    """Heights of pieces in pixels: estimates at first, corrected as pieces are laid out.

    Distances are counted from the top of the first piece.
    """

    def __init__(self, pieces: Sequence[Piece], starts: Sequence[int], heights: list[float]) -> None:
        """Take the pieces of a document, in order, with the start and an estimate of the height of each."""
        self.pieces = pieces
        self._starts = starts
        self._heights = heights
        self._tops: list[float] = []

    @property
    def total(self) -> float:
        """The height of everything."""
        return self._all_tops()[-1]

    def top(self, index: int) -> float:
        """Return where the piece with this index begins; the number of pieces asks for the end."""
        return self._all_tops()[index]

    def piece_at(self, y: float) -> int:
        """Return the index of the piece at height `y`; the nearest one when there is none."""
        return self._clamped(bisect_right(self._all_tops(), y) - 1)

    def piece_of(self, offset: int) -> int:
        """Return the index of the last piece that begins at or before `offset`."""
        return self._clamped(bisect_right(self._starts, offset) - 1)

    def y_of(self, offset: int) -> float:
        """Return about how far down `offset` is."""
        if not self.pieces:
            return 0.0
        index = self.piece_of(offset)
        piece = self.pieces[index]
        share = (offset - piece.start) / max(piece.end - piece.start, 1)
        return self.top(index) + min(max(share, 0.0), 1.0) * self._heights[index]

    def offset_at(self, y: float) -> int:
        """Return about which offset is at height `y`."""
        if not self.pieces:
            return 0
        index = self.piece_at(y)
        piece = self.pieces[index]
        share = (y - self.top(index)) / max(self._heights[index], 1.0)
        return piece.start + int(min(max(share, 0.0), 1.0) * (piece.end - piece.start))

    def between(self, top: float, bottom: float) -> Span:
        """Return about which stretch of the text lies between two heights."""
        return Span(self.offset_at(top), self.offset_at(bottom))

    def correct(self, first: int, heights: Sequence[float]) -> None:
        """Replace the heights of the pieces from `first` on by what was measured."""
        self._heights[first : first + len(heights)] = heights
        self._tops = []

    def _all_tops(self) -> list[float]:
        if not self._tops:
            self._tops = list(accumulate(self._heights, initial=0.0))
        return self._tops

    def _clamped(self, index: int) -> int:
        return min(max(index, 0), max(len(self.pieces) - 1, 0))
