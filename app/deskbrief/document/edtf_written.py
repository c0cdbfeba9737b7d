"""Dates as people write them, made into EDTF."""

from __future__ import annotations

import re

from deskbrief.document.edtf_parse import bounds

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
#: The numbers that ISO 8601-2 gives the seasons.
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
#: Those that it gives the quarters and halves of a year.
_PARTS = _SEASONS | {"q1": 33, "q2": 34, "q3": 35, "q4": 36, "h1": 40, "h2": 41}
#: Fewer letters of the name of a month could be those of another one.
_LEAST = 3
_FOUR = 4


#: What stands between the ends of an interval, and before what has only one.
_TO = re.compile(r" ?[–—-] ?| to ")
_UNTIL, _FROM, _BETWEEN = "until ", ("from ", "since "), "between "
#: Words for what is uncertain or approximate, and the marks of EDTF for them.
_MARKS = {"perhaps about ": "%", "about ": "~", "around ": "~", "perhaps ": "?"}
_DECADE = re.compile(r"\d\d\d0s")
#: Longer than any date.
_LONGEST = 80


def from_words(written: str) -> str:
    """Return the EDTF of what a person wrote for a date, or an empty string where it is none.

    EDTF itself stays as it is; "5 March 2024", "Mar 5th, 2024", "March 2024", "autumn 2024", "Q3 2024",
    "1990s", "about 1970", "1973–1974", "3 to 5 May 2024", "until 2040" and "from 2020" are read.
    Numbers alone, such as 3/5/2024, are not: either of the first two could be the month.
    """
    written = written.strip()
    if bounds(written) is not None:
        return written
    words = " ".join(written[:_LONGEST].casefold().replace(",", " ").replace(".", " ").split())
    made = _interval(words)
    return made if made and bounds(made) is not None else ""


def _interval(words: str) -> str:
    if words.startswith(_UNTIL):
        return _joined("..", _marked(words.removeprefix(_UNTIL)))
    start = next((start for start in _FROM if words.startswith(start)), "")
    if words.startswith(_BETWEEN):
        ends = words.removeprefix(_BETWEEN).split(" and ")
    else:
        ends = _TO.split(words.removeprefix(start))
    if len(ends) == 1:
        one = _marked(ends[0])
        return _joined(one, "..") if start else one
    return _both(*ends) if len(ends) == 2 else ""


def _both(first: str, last: str) -> str:
    """Return the interval of two ends; what only the last says, as "2024" in "Jan to May 2024", both have."""
    mark = next((mark for mark in _MARKS if first.startswith(mark)), "")
    shared = last.split()
    for count in range(3):
        start = _marked(" ".join((first, *shared[len(shared) - count :])))
        if start:
            return _joined(start, _marked(mark + last))
    return ""


def _joined(start: str, end: str) -> str:
    return f"{start}/{end}" if start and end else ""


def _marked(words: str) -> str:
    """Return one date, with the mark for what is said of how certain it is; an empty string for none."""
    said = next((said for said in _MARKS if words.startswith(said)), "")
    made = _one(words.removeprefix(said))
    return made + _MARKS[said] if made and said else made


def _one(text: str) -> str:
    if _DECADE.fullmatch(text):
        return f"{text[:3]}X"
    if len(text) == _FOUR and text.isdecimal():
        return text
    words = [word for word in text.split() if word != "of"]
    if not 2 <= len(words) <= 3 or not (words[-1].isdecimal() and len(words[-1]) == _FOUR):
        return ""
    made = _made(words[:-1], words[-1])
    return made if bounds(made) is not None else ""


def _made(words: list[str], year: str) -> str:
    """Return a year with its month, or its season, and its day, or what is no date."""
    if len(words) == 1 and words[0] in _PARTS:
        return f"{year}-{_PARTS[words[0]]}"
    months = [word for word in words if _month(word)]
    days = [_day(word) for word in words if not _month(word)]
    if len(months) != 1:
        return ""
    return "-".join((year, f"{_month(months[0]):02}", *days))


def _month(word: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 for other words."""
    if len(word) < _LEAST:
        return 0
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _day(word: str) -> str:
    """Return a day of the month as two digits; what is none is returned as it is."""
    digits = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return digits.zfill(2) if digits.isdecimal() else word
