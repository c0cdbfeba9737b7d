"""The longest common subsequence of two short sequences, by whole rows of bits at a time."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

#: Of longer sequences only so many elements are compared: what a row of bits costs grows with its length.
LONGEST = 4000


def common_pairs(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return index pairs of a longest common subsequence of `left` and `right`, in ascending order.

    Takes as many steps as `left` has elements, each over one integer with a bit for each element of
    `right`; beyond `LONGEST` elements nothing is looked at.
    """
    rows = _rows(left[:LONGEST], right[:LONGEST])
    at, column = len(rows), min(len(right), LONGEST)
    pairs = []
    while at and column:
        bit = 1 << (column - 1)
        if rows[at - 1] & bit:
            column -= 1
            continue
        at -= 1
        if not at or rows[at - 1] & bit:
            column -= 1
            pairs.append((at, column))
    return pairs[::-1]


def common_length(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Return the length of a longest common subsequence of (the first `LONGEST` of) both."""
    places, full = _places(right[:LONGEST])
    row = full
    for element in left[:LONGEST]:
        hit = row & places.get(element, 0)
        row = ((row + hit) | (row - hit)) & full
    return full.bit_length() - row.bit_count()


def likeness(left: str, right: str) -> float:
    """Return how much of two texts is common, from 0 to 1: twice the common length over both lengths."""
    left, right = left[:LONGEST], right[:LONGEST]
    if left == right:
        return 1.0
    return 2 * common_length(left, right) / (len(left) + len(right))


def _rows(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[int]:
    """Return a row for each element of `left`: bit n is 0 where one more of `right` makes it longer."""
    places, full = _places(right)
    row, rows = full, []
    for element in left:
        hit = row & places.get(element, 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    return rows


def _places(elements: Sequence[Hashable]) -> tuple[dict[Hashable, int], int]:
    places: dict[Hashable, int] = {}
    for number, element in enumerate(elements):
        places[element] = places.get(element, 0) | 1 << number
    return places, (1 << len(elements)) - 1
