"""Rules that put times together: a weekday with its date, a morning of a day, the end of a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskbrief.analysis.times.calendars import days_in
from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
_UNIT_CODES = {"day": "T_DAY", "week": "T_WEEK", "month": "T_MONTH", "year": "T_YEAR", "decade": "T_DECADE"}


def _dated_weekday(hit: Hit) -> Sequence[Found]:
    """Build "Saturday, June 24, 1950"."""
    day = hit.recipe("day")
    if day.op != "date":
        return _NONE
    return [hit.found("T_DAY", day.but(weekday=hit.recipe("weekday").weekday))]


def _part_of_day(hit: Hit) -> Sequence[Found]:
    """Build "the morning of April 19", "Tuesday evening", "5 May, noon"."""
    day, part = hit.recipe("day"), hit.recipe("part")
    if part.op != "part":
        return _NONE
    return [hit.found("T_PART", day.but(type="TIME", clock=part.clock))]


def _clock_on_day(hit: Hit) -> Sequence[Found]:
    """Build "11 a.m. on 11 November": two times, the first on the day of the second."""
    clock, day = hit.at("clock").found, hit.at("day").found
    assert clock is not None
    assert day is not None
    dated = replace(clock, recipe=clock.recipe.but(within=day.recipe))
    if clock.start < day.start and _counts_from_text(day.recipe):
        return [replace(dated, end=day.end)]  # "9 am the next day": a day that would count from its own clock
    return [dated, day] if clock.start < day.start else [day, dated]


def _clocks_on_day(hit: Hit) -> Sequence[Found]:
    """Build "8:30 a.m. ET (5:30 a.m. PT) on Thursday": both times are on the day."""
    clock, other = hit.at("clock").found, hit.at("other").found
    day = hit.at("day").found
    assert clock is not None
    assert other is not None
    assert day is not None
    dated = [replace(one, recipe=one.recipe.but(within=day.recipe)) for one in (clock, other)]
    return [*dated, day]


def _noon_of_day(hit: Hit) -> Sequence[Found]:
    written = hit.text[hit.at("part").start : hit.at("part").end].lower()
    return _part_of_day(hit) if written in {"noon", "midday", "midnight"} else _NONE


def _day_clock(hit: Hit) -> Sequence[Found]:
    """Build "May 8 1:00AM": one time."""
    return [hit.found("T_CLOCK", hit.recipe("clock").but(within=hit.recipe("day")))]


def _clock_of_next_part(hit: Hit) -> Sequence[Found]:
    """Build "4:11 am the following morning": the clock time of the day that is told by the part."""
    clock, part = hit.recipe("clock"), hit.recipe("part")
    if not _counts_from_text(part):
        return _NONE
    return [hit.found("T_CLOCK", clock.but(within=part.but(clock="")))]


def _counts_from_text(recipe: Recipe) -> bool:
    """Tell whether a day counts from the one told last: "the next day", not "tomorrow"."""
    return recipe.op in {"shift", "unit"} and recipe.base != "doc" and bool(recipe.count or recipe.sign)


def _of_year(hit: Hit) -> Sequence[Found]:
    """Build "October of that year", "the third quarter of this year", "the spring of 1916"."""
    part, whole = hit.at("part").found, hit.recipe("whole")
    assert part is not None
    if part.recipe.op != "date" or part.recipe.year:
        return _NONE
    named = whole.op == "date" and not whole.unit and whole.year
    recipe = part.recipe.but(year=whole.year, era=whole.era) if named else part.recipe.but(within=whole)
    return [Found(part.code, part.start, hit.at("whole").end, recipe)]


def _day_of_year_apart(hit: Hit) -> Sequence[Found]:
    """Build "October 9, last year", counted from the day of writing.

    After a comma a year in digits belongs to no day before.
    """
    whole = hit.recipe("whole")
    found = _of_year(hit) if whole.op == "unit" and whole.base != "text" else _NONE
    year = Recipe(op="shift", unit="year", count=float(whole.sign), base="doc")
    return [replace(one, recipe=one.recipe.but(within=year)) for one in found]


def _told_in_brackets(hit: Hit) -> Sequence[Found]:
    """Build "last month (August 2025)": the first time is the one that the brackets give."""
    first, exact = hit.at("first").found, hit.at("exact").found
    assert first is not None
    assert exact is not None
    if exact.recipe.op != "date" or not exact.recipe.month or first.recipe.op == "date":
        return _NONE
    return [replace(first, recipe=exact.recipe), exact]


def _of_every_year(hit: Hit) -> Sequence[Found]:
    """Build "1 January of each year"."""
    day, every = hit.recipe("day"), hit.recipe("every")
    if day.op != "date" or day.year or not day.month or every.value != "P1Y" or not _says_each(hit):
        return _NONE
    value = f"XXXX-{day.month:02d}" + (f"-{day.day:02d}" if day.day else "")
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", unit="year", value=value))]


def _says_each(hit: Hit) -> bool:
    return hit.text[hit.at("every").start : hit.at("every").end].lower().startswith(("each", "every"))


def _same_month(hit: Hit) -> Sequence[Found]:
    """Build "the same month last year"."""
    part, whole = hit.recipe("part"), hit.recipe("whole")
    if part.op != "unit" or part.sign or whole.op != "unit" or whole.sign != -1:
        return _NONE
    return [hit.found("T_MONTH", Recipe(op="shift", unit="month", count=-12.0, base="doc"))]


def _day_of_month(hit: Hit) -> Sequence[Found]:
    """Build "the 28th of that month"."""
    return [hit.found("T_DAY", hit.recipe("day").but(within=hit.recipe("month")))]


def _week_of_month(hit: Hit) -> Sequence[Found]:
    """Build "the first week of August", which TIMEX2 takes for a stretch of one week."""
    if hit.word("unit") != "week":
        return _NONE
    recipe = Recipe(
        op="week", type="DURATION", value="P1W", number=hit.number("ord"), within=hit.recipe("month")
    )
    return [hit.found("T_WEEK", recipe)]


def _last_week_of_month(hit: Hit) -> Sequence[Found]:
    """Build "the last week of August", where "the last week" was read as pointing before."""
    week = hit.recipe("week")
    if week.op != "unit" or week.sign != -1 or week.unit != "week":
        return _NONE
    recipe = Recipe(op="week", type="DURATION", value="P1W", number=-1, within=hit.recipe("month"))
    return [hit.found("T_WEEK", recipe)]


def _stretch_of_period(hit: Hit) -> Sequence[Found]:
    """Build "the first six months of 2006": a stretch with a place on the calendar."""
    span, whole = hit.recipe("span"), hit.recipe("whole")
    first = _EDGES.get(_first_word(hit, "span"), 0)
    if not first or span.op != "fixed" or span.count < 1 or span.count % 1 or whole.op != "date":
        return _NONE
    number = first * int(span.count)
    recipe = span.but(op="part_of", number=number, count=0, within=whole, year=whole.year, era=whole.era)
    return [hit.found("T_DUR", recipe)]


def _first_word(hit: Hit, name: str) -> str:
    words = hit.text[hit.at(name).start : hit.at(name).start + 20].lower().removeprefix("the ").split()
    return words[0] if words else ""


_EDGES = {"first": 1, "last": -1}


def _half_of_year(hit: Hit) -> Sequence[Found]:
    """Build "the first half of 1916"; of a century, a decade or a month it is the early or the late part."""
    if not 1 <= hit.number("ord") <= 2:
        return _NONE
    whole = hit.at("whole")
    if whole.code != CODES["T_YEAR"]:
        part = hit.recipe("whole").but(mod="START" if hit.number("ord") == 1 else "END")
        return [hit.found(_CODE_NAMES[whole.code], part)]
    recipe = Recipe(op="date", unit="half", number=hit.number("ord"), within=hit.recipe("whole"))
    return [hit.found("T_QUARTER", recipe)]


_CODE_NAMES = {CODES[name]: name for name in ("T_DECADE", "T_CENTURY", "T_MONTH")}


def _edge_day(hit: Hit) -> Sequence[Found]:
    """Build "the first day of 2024"."""
    whole = hit.recipe("whole")
    if hit.word("unit") != "day" or whole.op != "date" or whole.era or not (whole.month or whole.year):
        return _NONE
    if hit.number("ord") != 1:
        return _NONE
    return [hit.found("T_DAY", whole.but(month=whole.month or 1, day=1, mod=""))]


def _last_day(hit: Hit) -> Sequence[Found]:
    """Build "the last day of March", where "the last day" was read as pointing before."""
    day, whole = hit.recipe("day"), hit.recipe("whole")
    if day.op != "unit" or day.sign != -1 or whole.op != "date" or whole.era or whole.unit:
        return _NONE
    month = whole.month or 12
    return [hit.found("T_DAY", whole.but(month=month, day=days_in(whole.year or 2001, month), mod=""))]


def _modified(hit: Hit) -> Sequence[Found]:
    """Build "early 1917", "the end of May", "late in 1985", "mid-February"."""
    found = hit.at("core").found
    assert found is not None
    if found.recipe.op in {"vague", "fixed"} or found.recipe.mod:
        return _NONE
    mod = _modifier(hit)
    if not mod:
        return _NONE
    if hit.has("late") and hit.word("late") == "later" and found.recipe.year:
        mod = ""  # "later in 1689" goes on from what was told, and names no part of the year
    return [Found(found.code, _start(hit), hit.at("core").end, found.recipe.but(mod=mod))]


_MODIFIERS = {
    "early": "START",
    "earlier": "START",
    "start": "START",
    "beginning": "START",
    "outset": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}


def _modifier(hit: Hit) -> str:
    """Return the part that is meant, "" for "previously" and "afterwards", which name none."""
    word = next(hit.word(name) for name in ("early", "mid", "late", "edge") if hit.has(name))
    return _MODIFIERS.get(word, "")


def _modified_day(hit: Hit) -> Sequence[Found]:
    """Build "late Monday", but not "earlier today", which has its own rule."""
    found = hit.at("core").found
    assert found is not None
    if found.recipe.op not in {"weekday", "date", "named"}:
        return _NONE
    return [hit.found(_DAYS[found.code], found.recipe.but(mod="START" if hit.has("early") else "END"))]


_DAYS = {CODES[name]: name for name in ("T_WEEKDAY", "T_DAY")}


def _start(hit: Hit) -> int:
    chunk = hit.at("the") if hit.has("the") else None
    return chunk.start if chunk is not None else hit.at(hit.first_of("early", "mid", "late", "edge")).start


def _modified_unit(hit: Hit) -> Sequence[Found]:
    """Build "the end of the year", "late in the day": the unit is the one that the text is in."""
    unit = hit.word("unit")
    if unit not in _UNIT_CODES or hit.text[hit.at("unit").end - 1] == "s":
        return _NONE
    if not _modifier(hit):
        return _NONE
    recipe = Recipe(op="unit", unit=unit, base="text", mod=_modifier(hit))
    return [hit.found(_UNIT_CODES[unit], recipe)]


def _later_this_year(hit: Hit) -> Sequence[Found]:
    """Build "later this year", "earlier today"."""
    recipe = hit.recipe("core")
    if recipe.op not in {"unit", "shift"} or recipe.base != "doc":
        return _NONE
    code = "T_PART" if recipe.clock else _UNIT_CODES.get(recipe.unit, "T_REF")
    mod = "END" if hit.has("late") else "START"
    return [hit.found(code, recipe.but(mod=mod, tense="future" if hit.has("late") else "past"))]


def _approximate(hit: Hit) -> Sequence[Found]:
    """Build "about a week", "more than three years", "around March 1981"."""
    found = hit.at("core").found
    assert found is not None
    if found.recipe.op == "vague" or (hit.word("more") == "over" and _opens_with_the(hit)):
        return _NONE
    mod = "APPROX"
    if hit.has("more"):
        mod = "MORE_THAN"
    elif hit.has("less"):
        mod = "LESS_THAN"
    elif hit.has("least"):
        mod = "EQUAL_OR_MORE"
    return [
        Found(
            found.code,
            hit.at(hit.first_of("a", "about", "more", "less", "at", "close")).start,
            hit.at("core").end,
            found.recipe.but(mod=mod),
        )
    ]


def _opens_with_the(hit: Hit) -> bool:
    """Tell whether the core is "the next two weeks", before which "over" means during."""
    return hit.text[hit.at("core").start : hit.at("core").start + 4].lower() == "the "


def _around_date(hit: Hit) -> Sequence[Found]:
    """Build "around March 1981"; "some" and "over" before a date say something else."""
    if hit.word("about") not in {"around", "about", "circa", "approximately", "roughly", "c", "ca"}:
        return _NONE
    return _approximate(hit)


WEEKDAY_RULES = (
    Rule("weekday with date", "weekday=T_WEEKDAY COMMA? day=T_DAY", _dated_weekday),
    Rule("weekday the 5th", "weekday=T_WEEKDAY COMMA? day=T_ORDDAY", _dated_weekday),
)
JOIN_RULES = (
    Rule("morning of a day", "part=T_PART OF|ON day=T_DAY|T_WEEKDAY|T_ORDDAY", _part_of_day),
    Rule("Sunday dawn of a day", "weekday=T_WEEKDAY part=T_PART OF day=T_DAY", _part_of_day),
    Rule("day and part", "day=T_DAY|T_WEEKDAY COMMA? part=T_PART", _part_of_day),
    Rule("clock on a day", "clock=T_CLOCK COMMA? ON day=T_DAY|T_WEEKDAY|T_ORDDAY", _clock_on_day),
    Rule(
        "clock and its other zone on a day",
        "clock=T_CLOCK LPAREN other=T_CLOCK RPAREN ON day=T_DAY|T_WEEKDAY",
        _clocks_on_day,
    ),
    Rule("clock times of a day", "clock=T_CLOCK RANGE other=T_CLOCK ON day=T_DAY|T_WEEKDAY", _clocks_on_day),
    Rule("the same month last year", "part=T_MONTH whole=T_YEAR", _same_month),
    Rule("noon on a weekday", "part=T_PART day=T_WEEKDAY", _noon_of_day),
    Rule("clock, a day", "clock=T_CLOCK COMMA? day=T_DAY|T_WEEKDAY", _clock_on_day),
    Rule("day at a clock time", "day=T_DAY|T_WEEKDAY COMMA? AT clock=T_CLOCK", _clock_on_day),
    Rule("clock the next morning", "clock=T_CLOCK COMMA? ON? part=T_PART", _clock_of_next_part),
    Rule("day with a clock time", "day=T_DAY COMMA? clock=T_CLOCK", _day_clock),
    Rule("October of that year", "part=T_MONTH|T_SEASON|T_QUARTER|T_DAY OF? whole=T_YEAR", _of_year),
    Rule("October 9, last year", "part=T_DAY COMMA whole=T_YEAR", _day_of_year_apart),
    Rule(
        "last month (August 2025)",
        "first=T_MONTH|T_WEEKDAY|T_WEEK|T_DAY LPAREN exact=T_DAY|T_MONTH RPAREN",
        _told_in_brackets,
    ),
    Rule("1 January of each year", "day=T_DAY|T_MONTH OF? every=T_SET", _of_every_year),
    Rule("the 5th of that month", "day=T_ORDDAY OF month=T_MONTH", _day_of_month),
    Rule("the last day of a month, as read", "day=T_DAY OF whole=T_MONTH|T_YEAR", _last_day),
    Rule("the first day of a month", "THE? ord=ORD unit=UNIT OF whole=T_MONTH|T_YEAR", _edge_day),
    Rule("the first week of a month", "THE? ord=ORD unit=UNIT OF|IN month=T_MONTH", _week_of_month),
    Rule("the last week of a month", "week=T_WEEK OF|IN month=T_MONTH", _last_week_of_month),
    Rule(
        "the first six months of a year",
        "span=T_DUR OF|IN whole=T_YEAR|T_MONTH|T_QUARTER|T_DECADE",
        _stretch_of_period,
    ),
    Rule(
        "the first half of a year",
        "THE? ord=ORD HALF OF whole=T_YEAR|T_DECADE|T_CENTURY|T_MONTH",
        _half_of_year,
    ),
)
#: What may stand before a length or a date to make it approximate.
APPROXIMATE_RULES = (
    Rule("about a week", "about=APPROX core=T_DUR", _approximate),
    Rule("more than a week", "more=MORE THAN core=T_DUR", _approximate),
    Rule("a little more than a week", "a=A OTHER more=MORE THAN core=T_DUR", _approximate),
    Rule("over a week", "more=MORE core=T_DUR", _approximate),
    Rule("less than a week", "less=LESS THAN core=T_DUR", _approximate),
    Rule("under a week", "less=LESS core=T_DUR", _approximate),
    Rule("at least a week", "at=AT least=LEAST core=T_DUR", _approximate),
    Rule("close to a week", "close=END TO core=T_DUR", _approximate),
    Rule("c. a date", "about=CIRCA DOT? core=T_YEAR", _around_date),
    Rule("around a date", "about=APPROX core=T_DATE", _around_date),
)
MODIFIER_RULES = (
    Rule("early in a period", "the=THE? early=EARLY DASH? IN? core=T_LONG", _modified),
    Rule("late in a period", "the=THE? late=LATE DASH? IN? core=T_LONG", _modified),
    Rule("later in a period", "late=LATER IN core=T_LONG", _modified),
    Rule("earlier in a period", "early=EARLIER IN core=T_LONG", _modified),
    Rule("middle of a period", "the=THE? mid=MID DASH? core=T_LONG", _modified),
    Rule("early on a day", "early=EARLY core=T_WEEKDAY|T_DAY", _modified_day),
    Rule("late on a day", "late=LATE core=T_WEEKDAY|T_DAY", _modified_day),
    Rule("early in a time of day", "early=EARLY IN? core=T_PART", _modified),
    Rule("late in a time of day", "late=LATE IN? core=T_PART", _modified),
    Rule("end-2024", "edge=END DASH core=T_YEAR", _modified),
    Rule("start of a period", "the=THE? edge=START|MID|END OF core=T_LONG", _modified),
    Rule("early in the year", "the=THE? early=EARLY|EARLIER IN THE|THAT unit=UNIT", _modified_unit),
    Rule("late in the year", "the=THE? late=LATE|LATER IN THE|THAT unit=UNIT", _modified_unit),
    Rule("start of the year", "the=THE? edge=START|MID|END OF THE unit=UNIT", _modified_unit),
    Rule("later this year", "late=LATER|LATE core=T_DATE|T_PART", _later_this_year),
    Rule("earlier this year", "early=EARLIER|EARLY core=T_DATE|T_PART", _later_this_year),
)
