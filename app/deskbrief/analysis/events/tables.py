"""Events told in tables: one column holds the date, and each row is an event.

Columns named after what happened on their dates (signed, ratified) make an event each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deskbrief.analysis.events.cells import DateCell, is_open, is_undated
from deskbrief.analysis.events.columns import Column
from deskbrief.analysis.events.datecolumns import ENOUGH, Context, DateColumns, Parts, is_blank, words_of
from deskbrief.analysis.events.headers import is_deadline, step_of, use_of
from deskbrief.analysis.events.status import dated, progress, worded
from deskbrief.analysis.events.timeline import clock_in, day_of_log, is_log, log_dates
from deskbrief.analysis.times.anchors import Told
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import interval
from deskbrief.document.grid import MOST_COLUMNS, grid_of, head_rows
from deskbrief.document.model import Block, Cell, Row
from deskbrief.document.outline import Degree, Event, EventDate, Origin, Status
from deskbrief.document.spans import Span

#: Words of the shortest cell that tells what happened, rather than a name or a place.
TOLD = 3

_WORDS = re.compile(r"[^\W\d_]{3,}")
_TO_BE = re.compile(r"tb[dac]\b", re.IGNORECASE)
_YEAR_IN = re.compile(r"(?<![\d.,/-])(?:1[5-9]|20)\d\d(?![\d,/-])")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a table holds what; -1 where none does."""

    date: int
    title: int
    detail: int = -1
    who: int = -1
    where: int = -1
    status: int = -1
    end: int = -1
    heading: str = ""
    #: The columns beside that of the dates that hold parts of them, with their headings.
    parts: Parts = ()

    @property
    def step(self) -> str:
        """What happened on the dates, where the heading of their column says so."""
        return step_of(self.heading)


Grid = list[list[Cell | None]]


def table_events(block: Block, context: Context) -> Iterator[Event]:
    """Yield the events of a table, none when it is no timeline."""
    first = head_rows(block.rows)
    body = block.rows[first:]
    heads = _heads(block.rows[:first], context)
    grid = grid_of(body, MOST_COLUMNS).cells(repeated=True)
    columns = [list(column) for column in zip(*grid, strict=True)][:MOST_COLUMNS]
    held = DateColumns(columns, heads, context)
    dates = held.first()
    if dates < 0:
        yield from _log(block, body, grid, columns, heads, context)
        return
    layout = _layout(dates, columns, heads, context, held.parts(dates))
    if layout.title < 0:
        return
    further = held.further_steps(dates) if layout.step else []
    layouts = [layout, *(replace(layout, date=at, heading=heads[at]) for at in further)]
    for found in zip(*(_events(body, grid, one, held, context) for one in layouts), strict=True):
        yield from (event for event in found if event is not None)


def _log(
    block: Block,
    body: Sequence[Row],
    grid: Grid,
    columns: Sequence[Sequence[Cell | None]],
    heads: Sequence[str],
    context: Context,
) -> Iterator[Event]:
    """Yield the events of a table whose first column holds clock times that follow one another."""
    cells = columns[0] if columns else []
    filled = [cell for cell in cells if cell and not is_blank(cell, context)]
    clocks = [clock_in(context.text, cell.span, context.times) if cell else None for cell in cells]
    found = [clock for clock in clocks if clock is not None]
    named = not heads or use_of(heads[0]) == "date"
    if not named or len(found) < ENOUGH * len(filled) or not is_log(found):
        return
    layout = _layout(0, columns, heads, context)
    day = day_of_log(context.text, block.start, context.hint, context.times, context.written)
    titles = [_at(row, layout.title, context) for row in grid]
    if day is None or 2 * sum(1 for title in titles if len(title.split()) >= TOLD) < len(titles):
        return
    for row, places, date, title in zip(body, grid, log_dates(clocks, day), titles, strict=True):
        if date is not None and _WORDS.search(title):
            yield _event(row, places, date, layout, context)


def _heads(rows: Sequence[Row], context: Context) -> list[str]:
    """Return the heading of each column: the lowest if it says what the column is for, else all over it."""
    grid = grid_of(rows, MOST_COLUMNS)
    over: list[list[str]] = [[] for _ in range(grid.columns)]
    for place in grid.places:
        for column in range(place.column, place.column + place.columns):
            over[column].append(words_of(place.cell, context))
    return [
        texts[-1] if texts and (use_of(texts[-1]) or step_of(texts[-1])) else " ".join(texts).strip()
        for texts in over
    ]


def _layout(
    dates: int,
    columns: Sequence[Sequence[Cell | None]],
    heads: Sequence[str],
    context: Context,
    parts: Parts = (),
) -> Layout:
    taken_up = {dates, *(at for at, _ in parts)}
    uses = {use_of(head): at for at, head in reversed(list(enumerate(heads))) if at not in taken_up}
    worded_columns = [
        at for at, column in enumerate(columns) if at not in taken_up and _holds_words(column, context)
    ]
    taken = {uses.get(use, -1) for use in ("who", "where", "status", "detail", "end")}
    free = [at for at in worded_columns if at not in taken]
    title = uses.get("title", free[0] if free else uses.get("detail", -1))
    others = [
        at
        for at in worded_columns
        if at != title and at not in {uses.get(u, -1) for u in ("who", "where", "status", "end")}
    ]
    detail = uses.get("detail", others[0] if others else -1)
    return Layout(
        date=dates,
        title=title,
        detail=detail if detail != title else -1,
        who=uses.get("who", -1),
        where=uses.get("where", -1),
        status=uses.get("status", -1),
        end=uses.get("end", -1),
        heading=heads[dates] if dates < len(heads) else "",
        parts=parts,
    )


