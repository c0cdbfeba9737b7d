"""The proleptic Gregorian calendar in decimal years, without the limits that `datetime` has."""

from __future__ import annotations

from itertools import accumulate

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, *accumulate(_MONTH_DAYS))
_MINUTES_A_DAY = 24 * 60

#: First month and number of months of each sub-year grouping (ISO 8601-2, 4.8): seasons, northern seasons,
#: southern seasons, quarters, thirds, halves. A season that begins in December ends in the next year.
GROUPINGS = {
    **{code: (3 * (code - 20), 3) for code in range(21, 25)},
    **{code: (3 * (code - 24), 3) for code in range(25, 29)},
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    **{code: (3 * (code - 33) + 1, 3) for code in range(33, 37)},
    **{code: (4 * (code - 37) + 1, 4) for code in range(37, 40)},
    40: (1, 6),
    41: (7, 6),
}


def decimal_year(year: int, month: int = 1, day: int = 1, minutes: float = 0.0) -> float:
    """Return a moment as a decimal year; years are astronomical (0 is 1 BC), `month` may run past 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    leap = is_leap(year)
    days = _DAYS_BEFORE[month - 1] + (leap and month > 2) + day - 1 + minutes / _MINUTES_A_DAY
    return year + days / (366 if leap else 365)


def is_leap(year: int) -> bool:
    """Tell whether `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(month: int, *, leap: bool) -> int:
    """Return the number of days in `month`."""
    return _MONTH_DAYS[month - 1] + (leap and month == 2)
