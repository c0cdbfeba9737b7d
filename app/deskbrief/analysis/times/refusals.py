"""Times that are none: names, laws, verses, and words that only look like a month or a season."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexicon import HOLIDAYS, listed
from deskbrief.analysis.times.numbers import is_in_chain, is_no_year
from deskbrief.analysis.times.patterns import Found
from deskbrief.analysis.times.surroundings import Surroundings

_TIME_PREPOSITIONS = listed(
    """in since by until till from to during before after between through throughout of and or late
    early mid the this last next around about circa on for as than year"""
)
_NAMED_DAYS = frozenset(
    ["black", "bloody", "super", "good", "ash", "cyber", "fat", "palm", "easter", "holy", "big"]
)


def refused(found: Found, around: Surroundings) -> bool:
    """Tell whether `found` is no time after all."""
    test = _TESTS.get(found.code)
    return test is not None and test(found, around)


def _year(found: Found, around: Surroundings) -> bool:
    if found.recipe.op == "unit":
        return _unit(found, around)
    return is_in_chain(found, around) or is_no_year(found, around)


def _in_a_sign(found: Found, around: Surroundings) -> bool:
    """Tell whether a month stands right behind a figure that is no part of the date: "96May01"."""
    before = around.text[max(found.start - 1, 0) : found.start]
    return before.isdigit() and around.text[found.start].isalpha()


def _month(found: Found, around: Surroundings) -> bool:
    recipe = found.recipe
    if recipe.op == "unit":
        return _unit(found, around)
    if recipe.op != "date" or recipe.year or recipe.day or recipe.within or recipe.mod:
        return False
    written = around.text[found.start : found.end]
    before = around.word_before(found.start).lower()
    if before in {"operation", "black"}:
        return True
    if len(written) <= 4 and written.lower() not in {"may", "june", "july"}:
        return before not in _TIME_PREPOSITIONS
    if written.lower() in {"may", "march"}:
        return _ambiguous_month(written, before, around.word_after(found.end).lower())
    known = around.word(found.start)
    return known is not None and known[1].entity == "PERSON"


def _ambiguous_month(written: str, before: str, after: str) -> bool:
    if written.lower() == "march" and after in {"on", "to", "for", "against"} and before in {"", "the", "a"}:
        return True
    return before not in _TIME_PREPOSITIONS and before not in {"-", "–", "(", ","}


def _season(found: Found, around: Surroundings) -> bool:
    recipe = found.recipe
    if recipe.op != "date" or recipe.year or recipe.within or recipe.mod:
        return False
    written, after = around.text[found.start : found.end], around.word_after(found.end)
    if not written[0].isupper() or around.sentence_bounds(found.start)[0] == found.start:
        return False
    before = around.word_before(found.start)
    if after.lower() in _CAMPAIGNS:
        return False
    return after in _SEASON_NAMES or (before[:1].isupper() and before.lower() not in _TIME_PREPOSITIONS)


#: A capital season before one of these is a time, before one of those a name.
_CAMPAIGNS = frozenset(["offensive", "offensives", "campaign", "counteroffensive", "quarter", "semester"])
_SEASON_NAMES = frozenset(
    ["Olympics", "Olympic", "Paralympics", "Games", "Palace", "War", "Soldier", "Garden", "Park", "Street"]
)


def _weekday(found: Found, around: Surroundings) -> bool:
    before = around.word_before(found.start).lower()
    written = around.text[found.start : found.end]
    short = len(written) < 6
    return before in _NAMED_DAYS or (short and before not in _TIME_PREPOSITIONS - {"the", "of", "as", "than"})


def _part(found: Found, around: Surroundings) -> bool:
    if found.recipe.op != "part":
        return False
    if around.word_before(found.start).lower() in {"weekday", "weekend", "every", "each", "good"}:
        return True
    if _DAY_AND.search(around.text, max(found.start - 12, 0), found.start) or _AND_DAY.match(
        around.text, found.end
    ):
        return True
    first = around.text[found.start]
    opens = around.sentence_bounds(found.start)[0] == found.start
    return first.isupper() and not opens


#: "day and night" is no time but a manner.
_DAY_AND, _AND_DAY = re.compile(r"\bday and $", re.IGNORECASE), re.compile(r" and day\b", re.IGNORECASE)


def _clock(found: Found, around: Surroundings) -> bool:
    written = around.text[found.start : found.end]
    if len(written) > 5 or found.recipe.within is not None:
        return False
    before = around.word_before(found.start)
    return before[:1].isupper() and before.lower() not in _TIME_PREPOSITIONS and before.lower() != "at"


def _set(found: Found, around: Surroundings) -> bool:
    """Refuse "Daily Mail": a capital inside a sentence."""
    opens = around.sentence_bounds(found.start)[0] == found.start
    written = around.text[found.start : found.end]
    return written[0].isupper() and not opens and " " not in written and not written.endswith("days")


def _named_day(found: Found, around: Surroundings) -> bool:
    """Refuse "September 11 attacks", "May 4th Movement" and "Christmas Truce", which are names."""
    recipe, after = found.recipe, around.word_after(found.end)
    if recipe.op != "date" or recipe.year or around.text[found.end : found.end + 1] not in {" ", "”"}:
        return False
    feast = around.text[found.start : found.end].lower() in HOLIDAYS
    return after.lower() in _AFTER_NAMED_DAY or after in (_NAMING | _CAMPAIGN_NAMES if feast else _NAMING)


_AFTER_NAMED_DAY = frozenset(["attacks", "terrorist", "terror", "hijackers", "bombings", "hijackings"])
#: What a day before it is a part of the name of.
_NAMING = listed(
    """Movement Revolution Incident Massacre Uprising Agreement Accord Accords Plot Coalition Alliance Party
    Committee Brigade Bridge Square Street Park Avenue Coup Crisis Rebellion Revolt Mutiny"""
)
_CAMPAIGN_NAMES = listed(
    """Truce Rising Raid Raids Bombing Bombings Battle Island Carol Fund
    Act Order Rebellion War Conspiracy Operation Drive Raffle Bill Report Appeal"""
)


#: What opens a clause that says which day is meant: "the day you came".
_WHOSE = listed("i you he she it we they that when")


def _unit(found: Found, around: Surroundings) -> bool:
    """Refuse "the last day of" and "the day you came", which do not point from now."""
    recipe = found.recipe
    written = around.text[found.start : found.end].lower()
    after = around.word_after(found.end).lower()
    whose = after in _WHOSE or around.word_before(found.start).lower() == "throughout"
    if whose and written in {"the day", "the week", "the month", "the year"}:
        return True
    points = recipe.op == "unit" and written.startswith(("the last ", "the next "))
    return points and around.word_after(found.end).lower() == "of"


_TESTS: dict[str, Callable[[Found, Surroundings], bool]] = {
    CODES["T_YEAR"]: _year,
    CODES["T_MONTH"]: _month,
    CODES["T_SEASON"]: _season,
    CODES["T_WEEKDAY"]: _weekday,
    CODES["T_PART"]: _part,
    CODES["T_CLOCK"]: _clock,
    CODES["T_SET"]: _set,
    CODES["T_DAY"]: lambda found, around: (
        _named_day(found, around) or _unit(found, around) or _in_a_sign(found, around)
    ),
    CODES["T_WEEK"]: _unit,
}