def _holds_words(column: Sequence[Cell | None], context: Context) -> bool:
    """Tell whether at least half of a column's filled cells hold words rather than figures."""
    filled = [words_of(cell, context) for cell in column if cell and cell.end > cell.start]
    return bool(filled) and 2 * sum(1 for text in filled if _WORDS.search(text)) >= len(filled)


def _events(
    body: Sequence[Row], grid: Grid, layout: Layout, held: DateColumns, context: Context
) -> Iterator[Event | None]:
    """Yield the event of each row by one column of dates, none for rows that tell of none there."""
    dates = _worked_out(held.cells(layout.date, layout.parts), _headed(layout.heading, context))
    ends = _worked_out(held.cells(layout.end), context)
    last: EventDate | None = None
    for row, places, own, end in zip(body, grid, dates, ends, strict=True):
        cell = places[layout.date] if layout.date < len(places) else None
        date = own if layout.step else _until(own, end, _at(places, layout.end, context))
        if date is None:
            date = _without(cell, last, layout, context)
        last = date if date is not None and date.edtf else None
        tells = date is not None and _WORDS.search(_at(places, layout.title, context))
        yield _event(row, places, date, layout, context) if date and tells else None


def _headed(heading: str, context: Context) -> Context:
    """Return what stands around a column, with the year in its heading over it: "Signed (2014)"."""
    years = _YEAR_IN.findall(heading)
    return replace(context, hint=Told(Moment("year", int(years[0])), heading)) if len(years) == 1 else context


def _worked_out(found: Sequence[DateCell | None], context: Context) -> list[EventDate | None]:
    """Return the dates of the cells of one column, none for rows without."""
    return Column(context.text, context.hint, context.written).dates(found)


def _until(start: EventDate | None, end: EventDate | None, said: str) -> EventDate | None:
    """Return the period from one column's date to another's; it stays open where the other says "ongoing"."""
    if start is None or not start.edtf:
        return start
    if end is not None and end.edtf:
        return replace(start, edtf=interval(start.edtf, end.edtf))
    return replace(start, edtf=f"{start.edtf.partition('/')[0]}/..") if is_open(said) else start


def _without(cell: Cell | None, last: EventDate | None, layout: Layout, context: Context) -> EventDate | None:
    """Return the date of a row whose cell holds none: an empty cell repeats the one above.

    Under a heading that says that the column holds dates, "TBD" and "Unknown" give a row without a date, and
    so does an empty cell of a column of deadlines.
    """
    blank = is_blank(cell, context)
    if blank and layout.step:
        return None
    if blank and last is not None and not is_deadline(layout.heading):
        return last
    if cell is None or use_of(layout.heading) != "date" or not (blank or is_undated(context.text, cell.span)):
        return None
    if blank and not is_deadline(layout.heading):
        return None
    wording = words_of(cell, context).strip("-–—. ")
    reason = f"The table says “{wording}”." if wording else "The table gives no date."
    return EventDate("", cell.start, cell.end, reason, Degree.UNRESOLVED)


def _at(places: Sequence[Cell | None], column: int, context: Context) -> str:
    return words_of(places[column], context) if 0 <= column < len(places) else ""


def _event(
    row: Row, places: Sequence[Cell | None], date: EventDate, layout: Layout, context: Context
) -> Event:
    title = _at(places, layout.title, context)
    if layout.step and layout.step not in title.casefold():
        title = f"{title}: {layout.step}"
    cell = places[layout.title]
    status, wording = _status(places, date, layout, context)
    who = _at(places, layout.who, context)
    # A title that reaches down from a row above stands outside this one.
    beyond = [cell.span] if cell and not row.span.overlaps(cell.span) else []
    return Event(
        date=date,
        title=title,
        detail=_at(places, layout.detail, context),
        who=tuple(part.strip() for part in who.replace(";", ",").split(",") if part.strip()),
        where=_at(places, layout.where, context),
        spans=(row.span, *([Span(date.start, date.end)] if date.end > date.start else []), *beyond),
        status=status,
        status_wording=wording,
        source=Origin.TABLE,
        trigger=cell.span if cell else None,
        rule="a table row with a date" if not layout.heading else f"a table row under “{layout.heading}”",
        confidence=0.95 if layout.heading else 0.85,
    )


def _status(
    places: Sequence[Cell | None], date: EventDate, layout: Layout, context: Context
) -> tuple[Status, str]:
    # How far the whole has got says nothing of a step that lies behind.
    state = "" if layout.step and not is_deadline(layout.heading) else _at(places, layout.status, context)
    said = progress(state) or worded(_at(places, layout.title, context))
    if said:
        return said
    if is_deadline(layout.heading):
        return Status.PLANNED, layout.heading
    if not date.edtf:
        wording = Span(date.start, date.end).of(context.text)
        planned = Status.PLANNED if _TO_BE.match(wording) else Status.OCCURRED
        return progress(wording) or (planned, wording)
    return dated(date.edtf, context.written), ""
