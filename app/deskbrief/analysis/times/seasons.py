"""Rules for seasons: "the spring of 1916", "winter 2003/04", "the fall"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.times.dates import MAY_FOLLOW_A_DAY, date_of
from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found, Hit, Rule
from deskbrief.analysis.times.recipe import Recipe

_NONE: tuple[Found, ...] = ()
_WORD = re.compile(r"\w+")


def _season(hit: Hit) -> Sequence[Found]:
    recipe = Recipe(op="date", year=date_of(hit).year, season=hit.word("season"))
    if _is_kind(hit):
        kind = Recipe(op="fixed", value=f"XXXX-{recipe.season}")
        return [hit.found("T_SEASON", kind)]
    return [hit.found("T_SEASON", recipe, "season" if _is_named(hit) else "")]


def _is_kind(hit: Hit) -> bool:
    """Tell whether the season says what kind of thing follows: "winter quarters", "summer heat"."""
    before, after = hit.before(), hit.after()
    word = hit.text[before.start : before.end].lower() if before else ""
    follows = hit.text[after.start : after.end] if after else ""
    plain = hit.text[hit.at("season").start].islower()
    describes = plain and follows.isalpha() and follows.islower() and follows not in _NO_KIND
    return describes and not hit.has("year") and not hit.has("the") and word not in _BEFORE_A_SEASON


_NO_KIND = MAY_FOLLOW_A_DAY | listed(
    "offensive campaign invasion attack fighting war retreat advance before than while where which who would"
    " came arrived began ended set approached passed turned brought saw fell"
)


_BEFORE_A_SEASON = listed("in by during since until till through throughout of and or to from early late mid")


def _is_named(hit: Hit) -> bool:
    """Tell whether the season is part of a name, which has the article: "the Spring Offensive"."""
    after = hit.after()
    opens, follows = hit.text[hit.at("season").start], hit.text[after.start : after.end] if after else ""
    return not hit.has("year") and opens.isupper() and follows.istitle() and follows.isalpha()


def _fall(hit: Hit) -> Sequence[Found]:
    """Build "the fall" where it is a season: with a year, or after "in", "by" or "until"."""
    before = hit.before()
    word = "" if before is None else hit.text[before.start : before.end].lower()
    if not hit.has("year") and word not in {
        "in",
        "during",
        "throughout",
        "until",
        "by",
        "since",
        "last",
        "next",
    }:
        return _NONE
    return _NONE if not hit.has("year") and _is_of_something(hit) else _season(hit)


def _is_of_something(hit: Hit) -> bool:
    """Tell whether the fall is that of somebody: "in the fall of Rome", not "in the fall of that year"."""
    after = hit.after()
    if after is None or hit.text[after.start : after.end].lower() != "of":
        return False
    rest = _WORD.findall(hit.text[after.end : after.end + 40].lower())[:3]
    return not (rest and rest[0].isdigit()) and "year" not in rest


RULES = (
    Rule("season of year", "THE? season=SEASON OF? year=YEAR", _season),
    Rule("season, year", "season=SEASON COMMA year=YEAR", _season),
    Rule("year season", "year=YEAR season=SEASON", _season),
    Rule("the season", "the=THE? season=SEASON", _season),
    Rule("fall of year", "THE? season=FALL OF? year=YEAR", _fall),
    Rule("the fall", "THE season=FALL", _fall),
)
