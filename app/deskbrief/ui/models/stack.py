"""Rows of different heights in a scrolled view: which are in sight, and which headers are held there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from deskbrief.ui.models.extents import Extents

#: Headers held at the bottom take at most this part of the view's height.
_SHARE = 4


class Stack(Extents):
    """Rows one below the other; `headers` are the numbers of those that head the rows below them."""

    def __init__(self) -> None:
        super().__init__()
        self._headers: list[int] = []

    def pile(self, heights: Iterable[int], headers: Sequence[int]) -> None:
        """Replace all rows."""
        self.fill(heights)
        self._headers = list(headers)

    def seen(self, offset: int, height: int) -> range:
        """Return the numbers of the rows in sight of a view of `height` pixels scrolled to `offset`."""
        first = self.at(max(offset, 0))
        if first < 0:
            return range(0)
        last = self.at(min(offset + height, self.total) - 1)
        return range(first, max(first, last) + 1)

    def held(self, offset: int, height: int) -> dict[int, int]:
        """Return the headers that are drawn elsewhere than they lie, with the y at which they are drawn.

        The header of the rows at the top is held there; those further down are stacked at the bottom, so that
        every group is one click away, unless they would take more than a quarter of the height.
        """
        if not self._headers or not self.total:
            return {}
        place = bisect_right(self._headers, max(self.at(offset), 0)) - 1
        drawn = self._lowest(place + 1, height)
        for number, y in drawn.items():
            drawn[number] = min(y, self.top(number) - offset)
        if place >= 0:
            drawn[self._headers[place]] = self._highest(place, offset)
        return {number: y for number, y in drawn.items() if y != self.top(number) - offset}

    def covered(self, number: int, height: int) -> tuple[int, int]:
        """Return how many pixels held headers take from the view above and below a row."""
        place = bisect_right(self._headers, number)
        is_header = place > 0 and self._headers[place - 1] == number
        above = self.height(self._headers[place - 1]) if place and not is_header else 0
        return above, sum(self.height(header) for header in self._lowest(place, height))

    def _lowest(self, place: int, height: int) -> dict[int, int]:
        """Return the lowest y of each header from `place` on, so that all of them are in sight."""
        piled, lowest = 0, {}
        for number in reversed(self._headers[place:]):
            piled += self.height(number)
            lowest[number] = height - piled
        return lowest if piled * _SHARE <= height else {}

    def _highest(self, place: int, offset: int) -> int:
        """Return the y of the header of the rows at the top, pushed up by the one that follows."""
        number = self._headers[place]
        after = self._headers[place + 1] if place + 1 < len(self._headers) else len(self)
        pushed = self.top(after) - offset - self.height(number)
        return max(min(0, pushed), self.top(number) - offset)
