"""Making tables from runs of text: columns as wide as they need, heads, and the sign of a checked row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.brief.blocks import TextBlock
from deskbrief.brief.context import Context
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import CELL, CHECKED, TABLE_HEAD
from deskbrief.brief.table import Columns, Row, Table
from deskbrief.brief.text import Run

CHECK = Run(" ✓", CELL.coloured(CHECKED))
GUTTER = 12.0
#: So many rows, the head included, decide how wide columns are; a wider text below them is broken.
MEASURED = 200


@dataclass(frozen=True, slots=True)
class Column:
    """One column: as wide as its text up to `most` points, or, when that is 0, a `share` of what is left."""

    title: str
    most: float = 0.0
    share: float = 1.0


def grid(context: Context, columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Run]]]) -> Table:
    """Return a table of the cells in `rows`, each a sequence of runs."""
    table = context.root.add("Table")
    head = _head(context, columns, table.add("TR"))
    cells = [_cells(context, row, table.add("TR")) for row in rows]
    widths = _widths(columns, [head, *cells], context.paper.column)
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
    own = [
        min(max(row[at].natural_width() for row in rows[:MEASURED]) + 0.1, column.most)
        if column.most
        else 0.0
        for at, column in enumerate(columns)
    ]
    rest = width - sum(own) - GUTTER * (len(columns) - 1)
    shares = sum(column.share for column in columns if not column.most)
    return tuple(fixed or rest * column.share / shares for fixed, column in zip(own, columns, strict=True))
