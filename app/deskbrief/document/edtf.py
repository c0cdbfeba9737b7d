"""EDTF dates in words for people, and their bounds; ISO 8601-2 stays the form in which dates are kept."""

from __future__ import annotations

from deskbrief.document.edtf_calendar import GROUPINGS, decimal_year
from deskbrief.document.edtf_parse import EdtfDate, EdtfValue, bounds, parse, place_in_time, time_order

__all__ = [
    "MONTHS",
    "EdtfDate",
    "EdtfValue",
    "bounds",
    "decimal_year",
    "display",
    "in_words",
    "parse",
    "place_in_time",
    "time_order",
]

#: Short names of the months.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("spring", "summer", "autumn", "winter")
#: What parts of a month by days, and of a year by months, are called: first, last, and which is approximate.
_FEBRUARY, _LAST_DAY = 2, 28
_OF_MONTH = {
    (1, 10, False, True): "early ",
    (11, 20, True, True): "mid-",
    (21, 28, True, False): "late ",
    (21, 30, True, False): "late ",
    (21, 31, True, False): "late ",
}
_OF_YEAR = {(1, 4, False, True): "early ", (5, 8, True, True): "mid-", (9, 12, True, False): "late "}

_Parts = tuple[str, str, str, str]


def display(edtf: str) -> str:
    """Return `edtf` in words, such as "5 Mar 2026", "Jan–Mar 2024", "1990s", "about 2021" or "from 2020".

    What is not EDTF is returned as it is. "about" stands for approximate and "perhaps" for uncertain.
    """
    value = parse(edtf)
    return edtf if value is None else in_words(value)


def in_words(value: EdtfValue) -> str:
    """Return a date that was read before in the words of `display`."""
    start, end = value.start, value.end
    if value.members:
        return _listed(value.members)
    if start is None:
        return f"until {_qualified(end)}" if end else ""
    if end is None:
        return f"from {_qualified(start)}"
    return _interval(start, end) if value.interval else _qualified(start)


def _listed(members: tuple[EdtfDate, ...]) -> str:
    """Return the dates of a set one after another; a year that the next one says too is not repeated."""
    words = []
    for date, following in zip(members, (*members[1:], None), strict=True):
        parts = _parts(date)
        shared = following is not None and date.month and following.month and date.years == following.years
        words.append(_prefix(date) + _joined((*parts[:2], "", parts[3]) if shared else parts))
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _interval(start: EdtfDate, end: EdtfDate) -> str:
    part = _part_of_time(start, end)
    if part:
        return part
    first, last = _parts(start), _parts(end)
    if (_prefix(start), first) == (_prefix(end), last):
        return _qualified(start)
    if _prefix(start) != _prefix(end) or not _alike(first, last):
        return f"{_qualified(start)} – {_qualified(end)}"
    if start.clock and first[:3] == last[:3]:
        return f"{_qualified(start)}–{last[3]}"
    shared = _shared_tail(first, last)
    left, right = _joined(first[: len(first) - shared]), _joined(last)
    single = len([part for part in last[: len(last) - shared] if part]) == 1
    return f"{_prefix(start)}{left}{'–' if single else ' – '}{right}"


def _part_of_time(start: EdtfDate, end: EdtfDate) -> str:
    """Return "late Jun 2024" for the days or months that such a wording stands for, "" for others."""
    if start.years != end.years or start.uncertain or end.uncertain or start.clock or end.clock:
        return ""
    if start.day or end.day:
        same = start.month == end.month
        ends = (start.day, min(end.day, _LAST_DAY if end.month == _FEBRUARY else end.day))
        part = _OF_MONTH.get((*ends, start.approximate, end.approximate), "") if same else ""
        told = _joined(("", *_parts(end)[1:]))
    else:
        part = _OF_YEAR.get((start.month, end.month, start.approximate, end.approximate), "")
        told = _year(end)
    return f"{part}{told}" if part else ""


def _alike(first: _Parts, last: _Parts) -> bool:
    """Tell whether both ends state the same things, so that what they share need not be said twice."""
    return [bool(part) for part in first] == [bool(part) for part in last]


def _shared_tail(first: _Parts, last: _Parts) -> int:
    """Return how many parts at the end are the same, as the year is in Jan 2024 – Mar 2024."""
    shared = 0
    while shared < len(first) and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return shared


def _qualified(date: EdtfDate) -> str:
    return _prefix(date) + _joined(_parts(date))


def _prefix(date: EdtfDate) -> str:
    return ("perhaps " if date.uncertain else "") + ("about " if date.approximate else "")


def _joined(parts: tuple[str, ...]) -> str:
    words = " ".join(part for part in parts[:3] if part)
    return ", ".join(part for part in (words, *parts[3:]) if part)


def _parts(date: EdtfDate) -> _Parts:
    """Return day, month or season, year, and time of day, each as words or empty."""
    zone = " UTC" if date.zone == "Z" else f" UTC{date.zone}" if date.zone else ""
    return str(date.day or ""), _month(date.month), _year(date), date.clock + zone


def _month(month: int) -> str:
    if month <= 12:
        return MONTHS[month - 1] if month else ""
    if month <= 32:
        return _SEASONS[(month - 21) % 4]
    first, count = GROUPINGS[month]
    if month <= 36:
        return f"Q{first // 3 + 1}"
    if month >= 40:
        return f"H{month - 39}"
    return f"{MONTHS[first - 1]}–{MONTHS[first + count - 2]}"


def _year(date: EdtfDate) -> str:
    """Return a year, decade, century or run of years, "BC" where it lies before year 1."""
    if date.years is None:
        return "" if date.month else "year unknown"
    low, high = date.years
    if low == high:
        return _plain_year(low)
    if high - low == 9 and low > 0 and low % 10 == 0:
        return f"{low}s"
    if high - low == 99 and low % 100 in {0, 1}:
        return _century(low, high)
    if high <= 0:
        return f"{1 - low}–{1 - high} BC"
    return f"{_plain_year(low)}–{_plain_year(high)}"


def _plain_year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def _century(low: int, high: int) -> str:
    if high <= 0:
        return f"{_ordinal(-high // 100 + 1)} century BC"
    return f"{_ordinal(low // 100 + 1)} century"


def _ordinal(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    ending = ("th", "st", "nd", "rd")[number % 10] if number % 10 < 4 else "th"
    return f"{number}{ending}"
