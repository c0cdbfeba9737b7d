"""Rules for times that name no point: now, recently, the coming weeks, in the near future."""

from __future__ import annotations

from collections.abc import Sequence

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
    follows = "" if after is None else hit.text[after.start]
    return _past(hit) if word in {"in", "of", "from"} and not follows.isalpha() else _NONE


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
    if word not in {"at", "by", "of", "until", "around", "about", "to"} or follows in {
        "of",
        "when",
        "that",
        "to",
    }:
        return _NONE
    if hit.has("pointer"):
        return [hit.found("T_REF", Recipe(op="same", base="text"))]
    return _now(hit)


RULES = (
    Rule("now", "NOW", _now),
    Rule("recently", "PASTWORD", _past),
    Rule("future", "FUTUREWORD", _future),
    Rule("the near future", "THE? NEAR FUTUREWORD", _future),
    Rule("the future", "THE FUTUREWORD", _future),
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
