"""The drawn line of time: points and stretches in proportion, labels that do not collide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deskbrief.brief.blocks import PATIENCE, Block
from deskbrief.brief.context import Context
from deskbrief.brief.geometry import Area
from deskbrief.brief.labels import Label, levels_of, set_labels
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.styles import ASIDE, AXIS, EVENT, WHITE
from deskbrief.brief.timescale import Mark, Scale, scale_of, ticks

RADIUS, HALO = 3.2, 1.7
BAR, AXIS_WEIGHT, TICK = 5.0, 1.5, 4.0
#: From one level of marks to the next, above the line.
LEVEL, MOST_LEVELS = 8.5, 4
#: From the line down to the first row of labels.
DROP = 7.0
#: How far the outermost marks stay from the ends of the line.
EDGE = 20.0


class Timeline(Block):
    """The line of time of at least two marks: a figure, and the table below it says the same in words."""

    before = 6.0
    bound = True

    def __init__(self, context: Context, marks: Sequence[Mark]) -> None:
        self._context = context
        scale = scale_of(marks, context.paper.column, EDGE)
        self._marks = sorted(marks, key=lambda mark: _extent(scale, mark))
        self._extents = [_extent(scale, mark) for mark in self._marks]
        self._levels = levels_of(self._extents, MOST_LEVELS)
        self._ticks, self._labels = self._labelled(scale)
        self._node = context.root.add("Figure", alternative=_in_words(self._marks))

    def height(self, width: float) -> float:
        del width
        rows = max((label.row for label in self._labels), default=-1) + 1
        return self._axis + DROP + rows * ASIDE.leading

    def draw(self, sheet: Sheet, area: Area) -> None:
        self._node.box = sheet.box_of(area)
        with sheet.figure(self._node):
            axis = area.top + self._axis
            sheet.box(Area(area.left, axis - AXIS_WEIGHT / 2, area.width, AXIS_WEIGHT), AXIS)
            for place in self._ticks:
                sheet.box(Area(area.left + place, axis, 1.0, TICK), AXIS)
            for (left, right), level in self._places():
                _draw_mark(sheet, area.left + left, area.left + right, axis - level * LEVEL)
            for label in self._labels:
                text = self._context.text(label.text, ASIDE, self._node)
                top = axis + DROP + label.row * ASIDE.leading
                text.draw(sheet, Area(area.left + label.left, top, area.width, ASIDE.leading))

    def _places(self) -> Iterable[tuple[tuple[float, float], int]]:
        """Return where marks are drawn: those that would cover one another are drawn once."""
        pairs = zip(self._extents, self._levels, strict=True)
        return {
            (round(left), round(right), level): ((left, right), level) for (left, right), level in pairs
        }.values()

    @property
    def _axis(self) -> float:
        """The height from the top of the figure down to the line."""
        return RADIUS + HALO + max(self._levels) * LEVEL

    def _labelled(self, scale: Scale) -> tuple[list[float], list[Label]]:
        """Return calendar marks and labels: a label for each date, or a calendar where they would collide."""
        width = self._context.paper.column
        pairs = zip(self._extents, self._marks, strict=True)
        own = [((left + right) / 2, mark.label) for (left, right), mark in pairs]
        labels = set_labels(own, self._measure, width, rows=2)
        if labels is not None:
            return [], labels
        calendar = [(scale.at(moment), text) for moment, text in ticks(scale)]
        labels = set_labels(calendar, self._measure, width, rows=1) or []
        return [place for place, _ in calendar], labels

    def _measure(self, text: str) -> float:
        return self._context.text(text, ASIDE, None).natural_width()


def _draw_mark(sheet: Sheet, left: float, right: float, middle: float) -> None:
    """Draw a bar from `left` to `right`, or a disc where that is no longer than a disc is wide."""
    if right - left > 2 * RADIUS + PATIENCE:
        bar = Area(left, middle - BAR / 2, right - left, BAR)
        sheet.box(Area(left - HALO, bar.top - HALO, bar.width + 2 * HALO, BAR + 2 * HALO), WHITE)
        sheet.box(bar, EVENT)
    else:
        centre = (left + right) / 2
        sheet.disc(centre, middle, RADIUS + HALO, WHITE)
        sheet.disc(centre, middle, RADIUS, EVENT)


def _extent(scale: Scale, mark: Mark) -> tuple[float, float]:
    if not mark.stretch:
        centre = scale.at(mark.ends[0])
        return centre - RADIUS, centre + RADIUS
    left, right = scale.at(mark.low), scale.at(mark.high)
    lacking = max(2 * RADIUS - (right - left), 0.0) / 2
    return left - lacking, right + lacking


def _in_words(marks: Sequence[Mark]) -> str:
    return (
        f"Line of time with {len(marks)} events, from {marks[0].label} to {marks[-1].label}; "
        "the table below it lists them."
    )
