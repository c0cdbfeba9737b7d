"""Where everything on a drawn line of time lies: marks on levels, a calendar, labels that do not collide.

In points, as on paper, with heights counted downwards from the top of the figure; a page of HTML scales it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from deskbrief.brief.blocks import PATIENCE
from deskbrief.brief.labels import Label, levels_of, set_labels
from deskbrief.brief.timescale import Mark, Scale, scale_of, ticks

RADIUS, HALO = 3.2, 1.7
BAR, AXIS_WEIGHT, TICK = 5.0, 1.5, 4.0
#: From one level of marks to the next, above the line.
LEVEL, MOST_LEVELS = 8.5, 4
#: From the line down to the first row of labels.
DROP = 7.0
#: How far the outermost marks stay from the ends of the line.
EDGE = 20.0


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark from `left` to `right` whose middle lies at the height `middle`; a disc, or a bar if longer."""

    left: float
    right: float
    middle: float

    @property
    def is_bar(self) -> bool:
        """Tell whether it is longer than a disc is wide."""
        return self.right - self.left > 2 * RADIUS + PATIENCE


@dataclass(frozen=True, slots=True)
class TimeLayout:
    """A line of time at the height `axis`; `words` say in short what it shows."""

    axis: float
    marks: tuple[DrawnMark, ...]
    ticks: tuple[float, ...]
    labels: tuple[Label, ...]
    words: str

    def height(self, leading: float) -> float:
        """Return the height of the figure when its labels stand `leading` below one another."""
        rows = max((label.row for label in self.labels), default=-1) + 1
        return self.axis + DROP + rows * leading


def laid_out(marks: Sequence[Mark], width: float, measure: Callable[[str], float]) -> TimeLayout:
    """Return how at least two marks lie on a line of `width`; `measure` returns how wide a label is."""
    scale = scale_of(marks, width, EDGE)
    marks = sorted(marks, key=lambda mark: _extent(scale, mark))
    extents = [_extent(scale, mark) for mark in marks]
    levels = levels_of(extents, MOST_LEVELS)
    axis = RADIUS + HALO + max(levels) * LEVEL
    calendar, labels = _labelled(scale, [*zip(extents, marks, strict=True)], measure)
    drawn = (DrawnMark(left, right, axis - level * LEVEL) for (left, right), level in _apart(extents, levels))
    return TimeLayout(axis, tuple(drawn), tuple(calendar), tuple(labels), _in_words(marks))


def _apart(
    extents: Iterable[tuple[float, float]], levels: Iterable[int]
) -> Iterable[tuple[tuple[float, float], int]]:
    """Return where marks are drawn: those that would cover one another are drawn once."""
    pairs = zip(extents, levels, strict=True)
    return {
        (round(left), round(right), level): ((left, right), level) for (left, right), level in pairs
    }.values()


def _labelled(
    scale: Scale, marks: Sequence[tuple[tuple[float, float], Mark]], measure: Callable[[str], float]
) -> tuple[list[float], list[Label]]:
    """Return calendar marks and labels: a label for each date, or a calendar where they would collide."""
    own = [((left + right) / 2, mark.label) for (left, right), mark in marks]
    labels = set_labels(own, measure, scale.width, rows=2)
    if labels is not None:
        return [], labels
    calendar = [(scale.at(moment), text) for moment, text in ticks(scale)]
    labels = set_labels(calendar, measure, scale.width, rows=1) or []
    return [place for place, _ in calendar], labels


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
