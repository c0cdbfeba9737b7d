"""Dates as bylines and web pages write them, as EDTF values (ISO 8601-2, level 0)."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})/(?P<number>\d\d?)/(?P<day>\d\d?)(?!\d)"),
    re.compile(rf"\b{_NAME} (?P<day>\d\d?){_ORDINAL},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d\d?){_ORDINAL} (?:of )?{_NAME},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<first>\d\d?)[./](?P<second>\d\d?)[./](?P<year>\d{4})(?!\d)"),
)


def find_date(text: str) -> tuple[str, str] | None:
    """Return the first day named in `text` as an EDTF value and the wording, or None.

    A day and a month in figures are taken only when one of them is above 12, or both are equal.
    """
    found = [(match.start(), match) for form in _FORMS if (match := form.search(text[:400]))]
    for _, match in sorted(found, key=lambda pair: pair[0]):
        value = _value(match.groupdict())
        if value:
            return value, match[0]
    return None


def _value(parts: dict[str, str | None]) -> str:
    year, day, month = int(parts["year"] or 0), int(parts.get("day") or 0), 0
    if parts.get("month"):
        month = _MONTHS.index(str(parts["month"]).casefold()) + 1
    elif parts.get("number"):
        month = int(str(parts["number"]))
    elif parts.get("first"):
        day, month = _day_and_month(int(str(parts["first"])), int(str(parts["second"])))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _day_and_month(first: int, second: int) -> tuple[int, int]:
    if first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else (0, 0)
