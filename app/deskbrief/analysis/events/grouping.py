"""Events told twice: joined where the date is the same and the titles share their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.document.outline import Event, Origin

_WORD = re.compile(r"[^\W\d_]{4,}")
#: The share of the shorter title's words that the other must have.
ENOUGH = 0.75


def grouped(events: Sequence[Event]) -> list[Event]:
    """Return `events`, with one of prose that repeats one of a table or list joined to it as evidence."""
    marked = [event for event in events if event.source is not Origin.PROSE]
    by_date: dict[str, list[Event]] = {}
    for event in marked:
        by_date.setdefault(event.date.edtf, []).append(event)
    extra: dict[int, list[Event]] = {}
    result = []
    for event in events:
        twin = _twin(event, by_date) if event.source is Origin.PROSE and event.date.edtf else None
        if twin is None:
            result.append(event)
        else:
            extra.setdefault(id(twin), []).append(event)
    return [_with(event, extra.get(id(event), ())) for event in result]


def _twin(event: Event, by_date: dict[str, list[Event]]) -> Event | None:
    words = _words(event.title)
    for other in by_date.get(event.date.edtf, ()):
        theirs = _words(other.title)
        fewer = min(len(words), len(theirs))
        if fewer and len(words & theirs) >= max(ENOUGH * fewer, 1) and (fewer > 1 or words == theirs):
            return other
    return None


def _words(title: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(title)}


def _with(event: Event, twins: Sequence[Event]) -> Event:
    return replace(event, spans=(*event.spans, *(twin.spans[0] for twin in twins))) if twins else event
