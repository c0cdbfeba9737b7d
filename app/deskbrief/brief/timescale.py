"""Where moments lie on a line of time: the marks to draw, their places, and a calendar beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isinf

from deskbrief.document.edtf import bounds, decimal_year, display, parse

#: A time that may mean more than this many years, a month, is a stretch and not a point.
POINT = 31.5 / 365
#: Steps between calendar marks, in months.
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on the line: from `low` to `high` in decimal years, either of which may be infinite."""

    low: float
    high: float
    label: str
    stretch: bool

    @property
    def ends(self) -> tuple[float, ...]:
        """The finite moments that the line must reach: the middle of a point, the ends of a stretch."""
        if self.stretch:
            return tuple(end for end in (self.low, self.high) if not isinf(end))
        return ((self.low + self.high) / 2,)


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of time that is `width` points long; `low` and `high` lie `edge` points from its ends."""

    low: float
    high: float
    width: float
    edge: float

    def at(self, moment: float) -> float:
        """Return where `moment` lies, in points; an open end of time is the end of the line."""
        if isinf(moment):
            return 0.0 if moment < 0 else self.width
        share = (moment - self.low) / (self.high - self.low)
        return self.edge + share * (self.width - 2 * self.edge)


def marks_of(dates: Iterable[str]) -> list[Mark]:
    """Return the marks of those EDTF `dates` that can be placed, or none when they all are one moment."""
    marks = [mark for mark in map(_mark, dates) if mark and mark.ends]
    moments = {end for mark in marks for end in mark.ends}
    return marks if len(moments) > 1 else []


def scale_of(marks: Sequence[Mark], width: float, edge: float) -> Scale:
    """Return the scale on which all finite ends of `marks` lie, from the first to the last."""
    moments = [end for mark in marks for end in mark.ends]
    return Scale(min(moments), max(moments), width, edge)


def _mark(edtf: str) -> Mark | None:
    value, limits = parse(edtf), bounds(edtf)
    if value is None or limits is None:
        return None
    low, high = limits
    return Mark(low, high, display(edtf), stretch=value.interval or high - low > POINT)


def ticks(scale: Scale) -> list[tuple[float, str]]:
    """Return calendar marks on `scale` as moments and their labels: months when it is short, else years."""
    span = (scale.high - scale.low) * 12
    step = next((step for step in STEPS if span / step <= MOST_TICKS), 0)
    if not step or span < 2:
        return []
    first = int(scale.low * 12 // step) * step
    marks = []
    for month in range(first, int(scale.high * 12) + 1, step):
        moment = decimal_year(month // 12, month % 12 + 1)
        if scale.low <= moment <= scale.high:
            marks.append((moment, _tick_label(month, step)))
    return marks


def _tick_label(month: int, step: int) -> str:
    year = f"{month // 12:05d}" if month < 0 else f"{month // 12:04d}"
    return display(year if step >= 12 else f"{year}-{month % 12 + 1:02d}")
