"""A point or period of the calendar as a value, printed as TIMEX3 and as EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Any

from deskbrief.analysis.times.calendars import SEASON_CODE, SEASON_MONTH, days_in, monday, valid

#: From fine to coarse.
GRAINS = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, week, month, season, quarter, half, year, decade, century or millennium.

    `grain` says which; `year` is negative before the common era (-44 = 44 BC; there is no year 0) and 0
    when it is not known. `number` is the week, quarter, half, or century; for a decade it is the year
    without its last digit. `clock` is the TIMEX3 part after T, `mod` a TIMEX3 modifier.
    """

    grain: str
    year: int = 0
    month: int = 0
    day: int = 0
    number: int = 0
    season: str = ""
    clock: str = ""
    mod: str = ""
    weekend: bool = False
    fiscal: bool = False

    @property
    def as_date(self) -> date | None:
        """The day, where it is one that the calendar has."""
        if self.grain == "day" and valid(self.year, self.month, self.day):
            return date(self.year, self.month, self.day)
        return None

    @property
    def known(self) -> bool:
        """Whether the year is known, so that the moment has a place on the calendar."""
        return self.year != 0 or self.grain in {"decade", "century", "millennium"}

    def but(self, **changes: Any) -> Moment:
        """Return a copy with some fields changed."""
        return replace(self, **changes)

    def bounds(self) -> tuple[date, date] | None:
        """Return the first and last day, or none where the calendar does not reach."""
        return _BOUNDS[self.grain](self) if MINYEAR <= self._first_year() <= MAXYEAR - 1000 else None

    def _first_year(self) -> int:
        if self.grain == "decade":
            return self.number * 10 or 1
        if self.grain in {"century", "millennium"}:
            return (self.number - 1) * (100 if self.grain == "century" else 1000) or 1
        return self.year

    def timex(self) -> str:
        """Return the TIMEX3 value, with X for what is not known."""
        return _TIMEX[self.grain](self) + _ZONE.sub("", self.clock)

    def edtf(self) -> str:
        """Return the EDTF value, or "" where the year is not known and nothing but a clock time is."""
        if self.grain not in {"day", "month"} and not self.known:
            return ""
        if self.grain in {"day", "month"} and not self.month:
            return ""
        return _edtf(self)


#: The offset of a zone, which TIMEX3 leaves out.
_ZONE = re.compile(r"[+-]\d\d:\d\d$")


def day_of(value: date) -> Moment:
    """Return the moment of a day."""
    return Moment("day", value.year, value.month, value.day)


def _year_digits(year: int) -> str:
    if not year:
        return "XXXX"
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def _timex_day(moment: Moment) -> str:
    month = f"{moment.month:02d}" if moment.month else "XX"
    return (
        f"{_year_digits(moment.year)}-{month}-{moment.day:02d}"
        if moment.day
        else f"{_year_digits(moment.year)}-{month}-XX"
    )


def _timex_week(moment: Moment) -> str:
    week = f"{moment.number:02d}" if moment.number else "XX"
    return f"{_year_digits(moment.year)}-W{week}" + ("-WE" if moment.weekend else "")


def _timex_year(moment: Moment) -> str:
    return ("FY" if moment.fiscal else "") + _year_digits(moment.year)


_TIMEX: dict[str, Callable[[Moment], str]] = {
    "day": _timex_day,
    "week": _timex_week,
    "month": lambda m: f"{_year_digits(m.year)}-" + (f"{m.month:02d}" if m.month else "XX"),
    "season": lambda m: f"{_year_digits(m.year)}-{m.season}",
    "quarter": lambda m: f"{_year_digits(m.year)}-Q{m.number or 'X'}",
    "half": lambda m: f"{_year_digits(m.year)}-H{m.number or 'X'}",
    "year": _timex_year,
    "decade": lambda m: f"{m.number:03d}",
    "century": lambda m: ("BC" if m.year < 0 else "") + f"{m.number - 1:02d}",
    "millennium": lambda m: ("BC" if m.year < 0 else "") + f"{m.number - 1}",
}


def _month_bounds(moment: Moment) -> tuple[date, date]:
    return _months(moment.year, moment.month or 1, moment.month or 12)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, days_in(year, last))


def _day_bounds(moment: Moment) -> tuple[date, date]:
    day = moment.as_date
    return (day, day) if day else _month_bounds(moment)


