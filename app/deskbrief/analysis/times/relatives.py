"""Rules for times that count from another: today, last week, that year, three days later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.spans import duration

_NONE: tuple[Found, ...] = ()
#: The category of the result by the unit that a wording names.
_BY_UNIT = {
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
    if unit not in _BY_UNIT or written in _PLURALS:
        return _NONE
    base, sign = _pointed(hit)
    return [hit.found(_BY_UNIT[unit], Recipe(op="unit", unit=unit, base=base, sign=sign))]


_PLURALS = frozenset(
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


def _today(hit: Hit) -> Sequence[Found]:
    value = hit.at("today").value
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
    if unit not in _REPORTED or written in _PLURALS or before is None:
        return _NONE
    word = hit.text[before.start : before.end].lower()
    follows = hit.text[after.start : after.end].lower() if after is not None else "."
    closes = word in _CLOSERS and follows not in {"of", "with", "when", "that"}
    if word in {"during", "throughout"} and unit != "day" and follows not in {"of", "when", "that"}:
        return [hit.found(_BY_UNIT[unit], Recipe(op="unit", unit=unit, base="text"))]
    if not closes and not (word == "for" and follows in {".", ",", ";", ")", "at", "to", "and", "as"}):
        return _NONE
    return [hit.found(_BY_UNIT[unit], Recipe(op="unit", unit=unit))]


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
    if unit not in _REPORTED or written in _PLURALS:
        return _NONE
    return [hit.found(_BY_UNIT[unit], Recipe(op="unit", unit=unit, base="text", mod="END"))]


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
    return [hit.found(_BY_UNIT[hit.word("unit")], recipe)]


def _units_end(hit: Hit) -> Sequence[Found]:
    """Build "month's end"."""
    if hit.word("unit") not in {"month", "year", "week"}:
        return _NONE
    recipe = Recipe(op="unit", unit=hit.word("unit"), base="text", mod="END")
    return [hit.found(_BY_UNIT[hit.word("unit")], recipe)]


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


def _ago(hit: Hit) -> Sequence[Found]:
    """Build "two years ago": counted from the day of writing."""
    return _shifted(hit, "doc", -1)


def _earlier(hit: Hit) -> Sequence[Found]:
    return _shifted(hit, "text", -1)


def _later(hit: Hit) -> Sequence[Found]:
    return _shifted(hit, "text", 1)


def _hence(hit: Hit) -> Sequence[Found]:
    return _shifted(hit, "doc", 1)


def _shifted(hit: Hit, base: str, sign: int) -> Sequence[Found]:
    span = hit.recipe("span")
    if not span.unit:
        return _NONE
    recipe = Recipe(
        op="shift", unit=span.unit, count=span.count, value=span.value, sign=sign, base=base, mod=span.mod
    )
    kind = "TIME" if span.unit in {"hour", "minute", "second"} else "DATE"
    return [hit.found(_BY_UNIT.get(span.unit, "T_REF"), recipe.but(type=kind))]


def _before_date(hit: Hit) -> Sequence[Found]:
    return _shifted_from(hit, -1)


def _after_date(hit: Hit) -> Sequence[Found]:
    return _shifted_from(hit, 1)


def _lasts(hit: Hit) -> bool:
    """Tell whether it is a length, as after "for" and "within": "for two days after 5 May"."""
    before = hit.before()
    return before is not None and hit.text[before.start : before.end].lower() in {"for", "within", "during"}


def _shifted_from(hit: Hit, sign: int) -> Sequence[Found]:
    """Build "two days after 5 May"; the date that it counts from stays a time of its own."""
    if _lasts(hit):
        return _NONE
    found = _shifted(hit, "text", sign)
    if not found:
        return _NONE
    point = hit.at("point").found
    assert point is not None
    recipe = found[0].recipe.but(within=point.recipe)
    return [Found(found[0].code, found[0].start, hit.at("span").end, recipe), point]


def _bare_later(hit: Hit) -> Sequence[Found]:
    """Build "days later", "months earlier": how many is not said."""
    unit = hit.word("unit")
    written = hit.text[hit.at("unit").start : hit.at("unit").end].lower()
    if written not in _PLURALS | {"hours", "minutes"}:
        return _NONE
    sign = 1 if hit.has("later") else -1
    base = "doc" if hit.has("ago") else "text"
    return [hit.found("T_REF", Recipe(op="shift", unit=unit, value="X", sign=sign, base=base))]


def _before(hit: Hit) -> Sequence[Found]:
    """Build "two years before" where nothing follows that it could count from, else from that event."""
    return _from_event(hit) or (_earlier(hit) if not _clause_words(hit) else _NONE)


def _from_event(hit: Hit) -> Sequence[Found]:
    """Build "two days after the siege began"; whether the text dates the siege is found out later.

    `number` keeps where the length alone ends, counted from its start.
    """
    clause = "" if _lasts(hit) else _clause_words(hit)
    found = _shifted(hit, "event", 1 if hit.has("after") else -1) if clause else _NONE
    if not found or not found[0].recipe.count:
        return _NONE
    one, span = found[0], hit.at("span")
    point = hit.time_until(hit.at(hit.first_of("after", "before")).end + len(clause))
    if point is not None:
        within = one.recipe.but(base="text", within=point.recipe)
        return [Found(one.code, one.start, span.end, within)] if point.recipe.op == "date" else _NONE
    end = hit.at(hit.first_of("after", "before")).end + len(clause)
    return [Found(one.code, one.start, end, one.recipe.but(number=span.end - span.start))]


def _clause_words(hit: Hit) -> str:
    """Return the text of the clause after the match, "" where none can be meant."""
    start = hit.at(hit.first_of("after", "before")).end
    match = _CLAUSE.match(hit.text, start)
    if match is None:
        return ""
    cut = hit.text[match.end() : match.end() + 1].isalnum()
    return match[0].rpartition(" ")[0] if cut else match[0]


_CLAUSE = re.compile(
    r" (?!(?:and|or|but|when|in|on|at|that|which|who|was|were|is|had|to|by|with|for|as|it|they|he|she|we)\b)"
    r"(?:(?! and | but | when | which | who | while | that )[^,.;:()\n]){3,70}"
)


def _day_after_event(hit: Hit) -> Sequence[Found]:
    """Build "the day after the siege began"; where the text does not date the event it is no time."""
    unit = hit.word("unit")
    before = hit.before()
    inside = before is not None and hit.text[before.start : before.end].lower() in {"in", "of"}
    if inside or unit not in {"day", "week", "month", "year"} or _written(hit, "unit") in _PLURALS:
        return _NONE
    sign = 1 if hit.has("after") else -1
    recipe = Recipe(op="shift", unit=unit, count=1.0, sign=sign, base="event")
    clause = _clause_words(hit)
    point = hit.time_until(hit.at(hit.first_of("after", "before")).end + len(clause)) if clause else None
    if not clause or point is not None:
        return _NONE
    end = hit.at(hit.first_of("after", "before")).end + len(clause)
    return [Found(CODES[_BY_UNIT[unit]], hit.first_start, end, recipe)]


def _nth_day(hit: Hit) -> Sequence[Found]:
    """Build "the fifth day of the siege", counted from its first where that is dated, "the second week"."""
    unit, number = hit.word("unit"), hit.number("ord")
    if _written(hit, "unit") in _PLURALS or unit not in {"day", "week", "month", "hour"}:
        return _NONE
    if unit != "day":
        recipe = Recipe(op="fixed", type="DURATION", unit=unit, count=1.0, value=duration(unit, 1))
        return [hit.found("T_DUR", recipe)]
    end = _after_noun(hit.text, hit.at("unit").end)
    if end == hit.at("unit").end or hit.time_until(end) is not None:
        return [hit.found("T_REF", Recipe(op="fixed", value="XXXX-XX-XX"))]
    recipe = Recipe(op="shift", unit="day", count=number - 1.0, sign=1, base="event", value="XXXX-XX-XX")
    short = hit.at("unit").end - hit.first_start
    return [Found(CODES["T_DAY"], hit.first_start, end, recipe.but(number=short))]


def _after_noun(text: str, start: int) -> int:
    """Return where "of the Battle of the Somme" at `start` ends, or `start` where none stands."""
    end, named = start, False
    at = start
    while match := _NEXT_WORD.match(text, at):
        word, at = match[1], match.end()
        if word in _NOUN_OPENERS:
            if end > start and not named:
                break
            continue
        if end == start and text[start : start + 4] != " of ":
            break
        if not word[0].isupper() and end > start:
            break
        end, named = at, word[0].isupper()
    return end


_NEXT_WORD = re.compile(r" ([\w’'-]{1,30})")
_NOUN_OPENERS = listed("of the this that his her its their our")


def _day_after_date(hit: Hit) -> Sequence[Found]:
    """Build "the day after 5 May"; the date stays a time of its own."""
    unit, point = hit.word("unit"), hit.at("point").found
    assert point is not None
    if unit not in {"day", "week", "month", "year"} or _written(hit, "unit") in _PLURALS:
        return _NONE
    sign = 1 if hit.has("after") else -1
    recipe = Recipe(op="shift", unit=unit, count=1.0, sign=sign, base="text", within=point.recipe)
    return [hit.found(_BY_UNIT[unit], recipe, "the", "unit"), point]


def _written(hit: Hit, name: str) -> str:
    return hit.text[hit.at(name).start : hit.at(name).end].lower()


SHIFT_RULES = (
    Rule("the fifth day of an event", "THE ord=ORD unit=UNIT", _nth_day),
    Rule("the day after an event", "THE unit=UNIT after=AFTER", _day_after_event),
    Rule("the day before an event", "THE unit=UNIT before=BEFORE", _day_after_event),
    Rule("the day after a date", "the=THE unit=UNIT after=AFTER point=T_DATE", _day_after_date),
    Rule("the day before a date", "the=THE unit=UNIT before=BEFORE point=T_DATE", _day_after_date),
    Rule("two years ago", "span=T_DUR AGO", _ago),
    Rule("two years earlier", "span=T_DUR EARLIER", _earlier),
    Rule("two years before", "span=T_DUR before=BEFORE", _before),
    Rule("two days after an event", "span=T_DUR after=AFTER", _from_event),
    Rule("two days later", "span=T_DUR LATER", _later),
    Rule("two days from now", "span=T_DUR FROM NOW", _hence),
    Rule("two days hence", "span=T_DUR HENCE", _hence),
    Rule("two days before a date", "span=T_DUR BEFORE point=T_DATE", _before_date),
    Rule("two days after a date", "span=T_DUR AFTER|FROM point=T_DATE", _after_date),
    Rule("days later", "unit=UNIT later=LATER", _bare_later),
    Rule("days earlier", "unit=UNIT EARLIER|BEFORE", _bare_later),
    Rule("days ago", "unit=UNIT ago=AGO", _bare_later),
)
