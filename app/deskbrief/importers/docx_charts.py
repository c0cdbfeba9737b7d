"""Charts in Word files (ECMA-376 part 1, 21.2): titles, categories and values, as the file keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.docx_chartex import is_extended, read_extended
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.number_format import shown_number
from deskbrief.importers.office_charts import MOST_CHARTS, Chart, ChartDrafts
from deskbrief.importers.xml_tree import Element, attribute, child_of, first, local, named, parse_xml, text_in

#: The most points of a series, and series of a chart.
MOST_POINTS, MOST_SERIES = 2_000, 60

_CACHES = ("strCache", "numCache", "strLit", "numLit")


@dataclass(slots=True)
class _Series:
    """One series: its name, what its points are of, and their values, each by the number of the point."""

    name: str
    of: dict[int, str] = field(default_factory=dict)
    values: dict[int, str] = field(default_factory=dict)
    sizes: dict[int, str] = field(default_factory=dict)


class Charts:
    """Reads the charts of one document by the names of their parts; `shown` are those in its text."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._drafts = ChartDrafts()
        self.shown: set[str] = set()

    def drafts(self, part: str) -> list[BlockDraft]:
        """Return the blocks of a chart; nothing when it says nothing, or stands in the text already."""
        if part in self.shown or len(self.shown) >= MOST_CHARTS:
            return []
        root = parse_xml(self._archive.optional(part)).root
        chart = read_extended(root) if root is not None and is_extended(root) else _read(root)
        drafts = self._drafts.of(chart)
        if drafts:
            self.shown.add(part)
        return drafts

    def tell(self, builder: Builder) -> None:
        """Note in `builder` what of the charts is left out."""
        self._drafts.tell(builder)


def _read(root: Element | None) -> Chart:
    chart = first(root, "chart")
    plot = first(chart, "plotArea")
    if chart is None or plot is None or root is None:
        return Chart()
    later = _is_on(child_of(root, "date1904"))
    series = [_series(found, from_1904=later) for found in list(named(plot, "ser"))[:MOST_SERIES]]
    own = child_of(chart, "title")
    title = _words(own)
    lone = len(series) == 1 and not _is_on(child_of(chart, "autoTitleDeleted"))
    if not title and lone and own is not None:
        title = series[0].name
    across = any(first(plot, name) is not None for name in ("scatterChart", "bubbleChart"))
    axes = _axes(plot)
    if across and not _share_points(series):
        return Chart(title, _pairs(series, axes))
    if len(series) > 1 and axes[1]:
        title = f"{title} ({axes[1]})" if title else axes[1]
    return Chart(title, _grid(series, axes))


def _axes(plot: Element) -> tuple[str, str]:
    """Return the titles of the axis of categories and of the first axis of values."""
    titles = {"cat": "", "val": ""}
    scatter = [axis for axis in plot if local(axis) == "valAx"]
    for axis in plot:
        kind = {"catAx": "cat", "dateAx": "cat", "serAx": "", "valAx": "val"}.get(local(axis), "")
        if kind == "val" and len(scatter) > 1 and first(plot, "catAx", "dateAx") is None:
            position = child_of(axis, "axPos")
            flat = position is not None and attribute(position, "val") in ("b", "t")
            kind = "cat" if flat else "val"
        if kind and not titles[kind]:
            titles[kind] = _words(child_of(axis, "title"))
    return titles["cat"], titles["val"]


def _grid(series: Sequence[_Series], axes: tuple[str, str]) -> list[list[str]]:
    """Return a row for each category, with a column for each series."""
    points = sorted({point for one in series for point in (*one.of, *one.values)})
    names = [one.name or axes[1] for one in series]
    if len(names) == 1 and axes[1] and axes[1] not in names[0]:
        names = [f"{names[0]} ({axes[1]})"]
    rows = [[axes[0], *names]]
    for point in points:
        category = next((one.of[point] for one in series if point in one.of), str(point + 1))
        rows.append([category, *(one.values.get(point, "") for one in series)])
    return rows


def _share_points(series: Sequence[_Series]) -> bool:
    """Tell whether all series have their values at the same places, and nothing else."""
    return all(one.of == series[0].of and not one.sizes for one in series) if series else True


def _pairs(series: Sequence[_Series], axes: tuple[str, str]) -> list[list[str]]:
    """Return a row for each point of each series."""
    several, sized = len(series) > 1, any(one.sizes for one in series)
    head = ["Series"] * several + [axes[0] or "x", axes[1] or "y"] + ["size"] * sized
    rows = [head]
    for one in series:
        for point in sorted({*one.of, *one.values}):
            row = [one.of.get(point, ""), one.values.get(point, "")]
            rows.append([one.name] * several + row + [one.sizes.get(point, "")] * sized)
    return rows


def _series(element: Element, *, from_1904: bool) -> _Series:
    told = child_of(element, "tx")
    name = " ".join(_points(told, from_1904=from_1904).values()) or text_in(first(told, "v"))
    series = _Series(name)
    for child in element:
        kind = local(child)
        if kind in ("cat", "xVal"):
            series.of = _points(child, from_1904=from_1904)
        elif kind in ("val", "yVal"):
            series.values = _points(child, from_1904=from_1904)
        elif kind == "bubbleSize":
            series.sizes = _points(child, from_1904=from_1904)
    return series


def _points(element: Element | None, *, from_1904: bool) -> dict[int, str]:
    """Return what an element keeps of its cells, by the number of each."""
    levels = list(named(first(element, "multiLvlStrCache"), "lvl"))
    if levels:
        return _joined([dict(_cached(level, "", from_1904=False)) for level in levels])
    cache = first(element, *_CACHES)
    if cache is None:
        return {}
    code = text_in(child_of(cache, "formatCode"))
    return dict(_cached(cache, code, from_1904=from_1904))


def _cached(cache: Element, code: str, *, from_1904: bool) -> Iterator[tuple[int, str]]:
    numeric = local(cache) in ("numCache", "numLit")
    for point in cache:
        number = attribute(point, "idx")
        if local(point) != "pt" or not number.isdecimal() or len(number) > 5 or int(number) >= MOST_POINTS:
            continue
        text = text_in(child_of(point, "v"))
        own = attribute(point, "formatCode") or code
        yield int(number), shown_number(text, own, from_1904=from_1904) if numeric else text


def _joined(levels: Sequence[dict[int, str]]) -> dict[int, str]:
    """Return the names of categories that stand in groups: a group is named at its first category alone."""
    found = {}
    for point in sorted(levels[0]):
        names = [levels[0][point]]
        for level in levels[1:]:
            before = [at for at in level if at <= point]
            names.insert(0, level[max(before)] if before else "")
        found[point] = " ".join(filter(None, names))
    return found


def _words(title: Element | None) -> str:
    """Return the words of a title, as they were written or as they are kept of a cell."""
    if title is None:
        return ""
    lines = [text for text in map(_line, named(title, "p")) if text]
    return " ".join(lines) or " ".join(_points(child_of(title, "tx"), from_1904=False).values())


def _line(paragraph: Element) -> str:
    return " ".join("".join(text.text or "" for text in named(paragraph, "t")).split())


def _is_on(switch: Element | None) -> bool:
    return switch is not None and attribute(switch, "val") in ("", "1", "true")
