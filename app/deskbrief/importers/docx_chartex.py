"""Charts of the newer kind in Word files, such as waterfalls and treemaps ([MS-ODRAWXML], 2.24.3)."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.importers.number_format import shown_number
from deskbrief.importers.office_charts import Chart
from deskbrief.importers.xml_tree import Element, attribute, child_of, first, local, named, text_in

#: The most points of a dimension, and sets of data of a chart.
MOST_POINTS, MOST_SETS = 2_000, 60

Points = dict[int, str]


def is_extended(root: Element | None) -> bool:
    """Tell whether `root` is a chart of the newer kind: it keeps its data apart from what is plotted."""
    return root is not None and first(root, "chartData") is not None


def read_extended(root: Element) -> Chart:
    """Return the title of a chart and its values, with the names of its categories level by level."""
    sets = {attribute(data, "id"): data for data in list(named(root, "data"))[:MOST_SETS]}
    plot = first(root, "plotArea")
    series = list(named(plot, "series"))[:MOST_SETS] if plot is not None else []
    plotted = [(_name(one), sets.get(_of(one))) for one in series]
    columns = [(name, _dimension(data, "numDim")) for name, data in plotted if data is not None]
    categories = next((found for data in sets.values() if (found := _categories(data))), {})
    points = sorted({point for _, values in columns for point in values})
    rows = [["", *(name for name, _ in columns)]]
    rows += [
        [categories.get(point, str(point + 1)), *(values.get(point, "") for _, values in columns)]
        for point in points
    ]
    return Chart(_words(child_of(first(root, "chart"), "title")), rows)


def _of(series: Element) -> str:
    """Return which set of data a series shows."""
    told = first(series, "dataId")
    return attribute(told, "val") if told is not None else ""


def _name(series: Element) -> str:
    return _words(child_of(series, "tx"))


def _categories(data: Element) -> Points:
    """Return the names of categories; those that stand in groups have the names of these before their own."""
    dimension = next((one for one in named(data, "strDim")), None)
    levels = [dict(_points(level, "")) for level in named(dimension, "lvl")] if dimension is not None else []
    if not levels:
        return {}
    every = sorted({point for level in levels for point in level})
    return {point: " ".join(level[point] for level in reversed(levels) if point in level) for point in every}


def _dimension(data: Element, kind: str) -> Points:
    """Return the first row of numbers of a set of data, as they are shown."""
    for dimension in named(data, kind):
        for level in named(dimension, "lvl"):
            return dict(_points(level, attribute(level, "formatCode") or "General"))
    return {}


def _points(level: Element, code: str) -> Iterator[tuple[int, str]]:
    for point in level:
        number = attribute(point, "idx")
        if local(point) == "pt" and number.isdecimal() and len(number) < 6 and int(number) < MOST_POINTS:
            text = text_in(point)
            yield int(number), shown_number(text, code, from_1904=False) if code else text


def _words(element: Element | None) -> str:
    """Return the words of a title or name: those written in it, else those that are kept of a cell."""
    if element is None:
        return ""
    written = "".join(text.text or "" for text in named(element, "t"))
    kept = " ".join(text_in(value) for value in named(element, "v"))
    return " ".join((written or kept).split())
