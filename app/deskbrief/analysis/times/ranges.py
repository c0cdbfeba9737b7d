"""Two times that are the ends of one period."""

from __future__ import annotations

import re

from deskbrief.analysis.times.told import Time, Times, interval
from deskbrief.document.outline import EventDate
from deskbrief.document.spans import Span

_JOINT = re.compile(r"\s?(?:to|until|till|through|[-–—]{1,2}|and)\s?(?:the\s)?")
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)


def other_end(text: str, first: Time, times: Times) -> Time | None:
    """Return the time that ends the period which `first` begins, none where `first` is no such time."""
    near = [time for time in times.within(Span(first.end, first.end + 12)) if time.concrete]
    if not near or not first.concrete:
        return None
    joint = text[first.end : near[0].start]
    if not _JOINT.fullmatch(joint):
        return None
    if "and" in joint and not _BETWEEN.search(text[max(first.start - 14, 0) : first.start]):
        return None
    return near[0] if near[0].worked.edtf and first.worked.edtf else None


def date_of(text: str, first: Time, times: Times) -> EventDate:
    """Return the date of an event that `first` gives, as a period where `first` begins one."""
    last = other_end(text, first, times)
    if last is None:
        return first.event_date()
    edtf = interval(first.worked.edtf, last.worked.edtf)
    return EventDate(
        edtf, first.start, last.end, last.worked.reason, max(first, last, key=_doubt).worked.degree
    )


def _doubt(time: Time) -> int:
    return ("explicit", "completed", "inferred", "unresolved").index(time.worked.degree)
