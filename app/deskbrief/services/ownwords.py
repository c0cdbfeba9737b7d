"""What the reader says of an event or recommendation: values edited, and items added.

A decision keeps these values as pairs of a field and its text, one for each field of the dialog.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from deskbrief.document.edtf import bounds
from deskbrief.document.model import Document
from deskbrief.document.outline import (
    Degree,
    Event,
    EventDate,
    Origin,
    Recommendation,
    Status,
    Strength,
    TimeExpression,
)
from deskbrief.document.spans import Span
from deskbrief.services.excerpts import sentence_about

T = TypeVar("T", Event, Recommendation)

#: What parts several participants in one line.
BETWEEN = "; "
_DATED = frozenset({"DATE", "TIME"})
_SET = "set by you"


def in_line(names: Iterable[str]) -> str:
    """Return participants as one line of text."""
    return BETWEEN.join(names)


def from_line(line: str) -> tuple[str, ...]:
    """Return the participants that `in_line` put into a line, or the reader wrote there."""
    names = (" ".join(name.split()) for name in line.split(BETWEEN.strip()))
    return tuple(dict.fromkeys(name for name in names if name))


def edited(value: T, fields: Mapping[str, str]) -> T:
    """Return `value` with the reader's own `fields`."""
    if isinstance(value, Event):
        return _edited_event(value, fields)
    return replace(
        value,
        title="" if "action" in fields else value.title,
        addressee=fields.get("addressee", value.addressee),
        action=fields.get("action", value.action),
        strength=Strength(fields.get("strength", value.strength)),
    )


def _edited_event(value: Event, fields: Mapping[str, str]) -> Event:
    date = value.date
    if "date" in fields:
        date = EventDate(fields["date"], date.start, date.end, _SET, Degree.EXPLICIT)
    if "status" in fields:
        value = replace(value, status=Status(fields["status"]), status_wording="")
    return replace(
        value,
        title=fields.get("title", value.title),
        who=from_line(fields["who"]) if "who" in fields else value.who,
        where=fields.get("where", value.where),
        date=date,
    )


def own_event(
    document: Document, span: Span, title: str, fields: Mapping[str, str], times: Sequence[TimeExpression]
) -> Event:
    """Return the event that the reader added at `span`, called `title` where `fields` do not say otherwise.

    Its date is the reader's, else the one that the passage or its sentence names.
    """
    named = date_named(document, span, times)
    undated = EventDate("", span.start, span.start, "No date stands in this sentence.", Degree.UNRESOLVED)
    event = Event(
        date=named or undated, title=title, spans=(span,), source=Origin.READER, rule="added by you"
    )
    return _edited_event(event, {name: text for name, text in fields.items() if text or name != "title"})


def own_recommendation(span: Span, action: str, fields: Mapping[str, str]) -> Recommendation:
    """Return the recommendation that the reader added at `span`, of `action` unless `fields` say another."""
    return Recommendation(
        addressee=fields.get("addressee", ""),
        action=fields.get("action") or action,
        strength=Strength(fields.get("strength", Strength.SHOULD)),
        spans=(span,),
        source=Origin.READER,
        rule="added by you",
    )


def date_named(document: Document, span: Span, times: Sequence[TimeExpression]) -> EventDate | None:
    """Return the date that a passage names, else its sentence; None when neither does.

    Of several dates the first counts; a time of day that has no date of its own is none.
    """
    known = [time for time in times if time.type in _DATED and bounds(time.edtf) is not None]
    for place in (span, sentence_about(document, span)):
        here = (time for time in known if time.span.overlaps(place))
        found = min(here, key=lambda time: time.start, default=None)
        if found is not None:
            return EventDate(found.edtf, found.start, found.end, found.reason, found.degree)
    return None


def told_beside(event: Event, fields: Iterable[tuple[str, str]]) -> str:
    """Return what is told of an event beside its title: the detail, else who and where.

    What the reader said of who or where is told in any case.
    """
    around = " · ".join(filter(None, (", ".join(event.who), event.where)))
    own = {name for name, _ in fields} & {"who", "where"}
    return " — ".join(filter(None, (around, event.detail))) if own else event.detail or around
