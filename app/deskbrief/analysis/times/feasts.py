"""Rules for days with a name: "Christmas", "New Year's Eve", "Bastille Day", "May Day 1968"."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.times.dates import year_of
from deskbrief.analysis.times.lexicon import HOLIDAYS, listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()


def _holiday(hit: Hit) -> Sequence[Found]:
    month, day = HOLIDAYS[hit.word("holiday")]
    after = hit.after()
    if after is not None and hit.text[after.start : after.end].lower() in _WEEKS_LONG:
        day = 0  # "the Christmas offensive": the time around the day
    return [hit.found("T_DAY", Recipe(op="date", month=month, day=day, year=year_of(hit)))]


_WEEKS_LONG = listed("campaign counteroffensive offensive period season")


def _eve(hit: Hit) -> Sequence[Found]:
    return [hit.found("T_DAY", Recipe(op="date", month=12, day=24, year=year_of(hit)))]


def _new_year(hit: Hit) -> Sequence[Found]:
    """Build "New Year's Eve" and "New Year's Day"."""
    written = hit.text[hit.at("new").start]
    if not written.isupper() or hit.word("unit") != "year" or (hit.has("part") and hit.word("part") != "day"):
        return _NONE
    month, day = (12, 31) if hit.has("eve") else (1, 1)
    return [hit.found("T_DAY", Recipe(op="date", month=month, day=day, year=year_of(hit)))]


_FEASTS = {
    "boxing": (12, 26),
    "bastille": (7, 14),
    "armistice": (11, 11),
    "veterans": (11, 11),
    "valentine": (2, 14),
}


def _feast(hit: Hit) -> Sequence[Found]:
    """Build "Bastille Day", "May Day 1968"."""
    if hit.text[hit.at("unit").start : hit.at("unit").end] != "Day":
        return _NONE
    if hit.has("feast"):
        month, day = _FEASTS[hit.word("feast")]
    elif hit.number("month") == 5:
        month, day = 5, 1
    else:
        return _NONE
    return [hit.found("T_DAY", Recipe(op="date", month=month, day=day, year=year_of(hit)))]


RULES = (
    Rule("holiday of year", "holiday=HOLIDAY UNIT? OF? year=YEAR", _holiday),
    Rule("holiday", "holiday=HOLIDAY", _holiday),
    Rule("Christmas Eve", "HOLIDAY EVE OF? year=YEAR?", _eve),
    Rule("New Year's Eve", "new=NEW unit=UNIT APOS S eve=EVE year=YEAR?", _new_year),
    Rule("New Year's Day", "new=NEW unit=UNIT APOS S part=UNIT year=YEAR?", _new_year),
    Rule("May Day", "month=MONTH unit=UNIT year=YEAR?", _feast),
    Rule("Bastille Day", "feast=FEAST ( APOS S )? unit=UNIT year=YEAR?", _feast),
)
