"""Stretches of text that can be asked which of them touch a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from deskbrief.document.spans import Span

T = TypeVar("T")


class Intervals(Generic[T]):
    """Values with spans, in the order of their starts; they may overlap.

    A question costs the logarithm of their number plus what stands between the first and the last answer.
    """

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        """Take `items`, whose places `span_of` tells."""
        pairs = sorted(((span_of(item), item) for item in items), key=_span)
        self._items = [item for _, item in pairs]
        self._starts = [span.start for span, _ in pairs]
        self._ends = [span.end for span, _ in pairs]
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


def _span(pair: tuple[Span, T]) -> Span:
    return pair[0]
