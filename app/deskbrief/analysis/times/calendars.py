"""Arithmetic on dates of the proleptic Gregorian calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

SEASON_OF_MONTH = ("", "WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")
#: The month that stands for a season when seasons and months are compared.
SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
SEASON_CODE = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def days_in(year: int, month: int) -> int:
    """Return the number of days in a month; years outside the calendar's range count as common years."""
    return monthrange(year if MINYEAR <= year <= MAXYEAR else 2001, month)[1]


def valid(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def plus_days(day: date, count: int) -> date | None:
    """Return the day `count` days later, or none where the calendar ends."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def plus_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month `count` months later."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def week_of(day: date) -> tuple[int, int]:
    """Return the ISO 8601 year and week of a day."""
    year, week, _ = day.isocalendar()
    return year, week


def monday(year: int, week: int) -> date:
    """Return the first day of an ISO 8601 week, or of the year's last week when it has no such week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return date.fromisocalendar(year, 52, 1)
