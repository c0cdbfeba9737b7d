"""The part of many sections that is shown: what lies around the place being read, folded where it is nested.

A long list of sections would push events and recommendations out of sight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deskbrief.ui.outline.rows import SectionRow

#: So many rows of sections are shown at least, and at most, beside all else that the outline holds.
FEWEST, MOST = 3, 12
#: Sections take this part of the panel's height, with their head and the sentence below them.
_SHARE = 0.4


def room_for(height: int, row: int, beside: int) -> int:
    """Return for how many rows of sections a panel of `height` pixels has room.

    A row is `row` pixels high, what stands above and below the rows `beside`.
    """
    return min(max(int(height * _SHARE - beside) // max(row, 1), FEWEST), MOST)


def unfolded(
    rows: Sequence[SectionRow], turned: Mapping[str, bool], here: int, *, is_long: bool
) -> list[SectionRow]:
    """Return the sections whose parents are all open, and leave in each whether it is.

    `turned` holds those that the reader opened or closed. Of the others of a long list only those around the
    section number `here` are open.
    """
    around = _around(rows, here)
    is_alone = sum(row.parent < 0 for row in rows) == 1
    visible = [True] * len(rows)
    for number, row in enumerate(rows):
        begins_open = not is_long or number in around or (is_alone and row.parent < 0)
        row.open = turned.get(row.key, begins_open) if row.has_children else None
        if row.parent >= 0:
            visible[number] = visible[row.parent] and bool(rows[row.parent].open)
    return [row for row, is_seen in zip(rows, visible, strict=True) if is_seen]


def excerpt(shown: Sequence[SectionRow], here: SectionRow | None, room: int) -> list[SectionRow]:
    """Return as many of `shown` as there is room for: one third before the one being read, the rest after it.

    The number of rows stays the same wherever the reader is, so that what stands below does not move.
    """
    if len(shown) <= room + 1:
        # The sentence that tells of one that is left out would take the same room.
        return list(shown)
    at = next((number for number, row in enumerate(shown) if row is here), 0)
    first = min(max(at - room // 3, 0), len(shown) - room)
    return list(shown[first : first + room])


def _around(rows: Sequence[SectionRow], number: int) -> set[int]:
    """Return the numbers of a section and of all those around it."""
    found: set[int] = set()
    while number >= 0:
        found.add(number)
        number = rows[number].parent
    return found
