"""Rules for the time of day: clock times, zones, mornings and nights."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
#: Offsets from universal time of zones whose short name means one thing.
_OFFSETS = {
    "utc": "Z",
    "gmt": "Z",
    "z": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "jst": "+09:00",
    "hkt": "+08:00",
    "aest": "+10:00",
}


def _clock(hit: Hit) -> Sequence[Found]:
    """Build "4:30 p.m. UTC", "0800 UTC", "11 a.m.", "6:40 p.m. (GMT +8)"."""
    time = _time(_written_clock(hit), hit.word("half"))
    if not time:
        return _NONE
    return [hit.found("T_CLOCK", Recipe(op="clock", type="TIME", clock=f"T{time}{_zone(hit)}"))]


def _written_clock(hit: Hit) -> str:
    if hit.has("clock"):
        return hit.word("clock")
    if hit.has("dotted"):
        written = _written(hit, "dotted")
        return written.replace(".", ":").rjust(5, "0") if _DOTTED.fullmatch(written) else ""
    if hit.has("four"):
        written = _written(hit, "four")
        return f"{written[:2]}:{written[2:]}" if len(written) == 4 else ""
    return f"{hit.number('hour'):02d}:00"


_DOTTED = re.compile(r"[0-2]?\d\.[0-5]\d")


def _time(written: str, half: str) -> str:
    """Return hours and minutes of the day, "" where `written` is no time of day."""
    if not written:
        return ""
    hour, minute = int(written[:2]), written[3:]
    if hour > 24 or (half and not 1 <= hour <= 12) or int(minute[:2]) > 59:
        return ""
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}"


def _zone(hit: Hit) -> str:
    """Return the offset from universal time, "" where the zone is not said or means several."""
    offset = _OFFSETS.get(hit.word("zone"), "")
    if not hit.has("hours"):
        return offset
    sign = "-" if _written(hit, "sign") in {"-", "−", "–"} else "+"
    return f"{sign}{hit.number('hours'):02d}:00" if hit.number("hours") <= 14 and offset == "Z" else ""


def _o_clock(hit: Hit) -> Sequence[Found]:
    """Build "five o'clock"."""
    hour = hit.number("hour")
    if not 1 <= hour <= 12:
        return _NONE
    return [hit.found("T_CLOCK", Recipe(op="clock", type="TIME", clock=f"T{hour:02d}:00"))]


def _written(hit: Hit, name: str) -> str:
    return hit.text[hit.at(name).start : hit.at(name).end]


def _hours(hit: Hit) -> Sequence[Found]:
    """Build "19:00 hrs", "0530 hours"."""
    return _clock(hit) if hit.word("unit") == "hour" else _NONE


def _military(hit: Hit) -> Sequence[Found]:
    """Build "1900 hrs Z", and "2045 hours" behind "at" and the like; "1900 hours of work" is a length."""
    unit = _written(hit, "unit").lower()
    led = _LED.search(hit.text, max(hit.at("four").start - 16, 0), hit.at("four").start) is not None
    return _clock(hit) if unit == "hrs" or (unit == "hours" and led) else _NONE


_LED = re.compile(r"\b(?:at|about|around|approximately|until|by|from|between|since|to) $", re.IGNORECASE)


def _part(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_PART", Recipe(op="part", type="TIME", clock=f"T{hit.word('part')}"))]


def _noon(hit: Hit) -> Sequence[Found]:
    """Build "noon Pacific Standard Time", not "morning local time"."""
    return _part(hit) if _written(hit, "part").lower() in {"noon", "midday", "midnight"} else _NONE


def _night_set(hit: Hit) -> Sequence[Found]:
    """Build "at night": a time that comes again."""
    if hit.word("part") != "NI" or hit.text[hit.at("part").start : hit.at("part").end].lower() != "night":
        return _NONE
    return [hit.found("T_SET", Recipe(op="fixed", type="SET", value="XXXX-XX-XXTNI"), "part", "part")]


#: "Eastern Time", "Pacific Standard Time", "Eastern Daylight Time", "Central European Summer Time".
_NAMED_ZONE = "ZONEWORD ZONEWORD? PART|SEASON? TIMEWORD"
RULES = (
    Rule("clock time", "clock=CLOCK half=AMPM? zone=ZONE?", _clock),
    Rule("hour", "hour=DAY half=AMPM zone=ZONE?", _clock),
    Rule("clock time in a named zone", f"clock=CLOCK half=AMPM? {_NAMED_ZONE}", _clock),
    Rule("hour in a named zone", f"hour=DAY half=AMPM {_NAMED_ZONE}", _clock),
    Rule("noon in a named zone", f"part=PART {_NAMED_ZONE}", _noon),
    Rule("clock time and offset", "clock=CLOCK half=AMPM? zone=ZONE sign=PLUS|DASH hours=DAY", _clock),
    Rule(
        "clock time and offset in brackets",
        "clock=CLOCK half=AMPM? LPAREN zone=ZONE ( sign=PLUS|DASH hours=DAY )? RPAREN",
        _clock,
    ),
    Rule("dotted clock time", "dotted=NUM half=AMPM zone=ZONE?", _clock),
    Rule("military time", "clock=HHMM zone=ZONE", _clock),
    Rule("military time after nine", "four=YEAR|NUM zone=ZONE", _clock),
    Rule("five o'clock", "hour=DAY|SMALL O APOS CLOCKWORD", _o_clock),
    Rule("clock hours", "clock=CLOCK|HHMM unit=UNIT", _hours),
    Rule("military hours after nine", "four=YEAR|NUM unit=UNIT zone=ZONE?", _military),
    Rule("morning", "THE? part=PART", _part),
    Rule("one night", "ONE|SMALL part=PART", _part),
    Rule("at night", "AT part=PART", _night_set),
)
