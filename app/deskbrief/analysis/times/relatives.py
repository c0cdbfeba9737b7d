"""Rules for times that count from another: today, last week, that year, three days later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
#: The category of the result by the unit that a wording names.
BY_UNIT = {
    "day": "T_DAY",
    "week": "T_WEEK",
    "weekend": "T_WEEK",
    "fortnight": "T_WEEK",
    "month": "T_MONTH",
    "quarter": "T_QUARTER",
    "year": "T_YEAR",
    "decade": "T_DECADE",
    "century": "T_CENTURY",
}
#: Where a pointing word counts from, and how many units away it points.
_POINTERS = {
    "last": ("doc", -1),
    "past": ("doc", -1),
    "next": ("doc", 1),
    "coming": ("doc", 1),
    "upcoming": ("doc", 1),
    "forthcoming": ("doc", 1),
    "this": ("doc", 0),
    "these": ("doc", 0),
    "current": ("doc", 0),
    "present": ("doc", 0),
    "previous": ("text", -1),
    "preceding": ("text", -1),
    "prior": ("text", -1),
    "following": ("text", 1),
    "subsequent": ("text", 1),
    "ensuing": ("text", 1),
    "succeeding": ("text", 1),
    "same": ("text", 0),
    "that": ("text", 0),
    "those": ("text", 0),
}


def _pointed(hit: Hit) -> tuple[str, int]:
    base, sign = _POINTERS[hit.word("same") or hit.word("pointer")]
    if hit.has("the") and hit.word("pointer") == "next":
        base = "text"
    return base, sign


def _unit(hit: Hit) -> Sequence[Found]:
    """Build "last week", "the same day"; plural units and clock units are for other rules."""
    unit = hit.word("unit")
    written = hit.text[hit.at("unit").start : hit.at("unit").end].lower()
    if unit not in BY_UNIT or written in PLURALS:
        return _NONE
    if _only_describes(hit):
        return _NONE
    base, sign = _pointed(hit)
    return [hit.found(BY_UNIT[unit], Recipe(op="unit", unit=unit, base=base, sign=sign))]


def _only_describes(hit: Hit) -> bool:
    """Tell whether it is a length ("over the last year") or describes something ("all prior year costs")."""
    before, after = hit.before(), hit.after()
    word = hit.text[before.start : before.end].lower() if before else ""
    follows = hit.text[after.start : after.end].lower() if after else ""
    if hit.word("pointer") == "last" and hit.has("the"):
        return word in {"over", "within", "throughout", "during", "in"} and follows != "of"
    if hit.word("pointer") == "next" and hit.has("the") and hit.word("unit") in {"year", "decade"}:
        return word in {"over", "within", "throughout"}
    return hit.word("pointer") == "prior" and not hit.has("the")


PLURALS = frozenset(
    ["days", "weeks", "weekends", "fortnights", "months", "quarters", "years", "yrs", "decades", "centuries"]
)


def _named(hit: Hit) -> Sequence[Found]:
    """Build "last October", "next Friday", "this summer", "the previous winter"."""
    base, sign = _pointed(hit)
    if hit.has("month"):
        return [hit.found("T_MONTH", Recipe(op="named", month=hit.number("month"), base=base, sign=sign))]
    if hit.has("weekday"):
        if hit.number("weekday") < 0:
            return _NONE
        return [hit.found("T_DAY", Recipe(op="named", weekday=hit.number("weekday"), base=base, sign=sign))]
    return [hit.found("T_SEASON", Recipe(op="named", season=hit.word("season"), base=base, sign=sign))]


#: An abbreviation, and the code points of a line looked at on each side.
_CAPITALS, _LINE = re.compile(r"[A-Z]{2,6}"), 60


def _is_of_a_name(hit: Hit) -> bool:
    """Tell whether a capital "Today" stands behind capitals, in a line that is not all in them."""
    start, before = hit.at("today").start, hit.before()
    if before is None or before.end + 1 != start or not hit.text[start].isupper():
        return False
    line = hit.text[max(start - _LINE, 0) : start + _LINE]
    return _CAPITALS.fullmatch(hit.text, before.start, before.end) is not None and not line.isupper()


def _today(hit: Hit) -> Sequence[Found]:
    value = hit.at("today").value
    if _is_of_a_name(hit):
        return _NONE
    if value == "NI":
        recipe = Recipe(op="shift", type="TIME", unit="day", base="doc", clock="TNI")
        return [hit.found("T_PART", recipe)]
    return [hit.found("T_DAY", Recipe(op="shift", unit="day", count=float(value), base="doc"))]


def _part_of_named_day(hit: Hit) -> Sequence[Found]:
    """Build "yesterday morning", "this evening", "that night", "last night"."""
    part = f"T{hit.word('part')}"
    if hit.has("today"):
        if hit.at("today").value == "NI":
            return _NONE
        recipe = Recipe(op="shift", unit="day", count=float(hit.at("today").value), base="doc")
    else:
        base, sign = _pointed(hit)
        recipe = Recipe(op="unit", unit="day", base=base, sign=sign)
    return [hit.found("T_PART", recipe.but(type="TIME", clock=part))]


def _ordinal_day(hit: Hit) -> Sequence[Found]:
    """Build "a second consecutive day": the day that the text is about."""
    return [hit.found("T_DAY", Recipe(op="unit", unit="day", base="text"))]


def _unit_of_report(hit: Hit) -> Sequence[Found]:
    """Build "ended the day at 7,114", "up 3 % for the week": the day or week that a report is about."""
    unit = hit.word("unit")
    written = hit.text[hit.at("unit").start : hit.at("unit").end].lower()
    before, after = hit.before(), hit.after()
    if unit not in _REPORTED or written in PLURALS or before is None:
        return _NONE
    word = hit.text[before.start : before.end].lower()
    follows = hit.text[after.start : after.end].lower() if after is not None else "."
    closes = word in _CLOSERS and follows not in {"of", "with", "when", "that"}
    if word in {"during", "throughout"} and unit != "day" and follows not in {"of", "when", "that"}:
        return [hit.found(BY_UNIT[unit], Recipe(op="unit", unit=unit, base="text"))]
    if not closes and not (word == "for" and follows in {".", ",", ";", ")", "at", "to", "and", "as"}):
        return _NONE
    return [hit.found(BY_UNIT[unit], Recipe(op="unit", unit=unit))]


_REPORTED = frozenset({"day", "week", "month", "quarter", "year"})
_CLOSERS = listed(
    """end ends ended ending close closes closed closing finish finishes finished finishing start starts
    started starting open opens opened opening begin begins began beginning"""
)


def _weekend(hit: Hit) -> Sequence[Found]:
    """Build "over the weekend": the last one, or the next one where the text looks ahead."""
    before = hit.before()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    written = hit.text[hit.at("unit").start : hit.at("unit").end].lower()
    if written != "weekend" or word not in {"over", "during", "at", "on", "throughout", "through"}:
        return _NONE
    return [hit.found("T_WEEK", Recipe(op="unit", unit="weekend", base="doc", sign=-1))]


def _rest_of_unit(hit: Hit) -> Sequence[Found]:
    """Build "the rest of the year": the end of the one that the text is in."""
    unit = hit.word("unit")
    written = hit.text[hit.at("unit").start : hit.at("unit").end].lower()
    if unit not in _REPORTED or written in PLURALS:
        return _NONE
    return [hit.found(BY_UNIT[unit], Recipe(op="unit", unit=unit, base="text", mod="END"))]


def _beyond(hit: Hit) -> Sequence[Found]:
    """Build "the day before yesterday", "the day after tomorrow"."""
    day = hit.at("today").value
    if hit.word("unit") != "day" or day not in {-1, 1} or (day == 1) != hit.has("after"):
        return _NONE
    return [hit.found("T_DAY", Recipe(op="shift", unit="day", count=2.0 * day, base="doc"))]


def _after_next(hit: Hit) -> Sequence[Found]:
    """Build "the week after next", "the year before last"."""
    if hit.word("unit") not in {"week", "month", "year", "weekend"}:
        return _NONE
    sign = 2 if hit.has("next") else -2
    recipe = Recipe(op="shift", unit=hit.word("unit"), count=float(sign), base="doc")
    return [hit.found(BY_UNIT[hit.word("unit")], recipe)]


def _units_end(hit: Hit) -> Sequence[Found]:
    """Build "month's end"."""
    if hit.word("unit") not in {"month", "year", "week"}:
        return _NONE
    recipe = Recipe(op="unit", unit=hit.word("unit"), base="text", mod="END")
    return [hit.found(BY_UNIT[hit.word("unit")], recipe)]


CORE_RULES = (
    Rule("today", "today=TODAY", _today),
    Rule("this week", "pointer=THIS|THAT same=SAME? unit=UNIT|QUARTER", _unit),
    Rule("last week", "pointer=LAST|NEXT|COMING|CURRENT|PREVIOUS|FOLLOWING unit=UNIT|QUARTER", _unit),
    Rule(
        "the next week",
        "the=THE pointer=LAST|NEXT|COMING|CURRENT|PREVIOUS|FOLLOWING|SAME unit=UNIT|QUARTER",
        _unit,
    ),
    Rule("last fiscal year", "pointer=LAST|NEXT|THIS|CURRENT FISCALWORD unit=UNIT|QUARTER", _unit),
    Rule("the same very day", "the=THE VERY pointer=NEXT|SAME unit=UNIT", _unit),
    Rule(
        "last October",
        "the=THE? pointer=THIS|THAT|LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|SAME month=MONTH",
        _named,
    ),
    Rule(
        "last Friday",
        "the=THE? pointer=THIS|THAT|LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|SAME weekday=WEEKDAY",
        _named,
    ),
    Rule(
        "last summer",
        "the=THE? pointer=THIS|THAT|LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING|SAME season=SEASON|FALL",
        _named,
    ),
    Rule("yesterday morning", "today=TODAY part=PART", _part_of_named_day),
    Rule(
        "this morning",
        "the=THE? pointer=THIS|THAT|LAST|NEXT|FOLLOWING|PREVIOUS|SAME same=SAME? part=PART",
        _part_of_named_day,
    ),
    Rule("month's end", "unit=UNIT APOS S END", _units_end),
    Rule("the day before yesterday", "THE? unit=UNIT BEFORE today=TODAY", _beyond),
    Rule("the day after tomorrow", "THE? unit=UNIT after=AFTER today=TODAY", _beyond),
    Rule("the week after next", "THE unit=UNIT AFTER next=NEXT", _after_next),
    Rule("the year before last", "THE unit=UNIT BEFORE LAST", _after_next),
    Rule("end the day", "THE unit=UNIT|QUARTER", _unit_of_report),
    Rule("over the weekend", "THE unit=UNIT", _weekend),
    Rule("the rest of the year", "THE? REST OF THE unit=UNIT", _rest_of_unit),
    Rule("most of the rest of the year", "MOST OF THE REST OF THE unit=UNIT", _rest_of_unit),
    Rule("a second consecutive day", "A ORD UNITADJ unit=UNIT", _ordinal_day),
)
