"""Which rows a chronology of several documents shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from deskbrief.document.records import dataclass
from deskbrief.services.timeline import Happening, Telling, Timeline
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
    """The events of one chronology as rows."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._hays: list[str] = []

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return the rows of the events that are wanted.

        What several sources tell of one event stands together, but in the order by source.
        """
        kept = [
            (number, happening)
            for number, happening in enumerate(self._timeline.happenings)
            if (wanted.seen is None or number in wanted.seen) and _is_shown(happening, wanted.show)
        ]
        if wanted.words:
            hays = self._all_hays()
            kept = [one for one in kept if all(word in hays[one[0]] for word in wanted.words)]
        if wanted.order is TimelineOrder.SOURCE:
            return _by_source(self._timeline, kept)
        if wanted.order is TimelineOrder.LATEST:
            kept.reverse()
        rows = [
            _row(self._timeline, number, happening, place)
            for number, happening in kept
            for place in _places(happening)
        ]
        _mark_following(rows)
        return [*rows]

    def _all_hays(self) -> list[str]:
        """Return for each event what a filter looks through; made when somebody filters."""
        if not self._hays:
            told = (" ".join(_told(self._timeline, one)) for one in self._timeline.happenings)
            self._hays = [folded(words) for words in told]
        return self._hays


def _places(happening: Happening) -> range:
    return range(len(happening.tellings))


def _by_source(timeline: Timeline, kept: Sequence[tuple[int, Happening]]) -> list[Row]:
    made: list[Row] = []
    for source, about in enumerate(timeline.sources):
        rows = [
            _row(timeline, number, happening, place, alone=True)
            for number, happening in kept
            for place in _places(happening)
            if happening.tellings[place].source == source
        ]
        if rows:
            _mark_following(rows)
            made.append(_head(source, about.title, len(rows)))
            made += rows
    return made


def _row(
    timeline: Timeline, number: int, happening: Happening, place: int, *, alone: bool = False
) -> TellingRow:
    telling = happening.tellings[place]
    return TellingRow(
        key=key_of(timeline, telling),
        span=telling.span,
        number=number,
        telling=telling,
        source=timeline.sources[telling.source],
        happening=happening if place == 0 or alone else None,
        differs=happening.differs,
    )


def key_of(timeline: Timeline, telling: Telling) -> str:
    """Return what tells a row from all others, and is the same when the chronology is made again."""
    return f"event|{timeline.sources[telling.source].sha256}|{telling.number}"


def _mark_following(rows: Iterable[TellingRow]) -> None:
    """Mark the rows of one sentence and one date that stand one below the other."""
    before: Telling | None = None
    for row in rows:
        telling = row.telling
        row.follows = before is not None and _sentence(before) == _sentence(telling)
        row.is_told = row.follows and before is not None and before.detail == telling.detail
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
