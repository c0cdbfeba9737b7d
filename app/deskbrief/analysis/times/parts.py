"""Stretches at one end of a longer time: the first six months of 2006, the last week of August."""

from __future__ import annotations

from datetime import date, timedelta

from deskbrief.analysis.times.calendars import days_in, plus_months
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.worked import Worked, fixed
from deskbrief.document.outline import Degree

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7}
_UNKNOWN = "A stretch of a time whose year is not known."


def part_of(value: str, unit: str, count: int, outer: Moment | None) -> Worked:
    """Return the stretch of `count` units that begins `outer`, or ends it where `count` is negative.

    `value` is its TIMEX3 value; the anchors go on from `outer`.
    """
    bounds = outer.bounds() if outer is not None and outer.known else None
    ends = _ends(unit, count, bounds) if bounds else None
    if ends is None or bounds is None:
        return fixed(value, _UNKNOWN)
    first, last = ends
    if first < bounds[0] or last > bounds[1]:
        return fixed(value, _UNKNOWN)
    length = 4 if unit in {"year", "decade"} else 7 if unit in _MONTHS else 10
    low, high = first.isoformat()[:length], last.isoformat()[:length]
    edge = "beginning" if count > 0 else "end"
    reason = f"Counted from the {edge} of the longer time that it is a part of."
    return Worked(value, low if low == high else f"{low}/{high}", Degree.INFERRED, reason, outer)


def _ends(unit: str, count: int, bounds: tuple[date, date]) -> tuple[date, date] | None:
    low, high = bounds
    if unit in _DAYS:
        days = timedelta(days=_DAYS[unit] * abs(count) - 1)
        return (low, low + days) if count > 0 else (high - days, high)
    months = _MONTHS.get(unit, 0) * abs(count)
    if not 0 < months <= 12_000:
        return None
    if count > 0:
        year, month = plus_months(low.year, low.month, months - 1)
        return low, date(year, month, days_in(year, month))
    year, month = plus_months(high.year, high.month, 1 - months)
    return date(year, month, 1), high
