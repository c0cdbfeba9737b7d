"""Dates as bylines and web pages write them, as EDTF values (ISO 8601-2, level 0)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from deskbrief.document.model import DateEvidence
from deskbrief.document.periods import UNTIL

#: Lines at the beginning in which a text may name its day, the longest of them, and what may stand beside it.
_REACH, _LONGEST_LINE, _MOST_BESIDE = 12, 60, 30
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
#: The names of the months in other languages that pages are written in, from January on.
_ELSEWHERE = (
    "janvier januar jänner januari enero gennaio janeiro يناير января січня stycznia ledna ocak",
    "février fevrier februar februari febrero febbraio fevereiro فبراير февраля лютого lutego února şubat",
    "mars märz maart marzo março marts مارس марта березня marca března mart",
    "avril aprile abril april أبريل апреля квітня kwietnia dubna nisan",
    "mai mei mayo maggio maio maj مايو мая травня maja května mayıs",
    "juin juni junio giugno junho يونيو июня червня czerwca června haziran",
    "juillet juli julio luglio julho يوليو июля липня lipca července temmuz",
    "août aout augusti augustus agosto august أغسطس августа серпня sierpnia srpna ağustos",
    "septembre septiembre settembre setembro سبتمبر сентября вересня września září eylül",
    "octobre oktober octubre ottobre outubro أكتوبر октября жовтня października října ekim",
    "novembre noviembre novembro نوفمبر ноября листопада listopada listopadu kasım",
    "décembre decembre dezember desember diciembre dicembre dezembro ديسمبر декабря грудня grudnia aralık",
)
_NUMBERS = {name: number for number, names in enumerate(_ELSEWHERE, 1) for name in names.split()}
_NAMES = "|".join(sorted(_NUMBERS, key=len, reverse=True))
#: What each of the forms has.
_YEAR = re.compile(r"\d{4}")
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<sign>[/.])\s?(?P<number>\d\d?)(?P=sign)\s?(?P<day>\d\d?)(?!\d)"),
    re.compile(rf"\b{_NAME} (?P<day>\d\d?){_ORDINAL},? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(
        rf"\b{_NAME} (?P<day>\d\d?) \d\d?:\d\d(?::\d\d)?(?: [A-Z]{{2,5}}| [+-]\d{{4}})? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d\d?){_ORDINAL}(?: |-)(?:of )?{_NAME}(?:,? |-)(?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![^\W_])(?P<day>\d\d?)(?:\.|er|º|°)?(?: de| di)? (?P<named>{_NAMES}),?(?: de| del)?"
        r" (?P<year>\d{4})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,/-])(?P<year>\d{{4}}),? {_NAME} (?P<day>\d\d?){_ORDINAL}(?![\w/-]|[.,]\d)", re.IGNORECASE
    ),
    re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<number>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]"),
    # Nobody writes the month first before a full stop.
    re.compile(r"(?<!\w)(?<!\d\.)(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{4})(?!\d)"),
)
#: The sign that each of the forms cannot do without, where there is one: it is found faster than the form.
_SIGNS = ("-", "", "", ":", "", "", "", "", ".", "/")
#: The first day of a period of which the last one is written out: "4 to", "16 June –".
_SINCE = re.compile(
    r"(?:[^\W\d]{2,20},? ){0,2}\d{1,2}\.?(?: ?[^\W\d]{3,12}\.? ?[-–—]{1,2}|[-–—]|"
    r" (?:[^\W\d]{3,12}\.? )?(?:to|through|until|till|bis|au|al))"
)


def find_date(text: str) -> tuple[str, str] | None:
    """Return the first day named in `text` as an EDTF value and the wording, or None.

    A day and a month in figures are taken only when one of them is above 12, both are equal, or full stops
    stand between them, before which the day comes first.
    """
    text = text[:400]
    if not _YEAR.search(text):
        return None
    forms = (form for form, sign in zip(_FORMS, _SIGNS, strict=True) if sign in text)
    found = [(match.start(), match) for form in forms if (match := form.search(text))]
    for _, match in sorted(found, key=lambda pair: pair[0]):
        value = _value(match.groupdict())
        if value:
            return value, match[0]
    return None


def date_line(lines: Iterable[str], reach: int = _REACH) -> DateEvidence | None:
    """Return the day that one of the first `reach` of `lines` names and says little else than, or None.

    The days from which and to which a text reports are not those on which it was written.
    """
    goes_on = False
    for line in islice(lines, reach):
        ends, goes_on = goes_on, False
        found = find_date(line) if len(line) < _LONGEST_LINE else None
        if found and not ends and len(line) - len(found[1]) < _MOST_BESIDE:
            before, _, after = line.partition(found[1])
            if _SINCE.fullmatch(before[-_LONGEST_LINE:].strip(" (")):
                continue
            until = UNTIL.match(after)
            rest = after[until.end() :] if until else ""
            goes_on = until is not None and not rest
            if until is None or (rest and not find_date(rest)):
                return DateEvidence(found[0], found[1], "beginning of the text")
    return None


def _value(parts: dict[str, str | None]) -> str:
    year, day, month = int(parts["year"] or 0), int(parts.get("day") or 0), 0
    if parts.get("month"):
        month = _MONTHS.index(str(parts["month"]).casefold()) + 1
    elif parts.get("named"):
        month = _NUMBERS.get(str(parts["named"]).casefold(), 0)
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
