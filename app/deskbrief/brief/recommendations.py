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
    """Return the table of recommendations."""
    return [grid(context, COLUMNS, [_cells(context, row) for row in section.recommendations])]


def _cells(context: Context, row: RecommendationRow) -> list[list[Run]]:
    action = [Run(row.action, CELL)]
    if row.deadline.strip():
        action.append(Run(f" · {row.deadline}", CELL.coloured(MUTED)))
    reference = context.locators(CELL, row.references) + ([CHECK] if row.confirmed else [])
    return [[Run(row.addressee, CELL)], action, [Run(row.strength, CELL)], reference]