def _week_bounds(moment: Moment) -> tuple[date, date]:
    first = monday(moment.year, moment.number or 1)
    return first + timedelta(days=5 if moment.weekend else 0), first + timedelta(days=6)


def _season_bounds(moment: Moment) -> tuple[date, date]:
    middle = SEASON_MONTH[moment.season]
    if moment.season == "WI":
        return date(moment.year, 1, 1), date(moment.year, 2, days_in(moment.year, 2))
    return _months(moment.year, middle - 1, middle + 1)


_BOUNDS: dict[str, Callable[[Moment], tuple[date, date] | None]] = {
    "day": _day_bounds,
    "week": _week_bounds,
    "month": _month_bounds,
    "season": _season_bounds,
    "quarter": lambda m: _months(m.year, 3 * (m.number or 1) - 2, 3 * (m.number or 4)),
    "half": lambda m: _months(m.year, 6 * (m.number or 1) - 5, 6 * (m.number or 2)),
    "year": lambda m: _months(m.year, 1, 12),
    "decade": lambda m: (date(m.number * 10 or 1, 1, 1), date(m.number * 10 + 9, 12, 31)),
    "century": lambda m: (date(m.number * 100 - 99, 1, 1), date(m.number * 100, 12, 31)),
    "millennium": lambda m: (date(m.number * 1000 - 999, 1, 1), date(m.number * 1000, 12, 31)),
}


def _astronomical(year: int) -> str:
    if not year:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"-{-year - 1:04d}" if year < -1 else "0000"


def _edtf(moment: Moment) -> str:
    parted = _PARTED.get((moment.grain, moment.mod))
    if parted and moment.year > 0:
        first, last = parted
        base = _plain_edtf(moment)
        return f"{base}-{first}/{base}-{_last(moment, last)}"
    plain = _plain_edtf(moment)
    if (
        moment.mod
        and not (moment.grain == "day" and moment.mod != "APPROX")
        and "/" not in plain
        and "T" not in plain
    ):
        return plain + "~"
    return plain


def _last(moment: Moment, last: str) -> str:
    return f"{days_in(moment.year, moment.month):02d}" if last == "31" else last


#: How early, middle and late parts of a month and a year are given as an interval.
_PARTED = {
    ("month", "START"): ("01", "10~"),
    ("month", "MID"): ("11~", "20~"),
    ("month", "END"): ("21~", "31"),
    ("year", "START"): ("01", "04~"),
    ("year", "MID"): ("05~", "08~"),
    ("year", "END"): ("09~", "12"),
}


def _plain_edtf(moment: Moment) -> str:
    year = _astronomical(moment.year)
    if moment.grain == "day":
        stem = f"{year}-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "-XX")
        return stem + _edtf_clock(moment.clock)
    if moment.grain == "month":
        return f"{year}-{moment.month:02d}"
    if moment.grain == "season":
        return f"{year}-{SEASON_CODE[moment.season]}"
    if moment.grain in {"quarter", "half"} and moment.number:
        return f"{year}-{moment.number + (32 if moment.grain == 'quarter' else 39)}"
    return _week(moment) if moment.grain == "week" else _long_edtf(moment)


def _edtf_clock(clock: str) -> str:
    """Return clock time in full where it is one; parts of the day have no form in EDTF."""
    if len(clock) < 6 or not clock[1].isdigit():
        return ""
    offset = _ZONE.search(clock)
    zone = offset[0] if offset else "Z" if clock.endswith("Z") else ""
    digits = clock[1 : len(clock) - len(zone)]
    return f"T{digits}{':00' if len(digits) == 5 else ''}{zone}"


def _week(moment: Moment) -> str:
    """Return a week as the interval of its days: EDTF has no form for it."""
    bounds = moment.bounds() if moment.number else None
    return f"{bounds[0].isoformat()}/{bounds[1].isoformat()}" if bounds else _astronomical(moment.year)


def _long_edtf(moment: Moment) -> str:
    if moment.grain == "year":
        year = _astronomical(moment.year)
        return f"{year}~" if moment.fiscal else year
    if moment.grain == "decade":
        return f"{moment.number:03d}X"
    if moment.grain == "century":
        return ("-" if moment.year < 0 else "") + f"{moment.number - 1:02d}XX"
    return ("-" if moment.year < 0 else "") + f"{moment.number - 1}XXX"
