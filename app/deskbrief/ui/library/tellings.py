"""Which rows a chronology of several documents shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from deskbrief.document.records import dataclass
from deskbrief.services.timeline import Happening, Telling, Timeline
from deskbrief.ui.library.lanes import points_of
from deskbrief.ui.library.rows import TellingRow
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded


class TimelineOrder(StrEnum):
    """The orders of a chronology."""

    DATE = "date"
    LATEST = "latest"
    SOURCE = "source"


class TimelineShow(StrEnum):
    """Which events of a chronology are shown."""

    ALL = "all"
    DIFFERENT = "different"
    SHARED = "shared"


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("chronology", text))


ORDERS = {
    TimelineOrder.DATE: _tr("Earliest first"),
    TimelineOrder.LATEST: _tr("Latest first"),
    TimelineOrder.SOURCE: _tr("By source"),
}
SHOWN = {
    TimelineShow.ALL: _tr("All events"),
    TimelineShow.DIFFERENT: _tr("≠ Dated differently"),
    TimelineShow.SHARED: _tr("In several sources"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are to be shown, and how: those with all `words`, with numbers in `seen` (None: any)."""

    order: TimelineOrder = TimelineOrder.DATE
    show: TimelineShow = TimelineShow.ALL
    words: tuple[str, ...] = ()
    seen: frozenset[int] | None = None


class Arranged:
    """The events of one chronology as rows and as points; made in any thread, since they can be many."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.points = points_of(timeline)
        self._rows = [_rows_of(timeline, number, one) for number, one in enumerate(timeline.happenings)]
        self._hays = [folded(" ".join(_told(timeline, one))) for one in timeline.happenings]

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return the rows of the events that are wanted; a row is the same object whenever it is shown.

        What several sources tell of one event stands together, but in the order by source.
        """
        kept = [
            self._rows[number]
            for number, happening in enumerate(self.timeline.happenings)
            if (wanted.seen is None or number in wanted.seen)
            and _is_shown(happening, wanted.show)
            and all(word in self._hays[number] for word in wanted.words)
        ]
        if wanted.order is TimelineOrder.SOURCE:
            return self._by_source(kept)
        if wanted.order is TimelineOrder.LATEST:
            kept.reverse()
        rows = [row for event in kept for row in event]
        _put_together(rows, alone=False)
        return [*rows]

    def _by_source(self, kept: Sequence[Sequence[TellingRow]]) -> list[Row]:
        told: dict[int, list[TellingRow]] = {}
        for row in (row for event in kept for row in event):
            told.setdefault(row.telling.source, []).append(row)
        made: list[Row] = []
        for source in sorted(told):
            _put_together(told[source], alone=True)
            made.append(_head(source, self.timeline.sources[source].title, len(told[source])))
            made += told[source]
        return made


def _rows_of(timeline: Timeline, number: int, happening: Happening) -> list[TellingRow]:
    return [
        TellingRow(
            key=key_of(timeline, telling),
            span=telling.span,
            number=number,
            telling=telling,
            source=timeline.sources[telling.source],
            happening=happening,
            place=place,
            differs=happening.differs,
        )
        for place, telling in enumerate(happening.tellings)
    ]


def key_of(timeline: Timeline, telling: Telling) -> str:
    """Return what tells a row from all others, and is the same when the chronology is made again."""
    return f"event|{timeline.sources[telling.source].sha256}|{telling.number}"


def _put_together(rows: Iterable[TellingRow], *, alone: bool) -> None:
    """Tell each row what the one above it says already; `alone` are those whose event is told once."""
    before: Telling | None = None
    for row in rows:
        telling = row.telling
        follows = before is not None and _sentence(before) == _sentence(telling)
        is_told = follows and before is not None and before.detail == telling.detail
        said = (alone or row.place == 0, follows, is_told)
        if said != (row.is_first, row.follows, row.is_told):
            row.is_first, row.follows, row.is_told = said
            row.stamp = -1
        before = telling


def _sentence(telling: Telling) -> tuple[object, ...]:
    return telling.source, telling.span, telling.edtf


def _is_shown(happening: Happening, show: TimelineShow) -> bool:
    if show is TimelineShow.DIFFERENT:
        return happening.differs
    return show is TimelineShow.ALL or len(happening.sources) > 1


def _told(timeline: Timeline, happening: Happening) -> Iterator[str]:
    for one in happening.tellings:
        yield from (one.when, one.edtf, one.title, one.detail, timeline.sources[one.source].title)


def _head(source: int, title: str, count: int) -> GroupRow:
    return GroupRow(
        key=f"head|{source}", name="source", title=title, shown=count, total=count, sticky=True, open=True
    )
