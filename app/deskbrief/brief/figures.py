"""The figures: each quantity in the words of the source, what it is of, and where that is told otherwise."""

from __future__ import annotations

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.grid import Column, grid
from deskbrief.brief.lines import Run
from deskbrief.brief.styles import CELL, MUTED, WARNING
from deskbrief.document.plan import FigureRow, PlanSection

COLUMNS = (Column("Figure", 130.0), Column("Of what"), Column("Ref", 84.0))


def figures(context: Context, section: PlanSection) -> list[Block]:
    """Return the table of figures."""
    return [grid(context, COLUMNS, [_cells(context, row) for row in section.figures])]


def _cells(context: Context, row: FigureRow) -> list[list[Run]]:
    of = [Run(row.of, CELL)]
    if row.change:
        of.append(Run(f" · {row.change}" if row.of else row.change, CELL.coloured(MUTED)))
    if row.other:
        of.append(Run(f" · stated differently: {row.other}", CELL.coloured(WARNING)))
    return [[Run(row.text, CELL)], of, context.locators(row.references)]
