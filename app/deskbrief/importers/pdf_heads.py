"""Heads of tables without rules, which reach over the columns that they stand over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deskbrief.importers.pdf_rows import TableCell

#: Heads stand over the middle of their columns but for this share of the width of their table.
CENTRED = 0.02
#: Heads of so many columns are spread.
SEVERAL = 2


def spread_heads(
    row: list[TableCell | None], below: Sequence[TableCell | None], edges: Sequence[tuple[float, float]]
) -> None:
    """Let heads that stand over several columns reach over those in whose middle they stand.

    They reach beyond those that they stand over only where all that they cover has numbers for names `below`,
    as years have, and never over columns of the heads beside them.
    """
    near = 2 * CENTRED * (edges[-1][1] - edges[0][0])
    taken = [at for at, cell in enumerate(row) if cell is not None]
    first = 1
    for at, end in pairwise([*taken, len(edges)]):
        cell = row[at]
        over = [n for n in range(first, end) if cell and _stands_over(cell, *edges[n])]
        if cell is None or not at or len(over) < SEVERAL:
            first = max(first, min(at + (cell.col_span if cell else 1), end))
            continue
        middle = sum(_edges_of(cell))
        wider = (
            (last - begin, begin)
            for begin in range(first, over[0] + 1)
            for last in range(over[-1], end)
            if abs(edges[begin][0] + edges[last][1] - middle) < near and _numbered(below[begin : last + 1])
        )
        wide = max([(over[-1] - over[0], over[0]), *wider])
        row[at], cell.column, cell.col_span = None, wide[1], wide[0] + 1
        row[cell.column] = cell
        first = cell.column + cell.col_span


def _numbered(names: Sequence[TableCell | None]) -> bool:
    """Tell whether columns have names with figures, such as years."""
    return bool(names) and all(name is not None and any(map(str.isdigit, name.text)) for name in names)


def _edges_of(cell: TableCell) -> tuple[float, float]:
    return min(part.left for part in cell.parts), max(part.right for part in cell.parts)


def _stands_over(cell: TableCell, left: float, right: float) -> bool:
    begin, end = _edges_of(cell)
    return begin < right and left < end
