"""Rules for times some units away from another: two years ago, the day after 5 May, the fifth day of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.relatives import BY_UNIT, PLURALS
from deskbrief.analysis.times.spans import duration

_NONE: tuple[Found, ...] = ()


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
    """Build a time some units away; "ten days later than planned" compares, and names no time."""
    span, after = hit.recipe("span"), hit.after()
    if not span.unit or (after is not None and after.code == CODES["THAN"]):
        return _NONE
    recipe = Recipe(
        op="shift", unit=span.unit, count=span.count, value=span.value, sign=sign, base=base, mod=span.mod
    )
    kind = "TIME" if span.unit in {"hour", "minute", "second"} else "DATE"
    return [hit.found(BY_UNIT.get(span.unit, "T_REF"), recipe.but(type=kind))]


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
    if written not in PLURALS | {"hours", "minutes"}:
        return _NONE
    sign = 1 if hit.has("later") else -1
    base = "doc" if hit.has("ago") else "text"
    return [hit.found("T_REF", Recipe(op="shift", unit=unit, value="X", sign=sign, base=base))]


def _before(hit: Hit) -> Sequence[Found]:
    """Build "two years before" where nothing follows that it could count from, else from that event."""
    if _OF_SOMEBODY.match(hit.text, hit.at(hit.first_of("after", "before")).end):
        return _NONE
    return _from_event(hit) or (_earlier(hit) if not _clause_words(hit) else _NONE)


#: What somebody does, from which the time counts: "six months before | they begin", not "before they had".
_OF_SOMEBODY = re.compile(r" (?:it|they|he|she|we|you|I) (?!had\b|’d\b|'d\b)[a-z]")


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
    if inside or unit not in {"day", "week", "month", "year"} or _written(hit, "unit") in PLURALS:
        return _NONE
    sign = 1 if hit.has("after") else -1
    recipe = Recipe(op="shift", unit=unit, count=1.0, sign=sign, base="event")
    clause = _clause_words(hit)
    point = hit.time_until(hit.at(hit.first_of("after", "before")).end + len(clause)) if clause else None
    if not clause or point is not None:
        return _NONE
    end = hit.at(hit.first_of("after", "before")).end + len(clause)
    return [Found(CODES[BY_UNIT[unit]], hit.first_start, end, recipe)]


def _nth_day(hit: Hit) -> Sequence[Found]:
    """Build "the fifth day of the siege", counted from its first where that is dated, "the second week"."""
    unit, number = hit.word("unit"), hit.number("ord")
    if _written(hit, "unit") in PLURALS or unit not in {"day", "week", "month", "hour"}:
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
    if unit not in {"day", "week", "month", "year"} or _written(hit, "unit") in PLURALS:
        return _NONE
    sign = 1 if hit.has("after") else -1
    recipe = Recipe(op="shift", unit=unit, count=1.0, sign=sign, base="text", within=point.recipe)
    return [hit.found(BY_UNIT[unit], recipe, "the", "unit"), point]


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
