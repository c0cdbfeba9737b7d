"""The recommendations: who should do what, and how strongly."""

from __future__ import annotations

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.grid import CHECK, Column, grid
from deskbrief.brief.lines import Run
from deskbrief.brief.styles import CELL, MUTED
from deskbrief.document.plan import PlanSection, RecommendationRow

COLUMNS = (Column("Addressee", 112.0), Column("Action"), Column("Strength", 92.0), Column("Ref", 84.0))


def recommendations(context: Context, section: PlanSection) -> list[Block]:
    """Return the table of recommendations; where it is grouped, under the names of the addressees."""
    rows = section.recommendations
    if not section.grouped:
        return [grid(context, COLUMNS, [_cells(context, row) for row in rows])]
    order = {addressee: at for at, addressee in enumerate(dict.fromkeys(row.addressee for row in rows))}
    rows = tuple(sorted(rows, key=lambda row: order[row.addressee]))
    groups = [row.addressee for row in rows]
    return [grid(context, COLUMNS[1:], [_cells(context, row)[1:] for row in rows], groups=groups)]


def _cells(context: Context, row: RecommendationRow) -> list[list[Run]]:
    action = [Run(row.action, CELL)]
    if row.deadline.strip():
        action.append(Run(f" · {row.deadline}", CELL.coloured(MUTED)))
    reference = context.locators(row.references) + ([CHECK] if row.confirmed else [])
    return [[Run(row.addressee, CELL)], action, [Run(row.strength, CELL)], reference]
