"""Where events lie on a strip: proportional places, dots that do not overlap, labels that do not collide."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from deskbrief.document.records import dataclass

if TYPE_CHECKING:
    from typing import Protocol

    class Dated(Protocol):
        """What a strip shows: `low` and `high` in decimal years, where it stands, and its date in words."""

        low: float | None
        high: float | None
        middle: float
        when: str
        is_interval: bool


#: The distance of both ends of a strip from the edges of the rows.
INSET = 8
#: How much nearer one notch of the wheel or one key leads.
NEARER = 1.3
#: A day in years: nearer than that nothing more is to be seen.
_DAY = 1 / 365.25
#: Dots lie at least this many pixels apart; events nearer than that share one.
_APART = 13
_BETWEEN_LABELS = 10
_LOW, _HIGH, _MIDDLE = attrgetter("low"), attrgetter("high"), attrgetter("middle")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The part of a timeline that is seen, in decimal years."""

    low: float
    high: float

    def share_of(self, year: float) -> float:
        """Return how far along the part a year is, from 0 to 1 inside of it."""
        return (year - self.low) / max(self.high - self.low, _DAY)

    def nearer(self, factor: float, share: float) -> Bounds:
        """Return the part that is smaller by `factor`, with the year at `share` where it was."""
        span = max((self.high - self.low) / factor, _DAY)
        low = self.low + (self.high - self.low - span) * share
        return Bounds(low, low + span)

    def moved(self, share: float) -> Bounds:
        """Return the part that lies farther along by a share of its length."""
        by = share * (self.high - self.low)
        return Bounds(self.low + by, self.high + by)

    def reaching(self, year: float) -> Bounds:
        """Return the nearest part of the same length in which `year` is seen."""
        by = min(year - self.low, 0.0) + max(year - self.high, 0.0)
        return Bounds(self.low + by, self.high + by)

    def shows(self, row: Dated) -> bool:
        """Tell whether anything of an event is seen."""
        if self.low <= row.middle <= self.high:
            return row.low is not None
        return row.is_interval and (row.low or 0.0) <= self.high and (row.high or 0.0) >= self.low


def whole(events: Sequence[Dated]) -> Bounds:
    """Return the bounds of all events; open ends do not count."""
    limits = list(filter(math.isfinite, [*map(_LOW, events), *map(_HIGH, events)]))
    start, end = min(limits, default=0.0), max(limits, default=0.0)
    return Bounds(start, end) if end > start else Bounds(start - 0.5, start + 0.5)


def fitting(bounds: Bounds | None, limits: Bounds) -> Bounds | None:
    """Return bounds moved so that they lie inside `limits`, None when they show all of it."""
    if bounds is None or bounds.high - bounds.low >= (limits.high - limits.low) * (1 - 1e-9):
        return None
    if bounds.low < limits.low:
        return Bounds(limits.low, limits.low + bounds.high - bounds.low)
    if bounds.high > limits.high:
        return Bounds(limits.high - (bounds.high - bounds.low), limits.high)
    return bounds


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
    """A drawn timeline: dots, stretches of time as pairs of x, and labels.

    `before` and `after` say how many events lie to both sides of the part that is seen.
    """

    dots: tuple[Dot, ...]
    stretches: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    before: int = 0
    after: int = 0

    def dot_of(self, number: int) -> int:
        """Return which dot stands for the event with this number, or -1."""
        return next((at for at, dot in enumerate(self.dots) if dot.first <= number <= dot.last), -1)

    def nearest(self, x: float, most: float) -> int:
        """Return the dot nearest to `x`, or -1 when none lies within `most` pixels."""
        best = min(range(len(self.dots)), key=lambda at: abs(self.dots[at].x - x), default=-1)
        return best if best >= 0 and abs(self.dots[best].x - x) <= most else -1


def drawn(
    events: Sequence[Dated],
    left: int,
    right: int,
    advance: Callable[[str], int],
    bounds: Bounds | None = None,
) -> Strip:
    """Return the strip of dated `events`, by their middles, between two x; `advance` measures a label.

    Of a part of the timeline, only the events in it have dots.
    """
    seen = bounds or whole(events)
    per_year = (right - left) / (seen.high - seen.low)

    def place(year: float) -> float:
        return min(max(left + (year - seen.low) * per_year, left), right)

    first, last = 0, len(events)
    if bounds is not None:
        first = bisect_left(events, bounds.low, key=_MIDDLE)
        last = bisect_right(events, bounds.high, key=_MIDDLE)
    dots = _dots([place(row.middle) for row in events[first:last]], first)
    stretches = (
        (place(row.low or 0.0), place(row.high or 0.0))
        for row in events
        if row.is_interval and (bounds is None or bounds.shows(row))
    )
    labels = _labels(events, dots, left, right, advance)
    return Strip(dots, _joined(stretches), labels, first, len(events) - last)


def _dots(places: Sequence[float], offset: int) -> tuple[Dot, ...]:
    dots: list[Dot] = []
    start = 0
    for number in range(len(places)):
        following = places[number + 1] if number + 1 < len(places) else math.inf
        if following - places[start] >= _APART:
            dots.append(Dot(places[start], offset + start, offset + number))
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
    events: Sequence[Dated], dots: Sequence[Dot], left: int, right: int, advance: Callable[[str], int]
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
    events: Sequence[Dated], dot: Dot, said: str, left: int, right: int, advance: Callable[[str], int]
) -> Label:
    words = events[dot.first].when
    text = words.removesuffix(said).rstrip() if said and words != said else words
    width = advance(text)
    return Label(text, round(min(max(dot.x - width / 2, left), max(right - width, left))), width)


def _year(row: Dated) -> str:
    """Return the year that ends a date in words, or nothing."""
    last = row.when.rpartition(" ")[2]
    return last if last.isdigit() else ""
