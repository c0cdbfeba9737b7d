"""Times that are none: counts, names, laws, verses, and words that only look like a month or a season."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexicon import HOLIDAYS, listed
from deskbrief.analysis.times.patterns import Found
from deskbrief.analysis.times.ratios import is_ratio
from deskbrief.analysis.times.recipe import Recipe
from deskbrief.analysis.times.surroundings import Surroundings

_TIME_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "to",
        "during",
        "before",
        "after",
        "between",
        "through",
        "throughout",
        "of",
        "and",
        "or",
        "late",
        "early",
        "mid",
        "the",
        "this",
        "last",
        "next",
        "around",
        "about",
        "circa",
        "on",
        "for",
        "as",
        "than",
        "year",
    ]
)
_STRONG = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "during",
        "before",
        "after",
        "between",
        "throughout",
        "late",
        "early",
        "mid",
        "year",
    ]
)
_NUMBERED = frozenset(
    [
        "no",
        "number",
        "page",
        "pages",
        "p",
        "pp",
        "section",
        "sections",
        "§",
        "#",
        "figure",
        "fig",
        "table",
        "flight",
        "article",
        "resolution",
        "rule",
        "act",
        "chapter",
        "paragraph",
        "item",
        "directive",
        "regulation",
        "docket",
        "form",
        "room",
        "suite",
        "box",
        "version",
        "model",
        "index",
        "nasdaq",
        "nikkei",
        "ftse",
        "russell",
        "topix",
        "stoxx",
        "dax",
        "windows",
        "office",
        "route",
        "highway",
        "channel",
        "psalm",
        "genesis",
        "john",
        "luke",
        "mark",
        "matthew",
    ]
)
_MEASURES = frozenset(
    [
        "million",
        "billion",
        "thousand",
        "hundred",
        "km",
        "kilometers",
        "kilometres",
        "miles",
        "metres",
        "meters",
        "feet",
        "ft",
        "acres",
        "tons",
        "tonnes",
        "barrels",
        "people",
        "men",
        "women",
        "troops",
        "soldiers",
        "casualties",
        "prisoners",
        "killed",
        "wounded",
        "dead",
        "percent",
        "euros",
        "dollars",
        "pounds",
        "degrees",
        "points",
        "votes",
        "seats",
        "words",
        "pages",
        "kg",
        "mph",
        "aircraft",
        "tanks",
        "guns",
        "ships",
    ]
)
_NAMED_DAYS = frozenset(
    ["black", "bloody", "super", "good", "ash", "cyber", "fat", "palm", "easter", "holy", "big"]
)
#: Bare years before this one are numbers, unless a preposition says otherwise.
_EARLY = 1400


def refused(found: Found, around: Surroundings) -> bool:
    """Tell whether `found` is no time after all."""
    test = _TESTS.get(found.code)
    return test is not None and test(found, around)


def _year(found: Found, around: Surroundings) -> bool:
    recipe = found.recipe
    if recipe.op == "unit":
        return _unit(found, around)
    bare = _is_bare_year(recipe) and around.text[found.start].isdigit()
    return bare and _is_number(found, around)


def _is_number(found: Found, around: Surroundings) -> bool:
    """Tell whether what could be a year is a count, a number of something, or part of a name."""
    recipe = found.recipe
    before, after = around.word_before(found.start), around.word_after(found.end)
    numbered = before.lower() in _NUMBERED or after in {"%", "Index"}
    listed_with = _GROUPED_BEFORE.search(around.text, max(found.start - 20, 0), found.start) is not None
    cited = _CITED.search(around.text, max(found.start - 24, 0), found.start) is not None
    if numbered or cited or listed_with or _glued(found, around) or after.lower() in _MODELS:
        return True
    if is_ratio(found, around):
        return True
    if before.lower() in _STRONG:
        return False
    early = recipe.year < _EARLY and before.lower() not in {"from", "to", "of", "("}
    if early and before.lower() == "and":
        early = _BETWEEN.search(around.text, max(found.start - 24, 0), found.start) is None
    return early or after.lower() in _MEASURES or _counts(before, after)


#: The year after "between 1250 and".
_BETWEEN = re.compile(r"\bbetween (?:about |around |circa )?\d{3,4} and $", re.IGNORECASE)
#: A number in a citation: "136 Stat. 1818, 1831", "No. 2001", "pp. 1999".
_CITED = re.compile(
    r"\b(?:Stat|Reg|Supp|Nos?|Vol|pp?|Sec|Art|Ch|Cong|Rec|U\.S|L\.\sNo)\.\s(?:\d{1,5}[,–-]\s?){0,1}$"
)
#: A count with a comma before: "from 1,200 to 1900".
_GROUPED_BEFORE = re.compile(r"\d,\d{3}\s(?:to|and|or|-|–)\s$")
#: What a year before it only names a make of: "the 2003 model", "a 1987 Chevrolet".
_MODELS = listed(
    """model models vintage ford chevrolet chevy toyota honda nissan mazda bmw mercedes audi porsche ferrari
    fiat renault peugeot volkswagen volvo jeep dodge buick cadillac pontiac chrysler tesla hyundai kia"""
)


def _is_bare_year(recipe: Recipe) -> bool:
    return recipe.op == "date" and not (
        recipe.month or recipe.season or recipe.unit or recipe.era or recipe.mod
    )


def _glued(found: Found, around: Surroundings) -> bool:
    """Tell whether the number is part of a longer sign: a path, a telephone number, "1500-man"."""
    text = around.text
    before = text[found.start - 1 : found.start]
    after = text[found.end : found.end + 2]
    if after[:1] == "/" and after[1:].isdigit():
        return not _is_next_year(found.recipe.year, text[found.end + 1 : found.end + 6])
    if before in {"/", "_", "#", "\\", "=", "&", "@", "."} or after[:1] in {"_", "\\", "=", "@"}:
        return not (before == "/" and text[max(found.start - 5, 0) : found.start - 1].isdigit())
    if after[:1] == "-" and after[1:].isalpha():
        return text[found.end + 1 : found.end + 4].lower() not in {"bas", "era", "dat", "onw"}
    return (
        before == "-"
        and text[found.start - 2 : found.start - 1].isdigit()
        and not _year_before(text, found.start)
    )


def _is_next_year(year: int, rest: str) -> bool:
    """Tell whether the digits after a slash go on with a year shortly after: "2023/24", not "2016/679"."""
    digits = _DIGITS.match(rest)
    if digits is None or rest[digits.end() :][:1] == "/":
        return False
    written = digits[0]
    return len(written) in {2, 4} and 1 <= int(written) - year % 10 ** len(written) <= 5


_DIGITS = re.compile(r"\d{1,4}(?!\d)")


def _year_before(text: str, start: int) -> bool:
    return text[max(start - 5, 0) : start - 1].isdigit()


def _counts(before: str, after: str) -> bool:
    """Tell whether the number counts the plural noun after it ("1500 tons")."""
    if not after.isalpha() or not after.islower() or len(after) < 4 or after.endswith("ss"):
        return False
    return after.endswith("s") and before.lower() not in {
        "the",
        "this",
        "its",
        "their",
        "our",
        "my",
        "your",
        "her",
        "his",
        "s",
        "’",
        "'",
        "a",
    }


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
    if around.word_before(found.start).lower() in {"weekday", "weekend", "every", "each"}:
        return True
    first = around.text[found.start]
    opens = around.sentence_bounds(found.start)[0] == found.start
    return first.isupper() and not opens


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
    """Refuse "September 11 attacks", "May 4th Movement" and "Christmas Offensive", which are names."""
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
    """Offensive Campaign Counteroffensive Truce Rising Raid Raids Bombing Bombings Battle Island Carol Fund
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
