"""A document cut into pieces small enough to be set one at a time.

Nearly every block is one piece. A block that is too long to be laid out in a few milliseconds becomes
several: a table is cut between rows, other text after a space.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from deskbrief.document.model import Block, Document, Row

if TYPE_CHECKING:
    from deskbrief.document.steps import Steps

#: The most code points in one piece; a paragraph of this length takes some 6 ms to lay out.
LONGEST = 12_000
#: The most cells in one piece of a table.
MOST_CELLS = 120


class Piece(NamedTuple):
    """A stretch `[start, end)` of the block with index `block`; for a table, of its rows `[top, bottom)`.

    A tuple and not a dataclass, because a long book has ten thousands of them.
    """

    block: int
    start: int
    end: int
    top: int = 0
    bottom: int = 0


#: So many blocks are cut in one slice.
AT_ONCE = 4_000


def cut(document: Document) -> list[Piece]:
    """Return the pieces of `document` in the order of the text."""
    return _cut(document, 0, len(document.blocks))


def cutting(document: Document) -> Steps[list[Piece]]:
    """Return what `cut` does; yields between two slices of thousands of blocks."""
    pieces: list[Piece] = []
    for first in range(0, len(document.blocks), AT_ONCE):
        if first:
            yield
        pieces += _cut(document, first, first + AT_ONCE)
    return pieces


def _cut(document: Document, first: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    make = tuple.__new__  # half the time of the usual way, over ten thousands of blocks
    for index, block in enumerate(document.blocks[first:end], first):
        start, end, rows = block.start, block.end, block.rows
        if not rows and end - start <= LONGEST:
            pieces.append(make(Piece, (index, start, end, 0, 0)))
        elif rows and end - start <= LONGEST and sum([len(row.cells) for row in rows]) <= MOST_CELLS:
            pieces.append(Piece(index, start, end, 0, len(rows)))
        else:
            pieces += _rows(index, block) if rows else _stretches(index, block, document.text)
    return pieces


def _stretches(index: int, block: Block, text: str) -> Iterator[Piece]:
    start = block.start
    while block.end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = start + LONGEST if space < 0 else space + 1
        yield Piece(index, start, end)
        start = end
    yield Piece(index, start, block.end)


def _rows(index: int, block: Block) -> Iterator[Piece]:
    top = 0
    while top < len(block.rows):
        bottom = _bottom(block.rows, top)
        start = block.start if top == 0 else block.rows[top].cells[0].start
        end = block.end if bottom == len(block.rows) else block.rows[bottom].cells[0].start
        yield Piece(index, start, end, top, bottom)
        top = bottom


def _bottom(rows: tuple[Row, ...], top: int) -> int:
    """Return the row before which a piece that begins with row `top` has to end."""
    cells = points = 0
    for index in range(top, len(rows)):
        row = rows[index].cells
        cells += len(row)
        points += row[-1].end - row[0].start
        if index > top and (cells > MOST_CELLS or points > LONGEST):
            return index
    return len(rows)
