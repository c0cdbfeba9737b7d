"""Dates as people write them, made into EDTF."""

from __future__ import annotations

from deskbrief.document.edtf_parse import bounds

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
#: The numbers that ISO 8601-2 gives the seasons.
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
#: Fewer letters of the name of a month could be those of another one.
_LEAST = 3
_FOUR = 4


def from_words(written: str) -> str:
    """Return the EDTF of what a person wrote for a date, or an empty string where it is none.

    EDTF itself stays as it is; "5 March 2024", "Mar 5th, 2024", "March 2024" and "autumn 2024" are read.
    Numbers alone, such as 3/5/2024, are not: either of the first two could be the month.
    """
    written = written.strip()
    if bounds(written) is not None:
        return written
    words = [word for word in written.casefold().replace(",", " ").replace(".", " ").split() if word != "of"]
    if not 2 <= len(words) <= 3 or not (words[-1].isdecimal() and len(words[-1]) == _FOUR):
        return ""
    made = _made(words[:-1], words[-1])
    return made if bounds(made) is not None else ""


def _made(words: list[str], year: str) -> str:
    """Return a year with its month, or its season, and its day, or what is no date."""
    if len(words) == 1 and words[0] in _SEASONS:
        return f"{year}-{_SEASONS[words[0]]}"
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
