"""Rules for times that name no point: now, recently, the coming weeks, in the near future."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
_PLURALS = frozenset(["days", "weeks", "weekends", "months", "quarters", "years", "decades"])


def _vague(hit: Hit, value: str, unit: str = "") -> Sequence[Found]:
    return [hit.found("T_REF", Recipe(op="vague", value=value, unit=unit))]


def _now(hit: Hit) -> Sequence[Found]:
    return _vague(hit, "PRESENT_REF")


def _past(hit: Hit) -> Sequence[Found]:
    return _vague(hit, "PAST_REF")


def _future(hit: Hit) -> Sequence[Found]:
    return _vague(hit, "FUTURE_REF")


def _the_past(hit: Hit) -> Sequence[Found]:
    """Build "in the past": only after "in" or "from", and not before a noun that it describes."""
    before, after = hit.before(), hit.after()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    follows = "" if after is None else hit.text[after.start : after.end].lower()
    stands_alone = not follows[:1].isalpha() or follows in _AFTER_A_NOUN
    return _past(hit) if word in {"in", "of", "from"} and stands_alone else _NONE


#: Words that cannot be a noun which the time before them describes.
_AFTER_A_NOUN = listed(
    """and or but was were is are has had have would will could by to of in for with when that which as than
    the a an he she it they we you his her its their from on at"""
)


def _the_future(hit: Hit) -> Sequence[Found]:
    """Build "the future", and "future" alone in "the future border"."""
    after = hit.after()
    follows = "" if after is None else hit.text[after.start : after.end].lower()
    return _future(hit) if not follows[:1].isalpha() or follows in _AFTER_A_NOUN else _NONE


def _current(hit: Hit) -> Sequence[Found]:
    """Build "current" where it describes something of now: not the current of a wire or river."""
    before, after = hit.before(), hit.after()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    follows = "" if after is None else hit.text[after.start : after.end].lower()
    described = follows[:1].isalpha() and follows not in _AFTER_A_NOUN
    written = hit.text[hit.at("current").start : hit.at("current").end].lower()
    if written != "current" or not described or word in {"electric", "alternating", "direct", "ocean"}:
        return _NONE
    return _now(hit)


def _to_this_day(hit: Hit) -> Sequence[Found]:
    """Build "to this day", "to date": the time of writing, without the "to"."""
    after = hit.after()
    if after is not None and hit.text[after.start : after.end] == "as":
        return _NONE  # "they refer to this day as ..."
    named = not hit.has("unit") or hit.word("unit") == "day"
    first = "this" if hit.has("this") else "date"
    return [hit.found("T_REF", Recipe(op="vague", value="PRESENT_REF"), first)] if named else _NONE


def _this_date(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_REF", Recipe(op="same", base="text"))]


def _these_days(hit: Hit) -> Sequence[Found]:
    written = hit.text[hit.first_start : hit.at("unit").end].lower()
    if not written.endswith("days"):
        return _NONE
    return _now(hit) if written.startswith("these") else _past(hit) if written.startswith("those") else _NONE


def _units(hit: Hit) -> Sequence[Found]:
    """Build "recent months" and "the coming weeks", which get an approximate value from a document date."""
    written = hit.text[hit.at("unit").start : hit.at("unit").end].lower()
    if written not in _PLURALS:
        return _NONE
    return _vague(hit, "FUTURE_REF" if hit.has("coming") else "PAST_REF", hit.word("unit"))


def _recent(hit: Hit) -> Sequence[Found]:
    return _past(hit)


def _the_time(hit: Hit) -> Sequence[Found]:
    """Build "at the time": the time that the text is at."""
    before = hit.before()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    after = hit.after()
    follows = "" if after is None else hit.text[after.start : after.end].lower()
    if word not in _BEFORE_THE_TIME or follows in {"of", "when", "that", "to"}:
        return _NONE
    if word == "at" and hit.word("pointer") == "same":
        return _NONE  # it says that two things go together, not when
    if word == "by" and not hit.has("pointer") and follows[:1].isalpha():
        return _NONE  # "by the time he came"
    if hit.has("pointer"):
        value = "PRESENT_REF" if hit.word("pointer") == "this" else ""
        return [hit.found("T_REF", Recipe(op="same", base="text", value=value))]
    return _now(hit)


_BEFORE_THE_TIME = frozenset(["at", "by", "of", "until", "around", "about", "to", "from", "till", "since"])

RULES = (
    Rule("now", "NOW", _now),
    Rule("recently", "PASTWORD", _past),
    Rule("future", "FUTUREWORD", _future),
    Rule("the near future", "THE? NEAR FUTUREWORD", _future),
    Rule("the future", "THE FUTUREWORD", _the_future),
    Rule("current", "current=CURRENT", _current),
    Rule("to this day", "TO this=THIS unit=UNIT", _to_this_day),
    Rule("to date", "TO date=DATEWORD", _to_this_day),
    Rule("these days", "THIS|THAT unit=UNIT", _these_days),
    Rule("the time being", "THE TIMEWORD BEING", _now),
    Rule("this date", "THIS|THAT DATEWORD", _this_date),
    Rule("the near term", "THE NEAR TERM", _future),
    Rule("recent", "RECENT", _recent),
    Rule("recent months", "THE? MOST? RECENT unit=UNIT|QUARTER", _units),
    Rule("the coming weeks", "THE? coming=COMING unit=UNIT|QUARTER", _units),
    Rule("the past", "THE PAST", _the_past),
    Rule("present-day", "CURRENT|MODERN DASH? UNIT", _now),
    Rule("the time", "THE TIMEWORD", _the_time),
    Rule("that time", "pointer=THIS|THAT TIMEWORD", _the_time),
    Rule("the same time", "THE pointer=SAME TIMEWORD", _the_time),
)
