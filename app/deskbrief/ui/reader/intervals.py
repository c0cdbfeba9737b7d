"""Stretches of text that can be asked which of them touch a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Intervals(Generic[T]):
    """Values with spans, in the order of their starts; they may overlap.

    A question costs the logarithm of their number plus what stands between the first and the last answer.
    """

    def __init__(self, items: Iterable[T], bounds: Callable[[T], tuple[int, int]]) -> None:
        """Take `items`, whose first code point and end `bounds` tells."""
        self._bounds = bounds
        self._items = list(items)
        known = list(map(bounds, self._items))
        if sorted(known) != known:
            self._items = sorted(self._items, key=bounds)
            known.sort()
        self._starts = [start for start, _ in known]
        self._ends = [end for _, end in known]
        self._reach = list(accumulate(self._ends, max))

    def changed(self, gone: Iterable[T], come: Iterable[T]) -> Intervals[T]:
        """Return these without `gone`, all of which must be here, and with `come`."""
        made = Intervals[T]((), self._bounds)
        made._items, made._starts, made._ends = self._items[:], self._starts[:], self._ends[:]
        touched = [made._take_out(item) for item in gone] + [made._put_in(item) for item in come]
        first = min(touched, default=len(self._items))
        made._reach = self._reach[:first]
        before = made._reach[-1:]
        made._reach += list(accumulate((*before, *made._ends[first:]), max))[len(before) :]
        return made

    def _take_out(self, item: T) -> int:
        index = bisect_left(self._starts, self._bounds(item)[0])
        while self._items[index] != item:
            index += 1
        del self._items[index], self._starts[index], self._ends[index]
        return index

    def _put_in(self, item: T) -> int:
        start, end = self._bounds(item)
        index = bisect_left(self._starts, start)
        while index < len(self._starts) and self._starts[index] == start and self._ends[index] <= end:
            index += 1
        self._items.insert(index, item)
        self._starts.insert(index, start)
        self._ends.insert(index, end)
        return index

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def overlapping(self, start: int, end: int) -> Iterator[T]:
        """Yield what shares a code point with `[start, end)`, first start first."""
        for index in range(bisect_right(self._reach, start), bisect_left(self._starts, end)):
            if self._ends[index] > start:
                yield self._items[index]

    def beginning(self, start: int, end: int) -> Iterator[T]:
        """Yield what begins in `[start, end)`."""
        yield from self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
