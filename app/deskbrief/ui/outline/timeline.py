"""Where events lie on a strip: proportional places, dots that do not overlap, labels that do not collide."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from deskbrief.document.records import dataclass
from deskbrief.ui.outline.rows import EventRow

#: Dots lie at least this many pixels apart; events nearer than that share one.
_APART = 13
_BETWEEN_LABELS = 10
_LOW, _HIGH = attrgetter("low"), attrgetter("high")


@dataclass(frozen=True, slots=True)
class Dot:
    """The events from number `first` to `last` of the strip share the dot at `x`."""

    x: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Label:
    """A date below the strip: its text and where it begins."""

    text: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawn timeline: dots, stretches of time as pairs of x, and labels."""

    dots: tuple[Dot, ...]
    stretches: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]

    def dot_of(self, number: int) -> int:
        """Return which dot stands for the event with this number, or -1."""
        return next((at for at, dot in enumerate(self.dots) if dot.first <= number <= dot.last), -1)

    def nearest(self, x: float, most: float) -> int:
        """Return the dot nearest to `x`, or -1 when none lies within `most` pixels."""
        best = min(range(len(self.dots)), key=lambda at: abs(self.dots[at].x - x), default=-1)
        return best if best >= 0 and abs(self.dots[best].x - x) <= most else -1


def drawn(events: Sequence[EventRow], left: int, right: int, advance: Callable[[str], int]) -> Strip:
    """Return the strip of dated `events`, by their middles, between two x; `advance` measures a label."""
    start, per_year = _scale(events, right - left)

    def place(year: float) -> float:
        return min(max(left + (year - start) * per_year, left), right)

    dots = _dots([place(row.middle) for row in events])
    stretches = ((place(row.low or 0.0), place(row.high or 0.0)) for row in events if row.is_interval)
    return Strip(dots, _joined(stretches), _labels(events, dots, left, right, advance))


def _scale(events: Sequence[EventRow], width: int) -> tuple[float, float]:
    """Return the year at the left end and the pixels for one year; open ends do not count."""
    ends = [*map(_LOW, events), *map(_HIGH, events)]
    limits = list(filter(math.isfinite, ends))
    start, end = min(limits, default=0.0), max(limits, default=0.0)
    return (start, width / (end - start)) if end > start else (start - 0.5, float(width))


def _dots(places: Sequence[float]) -> tuple[Dot, ...]:
    dots: list[Dot] = []
    start = 0
    for number in range(len(places)):
        following = places[number + 1] if number + 1 < len(places) else math.inf
        if following - places[start] >= _APART:
            dots.append(Dot(places[start], start, number))
            start = number + 1
    return tuple(dots)


def _joined(stretches: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return the stretches with those that overlap made one."""
    joined: list[tuple[float, float]] = []
    for low, high in sorted(stretches):
        if joined and low <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(high, joined[-1][1])
        else:
            joined.append((low, high))
    return tuple(joined)


def _labels(
    events: Sequence[EventRow], dots: Sequence[Dot], left: int, right: int, advance: Callable[[str], int]
) -> tuple[Label, ...]:
    """Label the first dot, the last, and as many between as fit; a year is not said twice running."""
    if not dots:
        return ()
    first = _label(events, dots[0], "", left, right, advance)
    placed = [first]
    last = _label(events, dots[-1], _year(events[dots[0].first]), left, right, advance)
    fits = len(dots) > 1 and last.x >= first.x + first.width + _BETWEEN_LABELS
    year = _year(events[dots[0].first])
    for dot in dots[1:-1] if fits else ():
        label = _label(events, dot, year, left, right, advance)
        before = placed[-1].x + placed[-1].width + _BETWEEN_LABELS
        if before <= label.x and label.x + label.width + _BETWEEN_LABELS <= last.x:
            placed.append(label)
            year = _year(events[dot.first])
    if fits:
        placed.append(_label(events, dots[-1], year, left, right, advance))
    return tuple(placed)


def _label(
    events: Sequence[EventRow], dot: Dot, said: str, left: int, right: int, advance: Callable[[str], int]
) -> Label:
    words = events[dot.first].when
    text = words.removesuffix(said).rstrip() if said and words != said else words
    width = advance(text)
    return Label(text, round(min(max(dot.x - width / 2, left), max(right - width, left))), width)


def _year(row: EventRow) -> str:
    """Return the year that ends a date in words, or nothing."""
    last = row.when.rpartition(" ")[2]
    return last if last.isdigit() else ""
