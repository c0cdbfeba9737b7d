"""EDTF (ISO 8601-2:2019) read into values with bounds, for sorting dates and for drawing them.

Understood are dates and date-times of level 0, and of levels 1 and 2: unspecified digits ("199X",
"2026-XX"), qualifiers on the whole or on a part ("2026-03~"), sub-year groupings 21 to 41, intervals with
open or unknown ends, negative years and years with the prefix Y, and sets of which all members are meant
("{2005,2006}"). Sets of which one is meant, exponents and significant digits are not.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from deskbrief.document.edtf_calendar import GROUPINGS, decimal_year, is_leap, month_days
from deskbrief.document.records import dataclass

_MARKS = "?~%"
#: Code points of the longest set that is read.
_LONGEST_SET = 400
_YEAR = re.compile(r"[0-9X]{4}", re.ASCII)
_LONG_YEAR = re.compile(r"Y[0-9]{5,9}", re.ASCII)
_CLOCK = re.compile(r"[0-9:]{2,8}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """One date: `years` are the first and last year it may mean, None when the year is unspecified.

    Years count astronomically (0 is 1 BC). `month` is 1 to 12, a sub-year grouping 21 to 41, or 0; `day`
    is 0 when not stated; `clock` is "hh:mm" or "hh:mm:ss" and `zone` "Z" or "+hh:mm", or empty. `low` and
    `high` bound it half-open in decimal years, both NaN when the year is unspecified.
    """

    years: tuple[int, int] | None
    month: int = 0
    day: int = 0
    clock: str = ""
    zone: str = ""
    approximate: bool = False
    uncertain: bool = False
    low: float = math.nan
    high: float = math.nan


@dataclass(frozen=True, slots=True)
class EdtfValue:
    """A date, or an interval when `interval` is true; then an end that is open or unknown is None.

    Of a set, `members` are all its dates, and `start` and `end` the earliest and the latest.
    """

    start: EdtfDate | None
    end: EdtfDate | None
    interval: bool = False
    members: tuple[EdtfDate, ...] = ()

    @property
    def earliest(self) -> float:
        """The first moment it may mean, in decimal years; -inf when open, NaN when no year is known."""
        return -math.inf if self.start is None else self.start.low

    @property
    def latest(self) -> float:
        """The moment just after the last one it may mean; inf when open, NaN when no year is known."""
        return math.inf if self.end is None else self.end.high


def parse(edtf: str) -> EdtfValue | None:
    """Return what `edtf` says, or None when it is not EDTF as described above."""
    first, slash, last = edtf.strip().partition("/")
    try:
        if first.startswith("{"):
            return _set(edtf.strip())
        if not slash:
            date = _date(first)
            return EdtfValue(date, date)
        value = EdtfValue(_end(first), _end(last), interval=True)
    except ValueError:
        return None
    if (value.start is None and value.end is None) or value.earliest >= value.latest:
        return None
    return value


def bounds(edtf: str) -> tuple[float, float] | None:
    """Return the half-open bounds of `edtf` in decimal years, or None when it names no year.

    July 2023 gives 2023.496 to 2023.581. The open end of an interval is an infinity.
    """
    value = parse(edtf)
    if value is None or math.isnan(value.earliest) or math.isnan(value.latest):
        return None
    return value.earliest, value.latest


def time_order(limits: tuple[float, float] | None) -> tuple[float, float]:
    """Return what times are sorted by, from their bounds: their beginning, and what has none by its end.

    “Until 2040” comes where 2040 does, and what has no time last.
    """
    low, high = limits or (math.inf, math.inf)
    return (high, high) if math.isinf(low) else (low, high)


def place_in_time(edtf: str) -> tuple[float, float]:
    """Return what dates are sorted by: as `time_order`, but stretches with an end in doubt by their midst.

    “Late 2025”, which may begin in September, comes after October 2025 and before December.
    """
    value, limits = parse(edtf), bounds(edtf)
    vague = value is not None and value.interval and not value.members
    if value is None or limits is None or not vague or math.isinf(limits[0]) or math.isinf(limits[1]):
        return time_order(limits)
    ends = (value.start, value.end)
    doubtful = any(end is not None and end.approximate for end in ends)
    return (sum(limits) / 2, limits[1]) if doubtful else time_order(limits)


def _set(text: str) -> EdtfValue:
    """Return a set of dates; raises ValueError when it is none, or one of its years is not known."""
    if not text.endswith("}") or not 3 <= len(text) <= _LONGEST_SET:
        raise ValueError(text)
    members = [_date(part) for part in text[1:-1].split(",")]
    if len(members) < 2 or any(math.isnan(member.low) for member in members):
        raise ValueError(text)
    ends = min(members, key=lambda date: date.low), max(members, key=lambda date: date.high)
    return EdtfValue(*ends, interval=True, members=tuple(members))


def _end(text: str) -> EdtfDate | None:
    return None if text in {"", ".."} else _date(text)


def _date(text: str) -> EdtfDate:
    """Return one date with its bounds; raises ValueError when it is none."""
    calendar, has_time, clock = text.partition("T")
    pieces = _pieces(calendar)
    numbers = [_two_digits(piece) for piece in pieces[1:]]
    if len(numbers) > 2:
        raise ValueError(text)
    month, day = [*numbers, 0, 0][:2]
    years = _years(pieces[0])
    if not _exists(years, month, day):
        raise ValueError(text)
    low, high = (math.nan, math.nan) if years is None else _limits(years, month, day)
    both = "%" in text
    date = EdtfDate(
        years=years,
        month=month,
        day=day,
        approximate=both or "~" in text,
        uncertain=both or "?" in text,
        low=low,
        high=high,
    )
    return _timed(date, clock.rstrip(_MARKS)) if has_time else date


def _pieces(calendar: str) -> list[str]:
    """Return year, month and day without their qualifiers; the year keeps its sign in front."""
    bare = calendar.lstrip(_MARKS)
    negative = bare.startswith(("-", "Y-"))
    pieces = [piece.strip(_MARKS) for piece in bare.replace("-", "", int(negative)).split("-")]
    return ["-" * negative + pieces[0], *pieces[1:]]


def _years(text: str) -> tuple[int, int] | None:
    digits = text.removeprefix("-")
    if text == "XXXX":
        return None
    if "XXXX" in digits or not (_YEAR.fullmatch(digits) or _LONG_YEAR.fullmatch(digits)):
        raise ValueError(text)
    low, high = (int(digits.lstrip("Y").replace("X", filler)) for filler in "09")
    return (-high, -low) if text.startswith("-") else (low, high)


def _two_digits(piece: str) -> int:
    """Return a month or day, 0 when unspecified ("XX")."""
    if piece == "XX":
        return 0
    if len(piece) != 2 or not _is_number(piece) or piece == "00":
        raise ValueError(piece)
    return int(piece)


def _exists(years: tuple[int, int] | None, month: int, day: int) -> bool:
    if month > 12:
        return month in GROUPINGS and not day
    if not month or day < 29:
        return not day or bool(month)
    return day <= month_days(month, leap=years is None or _may_leap(years))


def _may_leap(years: tuple[int, int]) -> bool:
    low, high = years
    return any(is_leap(year) for year in range(low, min(high, low + 9) + 1))


def _limits(years: tuple[int, int], month: int, day: int) -> tuple[float, float]:
    first, last = years
    if not month:
        return decimal_year(first), decimal_year(last + 1)
    if day:
        return decimal_year(first, month, day), decimal_year(last, month, day + 1)
    start, months = GROUPINGS.get(month, (month, 1))
    return decimal_year(first, start), decimal_year(last, start + months)


def _timed(date: EdtfDate, text: str) -> EdtfDate:
    """Return `date` with the time of day in `text`; the bounds are in UTC where a zone is stated."""
    found = _CLOCK.match(text)
    if found is None or not date.day or date.years is None or date.years[0] != date.years[1]:
        raise ValueError(text)
    zone = text[found.end() :]
    parts = [_clock_part(part) for part in found[0].split(":")]
    hours, minutes, seconds = [*parts, 0, 0][:3]
    if len(parts) > 3 or hours * 3600 + minutes * 60 + seconds > 24 * 3600:
        raise ValueError(text)
    at = hours * 60 + minutes + seconds / 60 - _offset(zone)
    length = (60.0, 1.0, 1 / 60)[len(parts) - 1]
    low, high = (decimal_year(date.years[0], date.month, date.day, at + add) for add in (0.0, length))
    clock = f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    return replace(date, clock=clock, zone=zone, low=low, high=high)


def _clock_part(text: str) -> int:
    if len(text) != 2 or not _is_number(text) or int(text) > 59:
        raise ValueError(text)
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _offset(zone: str) -> int:
    """Return the minutes that a zone is ahead of UTC, 0 when none is stated."""
    if zone in {"", "Z"}:
        return 0
    hours, _, minutes = zone[1:].partition(":")
    if zone[0] not in "+-" or _clock_part(hours) > 14:
        raise ValueError(zone)
    ahead = int(hours) * 60 + _clock_part(minutes or "00")
    return ahead if zone[0] == "+" else -ahead
