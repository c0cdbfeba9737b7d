"""Adds to each time what its sentence says about it: tense, asides, and years borrowed across a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskbrief.analysis.times.lexicon import listed
from deskbrief.analysis.times.patterns import Found
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.surroundings import Surroundings

#: What may stand between the two ends of a range, or between two dates that share their year.
_JOINT = re.compile(
    r"\s{0,9}(?:,?\s?\band\b|\bor\b|\bto\b|\buntil\b|\btill\b|\bthrough\b|[-–—‒]{1,2}|/|,)"
    r"\s{0,9}(?:on |in |the )?"
)
#: "the March uprising of 1848", "Winter Offensive (1951)": the name ends with its year.
_NAMED_OF = re.compile(r"\s[A-Za-z]{3,20} (?:of |in |\()(?:the )?")
_ASIDE_BEFORE = frozenset({"since", "than"})
_ASIDE_PHRASES = re.compile(
    r"(?:\bthan in|\bback in|\bas in|\bunlike in|\blike in|\bsince(?: the)?|\bfirst in|"
    r"\b(?:for|over|covering) the period(?: from)?|"
    r"\b(?:plan|strategy|programme|program|framework) (?:for|over))\s{1,9}(?:the )?$",
    re.IGNORECASE,
)


def with_clues(found: Sequence[Found], around: Surroundings) -> Iterator[Found]:
    """Yield `found` with tense, preposition, asides and borrowed years filled in."""
    whole: list[Found] = []
    for time in reversed(found):
        whole.append(replace(time, recipe=_borrowed(time, whole[-1] if whole else None, around.text)))
    before: Found | None = None
    in_order = whole[::-1]
    for at, time in enumerate(in_order):
        recipe = _clued(time, time.recipe, around)
        day = _day_beside(in_order, at)
        if day is not None:
            recipe = recipe.but(within=_clued(day, day.recipe, around))
        clued = replace(time, recipe=recipe)
        if (
            before is not None
            and before.recipe.aside
            and _JOINT.fullmatch(around.text, before.end, clued.start)
        ):
            clued = replace(clued, recipe=clued.recipe.but(aside=True))  # the other end of an aside
        yield clued
        before = clued


def _day_beside(found: Sequence[Found], at: int) -> Found | None:
    """Return the day beside a clock time that is on it: "on Friday at 7 pm"; none for another time."""
    recipe = found[at].recipe
    if recipe.op != "clock" or recipe.within is None:
        return None
    beside = (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
    return next((day for day in beside if day.recipe == recipe.within), None)


#: What makes of "20 years ago" the same day of that year: "Today marks the day when, 20 years ago, …".
_MARKED = re.compile(
    r"\btoday (?:[a-z]{2,12} )?(?:marks|marked|is|was) (?:the|a|an) (?:[\w-]{1,20} ){0,3}"
    r"(?:day|anniversary|date)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TODAY = Recipe(op="unit", unit="day", base="doc")


def _is_marked(time: Found, recipe: Recipe, around: Surroundings) -> bool:
    """Tell whether a number of years is counted back from today to the day."""
    counted = recipe.op == "shift" and recipe.unit == "year" and recipe.base == "doc" and recipe.sign < 0
    if not counted or not recipe.count or recipe.count % 1:
        return False
    return _MARKED.search(around.text, max(time.start - 100, 0), time.start) is not None


def _clued(time: Found, recipe: Recipe, around: Surroundings) -> Recipe:
    if recipe.op in {"fixed", "vague"}:
        return recipe
    if _is_marked(time, recipe, around):
        return Recipe(op="anniversary", count=recipe.count, sign=-1, base="doc", within=_TODAY)
    before = around.word_before(time.start).lower()
    aside = before in _ASIDE_BEFORE or around.in_brackets(time.start)
    if not aside:
        low = max(time.start - 20, 0)
        aside = _ASIDE_PHRASES.search(around.text[low : time.start]) is not None
    tense = recipe.tense
    if not tense and _open(recipe):
        tense = "past" if before == "since" else around.tense(time.start, time.end)
        if tense == "open" and recipe.op == "weekday" and before in {"from", "by"} | _FORESEEN:
            tense = "future"
        elif tense == "past" and before in {"until", "till", "by"}:
            tense = "future" if recipe.op == "weekday" and before != "by" else "open"
        if _UNPLANNED.search(around.text, max(time.start - 40, 0), time.start):
            tense = "past"
        spoken_for = _SPOKEN_FOR.search(around.text, max(time.start - 70, 0), time.start) is not None
        due = _DUE.search(around.text, max(time.start - 24, 0), time.start) is not None
        labelled = _LABELLED.search(around.text, max(time.start - 100, 0), time.start) is not None
        if spoken_for or due or labelled or _is_prepared_for(time, around, tense):
            tense = "future"
    aside = aside or _lies_ahead(time, recipe, before, around)
    describes = recipe.op == "date" and bool(recipe.year) and _looks_back(time, around)
    bare = recipe.op == "date" and bool(recipe.year) and not recipe.month
    describes = describes or (bare and around.only_tells_which(time.start))
    prep = before if before in _PREPOSITIONS else ""
    order = _ORDER.search(around.text, max(time.start - 16, 0), time.start)
    if order is not None:
        prep = "before" if order[1].lower() == "before" else "after"
    return recipe.but(aside=aside, describes=describes, tense=tense, prep=prep)


def _lies_ahead(time: Found, recipe: Recipe, before: str, around: Surroundings) -> bool:
    """Tell whether a year is one by which something is to be done: "plans to hire 200 people by 2019"."""
    if recipe.op != "date" or not recipe.year or recipe.month or before not in {"by", "until"}:
        return False
    return around.tense(time.start, time.end) != "past"


#: A label that says that the day behind it is yet to come: "Next meeting: 23 October".
_LABELLED = re.compile(
    r"(?:^|\n|[-*•]\s)[\s*_]{0,3}(?:[A-Z]\w{0,12} of )?"
    r"(?:Next|Closing|Deadline|Due|Forthcoming|Target|Upcoming|next)\b[^:\n.;]{0,60}:[\s*_]{0,3}$",
)
#: Words right before a weekday that lies ahead: "a ruling expected Friday".
_FORESEEN = frozenset({"due", "expected", "planned", "scheduled", "slated"})


def _is_prepared_for(time: Found, around: Surroundings, tense: str) -> bool:
    """Tell whether the time is of a vote or the like that is yet to be: "ahead of the May election"."""
    if around.word_after(time.end).lower() not in _AWAITED:
        return False
    before = around.text[max(time.start - 20, 0) : time.start]
    return _AHEAD_OF.search(before) is not None or (tense == "open" and _FOR.search(before) is not None)


#: What nobody plans has been where it is named with its time: "charges for the conflict during the summer".
_UNPLANNED = re.compile(
    r"\b(?:accident|atrocit(?:y|ies)|attacks?|bombings?|collapse|conflict|crash|derailment|disaster|earthquake"
    r"|explosion|killings?|massacre|murders?|riots?|shootings?|war) (?:in|on|during|of|over) (?:the )?$",
    re.IGNORECASE,
)
#: What somebody is for, hopes for or bets on: "the case for a rate increase in June".
_SPOKEN_FOR = re.compile(
    r"\b(?:cases?|calls?|hopes?|odds|chances?|prospects?|bets?|push|demands?|possibility|likelihood|expectations)"
    r" (?:for|of|on) (?:[\w-]{1,20} ){1,5}(?:in|on|by) (?:the |\w{3,9} or )?$",
    re.IGNORECASE,
)
#: What is due on a day lies ahead: "the report due at the end of May".
_DUE = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bdue (?:at|before|by|for|in|on) (?:the )?$", re.IGNORECASE
)
_AHEAD_OF = re.compile(r"\b(?:ahead of|run-up to|leading up to) (?:the |its |their |a )?$", re.IGNORECASE)
_FOR = re.compile(r"\bfor (?:the |its |their |a )?$", re.IGNORECASE)
_AWAITED = listed(
    "election elections vote ballot poll polls referendum summit primary primaries general presidential"
)
#: What puts a happening behind or ahead of the one that its date describes: "following the May 8 vote".
_ORDER = re.compile(r"\b(after|following|before) the $", re.IGNORECASE)


def _looks_back(time: Found, around: Surroundings) -> bool:
    """Tell whether the time describes something, or is one of what had happened before."""
    before = around.text[max(time.start - 70, 0) : time.start]
    return _describes(time, around) or _PLUPERFECT.search(before) is not None


def _describes(time: Found, around: Surroundings) -> bool:
    """Tell whether the time only says which one is meant: "the 1978 treaty", "the Constitution of 1793"."""
    opens = around.word_before(time.start)
    if opens.lower() == "of":
        return _OF_NAMED.search(around.text[max(time.start - 40, 0) : time.start]) is not None
    follows = around.word_after(time.end)
    gap = around.text[time.end : time.end + 1]
    described = gap == " " and follows.isalpha() and follows.lower() not in _FUNCTION_WORDS
    return described and opens.lower() in _DETERMINERS


#: A capital before "of": the name of a law, a war, a constitution.
_OF_NAMED = re.compile(
    r"\b(?:[A-Z][\w’'-]{1,30}|act|law|treaty|constitution|convention|agreement|accord|decree|statute|charter|bill"
    r"|revision|edition) of (?:the )?$"
)
#: A look further back: "who had been elected in 1640".
_PLUPERFECT = re.compile(r"\bhad (?:been|\w{2,15}(?:ed|en|wn))\b[^.;:,]{0,40}$")
_DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "our", "s", "this", "that", "under"]
)
_FUNCTION_WORDS = listed(
    """and or but to until through in on at by for from of with when while where as that which who after
    before was were is are had has have would will could did the a an he she it they we his her its their
    this these than both all some most many more about"""
)
_PREPOSITIONS = listed(
    """since until till by before after from in on at during between to of throughout than for"""
)


def _open(recipe: Recipe) -> bool:
    """Tell whether the value depends on whether the text looks ahead."""
    here = recipe.op == "unit" and recipe.base == "text" and not recipe.sign  # "the end of the month"
    return here or recipe.op == "weekday" or (recipe.op == "date" and not recipe.year)


def _borrowed(time: Found, following: Found | None, text: str) -> Recipe:
    """Return the recipe of `time`, its year taken from the other end of a range that says it."""
    recipe = time.recipe
    if following is None or recipe.op != "date" or recipe.year:
        return recipe
    parts = recipe.unit in {"quarter", "half"} and following.recipe.op == "part_of" and following.recipe.year
    if parts and _JOINT.fullmatch(text, time.end, following.start):
        return recipe.but(year=following.recipe.year, borrowed="range")
    other = following.recipe
    if not (recipe.month or recipe.season) or other.op != "date" or not other.year:
        return recipe
    if _NAMED_OF.fullmatch(text, time.end, following.start):
        return recipe.but(year=other.year, era=other.era, borrowed="range")
    if not (other.month or other.season) or not _JOINT.fullmatch(text, time.end, following.start):
        return recipe
    turned = bool(recipe.month and other.month and recipe.month > other.month)
    return recipe.but(year=other.year - turned, era=other.era, borrowed="range")
