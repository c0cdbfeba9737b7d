"""The chronology: a drawn line of time and a table of events."""

from __future__ import annotations

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.grid import CHECK, Column, grid
from deskbrief.brief.lines import Run
from deskbrief.brief.styles import CELL, MUTED
from deskbrief.brief.timeline import Timeline
from deskbrief.brief.timescale import marks_of
from deskbrief.document.outline import Status
from deskbrief.document.plan import ChronologyRow, PlanSection

DATE_WIDTH, EVENT_SHARE, DETAIL_SHARE, REFERENCE_WIDTH = 80.0, 0.36, 0.64, 84.0


def chronology(context: Context, section: PlanSection) -> list[Block]:
    """Return the drawn line of time and the table of events, which are told already."""
    rows = section.chronology
    blocks: list[Block] = []
    marks = marks_of([row.edtf for row in rows])
    if len(marks) > 1:
        blocks.append(Timeline(context, marks))
    detailed = any(row.detail.strip() for row in rows)
    table = grid(
        context, _columns(detailed=detailed), [_cells(context, row, detailed=detailed) for row in rows]
    )
    return [*blocks, table]


def _columns(*, detailed: bool) -> list[Column]:
    date, reference = Column("Date", DATE_WIDTH), Column("Ref", REFERENCE_WIDTH)
    if detailed:
        return [date, Column("Event", share=EVENT_SHARE), Column("Detail", share=DETAIL_SHARE), reference]
    return [date, Column("Event"), reference]


def _cells(context: Context, row: ChronologyRow, *, detailed: bool) -> list[list[Run]]:
    event = [Run(row.event, CELL)]
    if row.status.strip() and row.status != Status.OCCURRED:
        event.append(Run(f" · {row.status}", CELL.coloured(MUTED)))
    reference = context.locators(row.references) + ([CHECK] if row.confirmed else [])
    detail = [[Run(row.detail, CELL)]] if detailed else []
    return [[Run(row.when, CELL)], event, *detail, reference]
