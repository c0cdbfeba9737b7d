"""Making tables from runs of text: columns as wide as they need, heads, and the sign of a checked row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from deskbrief.brief.context import Context
from deskbrief.brief.fonts import Face
from deskbrief.brief.lines import Run
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import CELL, CHECKED, TABLE_HEAD
from deskbrief.brief.table import Columns, GroupRow, Row, Table
from deskbrief.brief.textblock import TextBlock

CHECK = Run(" ✓", CELL.coloured(CHECKED))
GUTTER = 12.0
#: So many cells of a column, those with the most characters, decide how wide it is.
MEASURED = 100
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
    groups: Sequence[str] = (),
    node: Node | None = None,
    width: float = 0.0,
) -> Table:
    """Return a table of the cells in `rows`, each a sequence of runs.

    `groups` has the name of each row's group, which stands once above its rows. The table stands in the
    element `node`, usually the document, and is `width` points wide, usually the column.
    """
    table, width = (node or context.root).add("Table"), width or context.paper.column
    titled = not rows or any(column.title.strip() for column in columns)
    head = _head(context, columns, table.add("TR")) if titled else []
    cells: list[list[TextBlock]] = []
    names: dict[int, tuple[GroupRow, GroupRow]] = {}
    for at, row in enumerate(rows):
        if groups and (not at or groups[at] != groups[at - 1]):
            names[at] = _group(context, groups[at], table.add("TR"), len(columns), width)
        cells.append(_cells(context, row, table.add("TR"), headed=titled))
    widths = column_widths(columns, [head, *cells] if titled else cells, width)
    measures = Columns(widths, GUTTER, context.density.padding)
    grouped_rows = list(_grouped(cells, names, measures))
    if not titled:
        return Table([], None, grouped_rows)
    return Table([Row(head, measures)], Row(_head(context, columns, None), measures), grouped_rows)


def _grouped(
    cells: Sequence[Sequence[TextBlock]],
    names: Mapping[int, tuple[GroupRow, GroupRow]],
    measures: Columns,
) -> Iterator[Row]:
    """Yield the rows of a table, and before the first of each group its name."""
    group: GroupRow | None = None
    for at, row in enumerate(cells):
        if at in names:
            name, group = names[at]
            yield name
        yield Row(row, measures, group=group)


def _group(context: Context, name: str, row: Node, span: int, width: float) -> tuple[GroupRow, GroupRow]:
    """Return the row that names a group, and the same as an artifact."""
    # A heading and no head of columns or rows: a table with hundreds of heads cannot be made sense of.
    head = row.add("TD")
    head.span = span
    style = CELL.with_face(Face.SANS_BOLD)
    named = GroupRow(context.text(name, style, head.add("H3")), width)
    return named, GroupRow(context.text(name, style, None), width)


def _head(context: Context, columns: Sequence[Column], row: Node | None) -> list[TextBlock]:
    return [context.text(column.title, TABLE_HEAD, row.add("TH") if row else None) for column in columns]


def _cells(context: Context, row: Sequence[Sequence[Run]], node: Node, *, headed: bool) -> list[TextBlock]:
    """Return the cells of a row; where no titles stand over them, the first is the head of the row."""
    cells: list[TextBlock] = []
    for runs in row:
        own = node.add("TD" if headed or cells else "TH")
        own.scope = "Row"
        cells.append(context.paragraph(runs or [Run("", CELL)], own))
    return cells


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[TextBlock]], width: float
) -> tuple[float, ...]:
    """Return each column's width, so that all and the gutters between them make `width`."""
    naturals = [_natural([row[at] for row in rows]) + ROUNDING for at in range(len(columns))]
    own = {at: min(naturals[at], column.most) for at, column in enumerate(columns) if column.most}
    rest = width - sum(own.values()) - GUTTER * (len(columns) - 1)
    wanted = {at: (naturals[at], column.share) for at, column in enumerate(columns) if not column.most}
    own |= apportioned(wanted, rest)
    return tuple(own[at] for at in range(len(columns)))


def _natural(cells: Sequence[TextBlock]) -> float:
    """Return the width at which none of `cells` is broken; in a long table, by those with most letters."""
    return max(cell.natural_width() for cell in nlargest(MEASURED, cells, key=TextBlock.characters))


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
