"""Rules for stretches of time: durations, and sets of times that come again."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexicon import SCALES, listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
#: The TIMEX3 letters of each unit; those of clock time stand after a T.
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
_PLURAL_ONLY = frozenset(
    [
        "seconds",
        "minutes",
        "hours",
        "days",
        "nights",
        "weeks",
        "months",
        "years",
        "decades",
        "centuries",
        "quarters",
    ]
)
_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
}


def duration(unit: str, count: float | str) -> str:
    """Return the TIMEX3 value of `count` units; a count of "X" is one that is not said."""
    letters = LETTERS[unit]
    if unit == "fortnight" and not isinstance(count, str):
        count = 2 * count
    number = count if isinstance(count, str) else f"{count:g}" if count % 1 else f"{int(count)}"
    return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"


def _span(hit: Hit, unit: str, count: float | str) -> Sequence[Found]:
    number = 0.0 if isinstance(count, str) else float(count)
    value = duration(unit, count)
    recipe = Recipe(op="fixed", type="DURATION", unit=unit, count=number, value=value)
    return [hit.found("T_DUR", recipe)]


def _written(hit: Hit, name: str = "unit") -> str:
    return hit.text[hit.at(name).start : hit.at(name).end].lower()


def _counted(hit: Hit) -> Sequence[Found]:
    """Build "two years", "the past five trading days"; ages and measures are refused."""
    count = hit.at("count").value
    if _is_age(hit) or (
        isinstance(count, int) and 1000 <= count < 2200 and _written(hit) not in _PLURAL_ONLY
    ):
        return _NONE
    if _is_verb_last(hit):
        return _NONE
    unit = hit.word("unit")
    if unit == "quarter" and not hit.has("adjective"):
        return _NONE
    return _span(hit, unit, count if isinstance(count, str) and count == "X" else float(count))


def _is_verb_last(hit: Hit) -> bool:
    """Tell whether the match opens with the verb of "expected to last two weeks"."""
    before = hit.before()
    if before is None or hit.text[hit.first_start : hit.first_start + 5].lower() != "last ":
        return False
    return hit.text[before.start : before.end].lower() in _BEFORE_A_VERB


_BEFORE_A_VERB = listed("to will would can could may might must should shall not did didn t")


def _is_age(hit: Hit) -> bool:
    """Tell whether the match is followed by "old" or "of age", or stands after "aged"."""
    before = hit.before()
    if before is not None and hit.text[before.start : before.end].lower() == "aged":
        return True
    for ahead in (0, 1):
        after = hit.after(ahead)
        if after is not None and hit.text[after.start : after.end].lower() in {"old", "age", "olds"}:
            return True
    return False


def _hyphened(hit: Hit) -> Sequence[Found]:
    """Build "fifty-year" and "12-hour", which never take a plural."""
    count = hit.at("count").value
    if _is_age(hit):
        return _NONE
    return _span(hit, hit.word("unit"), count if isinstance(count, str) and count == "X" else float(count))


def _one(hit: Hit) -> Sequence[Found]:
    """Build "a year": a rate after what it counts ("15 a year"), else a duration."""
    after = hit.after()
    if _written(hit) in _PLURAL_ONLY or (after is not None and after.code == CODES["DASH"]):
        return _NONE
    if hit.word("unit") == "weekend" or (hit.word("unit") == "second" and not hit.has("half")):
        return _NONE
    if not hit.has("half") and _is_rate(hit):
        recipe = Recipe(op="fixed", type="SET", unit=hit.word("unit"), value=duration(hit.word("unit"), 1))
        return [hit.found("T_SET", recipe)]
    return _span(hit, hit.word("unit"), 0.5 if hit.has("half") else 1)


def _one_and_half(hit: Hit) -> Sequence[Found]:
    return _span(hit, hit.word("unit"), 1.5)


_NUMBERS = frozenset(CODES[name] for name in ("SMALL", "DAY", "NUM", "QUANT"))
_RATE_WORDS = frozenset({"times", "once", "twice"})


def _is_rate(hit: Hit) -> bool:
    """Tell whether a number, or a number and the plural noun that it counts, stands just before."""
    before, earlier = hit.before(), hit.before(2)
    if before is None:
        return False
    word = hit.text[before.start : before.end].lower()
    if word in _RATE_WORDS or word[0].isdigit() or word == "%":
        return True
    counted = earlier is not None and hit.text[earlier.start : earlier.end]
    if not counted or (not word.endswith("s") and word not in {"people", "percent", "acts”"}):
        return False
    third = hit.before(3)
    numbered = earlier is not None and earlier.code in _NUMBERS
    figures = numbered or counted[0].isdigit() or counted.lower() in SCALES
    return figures or (third is not None and hit.text[third.start].isdigit() and counted.isalpha())


def _plural(hit: Hit) -> Sequence[Found]:
    """Build "for months", "in years": a stretch whose length is not said."""
    before = hit.before()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    if _written(hit) not in _PLURAL_ONLY or word not in _BEFORE_PLURAL or hit.word("unit") == "second":
        return _NONE
    return _span(hit, hit.word("unit"), "X")


_BEFORE_PLURAL = frozenset(["for", "in", "within", "over", "after", "just", "only", "last", "past", "next"])


def _some(hit: Hit) -> Sequence[Found]:
    """Build "some days"."""
    written = hit.text[hit.at("some").start : hit.at("some").end].lower()
    if written != "some" or _written(hit) not in _PLURAL_ONLY:
        return _NONE
    return _span(hit, hit.word("unit"), "X")


def _long(hit: Hit) -> Sequence[Found]:
    """Build "month-long", "months-long", "decades-long"."""
    return _span(hit, hit.word("unit"), "X" if _written(hit) in _PLURAL_ONLY else 1)


def _over_the_years(hit: Hit) -> Sequence[Found]:
    before = hit.before()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    after = hit.after()
    numbered = after is not None and after.code == CODES["YEAR"]
    if numbered or _written(hit) not in _PLURAL_ONLY or word not in {"over", "through", "throughout", "in"}:
        return _NONE
    return _span(hit, hit.word("unit"), "X")


def _pointed_plural(hit: Hit) -> Sequence[Found]:
    """Build "the following months", which is a stretch; "recent months" is vague and stands elsewhere."""
    if _written(hit) not in _PLURAL_ONLY:
        return _NONE
    return _span(hit, hit.word("unit"), "X")


def _past_unit(hit: Hit) -> Sequence[Found]:
    """Build "the past year": a stretch of that length."""
    if _written(hit) in _PLURAL_ONLY:
        return _NONE
    return _span(hit, hit.word("unit"), 1)


def _set(hit: Hit) -> Sequence[Found]:
    count = float(hit.at("count").value) if hit.has("count") else 1
    value = duration(hit.word("unit"), count)
    if hit.word("unit") == "quarter" and not hit.has("each"):
        return _NONE
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", unit=hit.word("unit"), value=value))]


def _set_of_named(hit: Hit) -> Sequence[Found]:
    if hit.has("weekday"):
        value = f"XXXX-WXX-{abs(hit.number('weekday'))}" + (f"T{hit.word('part')}" if hit.has("part") else "")
    elif hit.has("month"):
        value = f"XXXX-{hit.number('month'):02d}"
    elif hit.has("season"):
        value = f"XXXX-{hit.word('season')}"
    else:
        value = f"XXXX-XX-XXT{hit.word('part')}"
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", value=value))]


def _every_other(hit: Hit) -> Sequence[Found]:
    value = duration(hit.word("unit"), 2)
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", unit=hit.word("unit"), value=value))]


def _adverb(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", value=_ADVERBS[hit.word("adverb")]))]


RULES = (
    Rule("two years", "count=COUNT adjective=UNITADJ? unit=UNIT|QUARTER", _counted),
    Rule("two more years", "ANOTHER? count=COUNT MORE? unit=UNIT", _counted),
    Rule("another year", "ANOTHER unit=UNIT", _past_unit),
    Rule(
        "the past two years",
        "THE? LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|ORD count=COUNT adjective=UNITADJ? unit=UNIT|QUARTER",
        _counted,
    ),
    Rule("fifty-year", "count=NUMBER DASH unit=UNIT", _hyphened),
    Rule("single-day", "A? SINGLE DASH? unit=UNIT", _past_unit),
    Rule("month-long", "unit=UNIT DASH LONG", _long),
    Rule("three-year-long", "count=NUMBER DASH unit=UNIT DASH LONG", _hyphened),
    Rule("a year", "A UNITADJ? unit=UNIT", _one),
    Rule("half a year", "half=HALF A unit=UNIT", _one),
    Rule("half an hour", "A half=HALF unit=UNIT", _one),
    Rule("a year and a half", "A unit=UNIT AND A HALF", _one_and_half),
    Rule("month-and-a-half", "unit=UNIT DASH AND DASH A DASH HALF LONG?", _one_and_half),
    Rule("for months", "unit=UNIT", _plural),
    Rule("some days", "some=APPROX unit=UNIT", _some),
    Rule("over the years", "THE unit=UNIT", _over_the_years),
    Rule("the following months", "THE? FOLLOWING|PREVIOUS|LAST|PAST unit=UNIT", _pointed_plural),
    Rule("the past year", "THE PAST|LAST|NEXT unit=UNIT", _past_unit),
    Rule("per year", "PER count=NUMBER? unit=UNIT|QUARTER", _set),
    Rule("every year", "each=EACH count=NUMBER? unit=UNIT|QUARTER", _set),
    Rule("every Monday", "EACH weekday=WEEKDAY", _set_of_named),
    Rule("every May", "EACH month=MONTH", _set_of_named),
    Rule("every Monday morning", "EACH weekday=WEEKDAY part=PART", _set_of_named),
    Rule("every other day", "each=EACH OTHERWORD unit=UNIT", _every_other),
    Rule("every summer", "EACH season=SEASON", _set_of_named),
    Rule("every morning", "EACH part=PART", _set_of_named),
    Rule("daily", "adverb=ADVERB", _adverb),
)
