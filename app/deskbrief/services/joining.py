"""Which events of several sources are one: those of one day that share most of their telling words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from deskbrief.document.edtf import bounds
from deskbrief.document.likeness import sense_of, share_most

T = TypeVar("T")

#: Two events are one when their titles share so much of the shorter one's words ...
ALIKE = 0.6
#: ... and, where they are dated differently, so much, and at least so many words.
ALIKE_ELSEWHERE, SHARED = 0.75, 2
#: Dates further apart than this, in years, are those of different events: what comes each year is not one.
APART = 0.9
#: Words of this many letters or fewer tell nothing about what a title means.
SHORT_WORD = 3


def telling(title: str) -> frozenset[str]:
    """Return the words of a title that tell what it is about."""
    words = (sense_of(word.strip(".,;:()“”\"'’").casefold()) for word in title.split())
    return frozenset(word for word in words if len(word) > SHORT_WORD)


def alike(one: str, other: str) -> bool:
    """Tell whether two titles of one day name one event."""
    return share_most(telling(one), telling(other), ALIKE)


def alike_elsewhere(one: str, other: str) -> bool:
    """Tell whether two titles of different days may name one event, dated differently."""
    first, second = telling(one), telling(other)
    shared = len(first & second)
    return shared >= SHARED and shared >= ALIKE_ELSEWHERE * min(len(first), len(second))


def disagree(one: str, other: str) -> bool:
    """Tell whether two EDTF dates cannot both be right: neither lies within the other."""
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return False
    return not _holds(first, second) and not _holds(second, first)


def _holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def joined(rows: Iterable[T], day: Callable[[T], str], same: Callable[[T, T], bool]) -> list[list[T]]:
    """Return `rows`, which are in the order of time, in groups: those of one day that are the same."""
    groups: list[list[T]] = []
    first_of_day = 0
    for row in rows:
        if first_of_day < len(groups) and day(groups[first_of_day][0]) != day(row):
            first_of_day = len(groups)
        group = next((group for group in groups[first_of_day:] if same(group[0], row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return groups
