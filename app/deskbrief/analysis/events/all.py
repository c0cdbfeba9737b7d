"""The events of a document: from tables, lists, headings and prose, in the order of the text."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from deskbrief.analysis.anchoring import Basis
from deskbrief.analysis.events.datecolumns import Context
from deskbrief.analysis.events.further import further_events
from deskbrief.analysis.events.grouping import grouped
from deskbrief.analysis.events.headings import heading_events
from deskbrief.analysis.events.labelled import RULE as LABELLED
from deskbrief.analysis.events.labelled import labelled_events
from deskbrief.analysis.events.leads import RULE, date_of_writing
from deskbrief.analysis.events.lists import inline_events, list_events, log_events
from deskbrief.analysis.events.lives import RULE as LIFE
from deskbrief.analysis.events.overhead import time_over
from deskbrief.analysis.events.passages import RULE as PASSAGE
from deskbrief.analysis.events.passages import dated_passages, passage_date
from deskbrief.analysis.events.prose import Prose
from deskbrief.analysis.events.status import dated
from deskbrief.analysis.events.tables import table_events
from deskbrief.analysis.mishaps import Mishaps
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import are_listed, date_of_all
from deskbrief.analysis.times.told import Time, Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Event, EventDate, Origin, Status, TimeExpression
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

Found = tuple[tuple[Event, ...], tuple[TimeExpression, ...]]


def events_of(
    document: Document,
    sentences: Mapping[int, Sequence[Sentence]],
    times: Times,
    basis: Basis,
    mishaps: Mishaps,
    *,
    further: bool = False,
) -> Steps[Found]:
    """Return the events, and the times of the document as the tables have completed them.

    `further` adds happenings of news that no date dates, which are too unsure for a reader's list.
    """
    written = basis.written
    events = list(_structured(document, times, written, mishaps))
    yield
    prose = Prose(document, times, basis, mishaps)
    events.extend((yield from prose.events(sentences, _taken(document, events, times))))
    more = further_events(document, sentences, written, events) if further else ()
    return (*_in_order(events), *more), _expressions(times, events)


def foreign_events_of(document: Document, times: Times, written: Moment | None, mishaps: Mishaps) -> Found:
    """Return the same of a text of whose prose no more is known than the dates in its sentences."""
    events = list(_structured(document, times, written, mishaps))
    taken = frozenset(_taken(document, events, times))
    events.extend(mishaps.spared("events", partial(dated_passages, document, times, written, taken)))
    return tuple(_in_order(events)), _expressions(times, events)


def _in_order(events: Sequence[Event]) -> list[Event]:
    return grouped(sorted(events, key=lambda event: (event.spans[0].start, event.date.start)))


def _taken(document: Document, events: Sequence[Event], times: Times) -> dict[int, int]:
    """Return where the prose of each block goes on of which events are told, by where the block begins."""
    taken: dict[int, int] = {}
    for event in events:
        start = document.block_at(event.spans[0].start).start
        if event.rule == LABELLED and event.spans[0].start > start:
            taken.update({start: sys.maxsize} if start in taken else {})  # line upon line
            continue
        taken[start] = max(taken.get(start, 0), _told_up_to(event, times))
    return taken


def _told_up_to(event: Event, times: Times) -> int:
    """Return where the prose of a block goes on of which an event is told.

    Of an item that is after its title, or after its date where the title names a day of its own.
    """
    if event.source is not Origin.LIST or event.trigger is None:
        return sys.maxsize
    inside = times.within(event.trigger) if event.trigger.start >= event.date.end else ()
    own = any(time.mention.recipe.op == "date" and time.mention.recipe.day for time in inside)
    return event.spans[0].start if own else event.trigger.end


def _structured(
    document: Document, times: Times, written: Moment | None, mishaps: Mishaps
) -> Iterator[Event]:
    """Yield the events of tables, lists and headings."""
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.TABLE:
            context = Context(document.text, times, time_over(document, number, times), written)
            yield from mishaps.spared("events", partial(table_events, block, context))
    told: set[int] = set()
    for event in mishaps.spared("events", partial(list_events, document, times, written)):
        told.add(event.spans[0].start)
        yield event
    yield from mishaps.spared("events", partial(labelled_events, document, times, written, told))
    yield from mishaps.spared("events", partial(log_events, document, times, written))
    yield from mishaps.spared("events", partial(inline_events, document, times, written))
    yield from mishaps.spared("events", partial(heading_events, document, times, written))


def _expressions(times: Times, events: Sequence[Event]) -> tuple[TimeExpression, ...]:
    """Return the times as the outline shows them: those in a table or list as its column completes them."""
    dates = {event.date.start: event.date for event in events if event.source is not Origin.PROSE}
    return tuple(_expression(time, dates.get(time.start)) for time in times.all)


def _expression(time: Time, date: EventDate | None) -> TimeExpression:
    shown = time.expression()
    if date is None or date.end != time.end or "/" in date.edtf or not date.edtf:
        return shown
    return replace(shown, edtf=date.edtf, degree=date.degree, reason=date.reason)


def _status(event: Event, edtf: str, written: Moment | None) -> Status:
    """Return the status, worked out again where no wording but the date has decided it."""
    by_date = not event.status_wording and event.status in {Status.OCCURRED, Status.PLANNED}
    return dated(edtf, written) if by_date else event.status


def _again(text: str, event: Event, times: Times) -> EventDate:
    """Return the date of an event of prose worked out again from the times in its wording."""
    date = event.date
    inside = times.within(Span(date.start, max(date.end, date.start + 1)))
    if event.rule == PASSAGE:
        return passage_date(text, inside[0], times)
    if event.rule == LIFE:
        return inside[0].event_date()
    group = [time for time in inside if time.concrete]
    first = date_of_all(text, inside[:1], times)
    listed = first.end < date.end and are_listed(text, group)
    return date_of_all(text, group, times) if listed else first


def redated(document: Document, events: Sequence[Event], times: Times, written: Moment | None) -> Found:
    """Return `events` with their dates worked out again: those of tables and lists by reading these again."""
    structured = {event.spans[:2]: event for event in _structured(document, times, written, Mishaps())}
    by_place = {time.start: time for time in times.all}
    result = []
    for event in events:
        again = structured.get(event.spans[:2])
        if again is not None:
            result.append(
                replace(event, date=again.date, status=again.status, status_wording=again.status_wording)
            )
        elif event.rule == RULE:
            result.append(replace(event, date=date_of_writing(written, event.date.start)))
        elif event.date.start in by_place and event.source is not Origin.READER:
            date = _again(document.text, event, times)
            result.append(replace(event, date=date, status=_status(event, date.edtf, written)))
        else:
            result.append(event)
    return tuple(result), _expressions(times, result)
