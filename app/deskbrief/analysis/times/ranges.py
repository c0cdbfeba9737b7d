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

_JOINT = re.compile(r",?\s?(?:to|until|till|through(?:\sto)?|up\sto|[-–—]{1,2}|/|and|or)\s?(?:the\s)?")
_OR = re.compile(r",?\sor\s(?:the\s)?")
_EITHER = "The text says that it was the one or the other."
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)


#: How a day or month begins whose year nothing tells.
_NO_YEAR = "XXXX-"


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
    if first.worked.edtf.startswith(_NO_YEAR) and near[0].worked.edtf.startswith(_NO_YEAR):
        return near[0] if first.worked.edtf < near[0].worked.edtf else None
    return near[0] if ends[0] and ends[1] and ends[0][0] < ends[1][1] else None


def date_of(text: str, first: Time, times: Times) -> EventDate:
    """Return the date of an event that `first` gives, as a period where `first` begins one."""
    last = other_end(text, first, times)
    if last is None:
        date = _to_the_minute(text, first, times)
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
    either = _OR.fullmatch(text, first.end, last.start) is not None
    reason = f"{last.worked.reason} {_EITHER}" if either else last.worked.reason
    return EventDate(edtf, first.start, last.end, reason, degree, words=words)


#: What stands between a day and the clock time of the same happening, and between these the other way round.
_AT = re.compile(r",?\s(?:at\s)?(?:about\s|around\s|approximately\s|exactly\s|just\s)?")
_ON = re.compile(r",?\s(?:on\s)?(?:the\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?", re.IGNORECASE)
#: Words before a clock time that make of it a bound, or one of two.
_BOUND = re.compile(
    r"(?:\b(?:after|before|between|from|since|till|to|until|and|or)|[-–—])\s?$", re.IGNORECASE
)
#: Code points between a day and its clock time, and of a day in EDTF.
_BESIDE, _DAY = 24, 10


def _to_the_minute(text: str, day: Time, times: Times) -> EventDate:
    """Return the date that a day gives, with the clock time that stands right beside it."""
    date = day.event_date()
    if len(date.edtf) != _DAY or not date.edtf[-2:].isdigit():
        return date
    clock = _clock_beside(text, day, times)
    if clock is None or not clock.worked.edtf.startswith(f"{date.edtf}T"):
        return date
    return replace(date, edtf=clock.worked.edtf, degree=clock.worked.degree, reason=clock.worked.reason)


def _clock_beside(text: str, day: Time, times: Times) -> Time | None:
    """Return the clock time right beside a day: "at 4.10 pm on 5 May", "on 5 May, at about 4.10 pm"."""
    before = times.within(Span(max(day.start - _BESIDE, 0), day.start))
    after = times.within(Span(day.end, day.end + _BESIDE))
    for clock, between in (
        *((one, (one.end, day.start, _ON)) for one in before[-1:]),
        *((one, (day.end, one.start, _AT)) for one in after[:1]),
    ):
        start, end, joint = between
        told = clock.mention.recipe.op == "clock" and joint.fullmatch(text, start, end)
        if told and not _BOUND.search(text, max(clock.start - 10, 0), clock.start):
            return clock
    return None


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
