"""Pieces of a document laid out: where each of their letters stands, and how high they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from deskbrief.document.spans import Span
from deskbrief.ui.reader.lines import Lines
from deskbrief.ui.reader.values import Line

if TYPE_CHECKING:
    from deskbrief.document.grid import Grid, PlacedCell


class Part(NamedTuple):
    """Lines of text with their left edge, counted from the column's, and their top, from the piece's.

    `header` tells that it is a head cell of a table.
    """

    lines: Lines
    x: float
    y: float
    header: bool = False


class Setting:
    """One piece laid out, counted from the top of the piece and the left edge of the column.

    `height` reaches to the top of the next piece, `top` is where text begins, below empty room and
    pictures, and `bottom` where it ends. `far` is how far its text reaches to the right.
    """

    __slots__ = ("bottom", "far", "height", "right_to_left", "top")

    def __init__(self, *, top: float, bottom: float, below: float, far: float, right_to_left: bool) -> None:
        self.top, self.bottom, self.height = top, bottom, bottom + below
        self.far = far
        self.right_to_left = right_to_left

    def parts(self, top: float, bottom: float) -> Iterator[Part]:
        """Yield the parts that can be seen between two heights, in the order of the text."""
        raise NotImplementedError

    def between(self, top: float, bottom: float) -> Span | None:
        """Return what stands between two heights, in whole lines; None for all of it."""
        raise NotImplementedError

    def part_of(self, offset: int) -> Part:
        """Return the part in which `offset` stands, or the last one before it."""
        raise NotImplementedError

    def part_at(self, x: float, y: float) -> Part:
        """Return the part that is nearest to a point."""
        raise NotImplementedError

    def line(self, offset: int) -> Line:
        """Return the line on which `offset` stands."""
        part = self.part_of(offset)
        line = part.lines.line(offset)
        return Line(line.top + part.y, line.height, line.baseline + part.y)

    def x(self, offset: int) -> float:
        """Return where the letter at `offset` begins."""
        part = self.part_of(offset)
        return part.x + part.lines.x(offset)

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset nearest to a point."""
        part = self.part_at(x, y)
        return part.lines.offset_at(x - part.x, y - part.y)

    def letter_at(self, x: float, y: float) -> int | None:
        """Return the offset of the letter under a point, or None."""
        part = self.part_at(x, y)
        return part.lines.letter_at(x - part.x, y - part.y)


class SetText(Setting):
    """A piece of text."""

    __slots__ = ("_part",)

    def __init__(self, part: Part, *, below: float, far: float, right_to_left: bool, bottom: float) -> None:
        super().__init__(top=part.y, bottom=bottom, below=below, far=far, right_to_left=right_to_left)
        self._part = part

    def parts(self, top: float, bottom: float) -> Iterator[Part]:
        if self.top < bottom and self.bottom > top:
            yield self._part

    def between(self, top: float, bottom: float) -> Span | None:
        return Span(*self._part.lines.between(top - self.top, bottom - self.top))

    def part_of(self, _offset: int) -> Part:
        return self._part

    def part_at(self, _x: float, _y: float) -> Part:
        return self._part


class SetTable(Setting):
    """Rows of a table. Lines of a cell are made when they are first looked at.

    `rules` are the heights at which a thin line is drawn, `across` tells how far the table has been moved
    to the left, of the `far` pixels that it is wide.
    """

    __slots__ = ("_across", "_cells", "_edges", "_make", "_padding", "_places", "_tops", "_wide", "rules")

    def __init__(
        self,
        grid: Grid,
        *,
        edges: Sequence[float],
        heights: Sequence[float],
        make: Callable[[PlacedCell, float], Lines],
        across: Callable[[], float],
        shape: TableShape,
    ) -> None:
        tops = [float(shape.top)]
        for height in heights:
            tops.append(tops[-1] + height)
        super().__init__(
            top=shape.top,
            bottom=tops[-1],
            below=shape.below,
            far=edges[-1],
            right_to_left=shape.right_to_left,
        )
        self._places = [place for place in grid.places if place.column < len(edges) - 1]
        self._edges, self._tops = edges, tops
        self._make, self._across = make, across
        self._padding, self._wide = shape.padding, shape.wide
        self._cells: dict[int, Lines] = {}
        self.rules = tops[1:]

    @property
    def across(self) -> float:
        """How far the table has been moved to the left."""
        return self._across()

    def parts(self, top: float, bottom: float) -> Iterator[Part]:
        low, shift = max(bisect_right(self._tops, top) - 1, 0), self.across
        for number, place in enumerate(self._places):
            if place.row + place.rows <= low or self._tops[place.row] >= bottom:
                continue
            left, right = self._sides(place)
            if right > shift and left < shift + self._wide:
                yield self._part(number)

    def between(self, _top: float, _bottom: float) -> Span | None:
        return None

    def part_of(self, offset: int) -> Part:
        number = bisect_right(self._places, offset, key=_start) - 1
        return self._part(max(number, 0))

    def part_at(self, x: float, y: float) -> Part:
        x += self.across
        row = min(max(bisect_right(self._tops, y) - 1, 0), len(self._tops) - 2)
        best, least = 0, float("inf")
        for number, place in enumerate(self._places):
            left, right = self._sides(place)
            rows = max(place.row - row, row - place.row - place.rows + 1, 0)
            away = rows * 1e6 + max(left - x, x - right, 0.0)
            if away < least:
                best, least = number, away
        return self._part(best)

    def sides_of(self, offset: int) -> tuple[float, float]:
        """Return where the cell of `offset` begins and ends, whatever has been moved."""
        return self._sides(self._places[max(bisect_right(self._places, offset, key=_start) - 1, 0)])

    def _part(self, number: int) -> Part:
        place = self._places[number]
        left, right = self._sides(place)
        beside, above = self._padding
        lines = self._cells.get(number)
        if lines is None:
            lines = self._cells[number] = self._make(place, right - left - 2 * beside)
        return Part(lines, left + beside - self.across, self._tops[place.row] + above, place.cell.header)

    def _sides(self, place: PlacedCell) -> tuple[float, float]:
        last = min(place.column + place.columns, len(self._edges) - 1)
        left, right = self._edges[place.column], self._edges[last]
        if self.right_to_left:
            return self.far - right, self.far - left
        return left, right


class TableShape(NamedTuple):
    """What a table keeps around itself: room above and below, in its cells, and the width it is seen in."""

    top: float
    below: float
    padding: tuple[int, int]
    wide: float
    right_to_left: bool


def _start(place: PlacedCell) -> int:
    return place.cell.start


def _end(place: PlacedCell) -> int:
    return place.cell.end
