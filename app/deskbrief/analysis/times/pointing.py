"""Times that point from another: last week, next Friday, that year, three days later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from deskbrief.analysis.times.anchors import Anchors, Told, month_of
from deskbrief.analysis.times.calendars import plus_days, plus_months, week_of
from deskbrief.analysis.times.moment import Moment, day_of
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.worked import Worked, inferred, unresolved
from deskbrief.document.outline import Degree

_NOT_DATED = "It counts from the day of writing, and the document has no date."
_NOT_TOLD = "It counts from a time that the text does not give exactly."
_NO_EVENT = "It counts from an event whose date the text does not give."
_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "weekend": "XXXX-WXX-WE",
}


def of_writing(recipe: Recipe, anchors: Anchors) -> bool:
    """Tell whether `recipe` counts from the day of writing: in a history "this year" is the one told of."""
    if recipe.base == "doc":
        told_of = recipe.op in {"unit", "named"} and recipe.sign == 0
        return not (told_of and anchors.history)
    return recipe.base == "" and not anchors.narrative


def base_of(recipe: Recipe, anchors: Anchors) -> tuple[Moment | None, str]:
    """Return the moment that `recipe` counts from, and words for it."""
    if of_writing(recipe, anchors):
        told = _day_of_report(recipe, anchors)
        return (told.moment, f"“{told.wording}”") if told else (anchors.written, "the document's date")
    told, written = anchors.nearest, anchors.written
    outlived = told is not None and written is not None and 0 < told.moment.year < written.year
    if outlived and recipe.tense == "future":
        return written, "the document's date"  # "will open at the end of the month", after a look back
    if told is not None:
        return told.moment, f"“{told.wording}”, told before"
    return anchors.written, "the document's date"


def _day_of_report(recipe: Recipe, anchors: Anchors) -> Told | None:
    """Return the day of the last week that a report is about, for "end the day" and "at noon"."""
    return anchors.reported if not recipe.base and recipe.op in {"unit", "clock", "part"} else None


def pointed_unit(recipe: Recipe, anchors: Anchors) -> Worked:
    """Return the value of "last week", "that year", "the following day"."""
    base, source = base_of(recipe, anchors)
    if base is None and recipe.base == "doc":
        return unresolved(_REFS[recipe.sign], _NOT_DATED)
    moment = moved(base, recipe.unit, recipe.sign) if base else None
    if moment is None:
        return unresolved(_dated_unknown(recipe.unit, base) + recipe.clock, _NOT_TOLD)
    words = {-1: "The one before", 0: "The one of", 1: "The one after"}[recipe.sign]
    dressed = moment.but(mod=recipe.mod, clock=recipe.clock)
    return inferred(dressed, f"{words} {source}{_dated(base)}.")


def _dated(base: Moment | None) -> str:
    return f" ({base.edtf()})" if base is not None else ""


def _dated_unknown(unit: str, base: Moment | None) -> str:
    blank = _UNKNOWN.get(unit, "XXXX-XX-XX")
    return f"{base.year:04d}{blank[4:]}" if base is not None and base.year > 0 else blank


def moved(base: Moment, unit: str, count: int) -> Moment | None:
    """Return the `unit` that lies `count` units from the one that holds `base`; none where that is open."""
    mover = _MOVERS.get(unit)
    return mover(base, count) if mover and base.year > 0 else _old_year(base, unit, count)


def _old_year(base: Moment, unit: str, count: int) -> Moment | None:
    return Moment("year", base.year + count) if unit == "year" and base.year + count < 0 else None


def _days(base: Moment, count: int) -> Moment | None:
    day = base.as_date
    after = plus_days(day, count) if day else None
    return day_of(after) if after else None


def _weeks(base: Moment, count: int) -> Moment | None:
    start = base.bounds() if base.grain == "week" else None
    day = start[0] if start else base.as_date
    after = plus_days(day, 7 * count) if day else None
    return Moment("week", *_week(after)) if after else None


def _week(day: date) -> tuple[int, int, int, int]:
    year, week = week_of(day)
    return year, 0, 0, week


def _weekends(base: Moment, count: int) -> Moment | None:
    week = _weeks(base, count)
    return week.but(weekend=True) if week else None


def _fortnights(base: Moment, count: int) -> Moment | None:
    return _weeks(base, 2 * count)


def _months(base: Moment, count: int) -> Moment | None:
    month = month_of(base)
    if not month:
        return None
    year, month = plus_months(base.year, month, count)
    return Moment("month", year, month) if year > 0 else None


def _quarters(base: Moment, count: int) -> Moment | None:
    month = month_of(base)
    if not month:
        return None
    year, month = plus_months(base.year, month, 3 * count)
    return Moment("quarter", year, number=(month + 2) // 3) if year > 0 else None


def _years(base: Moment, count: int) -> Moment | None:
    return Moment("year", base.year + count) if base.year + count > 0 else None


def _decades(base: Moment, count: int) -> Moment | None:
    return Moment("decade", number=base.year // 10 + count)


def _centuries(base: Moment, count: int) -> Moment | None:
    return Moment("century", number=base.year // 100 + 1 + count)


_MOVERS: dict[str, Callable[[Moment, int], Moment | None]] = {
    "day": _days,
    "night": _days,
    "week": _weeks,
    "weekend": _weekends,
    "fortnight": _fortnights,
    "month": _months,
    "quarter": _quarters,
    "year": _years,
    "decade": _decades,
    "century": _centuries,
}


def shifted(recipe: Recipe, base: Moment | None, source: str) -> Worked:
    """Return the value of "two days ago", "fifteen months later", counted from `base`."""
    if not recipe.count and recipe.value:
        known = recipe.base == "doc" or recipe.unit == "year"
        blank = _REFS[recipe.sign] if known else _UNKNOWN.get(recipe.unit)
        if not known and recipe.unit in {"hour", "minute"} and base is not None and base.as_date:
            blank = f"{base.as_date.isoformat()}TXX"
        return unresolved(blank or _REFS[recipe.sign], "How long is not said.")
    if base is None:
        reason = _NO_EVENT if recipe.base == "event" else _NOT_DATED if recipe.base == "doc" else _NOT_TOLD
        sign = recipe.sign or (recipe.count > 0) - (recipe.count < 0)
        return unresolved(_REFS[sign], reason)
    count = recipe.count * (recipe.sign or 1)
    moment = _counted(base, recipe.unit, count)
    if moment is None:
        return unresolved(_dated_unknown(recipe.unit, base) + recipe.clock, _NOT_TOLD)
    dressed = moment.but(mod=recipe.mod, clock=recipe.clock)
    return inferred(dressed, f"Counted from {source}{_dated(base)}.")


def _counted(base: Moment, unit: str, count: float) -> Moment | None:
    if count % 1:
        halves = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "decade": ("year", 10)}
        if unit not in halves:
            return None
        unit, factor = halves[unit]
        count = round(count * factor)
    return moved(base, unit, int(count)) if abs(count) < 100_000 else None


def pointed_name(recipe: Recipe, anchors: Anchors) -> Worked:
    """Return the value of "last October", "next Friday", "that summer"."""
    base, source = base_of(recipe, anchors)
    if base is None:
        return unresolved(_blank_name(recipe), _NOT_DATED if recipe.base == "doc" else _NOT_TOLD)
    moment = _weekday_near(recipe, base) if recipe.weekday else _season_near(recipe, base)
    if moment is None:
        return unresolved(_blank_name(recipe), _NOT_TOLD)
    words = {-1: "The last one before", 0: "The one nearest to", 1: "The next one after"}[recipe.sign]
    return inferred(moment.but(mod=recipe.mod, clock=recipe.clock), f"{words} {source}{_dated(base)}.")


def _blank_name(recipe: Recipe) -> str:
    if recipe.weekday:
        return f"XXXX-WXX-{recipe.weekday}"
    return f"XXXX-{recipe.month:02d}" if recipe.month else f"XXXX-{recipe.season}"


def _weekday_near(recipe: Recipe, base: Moment) -> Moment | None:
    day = base.as_date
    if day is None:
        return None
    away = recipe.weekday - day.isoweekday()
    if recipe.sign < 0:
        away -= 7 if away >= 0 else 0
    elif recipe.sign > 0:
        away += 7 if away <= 0 else 0
    return day_of(day + timedelta(days=away)) if 1 < day.year < 9999 else None


def _season_near(recipe: Recipe, base: Moment) -> Moment | None:
    named = Moment("month", 1, recipe.month) if recipe.month else Moment("season", 1, season=recipe.season)
    now, then = month_of(base), month_of(named)
    year = base.year
    if recipe.sign < 0 and (not now or then >= now):
        year -= 1
    if recipe.sign > 0 and (not now or then <= now):
        year += 1
    return named.but(year=year) if year > 0 else None


def weekday(recipe: Recipe, anchors: Anchors) -> Worked:
    """Return the value of a bare "Friday": the last one up to the day of writing, or the next one ahead."""
    base, source = base_of(recipe, anchors)
    day = base.as_date if base else None
    news = day is None and anchors.day is not None and (base is None or not base.month)
    if news:  # news that also tells of other years
        base, source, day = anchors.written, "the document's date", anchors.day
    if day is None or not 1 < day.year < 9999:
        return unresolved(f"XXXX-WXX-{recipe.weekday}" + recipe.clock, _NOT_DATED)
    away = recipe.weekday - day.isoweekday()
    if (anchors.narrative and not news) or recipe.looks_ahead:
        away += 7 if away < 0 else 0
        words = "The next one from"
    else:
        away -= 7 if away > 0 else 0
        words = "The last one up to"
    moment = day_of(day + timedelta(days=away)).but(clock=recipe.clock, mod=recipe.mod)
    return inferred(moment, f"{words} {source}{_dated(base)}.")


#: How far back or ahead "recent" and "coming" reach, in units, when the text does not say.
_REACH = {"day": 5, "week": 3, "weekend": 3, "month": 2, "quarter": 2, "year": 3, "decade": 2}


def vague(recipe: Recipe, anchors: Anchors) -> Worked:
    """Return the value of "recent months" or "the coming weeks": an approximate interval once dated."""
    written = anchors.written
    if not recipe.unit:
        return unresolved(recipe.value, "The wording names no point in time.")
    if written is None:
        return unresolved(recipe.value, _NOT_DATED)
    ahead = recipe.value == "FUTURE_REF"
    reach = _REACH.get(recipe.unit, 2)
    far = _far(written, recipe.unit, reach if ahead else -reach)
    if far is None:
        return unresolved(recipe.value, _NOT_TOLD)
    now = written.edtf()
    edtf = f"{now}/{far}~" if ahead else f"{far}~/{now}"
    reason = f"About {reach} {recipe.unit}s {'from' if ahead else 'up to'} the document's date, {now}."
    return Worked(recipe.value, edtf, Degree.INFERRED, reason)


def _far(written: Moment, unit: str, count: int) -> str | None:
    moment = moved(written, unit, count)
    if moment is None:
        return None
    if moment.grain == "decade":
        return f"{moment.number:03d}0"
    bounds = moment.bounds() if moment.grain in {"week", "quarter"} else None
    return bounds[0].isoformat()[: 10 if moment.grain == "week" else 7] if bounds else moment.edtf()
