"""Laying blocks out on pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.brief.blocks import Block, Room
from deskbrief.brief.stack import Placed, fill
from deskbrief.brief.styles import Paper


def pages_of(rest: Sequence[Block], paper: Paper) -> Iterator[list[Placed]]:
    """Yield what stands on each page of the blocks in `rest`; there is at least one page.

    A block that can neither be split nor fit an empty page is placed there all the same: none of a
    brief's blocks is so, since text can always be split within a page.
    """
    later = paper.room - paper.head
    room = Room(paper.column, paper.room, later)
    while True:
        placed, remaining = fill(rest, room)
        if not placed and remaining:
            placed, remaining = [Placed(0.0, remaining[0])], remaining[1:]
        yield placed
        if not remaining:
            return
        rest, room = remaining, Room(paper.column, later, later)
