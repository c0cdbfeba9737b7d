"""Placing labels and marks along a line so that they do not collide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf

#: Labels keep at least this distance from one another, in points.
GAP = 7.0


@dataclass(frozen=True, slots=True)
class Label:
    """A label's text, the left edge at which it is set, and its row below the line, from 0."""

    text: str
    left: float
    row: int


def set_labels(
    wanted: Iterable[tuple[float, str]], measure: Callable[[str], float], width: float, *, rows: int
) -> list[Label] | None:
    """Return labels centred below their places, in at most `rows` rows, or None when they would collide.

    `wanted` holds places in points and texts; the same text twice side by side is set once.
    """
    labels: list[Label] = []
    free = [-inf] * rows
    for centre, text in sorted(wanted):
        if labels and labels[-1].text == text:
            continue
        size = measure(text)
        left = min(max(centre - size / 2, 0.0), width - size)
        row = next((row for row in range(rows) if left >= free[row]), None)
        if row is None:
            return None
        labels.append(Label(text, left, row))
        free[row] = left + size + GAP
    return labels


def levels_of(extents: Sequence[tuple[float, float]], most: int) -> list[int]:
    """Return for each extent, from left to right, the lowest level on which it touches no earlier one.

    Where `most` levels do not suffice, extents overlap on the highest.
    """
    free = [-inf] * most
    levels = []
    for left, right in extents:
        level = next((level for level in range(most) if left >= free[level]), most - 1)
        free[level] = max(free[level], right)
        levels.append(level)
    return levels
