"""Rules for a day or month of some years back: ten years ago today, two years ago in May."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from deskbrief.analysis.times.calendars import days_in, week_of
from deskbrief.analysis.times.moment import Moment, day_of
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.worked import Worked, inferred, unresolved

_YEARS = {"year": 1, "decade": 10, "century": 100}
_GRAINS = frozenset({"day", "week", "month"})


def _years_ago(hit: Hit) -> Sequence[Found]:
    """Build "twenty years ago today", "five years ago this week", "two years ago in May"."""
    span, day = hit.recipe("span"), hit.recipe("day")
    years = span.count * _YEARS.get(span.unit, 0)
    owns = hit.after() is not None and hit.text[hit.at("day").end : hit.at("day").end + 1] in {"'", "’"}
    if not years or years % 1 or owns or not _is_near(day):
        return ()
    return [hit.found(_code(hit), Recipe(op="anniversary", count=years, sign=-1, base="doc", within=day))]


def _code(hit: Hit) -> str:
    return "T_MONTH" if not hit.recipe("day").day and hit.recipe("day").month else "T_DAY"


def _is_near(day: Recipe) -> bool:
    """Tell whether a time is of now, or of the calendar without its year."""
    if day.op in {"shift", "unit"}:
        return day.base == "doc" and not day.sign and not day.count and day.unit in _GRAINS
    return day.op == "weekday" or (day.op == "date" and bool(day.month) and not day.year and not day.within)


def anniversary(recipe: Recipe, near: Moment | None, written: Moment | None) -> Worked:
    """Return the value of `recipe`, whose time without the years is `near`, for a text written then."""
    if near is None or written is None or not near.known:
        return unresolved("PAST_REF", "It counts from the day of writing, and the document has no date.")
    back, said = int(recipe.count), recipe.within
    if said is not None and said.op == "date":
        near = near.but(year=written.year)
    moment = _earlier(near, back)
    if moment is None:
        return unresolved("PAST_REF", "The calendar does not reach so far.")
    return inferred(moment, f"{back} years before the document's date ({written.edtf()}).")


def _earlier(moment: Moment, years: int) -> Moment | None:
    year = moment.year - years
    if year <= 0:
        return None
    if moment.grain == "week":
        first = moment.bounds()
        middle = day_of(first[0] + timedelta(days=3)) if first else None
        day = _earlier(middle, years) if middle else None
        then = week_of(day.as_date) if day and day.as_date else None
        return moment.but(year=then[0], number=then[1]) if then else None
    last = days_in(year, moment.month) if moment.day else 0
    return moment.but(year=year, day=min(moment.day, last))


ANNIVERSARY_RULES = (
    Rule("ten years ago today", "span=T_DUR AGO ON|IN? day=T_DAY|T_WEEKDAY|T_WEEK|T_MONTH", _years_ago),
    Rule("ten years ago, on 5 May", "span=T_DUR AGO COMMA ON|IN day=T_DAY|T_WEEKDAY|T_MONTH", _years_ago),
)
