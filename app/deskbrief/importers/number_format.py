"""Numbers as spreadsheets show them, by the format code kept beside them (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import isfinite

#: The day before the first one, with the leap day of 1900 that never was, and how much later others begin.
_FIRST_DAY, _LATER = date(1899, 12, 30), 1462
#: Days that can be shown, and the largest number that is written out.
_MOST_DAYS, _LARGEST = 2_900_000, 1e15
#: Words in quotes, signs behind a backslash, the width of a sign, what fills a cell, conditions and colours.
_ASIDE = re.compile(r'"([^"]{0,80})"|\\(.)|_(.)|\*(.)|\[([^\]]{0,40})\]')
#: From the first to the last place of a figure, with the thousands that are left away behind them.
_PLACES = re.compile(r"[#0?](?:[#0?,. ]{0,40}[#0?])?(,{0,4})")
_ELAPSED = re.compile(r"\[[hms]{1,2}\]", re.IGNORECASE)
_DAY, _MONTH, _YEAR, _CLOCK = (re.compile(sign, re.IGNORECASE) for sign in ("d", "m", "y", "[hs]"))
_CURRENCY = re.compile(r"\$([^-\]]{1,8})")


def shown_number(written: str, code: str, *, from_1904: bool = False) -> str:
    """Return the number `written` as the format `code` shows it; what is no number stays as it is."""
    try:
        value = float(written)
    except ValueError:
        return written
    if not isfinite(value) or abs(value) >= _LARGEST:
        return written
    section = code.partition(";")[0] if code.strip().lower() not in ("", "general", "@") else ""
    bare = _ASIDE.sub(lambda found: " " if found[2] == " " else "", section)
    if _ELAPSED.search(section):
        return _plain(value)
    if any(sign.search(bare) for sign in (_DAY, _MONTH, _YEAR, _CLOCK)):
        return _day(value, bare, _LATER if from_1904 else 0) or _plain(value)
    places = _PLACES.search(bare)
    if not places or "E" in bare.upper():
        return _plain(value)
    return _with_words(section, _places(value, bare, places))


def _plain(value: float) -> str:
    return f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}"


def _places(value: float, code: str, places: re.Match[str]) -> str:
    before, _, after = places[0].rstrip(",").partition(".")
    value = value * 100 if "%" in code else value / 1000 ** len(places[1])
    after = re.sub(r"[^#0?]", "", after)
    text = f"{value:{',' if set(', ') & set(before) else ''}.{len(after)}f}"
    if " " in before:
        text = text.replace(",", " ")
    for sign in reversed(after):
        # A place that is not asked for is shown only where there is a figure for it.
        if sign == "0" or not text.endswith("0"):
            break
        text = text[:-1]
    return text.removesuffix(".")


def _with_words(section: str, number: str) -> str:
    """Return `number` with what the format puts before and behind it."""

    def literal(found: re.Match[str]) -> str:
        currency = _CURRENCY.match(found[5]) if found[5] else None
        return found[1] or found[2] or (currency[1] if currency else "")

    shown = _ASIDE.sub(lambda found: literal(found).translate(_HIDE), section)
    before, behind = _PLACES.split(shown, maxsplit=1)[0], shown[_end(shown) :]
    return " ".join(f"{before}{number}{behind}".translate(_SEEK).split())


#: Signs of words are kept from being taken for places of figures.
_HIDE = {ord(sign): 0xE000 + at for at, sign in enumerate("#0?,.")}
_SEEK = {value: key for key, value in _HIDE.items()}


def _end(shown: str) -> int:
    found = _PLACES.search(shown)
    return found.end() if found else len(shown)


def _day(value: float, code: str, later: int) -> str:
    """Return a day as far as the format shows it: with the day, with the month, or the year alone."""
    if not 0 < value < _MOST_DAYS:
        return ""
    day = _FIRST_DAY + timedelta(days=int(value) + later)
    if _DAY.search(code):
        return day.isoformat()
    if not _YEAR.search(code) and _CLOCK.search(code):
        return ""
    return f"{day:%Y-%m}" if _MONTH.search(code) else str(day.year)
