"""Rules for calendar dates: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Chunk, Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
#: What stands between the figures of a date.
_BETWEEN = re.compile(r"[./–-]")
MAY_FOLLOW_A_DAY = listed(
    """was were is and or the a an to until by of in at with when after before that they he she it we you for
    from as but had has would will did on through there this his her their its"""
)
_APOSTROPHES = "'’‘`´"


def year_of(hit: Hit, name: str = "year") -> int:
    """Return the year under `name`: as written, or in the twentieth or this century for '82 and '05."""
    written = hit.number(name)
    if hit.has(name) and hit.text[hit.at(name).start] in _APOSTROPHES:
        return (1900 if written > 30 else 2000) + written
    return written


def _is_short(hit: Hit) -> bool:
    return hit.has("year") and hit.text[hit.at("year").start] in _APOSTROPHES


def date_of(hit: Hit, day: str = "day") -> Recipe:
    """Return the calendar date that the elements of a match name; the day is the one called `day`."""
    return Recipe(
        borrowed="century" if _is_short(hit) else "",
        op="date",
        year=year_of(hit),
        month=hit.number("month"),
        day=hit.number(day),
        era="BC" if hit.has("bc") else "",
    )


def _day(hit: Hit) -> Sequence[Found]:
    recipe, after = date_of(hit), hit.after()
    if after is not None and not hit.has("year") and _is_of_next(hit, after):
        return _NONE
    return [hit.found("T_DAY", recipe)] if recipe.day <= 31 else _NONE


def _hyphened_day(hit: Hit) -> Sequence[Found]:
    """Build "5-Nov", "5-Nov-2024", which "Report 2021-17 — March 2024" is not."""
    return _NONE if hit.text[hit.at("day").end].isspace() else _day(hit)


def _is_of_next(hit: Hit, after: Chunk) -> bool:
    """Tell whether the month is of what follows: "Directive 3 of May 22nd", "the 19 Sept. 11 hijackers"."""
    counted = hit.text[: hit.at("day").start].rstrip()[-4:].lower().strip() == "the"
    return after.code == CODES["ORD"] or (counted and after.code == CODES["DAY"])


def _month(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_MONTH", date_of(hit))]


def _year_first(hit: Hit) -> Sequence[Found]:
    """Build "2020 Jan": no year and a name or verb as in "In 2016 May became prime minister"."""
    after, written = hit.after(), hit.text[hit.at("month").start : hit.at("month").end].lower()
    follows = after is not None and hit.text[after.start].isalpha()
    return _NONE if written in {"may", "march"} and follows else _month(hit)


def _year_month_day(hit: Hit) -> Sequence[Found]:
    """Build "2023 Oct 7", which "In 2020 May 12 people died" is not."""
    after = hit.after()
    follows = hit.text[after.start : after.end] if after is not None else ""
    counts = hit.text[hit.at("month").start : hit.at("month").end].lower() in {"may", "march"}
    counts = counts and follows.islower() and follows not in MAY_FOLLOW_A_DAY
    return _NONE if counts else _day(hit)


def _year_and_months(hit: Hit) -> Sequence[Found]:
    """Build "2024 Feb-Mar": the year belongs to both months."""
    first = date_of(hit)
    last = first.but(month=hit.number("month2"), borrowed="range")
    if first.month >= last.month:
        return _NONE
    return [hit.found("T_MONTH", first, "year", "month"), hit.found("T_MONTH", last, "month2")]


def _year_and_days(hit: Hit) -> Sequence[Found]:
    """Build "2024 April 13-14": year and month belong to both days."""
    if not 0 < hit.number("day") < hit.number("day2") <= 31:
        return _NONE
    last = date_of(hit, "day2").but(borrowed="range")
    return [hit.found("T_DAY", date_of(hit), "year", "day"), hit.found("T_DAY", last, "day2")]


def _iso(hit: Hit) -> Sequence[Found]:
    year, month, day = (int(part) for part in hit.word("iso").split("-"))
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return _NONE
    return [hit.found("T_DAY", Recipe(op="date", year=year, month=month, day=day))]


def _slashed(hit: Hit) -> Sequence[Found]:
    """Build 7/8/07: month first unless only the day can be; `prep` keeps that the order is a guess."""
    written = hit.word("slashed")
    first, second, year = (int(part) for part in _BETWEEN.split(written))
    if year < 100:
        year += 1900 if year > 50 else 2000
    month, day = (second, first) if first > 12 or "." in written else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return _NONE
    guess = "order" if first <= 12 and second <= 12 and first != second and "." not in written else ""
    return [hit.found("T_DAY", Recipe(op="date", year=year, month=month, day=day, borrowed=guess))]


def _two_days(hit: Hit) -> Sequence[Found]:
    """Build "12-18 July 2010": two days that share month and year."""
    if not hit.number("day") <= 31 or not hit.number("day2") <= 31:
        return _NONE
    if not hit.has("day") or hit.number("day") >= hit.number("day2"):
        return _NONE
    whole = date_of(hit, "day2")
    head = whole.but(day=hit.number("day"), borrowed="range")
    return [
        hit.found("T_DAY", head, hit.first_of("the", "day"), "day"),
        hit.found("T_DAY", whole, hit.first_of("the2", "day2")),
    ]


def _month_days(hit: Hit) -> Sequence[Found]:
    """Build "March 5-9, 1918": the month belongs to both days, the year is borrowed by the first."""
    if hit.number("day") >= hit.number("day2"):
        return _NONE
    whole = date_of(hit, "day2")
    head = whole.but(day=hit.number("day"), borrowed="range")
    tail = whole.but(borrowed="range")
    return [hit.found("T_DAY", head, "month", "day"), hit.found("T_DAY", tail, "day2")]


def _year_alone(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_YEAR", date_of(hit))]


def _named_year(hit: Hit) -> Sequence[Found]:
    named = hit.text[hit.at("unit").start : hit.at("unit").end].lower() == "year"
    return [hit.found("T_YEAR", date_of(hit))] if named else _NONE


def _two_years(hit: Hit) -> Sequence[Found]:
    """Build "1915-16": the second year takes its century from the first."""
    first, second = hit.number("year"), hit.number("year2")
    short = hit.at("year2").end - hit.at("year2").start
    slash = hit.text[hit.at("year").end] == "/"
    if short != 2 or second <= first % 100 or (slash and second > first % 100 + 5):
        return _NONE
    recipe = Recipe(op="date", year=first)
    return [
        hit.found("T_YEAR", recipe, "year", "year"),
        hit.found(
            "T_YEAR", recipe.but(year=first - first % 100 + second, borrowed="range"), "year2", "year2"
        ),
    ]


def _two_bc_years(hit: Hit) -> Sequence[Found]:
    recipe = Recipe(op="date", year=hit.number("year"), era="BC", borrowed="range")
    last = recipe.but(year=hit.number("year2"), borrowed="")
    if recipe.year < last.year:
        return _NONE
    return [hit.found("T_YEAR", recipe, "year", "year"), hit.found("T_YEAR", last, "year2", "bc")]


def _decade(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_DECADE", Recipe(op="date", unit="decade", value=hit.word("decade")))]


def _short_decade(hit: Hit) -> Sequence[Found]:
    number = hit.number("decade")
    tens = number // 10 if number > 9 else number
    value = f"{19 if tens > 1 else 20}{tens}"
    return [hit.found("T_DECADE", Recipe(op="date", unit="decade", value=value, borrowed="century"))]


def _century(hit: Hit) -> Sequence[Found]:
    number = hit.number("ord")
    if hit.word("unit") not in {"century", "millennium"} or number > 40:
        return _NONE
    era = "BC" if hit.has("bc") else ""
    recipe = Recipe(op="date", unit=hit.word("unit"), number=number, era=era)
    return [hit.found("T_CENTURY", recipe)]


def _quarter(hit: Hit) -> Sequence[Found]:
    if not 1 <= hit.number("ord") <= 4:
        return _NONE
    recipe = Recipe(op="date", unit="quarter", number=hit.number("ord"), year=date_of(hit).year)
    return [hit.found("T_QUARTER", recipe)]


def _half(hit: Hit) -> Sequence[Found]:
    if not 1 <= hit.number("ord") <= 2:
        return _NONE
    return [
        hit.found(
            "T_QUARTER", Recipe(op="date", unit="half", number=hit.number("ord"), year=hit.number("year"))
        )
    ]


def _short_quarter(hit: Hit) -> Sequence[Found]:
    written = hit.word("qn")
    unit = "quarter" if written[0] == "Q" else "half"
    if unit == "half" and written[1] in "34":
        return _NONE
    year = 2000 + int(written[2:]) if written[2:] else date_of(hit).year
    return [hit.found("T_QUARTER", Recipe(op="date", unit=unit, number=int(written[1]), year=year))]


def _dotted_day(hit: Hit) -> Sequence[Found]:
    """Build "on 17. November" and "until 3. May 2021"."""
    last = "year" if hit.has("year") else "month"
    return [replace(one, start=hit.at("day").start, end=hit.at(last).end) for one in _day(hit)]


def _fiscal(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_YEAR", Recipe(op="date", unit="fiscal", year=hit.number("year")))]


def _weekday(hit: Hit) -> Sequence[Found]:
    number = hit.number("weekday")
    if number < 0:
        return [hit.found("T_SET", Recipe(op="fixed", type="SET", value=f"XXXX-WXX-{-number}"))]
    return [hit.found("T_WEEKDAY", Recipe(op="weekday", weekday=number))]


def _ordinal_day(hit: Hit) -> Sequence[Found]:
    """Build "the 20th": only digits, and only where no noun follows that it could count."""
    chunk = hit.at("day")
    after = hit.after()
    if not hit.text[chunk.start].isdigit() or chunk.end - chunk.start > 4 or hit.number("day") > 31:
        return _NONE
    follows = hit.text[after.start : after.end] if after is not None else "."
    later = hit.after(1)
    if follows == "," and later is not None and later.code == CODES["ORD"]:
        return _NONE
    if (follows[0].isalpha() and follows.lower() not in MAY_FOLLOW_A_DAY) or follows in {"-", "–"}:
        return _NONE
    return [hit.found("T_ORDDAY", Recipe(op="date", day=hit.number("day")))]


def _bare_old_year(hit: Hit) -> Sequence[Found]:
    """Build "in 480", a year only where the text tells of such times; `eras` decides."""
    number, after = hit.at("year").value, hit.after()
    follows = hit.text[after.start : after.end] if after is not None else "."
    if not isinstance(number, int) or not 100 <= number <= 999:
        return _NONE
    if after is not None and after.code in {CODES["BC"], CODES["CE"], CODES["PERCENT"]}:
        return _NONE
    if follows[0].islower() and follows not in MAY_FOLLOW_A_DAY:
        return _NONE
    return [hit.found("T_YEAR", Recipe(op="date", year=number, borrowed="era"), "year", "year")]


RULES = (
    Rule("ISO date", "iso=ISO", _iso),
    Rule("date in figures", "slashed=SLASHED", _slashed),
    Rule("day month year BC", "THE? day=DAYISH OF? month=MONTHISH year=NUMBER bc=BC", _day),
    Rule("day month year", "THE? day=DAYISH OF? month=MONTHISH COMMA? year=YEAR|APOSYEAR", _day),
    Rule("month day year", "month=MONTHISH THE? day=DAYISH COMMA? year=YEAR", _day),
    Rule("day month", "THE? day=DAYISH OF? month=MONTHISH", _day),
    Rule(
        "day, a dot, month",
        "ON|SINCE|UNTIL|FROM|BY THE? day=DAY DOT month=MONTHISH ( COMMA? year=YEAR )?",
        _dotted_day,
    ),
    Rule("day-month", "day=DAY DASH month=MONTHISH", _hyphened_day),
    Rule("day-month-year", "day=DAY DASH month=MONTHISH DASH year=YEAR", _hyphened_day),
    Rule("month day", "month=MONTHISH THE? day=DAYISH", _day),
    Rule(
        "days of a month",
        "the=THE? day=DAYISH RANGE|SLASH the2=THE? day2=DAYISH OF? month=MONTHISH ( COMMA? year=YEAR )?",
        _two_days,
    ),
    Rule(
        "month with days",
        "month=MONTHISH day=DAYISH RANGE|SLASH THE? day2=DAYISH ( COMMA? year=YEAR )?",
        _month_days,
    ),
    Rule("year month day", "year=YEAR month=MONTHISH day=DAYISH", _year_month_day),
    Rule("year month", "year=YEAR month=MONTHISH", _year_first),
    Rule("year with months", "year=YEAR month=MONTHISH RANGE|SLASH month2=MONTHISH", _year_and_months),
    Rule("year with days", "year=YEAR month=MONTHISH day=DAYISH RANGE|SLASH day2=DAYISH", _year_and_days),
    Rule("month year", "month=MONTHISH COMMA? year=YEAR", _month),
    Rule("month of year", "month=MONTHISH OF year=YEAR", _month),
    Rule("month and short year", "month=MONTHISH year=APOSYEAR", _month),
    Rule("month", "month=MONTHISH", _month),
    Rule("year", "year=YEAR", _year_alone),
    Rule("short year", "year=APOSYEAR", _year_alone),
    Rule("the year and its number", "THE? unit=UNIT year=YEAR", _named_year),
    Rule("year BC", "year=NUMBER bc=BC", _year_alone),
    Rule("years BC", "year=NUMBER RANGE year2=NUMBER bc=BC", _two_bc_years),
    Rule("in 480", "IN|BY|UNTIL|SINCE|FROM|DURING year=NUM", _bare_old_year),
    Rule("year AD", "CE year=NUMBER", _year_alone),
    Rule("year CE", "year=NUMBER CE", _year_alone),
    Rule("years with a short second", "year=YEAR DASH|SLASH year2=NUMBER", _two_years),
    Rule("decade", "THE? decade=DECADE", _decade),
    Rule("decade in words", "THE decade=DECADEWORD", _short_decade),
    Rule("century", "THE? ord=ORD DASH? unit=UNIT bc=BC?", _century),
    Rule("century AD", "THE? ord=ORD DASH? unit=UNIT CE", _century),
    Rule("quarter", "THE? ord=ORD DASH? FISCALWORD? QUARTER", _quarter),
    Rule("quarter of year", "THE? ord=ORD DASH? FISCALWORD? QUARTER OF? year=YEAR", _quarter),
    Rule("half of year", "THE? ord=ORD HALF OF? year=YEAR", _half),
    Rule("Q3 year", "qn=QN OF? year=YEAR", _short_quarter),
    Rule("Q3'23", "qn=QNYEAR", _short_quarter),
    Rule("year Q3", "year=YEAR DASH? qn=QN", _short_quarter),
    Rule("Q3", "qn=QN", _short_quarter),
    Rule("FY2024", "year=FISCAL", _fiscal),
    Rule("fiscal year", "FISCALWORD UNIT? year=YEAR", _fiscal),
    Rule("weekday", "weekday=WEEKDAYISH", _weekday),
    Rule("the 20th", "THE day=ORD", _ordinal_day),
)
