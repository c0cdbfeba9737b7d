"""Times that are one date together: the two ends of a period, and several dates of one happening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from deskbrief.analysis.times.told import Time, Times, interval
from deskbrief.document.edtf import bounds, display
from deskbrief.document.outline import EventDate
from deskbrief.document.spans import Span

_JOINT = re.compile(r",?\s?(?:to|until|till|through(?:\sto)?|up\sto|[-–—]{1,2}|/|and)\s?(?:the\s)?")
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)


def other_end(text: str, first: Time, times: Times) -> Time | None:
    """Return the time that ends the period which `first` begins, none where `first` is no such time."""
    near = [time for time in times.within(Span(first.end, first.end + 14)) if time.concrete]
    if not near or not first.concrete:
        return None
    joint = text[first.end : near[0].start]
    if not _JOINT.fullmatch(joint):
        return None
    if "and" in joint and not _BETWEEN.search(text[max(first.start - 14, 0) : first.start]):
        return None
    ends = bounds(first.worked.edtf), bounds(near[0].worked.edtf)
    return near[0] if ends[0] and ends[1] and ends[0][0] < ends[1][1] else None


def date_of(text: str, first: Time, times: Times) -> EventDate:
    """Return the date of an event that `first` gives, as a period where `first` begins one."""
    last = other_end(text, first, times)
    if last is None:
        date = first.event_date()
        if (
            date.edtf
            and "/" not in date.edtf
            and _FROM_NOW.search(text, max(first.start - 24, 0), first.start)
        ):
            return replace(date, edtf=f"../{date.edtf}", reason=f"{date.reason} {_NOT_LATER}")
        by = _BY.search(text, max(first.start - 8, 0), first.start) is not None
        return replace(date, reason=f"{date.reason} {_AT_THE_LATEST}") if by else date
    edtf = interval(first.worked.edtf, last.worked.edtf)
    fiscal = first.mention.recipe.unit == "fiscal" and _YEAR.fullmatch(last.worked.edtf) is not None
    degree = max(first, last, key=_doubt).worked.degree
    words = _fiscal_years(edtf) if fiscal else ""
    return EventDate(edtf, first.start, last.end, last.worked.reason, degree, words=words)


#: A period that begins when the text was written: "between now and 2040".
_FROM_NOW = re.compile(r"\bbetween (?:now|today|the present),? and (?:the )?$", re.IGNORECASE)
_NOT_LATER = "The period begins with the day of writing."
#: A date after "by" is the latest one.
_BY = re.compile(r"\bby\s(?:the\s)?$", re.IGNORECASE)
_AT_THE_LATEST = "“By” says: at the latest."
#: What stands between dates that are listed: "in 2005, 2006 and in 2008".
_LISTED = re.compile(r",?\s?(?:and\s|&\s|,\s|as well as\s|then\s|again\s){0,3}(?:in|on|during)?\s?(?:the\s)?")


def are_listed(text: str, group: Sequence[Time]) -> bool:
    """Tell whether times stand one after another as in "2005, 2006 and 2008"."""
    return all(
        text[one.end : other.start].strip() and _LISTED.fullmatch(text, one.end, other.start)
        for one, other in pairwise(group)
    )


def date_of_all(text: str, group: Sequence[Time], times: Times) -> EventDate:
    """Return the date of one happening that all times of a group give: a set, where there are several."""
    dates = [date_of(text, time, times) for time in group]
    first, last = dates[0], dates[-1]
    if len(dates) == 1:
        return first
    known = [date for date in dates if date.edtf]
    edtf = f"{{{','.join(date.edtf for date in known)}}}" if len(known) > 1 else (known or dates)[0].edtf
    degree = max(group, key=_doubt).worked.degree
    reason = f"{first.reason} {_SEVERAL}"
    words = _fiscal_years(edtf) if first.words and all(_YEAR.fullmatch(date.edtf) for date in dates) else ""
    return replace(first, edtf=edtf, end=last.end, degree=degree, reason=reason, words=words)


_YEAR = re.compile(r"\d{4}~?")


def _fiscal_years(edtf: str) -> str:
    """Return what several fiscal years are called: the word stands before the first alone."""
    return f"fiscal years {display(edtf.replace('~', ''))}"


_SEVERAL = "The text gives several dates for it."


def _doubt(time: Time) -> int:
    return ("explicit", "completed", "inferred", "unresolved").index(time.worked.degree)
