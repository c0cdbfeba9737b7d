"""Making tables from runs of text: columns as wide as they need, heads, and the sign of a checked row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskbrief.brief.context import Context
from deskbrief.brief.lines import Run
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import CELL, CHECKED, TABLE_HEAD
from deskbrief.brief.table import Columns, Row, Table
from deskbrief.brief.textblock import TextBlock

CHECK = Run(" ✓", CELL.coloured(CHECKED))
GUTTER = 12.0
#: So many rows, the head included, decide how wide columns are; a wider text below them is broken.
MEASURED = 200
#: What a column gets beyond its text, in points, so that rounding breaks no line.
ROUNDING = 0.1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: as wide as its text up to `most` points, or, when that is 0, a `share` of what is left."""

    title: str
    most: float = 0.0
    share: float = 1.0


def grid(
    context: Context,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Sequence[Run]]],
    *,
    node: Node | None = None,
    width: float = 0.0,
) -> Table:
    """Return a table of the cells in `rows`, each a sequence of runs.

    It stands in the element `node`, usually the document, and is `width` points wide, usually the column.
    """
    table = (node or context.root).add("Table")
    head = _head(context, columns, table.add("TR"))
    cells = [_cells(context, row, table.add("TR")) for row in rows]
    widths = _widths(columns, [head, *cells], width or context.paper.column)
    measures = Columns(widths, GUTTER)
    again = _head(context, columns, None)
    return Table(Row(head, measures), Row(again, measures), [Row(row, measures) for row in cells])


def _head(context: Context, columns: Sequence[Column], row: Node | None) -> list[TextBlock]:
    return [context.text(column.title, TABLE_HEAD, row.add("TH") if row else None) for column in columns]


def _cells(context: Context, row: Sequence[Sequence[Run]], node: Node) -> list[TextBlock]:
    return [context.paragraph(runs or [Run("", CELL)], node.add("TD")) for runs in row]


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[TextBlock]], width: float
) -> tuple[float, ...]:
    """Return each column's width, so that all and the gutters between them make `width`."""
    naturals = [
        max(row[at].natural_width() for row in rows[:MEASURED]) + ROUNDING for at in range(len(columns))
    ]
    own = {at: min(naturals[at], column.most) for at, column in enumerate(columns) if column.most}
    rest = width - sum(own.values()) - GUTTER * (len(columns) - 1)
    wanted = {at: (naturals[at], column.share) for at, column in enumerate(columns) if not column.most}
    own |= apportioned(wanted, rest)
    return tuple(own[at] for at in range(len(columns)))


def apportioned(wanted: Mapping[int, tuple[float, float]], room: float) -> dict[int, float]:
    """Return how `room` is divided among columns, by number, of which each wants a width and has a share.

    A column that wants less than its share gets what it wants, and the others divide the remainder.
    """
    widths: dict[int, float] = {}
    shares = sum(share for _, share in wanted.values())
    for at, (natural, share) in sorted(wanted.items(), key=lambda item: item[1][0] / item[1][1]):
        fair = room * share / shares
        last = len(widths) + 1 == len(wanted)
        widths[at] = fair if last else min(natural, fair)
        room -= widths[at]
        shares -= share
    return widths
