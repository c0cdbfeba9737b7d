"""Rules for the time of day: clock times, zones, mornings and nights."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
#: Zones that are universal time, which TIMEX3 writes as Z.
_UNIVERSAL = frozenset({"utc", "gmt"})


def _clock(hit: Hit) -> Sequence[Found]:
    """Build "4:30 p.m. UTC", "0800 UTC", "11 a.m."."""
    written = hit.word("clock") or f"{hit.number('hour'):02d}:00"
    hour, minute = int(written[:2]), written[3:]
    half = hit.word("half")
    if hour > 24 or (half and hour > 12) or int(minute[:2]) > 59:
        return _NONE
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    zone = "Z" if hit.word("zone") in _UNIVERSAL else ""
    return [hit.found("T_CLOCK", Recipe(op="clock", type="TIME", clock=f"T{hour:02d}:{minute}{zone}"))]


def _hours(hit: Hit) -> Sequence[Found]:
    """Build "19:00 hrs", "0530 hours"."""
    return _clock(hit) if hit.word("unit") == "hour" else _NONE


def _part(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_PART", Recipe(op="part", type="TIME", clock=f"T{hit.word('part')}"))]


def _night_set(hit: Hit) -> Sequence[Found]:
    """Build "at night": a time that comes again."""
    if hit.word("part") != "NI" or hit.text[hit.at("part").start : hit.at("part").end].lower() != "night":
        return _NONE
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", value="XXXX-XX-XXTNI"), "part", "part")]


RULES = (
    Rule("clock time", "clock=CLOCK half=AMPM? zone=ZONE?", _clock),
    Rule("hour", "hour=DAY half=AMPM zone=ZONE?", _clock),
    Rule("military time", "clock=HHMM zone=ZONE", _clock),
    Rule("clock hours", "clock=CLOCK|HHMM unit=UNIT", _hours),
    Rule("morning", "THE? part=PART", _part),
    Rule("one night", "ONE|SMALL part=PART", _part),
    Rule("at night", "AT part=PART", _night_set),
)
