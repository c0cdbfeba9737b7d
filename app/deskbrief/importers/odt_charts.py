"""Charts in OpenDocument texts: their titles, and the table of values that they carry (ODF 1.3, 11)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from deskbrief.importers.office_charts import Chart
from deskbrief.importers.xml_tree import Element, attribute, child_of, first, local, named, text_in

#: The most rows and columns of a table of values that are looked at.
MOST_ROWS, MOST_COLUMNS = 2_000, 60
#: Elements that stand in charts, and not in what holds these.
_OF_CHARTS = frozenset({"title", "plot-area", "legend"})
#: What stands where there is no value.
_NO_VALUE = frozenset({"nan", "1.#nan", "1.#ind"})


def chart_in(root: Element | None) -> Element | None:
    """Return the chart in the content of an object, if it is one."""
    charts = list(named(root, "chart"))
    drawn = (found for found in charts if any(local(child) in _OF_CHARTS for child in found))
    return next(drawn, charts[0] if charts else None)


def read_chart(chart: Element) -> Chart:
    """Return what a chart says; what has no table of values has no rows."""
    own = child_of(chart, "title")
    table = first(chart, "table")
    rows = list(islice(_rows(table), MOST_ROWS)) if table is not None else []
    if rows and not rows[0][0]:
        rows[0][0] = next((text for axis, text in _axes(chart) if axis == "x"), "")
    return Chart(text_in(own), rows if len(rows) > 1 else [])


def _axes(chart: Element) -> Iterator[tuple[str, str]]:
    for axis in named(chart, "axis"):
        yield attribute(axis, "dimension"), text_in(first(axis, "title"))


def _rows(table: Element) -> Iterator[list[str]]:
    for row in named(table, "table-row"):
        cells = [cell for cell in row if local(cell) == "table-cell"][:MOST_COLUMNS]
        if cells:
            yield [_value(cell) for cell in cells]


def _value(cell: Element) -> str:
    lines = [text for text in map(text_in, named(cell, "p")) if text]
    text = " ".join(lines) or attribute(cell, "value")
    return "" if text.casefold() in _NO_VALUE else text
