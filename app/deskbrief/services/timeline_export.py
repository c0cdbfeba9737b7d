"""A chronology of several documents on its way out: a table, a calendar, TimelineJS, the plan of a brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from deskbrief.document.errors import ExportError
from deskbrief.document.plan import BriefPlan, Template
from deskbrief.exchange.icalendar import icalendar
from deskbrief.exchange.items import EventOut, Written
from deskbrief.exchange.tables import events_csv
from deskbrief.exchange.timelinejs import timelinejs
from deskbrief.services.curation import Curated
from deskbrief.services.exporting import events_of, stamp_of
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan, title_of
from deskbrief.services.timeline import Happening, Telling, Timeline

#: The numbers of a source and of an event of it, for each that is wanted.
Chosen = frozenset[tuple[int, int]]


class Form(StrEnum):
    """The forms of a chronology outside; the value is the ending of its files."""

    TABLE = ".csv"
    CALENDAR = ".ics"
    TIMELINE = ".json"


def timeline_file(
    sources: Sequence[BriefSource], timeline: Timeline, form: Form, chosen: Chosen | None = None
) -> Written:
    """Return the events of a chronology, those that are `chosen` or all, in the order of time.

    A table has a row for what each source tells; elsewhere several that tell one day are one entry. Of
    `sources` those are looked at that the chronology tells events of, by their hashes.
    Raises `ExportError` when a calendar could hold none of them.
    """
    held = _Held(sources, timeline, chosen)
    if form is Form.TABLE:
        # A spreadsheet takes a table without the mark for one of its own country's alphabet.
        return events_csv([*held.each()], bom=True)
    if form is Form.TIMELINE:
        return timelinejs([*held.joined()], title_of(sources))
    written = icalendar([*held.joined()], stamp_of([source.document for source in sources]))
    if not written.count:
        raise ExportError("No event has a day, so a calendar can hold none.", "Save a table instead.")
    return written


def timeline_plan(
    sources: Sequence[BriefSource], timeline: Timeline, options: BriefOptions, chosen: Chosen | None = None
) -> BriefPlan:
    """Return the plan of a brief that holds the events of a chronology, those `chosen` or all."""
    wanted = replace(options, template=Template.CHRONOLOGY)
    if chosen is None:
        return make_plan(sources, wanted)
    numbers = {source.sha256: number for number, source in enumerate(timeline.sources)}
    kept = [_with(source, numbers[source.document.sha256], chosen) for source in sources]
    return make_plan([source for source in kept if source.curated.events], wanted)


def _with(source: BriefSource, number: int, chosen: Chosen) -> BriefSource:
    """Return a source with only the events that are chosen."""
    events = source.curated.kept_events()
    wanted = tuple(event for at, event in enumerate(events) if (number, at) in chosen)
    return replace(source, curated=Curated(wanted, source.curated.recommendations))


class _Held:
    """The events of a chronology with their citations."""

    def __init__(self, sources: Sequence[BriefSource], timeline: Timeline, chosen: Chosen | None) -> None:
        self._timeline = timeline
        self._chosen = chosen
        self._events = {
            source.document.sha256: events_of(
                source.document, source.outline, source.curated, source.file_name
            )
            for source in sources
        }

    def each(self) -> Iterator[EventOut]:
        """Yield what each source tells."""
        for happening in self._timeline.happenings:
            for telling in self._wanted(happening):
                yield self._event(telling)

    def joined(self) -> Iterator[EventOut]:
        """Yield each event once for each of its dates, with all who tell it."""
        for happening in self._timeline.happenings:
            days: dict[str, list[Telling]] = {}
            for telling in self._wanted(happening):
                days.setdefault(telling.edtf, []).append(telling)
            for day, tellings in days.items():
                others = [one for one in happening.tellings if one.edtf != day] if happening.differs else []
                yield self._with_others(tellings, others)

    def _with_others(self, tellings: Sequence[Telling], others: Iterable[Telling]) -> EventOut:
        first, *more = [self._event(telling) for telling in tellings]
        further = [f"Also: {event.citation.words}" for event in more]
        for other in others:
            event = self._event(other)
            further.append(f"Dated {event.shown} in {event.citation.words}")
        return replace(first, further=tuple(further))

    def _wanted(self, happening: Happening) -> list[Telling]:
        chosen = self._chosen
        return [one for one in happening.tellings if chosen is None or (one.source, one.number) in chosen]

    def _event(self, telling: Telling) -> EventOut:
        events = self._events.get(self._timeline.sources[telling.source].sha256, ())
        if telling.number >= len(events) or events[telling.number].edtf != telling.edtf:
            raise ExportError("The events have changed since they were listed.", "Try again.")
        return events[telling.number]
