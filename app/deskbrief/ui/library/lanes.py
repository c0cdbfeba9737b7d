"""Where what the sources of a chronology say stands on the drawn timeline: a lane for each source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF

from deskbrief.document.records import dataclass
from deskbrief.services.timeline import Timeline
from deskbrief.ui.models.dates import Dates
from deskbrief.ui.models.look import TARGET
from deskbrief.ui.models.timeline import Bounds, Strip, drawn, whole

#: The height of a lane, and the room above the first one.
LANE, TOP = 20, 10
#: The distance of both ends of the timeline from those of the widget; the letters of the lanes stand there.
MARGIN = 44
#: Further sources share the last lane. Those that tell nothing have none.
MOST_LANES = 10


@dataclass(slots=True, kw_only=True, eq=False)
class Point:
    """What one source says of an event: the number of the event, and where it stands in time."""

    happening: int
    source: int
    when: str
    title: str
    low: float | None
    high: float | None
    middle: float
    is_interval: bool
    differs: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Seen:
    """All points by their middles, the number of the chosen one, and the part that is seen (None: all)."""

    events: tuple[Point, ...] = ()
    chosen: int = -1
    bounds: Bounds | None = None


def points_of(timeline: Timeline) -> tuple[Point, ...]:
    """Return a point for each telling that has a place in time."""
    dates, found = Dates(), []
    for number, happening in enumerate(timeline.happenings):
        for telling in happening.tellings:
            when = dates.when(telling.edtf)
            if when.low is not None:
                found.append(
                    Point(
                        happening=number,
                        source=telling.source,
                        when=telling.when,
                        title=telling.title,
                        low=when.low,
                        high=when.high,
                        middle=when.middle,
                        is_interval=when.is_interval,
                        differs=happening.differs,
                    )
                )
    return tuple(sorted(found, key=lambda point: (point.middle, point.source)))


class Lanes:
    """Points in lanes, one for each source; `state` tells which part of the time is seen.

    Places are in pixels of a widget as wide as `set_width` was told; `advance` measures labels.
    """

    def __init__(self, points: Sequence[Point] = ()) -> None:
        self.state = Seen(events=tuple(points))
        self.sources = sorted({point.source for point in points})
        self.count = min(len(self.sources), MOST_LANES)
        self.shares_last = len(self.sources) > MOST_LANES
        self._lane_of = {source: min(lane, MOST_LANES - 1) for lane, source in enumerate(self.sources)}
        self.points: list[list[Point]] = [[] for _ in range(self.count)]
        for point in points:
            self.points[self.lane(point)].append(point)
        self._whole: Bounds | None = None
        self._width = 0
        self._laid: tuple[tuple[int, Bounds | None], list[Strip], Strip] | None = None
        self._advance: Callable[[str], int] = len

    @property
    def left(self) -> int:
        """Where the time begins."""
        return MARGIN

    @property
    def right(self) -> int:
        """Where it ends."""
        return self._width - MARGIN

    @property
    def bottom(self) -> int:
        """Where the last lane ends."""
        return TOP + self.count * LANE

    def fit(self, width: int, advance: Callable[[str], int]) -> None:
        """Lay out for a widget so wide, with labels that `advance` measures."""
        self._width, self._advance = width, advance

    def renew(self) -> None:
        """Lay out anew, because labels are measured otherwise."""
        self._laid = None

    def lane(self, point: Point) -> int:
        """Return the lane of a point."""
        return self._lane_of[point.source]

    def y(self, lane: int) -> float:
        """Return the height of the middle of a lane."""
        return TOP + lane * LANE + LANE / 2

    def x(self, year: float) -> float:
        """Return where a moment stands, or the nearer end of what is seen."""
        at = self.left + (self.right - self.left) * self._bounds().share_of(year)
        return min(max(at, self.left), self.right)

    def place(self, point: Point) -> QPointF:
        """Return where a point stands."""
        return QPointF(self.x(point.middle), self.y(self.lane(point)))

    def place_of(self, happening: int, source: int) -> QPointF:
        """Return where the dot of what a source says of an event is drawn, or the nearest place to it."""
        for lane, points in enumerate(self.points):
            for number, point in enumerate(points):
                if (point.happening, point.source) == (happening, source):
                    strip = self.strips()[lane]
                    at = strip.dot_of(number)
                    return QPointF(strip.dots[at].x if at >= 0 else self.x(point.middle), self.y(lane))
        return QPointF()

    def at(self, at: QPointF) -> Point | None:
        """Return the point that is drawn at a place, or None."""
        lane = round((at.y() - TOP - LANE / 2) / LANE)
        if not 0 <= lane < self.count:
            return None
        strip = self.strips()[lane]
        found = strip.nearest(at.x(), TARGET / 2)
        return self.points[lane][strip.dots[found].first] if found >= 0 else None

    def strips(self) -> list[Strip]:
        """Return what is drawn in each lane."""
        return self._all()[0]

    def labels(self) -> Strip:
        """Return what is written below the lanes."""
        return self._all()[1]

    def shown(self) -> list[Point]:
        """Return the points that are seen."""
        bounds = self.state.bounds
        return [point for point in self.state.events if bounds is None or bounds.shows(point)]

    def _bounds(self) -> Bounds:
        if self._whole is None:
            self._whole = whole(self.state.events)
        return self.state.bounds or self._whole

    def _all(self) -> tuple[list[Strip], Strip]:
        """Lay everything out, once for a width and a part."""
        key = (self._width, self.state.bounds)
        if self._laid is None or self._laid[0] != key:
            left, right, seen = self.left, self.right, self._bounds()
            strips = [drawn(points, left, right, self._advance, seen) for points in self.points]
            self._laid = key, strips, drawn(self.state.events, left, right, self._advance, seen)
        return self._laid[1], self._laid[2]
