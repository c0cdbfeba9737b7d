"""Keeping what is seen where it is while the rows around it change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from deskbrief.ui.models.extents import Extents
from deskbrief.ui.models.rows import Row

#: Key, number and y in the viewport of rows, the one to hold on to first.
Anchor: TypeAlias = tuple[tuple[str, int, int], ...]


def caught(rows: Sequence[Row], extents: Extents, seen: range, offset: int, preferred: int) -> Anchor:
    """Return the anchor of the rows in sight: the preferred one first, then its neighbours."""
    ranked = sorted(seen, key=lambda number: abs(number - preferred))
    return tuple((rows[number].key, number, extents.top(number) - offset) for number in ranked)


def offset_for(anchor: Anchor, rows: Sequence[Row], extents: Extents) -> int | None:
    """Return the scroll offset at which the first anchored row that is still there lies where it lay."""
    if not anchor:
        return None
    key, number, y = anchor[0]
    if number < len(rows) and rows[number].key == key:
        return extents.top(number) - y
    wanted = {key for key, _, _ in anchor}
    numbers = {row.key: number for number, row in enumerate(rows) if row.key in wanted}
    for key, _, y in anchor:
        if key in numbers:
            return extents.top(numbers[key]) - y
    return None
