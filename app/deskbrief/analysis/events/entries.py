"""Entries of situation reports: a place and a date, then what there was ("Ellis: 5 May 2023: 12 cases")."""

from __future__ import annotations

from deskbrief.analysis.events.status import dated, worded
from deskbrief.analysis.events.titles import short_title
from deskbrief.analysis.forms import leads
from deskbrief.analysis.stretches import words_of
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.ranges import date_of
from deskbrief.analysis.times.told import Times
from deskbrief.document.outline import Event, Origin
from deskbrief.document.spans import Span

#: Code points of the longest lead-in.
_LONGEST = 120


def lead_of(text: str, sentence: Span) -> tuple[str, Span] | None:
    """Return the place that opens the entry of a sentence, and the lead-in, which it may hold."""
    for match in leads(text, max(sentence.start - _LONGEST, 0), sentence.end):
        if match.end() == sentence.start or match.start() == sentence.start:
            return match["place"], Span(match.start(), match.end())
    return None


def entry_event(
    text: str, sentence: Span, lead: tuple[str, Span], times: Times, written: Moment | None
) -> Event | None:
    """Return what the first sentence of an entry tells of the date in its lead-in."""
    place, span = lead
    told = next(iter(times.within(span)), None)
    rest = Span(max(span.end, sentence.start), sentence.end)
    if told is None or not told.worked.edtf or not rest.of(text).strip():
        return None
    date = date_of(text, told, times)
    status, wording = worded(rest.of(text)) or (dated(date.edtf, written), "")
    return Event(
        date=date,
        title=words_of(text, short_title(text, rest)),
        detail=words_of(text, rest),
        spans=(rest, Span(date.start, date.end)),
        where=place,
        status=status,
        status_wording=wording,
        source=Origin.PROSE,
        rule="an entry that begins with a place and a date",
        confidence=0.75,
    )
