"""Stretches of text that can be asked which of them touch a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Intervals(Generic[T]):
    """Values with spans, in the order of their starts; they may overlap.

    A question costs the logarithm of their number plus what stands between the first and the last answer.
    """

    def __init__(self, items: Sequence[T], bounds: Callable[[T], tuple[int, int]]) -> None:
        """Take `items`, whose first code point and end `bounds` tells."""
        known = [bounds(item) for item in items]
        order = sorted(range(len(known)), key=known.__getitem__)
        self._items = [items[index] for index in order]
        self._starts = [known[index][0] for index in order]
        self._ends = [known[index][1] for index in order]
        self._reach = list(accumulate(self._ends, max))

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
