"""Where every piece of a document stands from top to bottom, although only some have been laid out."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from deskbrief.ui.reader.sheet import CHUNK, Sheet


class Heights:
    """Heights of pieces in pixels: measured ones, and estimates for the rest.

    Pieces are summed up in chunks, so that no question costs more than the length of one chunk and the
    number of chunks, and new estimates for all cost the number of chunks. Distances are counted from the
    top of the first piece.
    """

    def __init__(self, sheet: Sheet, one: float, each: float, row: float, pictures: dict[int, float]) -> None:
        """Take pixels for each piece, for each code point and for each table row, and heights of pictures."""
        self._sheet = sheet
        self._one, self._each, self._row = one, each, row
        self._pictures = pictures
        self._known: dict[int, float] = {}
        self._sums = [
            one * min(CHUNK, len(sheet.pieces) - number * CHUNK) + each * (end - start)
            for number, (start, end) in enumerate(pairwise(sheet.edges))
        ]
        for index in sheet.tables:
            self._sums[index // CHUNK] += row * (sheet.pieces[index].bottom - sheet.pieces[index].top)
        for index, high in pictures.items():
            self._sums[index // CHUNK] += high
        self._tops: list[float] = []
        self._inner: dict[int, list[float]] = {}

    @property
    def total(self) -> float:
        """The height of everything."""
        return self._chunk_tops()[-1]

    def height(self, index: int) -> float:
        """Return the height of the piece with this index."""
        known = self._known.get(index)
        if known is not None:
            return known
        _, start, _, top, bottom = self._sheet.pieces[index]
        starts = self._sheet.starts
        end = starts[index + 1] if index + 1 < len(starts) else self._sheet.edges[-1]
        estimate = self._one + (end - start) * self._each + (bottom - top) * self._row
        return estimate + self._pictures.get(index, 0.0)

    def measured(self, index: int, height: float) -> bool:
        """Take note of how high a piece is; return whether that is news."""
        more = height - self.height(index)
        self._known[index] = height
        if more:
            self._sums[index // CHUNK] += more
            self._tops = []
            self._inner.pop(index // CHUNK, None)
        return bool(more)

    def top(self, index: int) -> float:
        """Return where the piece with this index begins; the number of pieces asks for the end."""
        if index >= len(self._sheet.pieces):
            return self.total
        return self._chunk_tops()[index // CHUNK] + self._inside(index // CHUNK)[index % CHUNK]

    def piece_at(self, y: float) -> int:
        """Return the index of the piece at height `y`; the nearest one when there is none."""
        tops = self._chunk_tops()
        chunk = min(max(bisect_right(tops, y) - 1, 0), max(len(self._sums) - 1, 0))
        inside = self._inside(chunk)
        return chunk * CHUNK + min(max(bisect_right(inside, y - tops[chunk]) - 1, 0), max(len(inside) - 2, 0))

    def piece_of(self, offset: int) -> int:
        """Return the index of the last piece that begins at or before `offset`."""
        return max(bisect_right(self._sheet.starts, offset) - 1, 0)

    def y_of(self, offset: int) -> float:
        """Return about how far down `offset` is."""
        if not self._sheet.pieces:
            return 0.0
        index = self.piece_of(offset)
        piece = self._sheet.pieces[index]
        share = (offset - piece.start) / max(piece.end - piece.start, 1)
        return self.top(index) + min(max(share, 0.0), 1.0) * self.height(index)

    def offset_at(self, y: float) -> int:
        """Return about which offset is at height `y`."""
        return next(self.offsets_at((y,)))

    def offsets_at(self, ys: Iterable[float]) -> Iterator[int]:
        """Yield about which offsets are at heights; each must be at or below the one before."""
        tops, pieces = self._chunk_tops(), self._sheet.pieces
        if not pieces:
            yield from (0 for _ in ys)
            return
        chunk, begin, end = -1, 0.0, -math.inf
        inside: list[float] = []
        for y in ys:
            if y >= end:
                chunk = min(max(bisect_right(tops, y) - 1, 0), max(len(self._sums) - 1, 0))
                begin, inside = tops[chunk], self._inside(chunk)
                end = tops[chunk + 1] if chunk + 1 < len(self._sums) else math.inf
            at = min(max(bisect_right(inside, y - begin) - 1, 0), len(inside) - 2)
            start, stop = pieces[chunk * CHUNK + at][1:3]
            share = (y - begin - inside[at]) / max(inside[at + 1] - inside[at], 1.0)
            yield start + int(min(max(share, 0.0), 1.0) * (stop - start))

    def _chunk_tops(self) -> list[float]:
        if not self._tops:
            self._tops = list(accumulate(self._sums, initial=0.0))
        return self._tops

    def _inside(self, chunk: int) -> list[float]:
        """Return the tops of the pieces of a chunk, counted from the top of the first."""
        inside = self._inner.get(chunk)
        if inside is None:
            inside = self._inner[chunk] = list(accumulate(self._heights(chunk), initial=0.0))
        return inside

    def _heights(self, chunk: int) -> list[float]:
        """Return what `height` says of each piece of a chunk; the overview asks for those of a whole book."""
        first, one, each = chunk * CHUNK, self._one, self._each
        starts, edges = self._sheet.starts[first : first + CHUNK], self._sheet.edges
        ends = [*starts[1:], edges[chunk + 1]] if starts else []
        heights = [one + (end - start) * each for start, end in zip(starts, ends, strict=True)]
        tables, last = self._sheet.tables, first + len(starts)
        for index in tables[bisect_left(tables, first) : bisect_left(tables, last)]:
            top, bottom = self._sheet.pieces[index][3:]
            heights[index - first] += (bottom - top) * self._row
        others: set[int] = set()
        for known in (self._known, self._pictures):
            others |= known.keys() & range(first, last) if len(known) > CHUNK else known.keys()
        for index in others:
            if first <= index < last:
                heights[index - first] = self.height(index)
        return heights
